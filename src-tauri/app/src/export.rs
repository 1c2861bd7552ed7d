//! What leaves the program as a file: the header as a PDF or a picture, the internship's days.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;
use startline_drafts::{Draft, SentAs};
use startline_engine::Choice;
use startline_pdf::{Expected, Header, Proof};

use crate::files::{file_name, with_extension, write_file};
use crate::fonts::fonts;
use crate::isolated::{self, Job};
use crate::judged::state;
use crate::{Failure, Wording, ics, line};

/// A file made and ready to be saved, before anyone is asked where. [`crate::Desk::send`] saves it and keeps
/// a copy with the draft.
#[derive(Debug)]
pub struct Export {
    /// What it is.
    pub(crate) what: SentAs,
    /// The name it is offered under.
    pub(crate) file_name: String,
    /// The whole file.
    pub(crate) bytes: Vec<u8>,
    /// The dates that it states.
    pub(crate) stated: Option<Choice>,
    /// For a PDF, what parsers read back from it.
    pub(crate) proof: Option<Proof>,
}

/// What was saved.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Exported {
    /// The file's own name, without its folder: no path crosses to the page.
    pub file_name: String,
    /// For a PDF, what parsers read back from it.
    pub proof: Option<Proof>,
    /// What else the student should know, such as that no copy could be kept.
    pub note: Option<String>,
}

impl Export {
    /// The header as a PDF, read back before anyone sees it.
    ///
    /// # Errors
    /// A sentence where the dates can't be stated, the name can't be drawn, or the file does not read back.
    pub fn header(draft: &Draft, today: NaiveDate) -> Result<Self, Failure> {
        let (bytes, proof) = proven_header(draft, today)?;
        let file_name = file_name(&draft.candidate.name, "Availability", "pdf");
        let stated = Some(state(draft, today)?.choice());
        Ok(Self { what: SentAs::Header, file_name, bytes, stated, proof: Some(proof) })
    }

    /// The internship's days as a calendar file.
    ///
    /// # Errors
    /// A sentence where the dates can't be stated.
    pub fn ics(draft: &Draft, today: NaiveDate) -> Result<Self, Failure> {
        let bytes = ics(draft, today)?.into_bytes();
        let file_name = file_name(&draft.title, "Internship", "ics");
        let stated = Some(state(draft, today)?.choice());
        Ok(Self { what: SentAs::Calendar, file_name, bytes, stated, proof: None })
    }

    /// The header as a picture.
    ///
    /// # Errors
    /// As for the PDF, from which it is drawn.
    pub fn picture(draft: &Draft, today: NaiveDate) -> Result<Self, Failure> {
        let bytes = header_png(draft, today)?;
        let file_name = file_name(&draft.candidate.name, "Availability", "png");
        let stated = Some(state(draft, today)?.choice());
        Ok(Self { what: SentAs::Picture, file_name, bytes, stated, proof: None })
    }

    /// A résumé with the availability on it.
    pub(crate) fn resume(file_name: String, bytes: Vec<u8>, stated: Choice, proof: Proof) -> Self {
        Self { what: SentAs::Resume, file_name, bytes, stated: Some(stated), proof: Some(proof) }
    }

    /// The name it is offered under.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.file_name.clone()
    }

    /// Saves it, whole or not at all, and gives the path that it has.
    pub(crate) fn write(&self, path: PathBuf) -> Result<(PathBuf, Exported), Failure> {
        let path = with_extension(path, self.what.extension());
        write_file(&path, &self.bytes)?;
        let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok((path, Exported { file_name, proof: self.proof.clone(), note: None }))
    }
}

/// The header of a draft as a PDF.
///
/// # Errors
/// A sentence where the dates can't be stated, the name can't be drawn, or the file does not read back.
pub fn header_pdf(draft: &Draft, today: NaiveDate) -> Result<Vec<u8>, Failure> {
    proven_header(draft, today).map(|(bytes, _)| bytes)
}

/// The header of a draft as a picture, PNG: the very PDF, drawn as far down as it says something.
///
/// # Errors
/// As for the PDF.
pub fn header_png(draft: &Draft, today: NaiveDate) -> Result<Vec<u8>, Failure> {
    let says = line(draft, Wording::Text, today)?;
    let about = format!("{}. {says}", draft.candidate.name.trim());
    startline_pdf::picture_png(&header_pdf(draft, today)?, &about).map_err(Failure::other)
}

fn proven_header(draft: &Draft, today: NaiveDate) -> Result<(Vec<u8>, Proof), Failure> {
    let stated = state(draft, today)?;
    let expected = Expected::header(&draft.candidate, &stated);
    let header = Header { candidate: draft.candidate.clone(), stated, style: draft.style.clone() };
    let bytes = header.to_pdf(&fonts(&draft.candidate, draft.style.typeface)).map_err(Failure::other)?;
    let proof = startline_pdf::proof(&bytes, Some(&expected));
    if proof.passed {
        return Ok((bytes, proof));
    }
    Err(Failure::other(format!("{} The file was not saved.", proof.problems.join(" "))))
}

/// What parsers read back from any PDF, set against a draft where one is given. A file that can't be read
/// gives a proof that did not pass.
///
/// # Errors
/// A sentence where the draft's dates can't be stated, or the file takes too much to read.
pub fn proof(pdf: &[u8], draft: Option<&Draft>, today: NaiveDate) -> Result<Proof, Failure> {
    let expected = match draft {
        Some(draft) => Some(Expected::header(&draft.candidate, &state(draft, today)?)),
        None => None,
    };
    let proof = isolated::run(&Job::Proof(expected), pdf)?;
    serde_json::from_slice(&proof).map_err(Failure::other)
}
