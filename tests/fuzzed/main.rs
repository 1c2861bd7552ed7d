//! The inputs kept for each fuzz target, small ones of our own, and whatever once broke something.

use std::collections::BTreeSet;

use startline_tests::fuzzed::TARGETS;
use startline_tests::root;

#[test]
fn kept_inputs_hold_what_their_target_checks() -> std::io::Result<()> {
    for (name, check) in TARGETS {
        let mut count = 0;
        for entry in std::fs::read_dir(root().join("tests/fuzz/corpus").join(name))? {
            check(&std::fs::read(entry?.path())?);
            count += 1;
        }
        assert!(count > 0, "no inputs are kept for {name}");
    }
    Ok(())
}

#[test]
fn every_target_has_its_check_and_its_inputs() -> std::io::Result<()> {
    let named = |folder: &str| -> std::io::Result<BTreeSet<String>> {
        let entries = std::fs::read_dir(root().join("tests/fuzz").join(folder))?;
        entries
            .map(|entry| {
                let path = entry?.path();
                Ok(path.file_stem().unwrap_or_default().to_string_lossy().into_owned())
            })
            .collect()
    };
    let checks: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(named("fuzz_targets")?, checks);
    assert_eq!(named("corpus")?, checks);
    let manifest = std::fs::read_to_string(root().join("tests/fuzz/Cargo.toml"))?;
    for name in checks {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} is no [[bin]] of tests/fuzz");
    }
    Ok(())
}
