//! The one move that would make a date fit (rule V6).

use chrono::NaiveDate;

use super::words::count;
use crate::ChangeKind;

/// “May 26 would fit if you were free 2 days sooner.”
pub(crate) fn change(kind: ChangeKind, days: i64, name: Option<&str>, start: NaiveDate) -> String {
    let start = start.format("%B %-d");
    match kind {
        ChangeKind::Drop => {
            format!("{start} would fit {} ({}).", condition(kind, days, name), count(days, "day"))
        }
        _ => format!("{start} would fit {}.", condition(kind, days, name)),
    }
}

/// “if you were free 2 days sooner”, “without Finals”
pub(super) fn condition(kind: ChangeKind, days: i64, name: Option<&str>) -> String {
    let days = count(days, "day");
    match (kind, name) {
        (ChangeKind::FreeUntil, _) => format!("if you were free {days} longer"),
        (ChangeKind::FreeFrom, _) => format!("if you were free {days} sooner"),
        (ChangeKind::Drop, Some(name)) if !name.is_empty() => format!("without {name}"),
        (ChangeKind::Drop, _) => "without one commitment".to_owned(),
    }
}
