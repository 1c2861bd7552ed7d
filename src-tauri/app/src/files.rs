//! Files the student names: read within a limit, written whole or not at all.

use std::fs::File;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use startline_drafts::{Cause, DiskError, Doing};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::Failure;

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// A sentence if it is missing, not a file, larger than `limit`, or can't be read.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let name = shown(path);
    // Asked first, since Windows refuses to open a folder as if it were forbidden.
    if path.is_dir() {
        return Err(Failure::request(format!("{name} is a folder. Choose a file in it.")));
    }
    let failed = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotFound => {
            Failure::request(format!("There is no file {name}. Check its name and folder."))
        }
        ErrorKind::PermissionDenied => {
            Failure::request(format!("{name} may not be read. Change its permissions, or copy it elsewhere."))
        }
        _ => match DiskError::new(Doing::Importing, path, error) {
            busy @ DiskError { cause: Cause::Busy, .. } => busy.into(),
            other => Failure::request(other),
        },
    };
    let file = File::open(path).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > limit {
        let most = limit / 1_000_000;
        return Err(Failure::other(format!(
            "{name} is larger than {most} MB, the most that is read. Nothing was changed."
        )));
    }
    Ok(bytes)
}

/// Writes a file whole or not at all: what stood there stays until the new one is complete.
///
/// # Errors
/// A sentence if the folder is missing or can't be written to, or the disk is full.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // What a link points to is replaced, not the link.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let is_device = std::fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir());
    if is_device {
        // A device or a pipe can't be replaced: it is written to.
        let written = File::options().write(true).open(path).and_then(|mut file| file.write_all(bytes));
        return written.map_err(|error| DiskError::new(Doing::Exporting, path, &error).into());
    }
    Ok(startline_drafts::write_file(path, bytes, true)?)
}

fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A name without its extension that every system takes, however another one let it be called.
pub(crate) fn safe_stem(name: &str) -> String {
    let forbidden = |c: char| "<>:\"/\\|?*".contains(c) || c.is_control();
    let stem: String = name.chars().map(|c| if forbidden(c) { '-' } else { c }).collect();
    let stem = stem.trim_matches(['.', ' ']).to_owned();
    // Windows takes these for devices, whatever follows them after a full stop.
    let device = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |kind: &str| {
        let number = device.strip_prefix(kind).map(|number| number.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['1'..='9' | '¹' | '²' | '³']))
    };
    let is_device = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&device.as_str());
    if is_device || numbered("COM") || numbered("LPT") { format!("_{stem}") } else { stem }
}

/// The path with the extension that its contents have: a save dialog does not add it everywhere. Where it
/// had to be added and that name is taken, a free name is found, since nobody was asked about it.
pub(crate) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|given| given.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let stem = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let named = |suffix: String| path.with_file_name(format!("{stem}{suffix}.{extension}"));
    let free = (2..1000).map(|n| named(format!(" ({n})")));
    std::iter::once(named(String::new())).chain(free).find(|each| !each.exists()).unwrap_or(path)
}

/// A name that a recruiter can file: `Zoe-Nguyen-Availability.pdf`. Letters of every script stand; marks on
/// Latin ones don't.
#[must_use]
pub fn file_name(candidate: &str, what: &str, extension: &str) -> String {
    let mut latin = String::new();
    let mut before = ' ';
    for c in candidate.nfd() {
        // A mark is dropped after a Latin letter and kept in scripts that need it.
        if !(is_combining_mark(c) && before.is_ascii()) {
            latin.push(c);
            before = c;
        }
    }
    let name: String = latin.nfc().collect();
    let words: Vec<String> = name
        .split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c)))
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(40).collect())
        .take(6)
        .collect();
    let who = if words.is_empty() { "Startline".to_owned() } else { words.join("-") };
    format!("{who}-{what}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_can_be_filed() {
        let check = |name: &str, expected: &str| assert_eq!(file_name(name, "Availability", "pdf"), expected);
        check("Zoë Nguyễn", "Zoe-Nguyen-Availability.pdf");
        check("王小明", "王小明-Availability.pdf");
        check("आरव शर्मा", "आरव-शर्मा-Availability.pdf");
        check("../../etc/passwd", "etc-passwd-Availability.pdf");
        check("  ", "Startline-Availability.pdf");
        check("Anne-Marie O’Neil", "Anne-Marie-O-Neil-Availability.pdf");
    }

    #[test]
    fn a_name_from_another_system_is_one_here() {
        for (name, safe) in [
            ("Zoe-Nguyen-Resume", "Zoe-Nguyen-Resume"),
            ("Lebenslauf 王小明 (2)", "Lebenslauf 王小明 (2)"),
            ("Why?", "Why-"),
            ("a\"b<c>d|e*f:g\\h/i", "a-b-c-d-e-f-g-h-i"),
            ("line\nbreak", "line-break"),
            (" .. name. . ", "name"),
            ("AUX", "_AUX"),
            ("nul.tar", "_nul.tar"),
            ("Com1", "_Com1"),
            ("LPT²", "_LPT²"),
            ("COM", "COM"),
            ("COM10", "COM10"),
            ("Console", "Console"),
            ("...", ""),
        ] {
            assert_eq!(safe_stem(name), safe);
        }
    }

    #[test]
    fn an_extension_is_added_and_never_over_another_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        assert_eq!(with_extension(path("a.PDF"), "pdf"), path("a.PDF"));
        assert_eq!(with_extension(path("a"), "pdf"), path("a.pdf"));
        std::fs::write(path("a.pdf"), "mine").unwrap();
        assert_eq!(with_extension(path("a"), "pdf"), path("a (2).pdf"));
        assert_eq!(with_extension(path("v1.2"), "pdf"), path("v1.2.pdf"));
    }

    #[test]
    fn a_failed_write_says_why_and_leaves_what_stood() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("header.pdf");
        write_file(&file, b"one").unwrap();
        write_file(&file, b"two").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        let below_a_file = write_file(&file.join("x.pdf"), b"three").unwrap_err();
        assert!(below_a_file.message.contains("a file stands where a folder is needed"), "{below_a_file}");
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays behind");
        std::fs::create_dir(folder.path().join("inner")).unwrap();
        let onto_a_folder = write_file(&folder.path().join("inner"), b"three").unwrap_err();
        assert!(onto_a_folder.message.contains("a folder stands where a file is needed"), "{onto_a_folder}");
        let missing = write_file(&folder.path().join("no/x.pdf"), b"").unwrap_err();
        assert!(missing.message.contains("its folder is not there"), "{missing}");
    }

    #[test]
    fn a_file_is_read_within_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("posting.txt");
        std::fs::write(&file, "12345").unwrap();
        assert_eq!(read_file(&file, 5).unwrap(), b"12345");
        assert!(read_file(&file, 4).unwrap_err().message.contains("larger than"));
        assert_eq!(read_file(folder.path(), 5).unwrap_err().exit_status(), 2);
        assert!(read_file(&folder.path().join("none"), 5).unwrap_err().message.contains("no file none"));
        let below = read_file(&file.join("x.txt"), 5).unwrap_err();
        assert!(below.message.contains("a file stands where a folder is needed"), "{below}");
        assert_eq!(below.exit_status(), 2);
    }
}
