//! Why the store refused, as sentences for the student.

use crate::{DiskError, Doing, DraftError, NotAnId, Revision};

/// Why something could not be done with the drafts. Nothing was lost by it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The file to take over holds no draft.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// A name that no draft, revision or sent copy can have.
    #[error(transparent)]
    NoSuchName(#[from] NotAnId),
    /// The account has no home folder.
    #[error(
        "Startline can’t tell where this account keeps its data, because no home folder is set. Set \
         STARTLINE_DATA to a folder, then start Startline again."
    )]
    NoHome,
    /// The draft's file is not there.
    #[error(
        "This draft is no longer there: it was deleted, or its file was moved away. What you typed is still \
         here. Save it as a new draft to keep it."
    )]
    Gone,
    /// The draft's file can't be read.
    #[error("{reason}{}", offer(.good))]
    Damaged {
        /// What is wrong with it.
        reason: DraftError,
        /// The newest revision that can be read, if there is one.
        good: Option<Revision>,
    },
    /// The draft has a newer format than this version knows.
    #[error(
        "This draft was written by a newer version of Startline (format {format}), so it can be read here and \
         not changed. Update Startline to edit it."
    )]
    Newer {
        /// The format it has.
        format: u32,
    },
    /// The file is not what the edit began with.
    #[error(
        "This draft was changed elsewhere since you opened it, and that change was not overwritten. What you \
         typed is still here. Save it as a new draft, or open the draft again to see the change."
    )]
    Changed,
    /// Another running copy is editing it.
    #[error(
        "This draft is open in another Startline, so here it can only be read. Close it there, or take it over \
         to edit it here."
    )]
    Held,
    /// Another running copy took the draft over.
    #[error(
        "Another Startline took this draft over, so it is no longer saved from here. What you typed is still \
         here. Save it as a new draft, or take the draft back."
    )]
    TakenOver,
    /// A sent copy is not what it was.
    #[error(
        "The kept copy is damaged: it is no longer what was sent. The file that you saved then may still be good."
    )]
    CopyDamaged,
    /// The archive or its part can't be read.
    #[error("This file is not a Startline archive, or it is damaged ({reason}). Nothing was changed.")]
    Archive {
        /// What is wrong with it.
        reason: String,
    },
    /// The system has no chance to give.
    #[error("The system gives no random numbers, which a new draft’s name needs. Start the computer anew.")]
    NoChance,
}

impl StoreError {
    /// The same, said to someone whose typing is at stake.
    pub(crate) fn while_saving(self) -> Self {
        match self {
            Self::Disk(error) => Self::Disk(DiskError { doing: Doing::Saving, ..error }),
            other => other,
        }
    }

    /// A word for the page, where it has to do something else than to show the sentence.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::Gone => Some("gone"),
            Self::Damaged { .. } => Some("damaged"),
            Self::Newer { .. } => Some("newer"),
            Self::Changed => Some("changed"),
            Self::Held => Some("held"),
            Self::TakenOver => Some("taken-over"),
            _ => None,
        }
    }
}

fn offer(good: &Option<Revision>) -> String {
    match good {
        Some(good) => {
            format!(
                " Startline has a good copy of {} to put in its place.",
                good.when.format("%-d %B %Y, %H:%M UTC")
            )
        }
        None => String::new(),
    }
}
