//! The spans of a `VFREEBUSY`: a hidden calendar says when someone is busy, and nothing of what with.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

use super::entry::{Entry, LeftOut, added, values};
use super::lines::RawProperty;
use super::moment::Frame;

/// The entries that a `VFREEBUSY` comes to, one for each kind of busy span, and how many of its spans can't be
/// read or are free time.
pub(super) fn busy(properties: &[RawProperty], shown: Tz) -> (Vec<Entry>, Spans) {
    let mut spans = Spans::default();
    let mut found: BTreeMap<&str, Vec<(NaiveDateTime, Option<TimeDelta>)>> = BTreeMap::new();
    for property in properties.iter().filter(|property| property.name == "FREEBUSY") {
        let Some(name) = name(property.busy.as_deref()) else {
            spans.free += values(property).count();
            continue;
        };
        for value in values(property) {
            match added(value, Frame::Utc, shown) {
                Some(span) => found.entry(name).or_default().push(span),
                None => spans.unread += 1,
            }
        }
    }
    (found.into_iter().filter_map(|(name, spans)| entry(name, spans)).collect(), spans)
}

/// Spans that make no entry.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spans {
    pub(super) unread: usize,
    pub(super) free: usize,
}

/// What a kind of span is called; `None` for free time. A kind that isn't known is busy (RFC 5545, 3.2.9).
fn name(kind: Option<&str>) -> Option<&'static str> {
    match kind {
        Some("FREE") => None,
        Some("BUSY-TENTATIVE") => Some("Busy, tentatively"),
        Some("BUSY-UNAVAILABLE") => Some("Unavailable"),
        _ => Some("Busy"),
    }
}

/// All spans of one name: the first, and the others as times added to it.
fn entry(name: &str, spans: Vec<(NaiveDateTime, Option<TimeDelta>)>) -> Option<Entry> {
    let (start, lasts) = *spans.first()?;
    Some(Entry {
        uid: None,
        name: name.into(),
        frame: Frame::Utc,
        start,
        lasts: lasts.unwrap_or_default(),
        rules: Vec::new(),
        added: spans.into_iter().skip(1).collect(),
        excluded: LeftOut::default(),
        replaces: None,
        and_future: false,
        cancelled: false,
        marked_free: false,
    })
}
