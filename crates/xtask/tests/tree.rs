//! What the repository holds: no addresses of one machine, short files, tables of contents, a small top level.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const TOP_LEVEL: &[&str] = &[
    ".cargo",
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "clippy.toml",
    "crates",
    "data",
    "deny.toml",
    "docs",
    "rustfmt.toml",
    "web",
];

const LONGEST_SOURCE: usize = 600;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files that git tracks or would add, from the root, except those deleted in the work tree.
fn files() -> Vec<String> {
    let output = Command::new("git")
        // In a container the clone often belongs to another user.
        .args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git starts");
    assert!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let listing = String::from_utf8(output.stdout).expect("names of files are UTF-8");
    let names = listing.split_terminator('\0').filter(|name| root().join(name).is_file());
    names.map(str::to_owned).collect()
}

/// Those files that are text, with it.
fn texts() -> impl Iterator<Item = (String, String)> {
    files()
        .into_iter()
        .filter_map(|name| fs::read_to_string(root().join(&name)).ok().map(|text| (name, text)))
}

fn is_source(name: &str) -> bool {
    [".rs", ".js", ".ts", ".css", ".html"].iter().any(|ending| name.ends_with(ending))
}

#[test]
fn no_file_names_a_registry_or_a_place_on_one_machine() {
    // In two pieces, or this file would hold them.
    let forbidden = [
        ["registry.", "npmjs.org"],
        ["registry.", "yarnpkg.com"],
        ["index.", "crates.io"],
        ["static.", "crates.io"],
        ["crates.io", "-index"],
        ["/wor", "k/"],
        ["/roo", "t/"],
    ]
    .map(|pieces| pieces.concat());
    for (name, text) in texts() {
        // Cargo writes the name of the public registry there itself.
        if name == "Cargo.lock" {
            continue;
        }
        for address in &forbidden {
            let line = text.lines().position(|line| line.contains(address)).map(|index| index + 1);
            assert_eq!(line, None, "{name} has {address:?} in this line");
        }
    }
}

#[test]
fn the_lock_file_of_the_web_tests_names_no_download_address() {
    let lock =
        fs::read_to_string(root().join("web/package-lock.json")).expect("web/package-lock.json is there");
    assert!(lock.contains("\"integrity\""), "the packages are locked by their hashes");
    assert!(!lock.contains("\"resolved\""), "see omit-lockfile-registry-resolved in web/.npmrc");
}

#[test]
fn lib_files_are_tables_of_contents() {
    let mut seen = 0;
    for (name, text) in texts().filter(|(name, _)| name.ends_with("src/lib.rs")) {
        seen += 1;
        let function = text
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default())
            .find(|code| code.split_whitespace().any(|word| word == "fn" || word == "impl"));
        assert_eq!(function, None, "{name} holds code");
    }
    assert!(seen > 0, "no lib.rs found");
}

#[test]
fn no_source_file_is_long() {
    for (name, text) in texts().filter(|(name, _)| is_source(name)) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST_SOURCE, "{name} has {lines} lines: which rooms does it hold?");
    }
}

#[test]
fn the_top_level_holds_these_names_and_no_others() {
    let found = files();
    let found: BTreeSet<&str> = found.iter().filter_map(|name| name.split('/').next()).collect();
    assert_eq!(found, TOP_LEVEL.iter().copied().collect());
}
