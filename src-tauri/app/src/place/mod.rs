//! The availability on the student's own résumé: a stranger's file, opened in a child and never written to.

mod asked;
mod original;
mod resumes;
mod work;

use serde::{Deserialize, Serialize};
use startline_pdf::Proof;
use startline_pdf::place::{Area, Way, Where};

use crate::isolated::{self, Job, parted};
use crate::{Failure, Preview};

pub use asked::{Asked, Password, What, Wish};
pub use original::Original;
pub use resumes::{OpenResume, Resumes};
pub(crate) use work::{placed, shown};

/// A résumé with the availability on it, as it would be saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Placement {
    /// The way that was taken.
    pub chosen: Where,
    /// Why, in a sentence.
    pub why: String,
    /// The size at which the page's own content is shown, 1 where it is as it was.
    pub scale: f32,
    /// How far what follows moved down, in points.
    pub moved: f32,
    /// The name that the résumé bears.
    pub name: Option<String>,
    /// Whether a line that Startline had placed before was taken off first.
    pub replaced_earlier: bool,
    /// What the student should know before saving, in sentences.
    pub warnings: Vec<String>,
    /// Where the drawing stands.
    pub area: Area,
    /// What parsers read back from the new file.
    pub proof: Proof,
    /// Whether the dates are among that: a file they can't be read from is not saved.
    pub dates_read: bool,
    /// How much of the résumé's own text reads as before; `None` where that can't be compared.
    pub kept: Option<Kept>,
}

/// Letters and digits of the résumé, without spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Kept {
    /// How many there were.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub before: usize,
    /// How many of them read as before.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub after: usize,
}

/// A placement and what the window shows beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct ShownResume {
    /// The résumé's first page as it is.
    pub before: Preview,
    /// The new file's first page.
    pub after: Preview,
    /// Every way, with why it is or isn't possible.
    pub ways: Vec<Way>,
    /// What would be saved.
    pub placement: Placement,
}

impl Placement {
    /// Dates that can't be read back are not handed out.
    fn dates_are_read(&self) -> Result<(), Failure> {
        if self.dates_read {
            return Ok(());
        }
        Err(Failure::other(format!("{} The file was not saved.", self.proof.problems.join(" "))))
    }
}

/// Puts a draft's availability on a résumé, in a child. The résumé's bytes are only read.
///
/// # Errors
/// A sentence where the dates can't be stated, the résumé can't be opened or changed, the way asked for isn't
/// possible on it, or the dates don't read back from the new file.
pub fn place_on(resume: &[u8], asked: Asked) -> Result<(Placement, Vec<u8>), Failure> {
    let output = isolated::run(&Job::Place(Box::new(asked)), resume)?;
    let (placement, pdf) = parted::<Placement>(&output).ok_or_else(unfinished)?;
    placement.dates_are_read()?;
    Ok((placement, pdf.to_vec()))
}

/// The same with pictures and all ways, whether or not the dates read back: the window shows that.
fn show_on(resume: &[u8], asked: Asked) -> Result<(ShownResume, Vec<u8>), Failure> {
    let output = isolated::run(&Job::Show(Box::new(asked)), resume)?;
    let (shown, pdf) = parted::<ShownResume>(&output).ok_or_else(unfinished)?;
    Ok((shown, pdf.to_vec()))
}

fn unfinished() -> Failure {
    Failure::other("The new file was not finished. Your résumé is as it was. Try again.")
}
