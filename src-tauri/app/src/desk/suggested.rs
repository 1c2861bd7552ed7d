//! What is recommended for drafts that state nothing yet, as the list says it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use startline_drafts::{DraftId, Summary};
use startline_engine::Choice;

use super::{Desk, parsed};
use crate::Failure;
use crate::judged::suggestion;

/// The dates recommended for drafts, as far as they were asked for: each is good for a day, and until its draft is
/// saved again.
pub(super) type Suggestions = Mutex<HashMap<DraftId, (DateTime<Utc>, NaiveDate, Option<Choice>)>>;

/// The dates recommended for a draft for which the student chose none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Suggested {
    /// The draft.
    pub id: DraftId,
    /// The start date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub start: NaiveDate,
    /// The end date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub end: NaiveDate,
}

impl Desk {
    /// The dates recommended for those of these drafts that state none and can be opened.
    ///
    /// # Errors
    /// A sentence where the drafts can't be listed.
    pub fn suggested(&self, ids: &[String], today: NaiveDate) -> Result<Vec<Suggested>, Failure> {
        let drafts = self.list()?;
        let suggested = ids.iter().filter_map(|id| {
            let id = parsed(id).ok()?;
            let summary = drafts.iter().find(|draft| draft.id == id && draft.start.is_none())?;
            let Choice { start, end, .. } = self.suggestion(summary, today)?;
            Some(Suggested { id, start, end })
        });
        Ok(suggested.collect())
    }

    fn suggestion(&self, Summary { id, changed, .. }: &Summary, today: NaiveDate) -> Option<Choice> {
        let known = self.suggestions.lock().unwrap_or_else(PoisonError::into_inner).get(id).copied();
        if let Some((_, _, choice)) = known.filter(|(then, day, _)| (then, *day) == (changed, today)) {
            return choice;
        }
        let draft = self.store().ok()?.load(*id).ok()?.draft;
        let choice = suggestion(&draft, today);
        self.suggestions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(*id, (*changed, today, choice));
        choice
    }
}
