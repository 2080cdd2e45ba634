//! Tells cargo that the program holds the pages of `web/`, new files included.

fn main() {
    println!("cargo::rerun-if-changed=../../web/index.html");
    println!("cargo::rerun-if-changed=../../web/static");
}
