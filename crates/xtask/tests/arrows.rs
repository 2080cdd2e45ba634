//! Arrows between the crates run downward only, and each outside concern has its one crate.

#![expect(clippy::panic, reason = "helpers of tests say what is wrong")]

use std::{collections::BTreeSet, fs};

use cargo_metadata::{Dependency, DependencyKind, Metadata, MetadataCommand, Package};

/// Our crates, and which of our crates each may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("search", &["model"]),
    ("tantivy-engine", &["search", "model"]),
    ("indexer", &["text", "search", "model"]),
    ("server", &["search", "model"]),
    ("cli", &["server", "indexer", "tantivy-engine", "search", "text", "model"]),
    ("test-support", &["model"]),
    ("xtask", &["indexer", "text", "model"]),
];

/// What every crate's tests may use besides.
const FOR_TESTS: &str = "test-support";

/// Outside crates that only these crates of ours may name.
const RESERVED: &[(&str, &[&str])] = &[
    ("tantivy", &["tantivy-engine"]),
    ("axum", &["server"]),
    ("hyper", &["server"]),
    ("tower-http", &["server"]),
    ("anyhow", &["cli", "xtask"]),
];

fn metadata() -> Metadata {
    MetadataCommand::new().no_deps().exec().expect("cargo describes its own workspace")
}

/// A package's folder name: `model` for `quotidian-model`, nothing for an outside crate.
fn ours(package: &str) -> Option<&str> {
    package.strip_prefix("quotidian-")
}

fn allowed(package: &Package) -> &'static [&'static str] {
    let name = ours(&package.name).expect("every package is called quotidian-NAME");
    let row = ARROWS.iter().find(|(from, _)| *from == name);
    row.unwrap_or_else(|| panic!("{name} is missing from the table of arrows")).1
}

/// The dependencies of every package that break `rule`, one line each.
fn breaches(rule: impl Fn(&Package, &Dependency) -> bool) -> Vec<String> {
    let metadata = metadata();
    let pairs =
        metadata.packages.iter().flat_map(|package| package.dependencies.iter().map(move |to| (package, to)));
    pairs
        .filter(|(package, dependency)| !rule(package, dependency))
        .map(|(package, dependency)| {
            format!("{} -> {} ({:?})", package.name, dependency.name, dependency.kind)
        })
        .collect()
}

fn is_for_tests(dependency: &Dependency) -> bool {
    dependency.kind == DependencyKind::Development
}

#[test]
fn the_table_of_arrows_names_every_crate_and_no_other() {
    let metadata = metadata();
    let found: BTreeSet<_> = metadata.packages.iter().filter_map(|package| ours(&package.name)).collect();
    assert_eq!(found, ARROWS.iter().map(|(name, _)| *name).collect());
}

#[test]
fn the_table_of_arrows_runs_downward() {
    let height = |name: &&str| ARROWS.iter().position(|(from, _)| from == name);
    for (from, all) in ARROWS {
        for to in *all {
            assert!(height(to) < height(from), "{from} -> {to} points upward");
        }
    }
}

#[test]
fn dependencies_follow_the_arrows() {
    let found = breaches(|package, dependency| {
        ours(&dependency.name).is_none_or(|to| is_for_tests(dependency) || allowed(package).contains(&to))
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn dependencies_of_tests_follow_the_arrows() {
    let found = breaches(|package, dependency| {
        ours(&dependency.name)
            .is_none_or(|to| !is_for_tests(dependency) || to == FOR_TESTS || allowed(package).contains(&to))
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn outside_concerns_have_their_own_crate() {
    let found = breaches(|package, dependency| {
        RESERVED
            .iter()
            .filter(|(name, _)| *name == dependency.name)
            .all(|(_, holders)| ours(&package.name).is_some_and(|name| holders.contains(&name)))
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn every_crate_has_the_lints_of_the_workspace() {
    for package in metadata().packages {
        let manifest = fs::read_to_string(&package.manifest_path).expect("a manifest is readable");
        assert!(manifest.contains("[lints]\nworkspace = true\n"), "{} has lints of its own", package.name);
    }
}

#[test]
fn a_folder_holds_the_package_of_its_name() {
    for package in metadata().packages {
        let folder = package.manifest_path.parent().and_then(|folder| folder.file_name());
        assert_eq!(ours(&package.name), folder, "package {}", package.name);
    }
}
