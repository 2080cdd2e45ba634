//! Compresses the pages of `web/`, new files included, so that the program holds them both ways.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use brotli::{BrotliCompress, enc::BrotliEncoderParams};

fn main() -> io::Result<()> {
    let web = Path::new("../../web");
    let compressed = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder")).join("web");
    if compressed.exists() {
        fs::remove_dir_all(&compressed)?;
    }
    fs::create_dir_all(&compressed)?;
    for name in ["index.html", "static"] {
        println!("cargo::rerun-if-changed={}", web.join(name).display());
        compress(&web.join(name), &compressed.join(name))?;
    }
    Ok(())
}

/// Writes a file, or every file below a folder, compressed as well as Brotli can: it is done once.
fn compress(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        let mut file = fs::File::open(from)?;
        BrotliCompress(&mut file, &mut fs::File::create(to)?, &BrotliEncoderParams::default())?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        compress(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}
