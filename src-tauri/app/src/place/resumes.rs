//! The résumé that the window has open. Its bytes stay here: the page holds a number that stands for it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use serde::Serialize;
use startline_drafts::Draft;
use startline_engine::Choice;

use super::{Asked, Original, Password, Placement, ShownResume, Wish, show_on};
use crate::files::{file_name, read_file};
use crate::judged::state;
use crate::{Export, Failure, PDF_LIMIT};

/// The place for the one résumé that the window has open at a time.
#[derive(Debug, Default)]
pub struct Resumes(Mutex<(u32, Option<Arc<Resume>>)>);

/// A résumé that was opened, as the page knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct OpenResume {
    /// What stands for it.
    pub handle: u32,
    /// Its file's name.
    pub name: String,
    /// Its size.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub bytes: usize,
}

/// A résumé, the password that opened it for as long as it is open, and what was made of it last.
#[derive(Debug)]
struct Resume {
    name: String,
    path: Option<PathBuf>,
    bytes: Vec<u8>,
    password: Mutex<Option<Password>>,
    /// The file that was shown last, and how it came about.
    copy: Mutex<Option<Copy>>,
}

#[derive(Debug)]
struct Copy {
    file_name: String,
    pdf: Vec<u8>,
    stated: Choice,
    placement: Placement,
}

impl Resumes {
    /// Opens a file that the student chose. What was open before is let go.
    ///
    /// # Errors
    /// A sentence where it can't be read, or is larger than a résumé may be.
    pub fn open(&self, path: &Path) -> Result<OpenResume, Failure> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(self.hold(name, Some(path.to_owned()), read_file(path, PDF_LIMIT)?))
    }

    /// Takes a file that was dropped on the window: its contents and its name, from no known place.
    ///
    /// # Errors
    /// A sentence where it is larger than a résumé may be.
    pub fn take(&self, name: &str, bytes: Vec<u8>) -> Result<OpenResume, Failure> {
        if bytes.len() as u64 > PDF_LIMIT {
            let most = PDF_LIMIT / 1_000_000;
            return Err(Failure::other(format!("{name} is larger than {most} MB, the most that is read.")));
        }
        Ok(self.hold(name.to_owned(), None, bytes))
    }

    /// What the résumé looks like with a draft's availability on it. A password that opens it is kept until
    /// the résumé is closed, so that the student can choose among the ways.
    ///
    /// # Errors
    /// A sentence where the dates can't be stated, or the résumé can't be opened or changed.
    pub fn show(
        &self,
        handle: u32,
        draft: Draft,
        today: NaiveDate,
        wish: Wish,
        password: Option<Password>,
    ) -> Result<ShownResume, Failure> {
        let resume = self.resume(handle)?;
        // What can't be shown can't be saved either.
        *locked(&resume.copy) = None;
        let password = password.or_else(|| locked(&resume.password).clone());
        let name = draft.candidate.name.clone();
        let stated = state(&draft, today)?.choice();
        let asked = Asked { draft, today, wish, password: password.clone() };
        let (shown, pdf) = show_on(&resume.bytes, asked)?;
        *locked(&resume.password) = password;
        let placement = shown.placement.clone();
        let who = if name.trim().is_empty() { placement.name.clone().unwrap_or_default() } else { name };
        let file_name = resume.copy_name(&who);
        *locked(&resume.copy) = Some(Copy { file_name, pdf, stated, placement });
        Ok(shown)
    }

    /// The copy that was shown last, ready to be saved.
    ///
    /// # Errors
    /// A sentence where there is none, or where the dates don't read back from it.
    pub fn copy(&self, handle: u32) -> Result<Export, Failure> {
        let resume = self.resume(handle)?;
        let copy = locked(&resume.copy);
        let copy = copy.as_ref().ok_or_else(|| Failure::other("There is no copy to save yet. Try again."))?;
        copy.placement.dates_are_read()?;
        let proof = copy.placement.proof.clone();
        Ok(Export::resume(copy.file_name.clone(), copy.pdf.clone(), copy.stated, proof))
    }

    /// Refuses a path at which the résumé itself stands.
    ///
    /// # Errors
    /// A sentence that says so.
    pub fn spare(&self, handle: u32, path: &Path) -> Result<(), Failure> {
        let resume = self.resume(handle)?;
        Original { path: resume.path.as_deref(), bytes: &resume.bytes }.spare(path)
    }

    /// Lets a résumé go, its password with it.
    pub fn close(&self, handle: u32) {
        let (last, open) = &mut *locked(&self.0);
        if *last == handle {
            *open = None;
        }
    }

    fn hold(&self, name: String, path: Option<PathBuf>, bytes: Vec<u8>) -> OpenResume {
        let (last, open) = &mut *locked(&self.0);
        *last = last.wrapping_add(1);
        let opened = OpenResume { handle: *last, name: name.clone(), bytes: bytes.len() };
        *open =
            Some(Arc::new(Resume { name, path, bytes, password: Mutex::default(), copy: Mutex::default() }));
        opened
    }

    fn resume(&self, handle: u32) -> Result<Arc<Resume>, Failure> {
        let (last, open) = &*locked(&self.0);
        let open = open.as_ref().filter(|_| *last == handle);
        open.cloned().ok_or_else(|| Failure::other("That résumé is not open any more. Open it again."))
    }
}

impl Resume {
    /// A name that a recruiter can file, and never the résumé's own.
    fn copy_name(&self, who: &str) -> String {
        let names = ["Resume", "Resume-with-dates"].map(|what| file_name(who, what, "pdf"));
        let own = self.name.to_lowercase();
        let [plain, other] = names;
        if plain.to_lowercase() == own { other } else { plain }
    }
}

fn locked<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;
    use crate::place::{What, Where};

    fn corpus(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/files").join(name)
    }

    /// A draft that states May 18 to August 17, 2026.
    fn draft(name: &str) -> Draft {
        let mut draft = crate::new_draft(startline_engine::SAMPLE_POSTING.to_owned());
        let free =
            startline_engine::FreeSpan { first: "2026-05-16".parse().ok(), last: "2026-08-23".parse().ok() };
        draft.calendar.free.push(free);
        draft.candidate.name = name.to_owned();
        draft
    }

    fn show(resumes: &Resumes, handle: u32, password: Option<&str>) -> Result<ShownResume, Failure> {
        let today = "2026-03-03".parse().unwrap();
        let password = password.map(|password| Password::new(password.to_owned()));
        resumes.show(handle, draft("Zoë Nguyễn"), today, Wish::default(), password)
    }

    #[test]
    fn a_resume_is_shown_before_and_after_and_its_copy_can_be_saved() {
        let resumes = Resumes::default();
        let opened = resumes.open(&corpus("reportlab-left.pdf")).unwrap();
        assert_eq!(opened.name, "reportlab-left.pdf");
        assert!(resumes.copy(opened.handle).is_err(), "nothing was looked at yet");
        let shown = show(&resumes, opened.handle, None).unwrap();
        assert!(shown.before.svg.contains("<svg") && shown.before.svg != shown.after.svg);
        assert!(shown.ways.len() == 3 && shown.placement.dates_read && shown.placement.proof.passed);
        let kept = shown.placement.kept.unwrap();
        assert!(kept.before > 200 && kept.after == kept.before, "{kept:?}");
        assert_eq!(resumes.copy(opened.handle).unwrap().file_name(), "Zoe-Nguyen-Resume.pdf");
        assert!(resumes.spare(opened.handle, &corpus("reportlab-left.pdf")).is_err());
        assert_eq!(resumes.spare(opened.handle, &corpus("reportlab-a3.pdf")), Ok(()));
    }

    #[test]
    fn one_resume_is_open_at_a_time_and_a_closed_one_is_gone() {
        let resumes = Resumes::default();
        let first = resumes.open(&corpus("reportlab-left.pdf")).unwrap();
        let bytes = std::fs::read(corpus("typst-left.pdf")).unwrap();
        let second = resumes.take("Zoe-Nguyen-Resume.pdf", bytes).unwrap();
        assert!(show(&resumes, first.handle, None).unwrap_err().message.contains("Open it again"));
        show(&resumes, second.handle, None).unwrap();
        assert_eq!(resumes.copy(second.handle).unwrap().file_name(), "Zoe-Nguyen-Resume-with-dates.pdf");
        // It came from no known place, and is spared by its contents.
        assert!(resumes.spare(second.handle, &corpus("typst-left.pdf")).is_err());
        resumes.close(first.handle);
        assert!(resumes.copy(second.handle).is_ok(), "a late call about another one closes nothing");
        resumes.close(second.handle);
        assert!(resumes.copy(second.handle).is_err());
    }

    #[test]
    fn a_password_opens_it_for_as_long_as_it_is_open() {
        let resumes = Resumes::default();
        let handle = resumes.open(&corpus("encrypted-user-aes-256.pdf")).unwrap().handle;
        let code = |password| show(&resumes, handle, password).map(|_| ()).map_err(|failure| failure.code);
        assert_eq!(code(None), Err(Code::NeedsPassword));
        assert_eq!(code(Some("shut")), Err(Code::WrongPassword));
        assert_eq!(code(None), Err(Code::NeedsPassword), "a wrong one is not kept");
        assert_eq!(code(Some("open")), Ok(()));
        let shown = show(&resumes, handle, None).unwrap();
        assert!(
            shown.before.problem.is_none()
                && shown.placement.warnings.iter().any(|it| it.contains("protected"))
        );
    }

    #[test]
    fn what_can_t_be_shown_can_t_be_saved() {
        let resumes = Resumes::default();
        let handle = resumes.open(&corpus("reportlab-left.pdf")).unwrap().handle;
        show(&resumes, handle, None).unwrap();
        let mut none = draft("Zoë");
        none.calendar.free.clear();
        let today = "2026-03-03".parse().unwrap();
        assert!(resumes.show(handle, none, today, Wish::default(), None).is_err());
        assert!(resumes.copy(handle).is_err());
        let header = Wish { what: What::Header, place: Some(Where::Splice), ..Wish::default() };
        let shown = resumes.show(handle, draft("Zoë"), today, header, None).unwrap();
        assert_eq!(shown.placement.chosen, Where::Band, "a way that isn't possible gives way to one that is");
        assert!(resumes.take("huge.pdf", vec![0; 50_000_001]).unwrap_err().message.contains("50 MB"));
    }
}
