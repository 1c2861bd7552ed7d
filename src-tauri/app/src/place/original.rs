//! The student's own file, which is never written to.

use std::path::Path;

use crate::Failure;
use crate::files::read_file;

/// A résumé as it was opened: where it stands, as far as that is known, and what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Original<'a> {
    /// Its path; `None` where it was dropped on the window, which hands over contents only.
    pub path: Option<&'a Path>,
    /// Its contents.
    pub bytes: &'a [u8],
}

impl Original<'_> {
    /// Refuses a path at which this very résumé stands, by whatever name or link it is reached.
    ///
    /// # Errors
    /// A sentence that says so.
    pub fn spare(&self, path: &Path) -> Result<(), Failure> {
        let named = self.path.is_some_and(|own| same_file::is_same_file(own, path).unwrap_or(false));
        if named || self.is_at(path) {
            return Err(Failure::request(
                "That is your résumé itself, and it is never written over. Save the copy under another name.",
            ));
        }
        Ok(())
    }

    /// Whether the same contents stand there: of a dropped file nothing else is known.
    fn is_at(&self, path: &Path) -> bool {
        let length = self.bytes.len() as u64;
        std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() == length)
            && read_file(path, length).is_ok_and(|bytes| bytes == self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resume_is_spared_by_every_name_it_has() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("resume.pdf"), "mine").unwrap();
        std::fs::write(path("other.pdf"), "else").unwrap();
        std::fs::hard_link(path("resume.pdf"), path("linked.pdf")).unwrap();
        std::fs::create_dir(path("inner")).unwrap();
        let own = path("resume.pdf");
        let original = Original { path: Some(&own), bytes: b"mine" };
        for name in ["resume.pdf", "linked.pdf", "inner/../resume.pdf"] {
            let refused = original.spare(&path(name)).unwrap_err();
            assert!(refused.message.contains("your résumé itself"), "{name}: {refused}");
            assert_eq!(refused.exit_status(), 2);
        }
        for name in ["other.pdf", "none.pdf", "none/none.pdf", "inner"] {
            assert_eq!(original.spare(&path(name)), Ok(()), "{name}");
        }
        // One that changed since it was opened is still the student's own.
        std::fs::write(path("resume.pdf"), "mine, edited").unwrap();
        assert!(original.spare(&path("resume.pdf")).is_err() && original.spare(&path("linked.pdf")).is_err());
        // Of one that was dropped only the contents are known.
        assert!(Original { path: None, bytes: b"else" }.spare(&path("other.pdf")).is_err());
    }
}
