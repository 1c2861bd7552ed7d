//! Postings, drafts and time, from the command line's words.

use std::io::Read as _;
use std::path::Path;

use chrono::{Local, NaiveDate};
use startline_app::{Failure, POSTING_LIMIT, import_resume, posting_text, read_file};
use startline_drafts::Draft;
use startline_engine::{Choice, Commitment, FreeSpan, Span};

use crate::arguments::{Day, Named, Time};
use crate::calendar;
use crate::output::complain;

/// The bytes of a file, or of standard input.
pub(crate) fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    if path != Path::new("-") {
        return read_file(path, limit);
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::request(format!("Standard input can’t be read: {error}.")))?;
    if bytes.len() as u64 > limit {
        return Err(Failure::other(format!(
            "Standard input is larger than {} MB, the most that is read.",
            limit / 1_000_000
        )));
    }
    Ok(bytes)
}

/// The text of a posting, from any of its kinds of file.
pub(crate) fn posting(path: &Path) -> Result<String, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(posting_text(name.as_deref(), &bytes(path, POSTING_LIMIT)?)?.text)
}

/// A draft; `what` a file holds is told from its contents.
pub(crate) fn draft(path: &Path) -> Result<Draft, Failure> {
    startline_app::parse_draft(&bytes(path, POSTING_LIMIT)?)
}

/// A draft as it stands, or a new one from a posting.
pub(crate) fn draft_or_posting(path: &Path) -> Result<Draft, Failure> {
    let bytes = bytes(path, POSTING_LIMIT)?;
    if startline_app::is_draft(&bytes) {
        return startline_app::parse_draft(&bytes);
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let text = posting_text(name.as_deref(), &bytes)?.text;
    Ok(startline_app::new_draft(text))
}

/// The draft with what the flags say of time added.
pub(crate) fn with_time(mut draft: Draft, time: &Time) -> Result<Draft, Failure> {
    let calendar = &mut draft.calendar;
    calendar.free.extend(time.free.iter().map(|(first, last)| FreeSpan { first: Some(*first), last: *last }));
    let named = |spans: &[Named]| {
        let commitment =
            |(name, first, last): &Named| Commitment { name: name.clone(), first: Some(*first), last: *last };
        spans.iter().map(commitment).collect::<Vec<_>>()
    };
    calendar.fixed.extend(named(&time.busy));
    calendar.flexible.extend(named(&time.away));
    calendar.limits.extend(named(&time.limit));
    calendar.graduation = time.graduation.or(calendar.graduation);
    draft.starts.extend(&time.start);
    calendar::add(&mut draft, time)?;
    Ok(draft)
}

/// The draft with a candidate and stated dates.
pub(crate) fn with_person(
    mut draft: Draft,
    candidate: Option<&Path>,
    state: Option<Span>,
) -> Result<Draft, Failure> {
    if let Some(path) = candidate {
        let imported = import_resume(&bytes(path, POSTING_LIMIT)?)?;
        imported.notes.iter().for_each(|note| complain(note));
        draft.candidate = imported.candidate;
    }
    if let Some(span) = state {
        let full_time = draft.stated.is_some_and(|stated| stated.full_time);
        draft.stated = Some(Choice { start: span.first(), end: span.last(), full_time });
    }
    Ok(draft)
}

/// A new draft that holds only a candidate.
pub(crate) fn resume(path: &Path) -> Result<Draft, Failure> {
    with_person(Draft::default(), Some(path), None)
}

/// The day given, else the computer's.
pub(crate) fn today(day: &Day) -> NaiveDate {
    day.today.unwrap_or_else(|| Local::now().date_naive())
}
