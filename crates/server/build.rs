//! Compresses the pages of `web/`, new files included, so that the program holds them both ways.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use brotli::{BrotliCompress, enc::BrotliEncoderParams};

fn main() -> io::Result<()> {
    let web = Path::new("../../web");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    let mut files = Vec::new();
    for name in ["index.html", "static"] {
        println!("cargo::rerun-if-changed={}", web.join(name).display());
        find(web, Path::new(name), &mut files)?;
    }
    files.sort();
    let mut table = String::from("&[\n");
    for (number, file) in files.iter().enumerate() {
        let compressed = out.join(format!("{number}.br"));
        compress(&web.join(file), &compressed)?;
        writeln!(table, "({file:?}, include_bytes!({compressed:?})),").expect("a text takes all");
    }
    fs::write(out.join("compressed.rs"), table + "]")
}

/// The paths of all files at or below `path`, as addresses have them.
fn find(web: &Path, path: &Path, files: &mut Vec<String>) -> io::Result<()> {
    if !web.join(path).is_dir() {
        let parts = path.iter().map(|part| part.to_string_lossy());
        files.push(parts.collect::<Vec<_>>().join("/"));
        return Ok(());
    }
    for entry in fs::read_dir(web.join(path))? {
        find(web, &path.join(entry?.file_name()), files)?;
    }
    Ok(())
}

/// Writes a file compressed as well as Brotli can: it is done once.
fn compress(from: &Path, to: &Path) -> io::Result<()> {
    let params = BrotliEncoderParams::default();
    BrotliCompress(&mut fs::File::open(from)?, &mut fs::File::create(to)?, &params).map(drop)
}
