//! When one must graduate (V7).

use std::ops::Range;

use startline_engine::{Fact, GraduationWindow, MentionRole};

use crate::items::calendar::Month;
use crate::items::item::What;
use crate::items::page::Page;
use crate::roles::told::Told;
use crate::words::lexicon::Cues;

impl Page<'_> {
    /// When one must graduate, over all the dates that say so.
    pub(crate) fn graduation(&self, told: &[Told]) -> Option<Fact<GraduationWindow>> {
        let mut found: Option<(GraduationWindow, Range<usize>)> = None;
        for (item, told) in self.items.iter().zip(told) {
            if told.role != MentionRole::Graduation || !self.body.contains(&item.from) {
                continue;
            }
            let (first, last) = match item.what {
                What::Day(day) => (day.its_month(), day.its_month()),
                What::Month(month) => (month, month),
                What::Days(first, last) => (first.its_month(), last.its_month()),
                What::Months(first, last) | What::Part { first, last } => (first, last),
                What::Year(year) => (
                    Month { year: Some(year), month: 1, phase: None },
                    Month { year: Some(year), month: 12, phase: None },
                ),
                _ => continue,
            };
            let (Some(first), Some(last)) = (first.civil(), last.civil()) else { continue };
            let (not_before, not_after) = self.bounds(item.from, item.to);
            let window = GraduationWindow {
                earliest: (!not_after).then_some(first),
                latest: (!not_before).then_some(last),
            };
            match &mut found {
                None => found = Some((window, item.from..item.to)),
                // “graduating in December 2025 or May 2026”
                Some((known, tokens)) if item.from - tokens.end <= 4 && !self.opens(item.from) => {
                    known.earliest = known.earliest.min(window.earliest);
                    known.latest = if known.latest.is_some() && window.latest.is_some() {
                        known.latest.max(window.latest)
                    } else {
                        None
                    };
                    tokens.end = item.to;
                }
                Some(_) => break,
            }
        }
        let (window, tokens) = found?;
        Some(Fact::read(window, self.quote(tokens)?))
    }

    /// Whether a date is only the earliest, or only the latest: “or later”, “by”, “not before”.
    fn bounds(&self, from: usize, to: usize) -> (bool, bool) {
        let sentence = self.sentence(from);
        let before = |reach: usize| from.saturating_sub(reach).max(sentence.start)..from;
        let right = to..(to + 5).min(sentence.end.max(to));
        let negated = self.any(before(6), Cues::NOT);
        let earlier = self.any(before(4), Cues::ONWARDS) || self.any(right.clone(), Cues::ONWARDS);
        let by = (self.any(before(4), Cues::BY) || self.any(before(2), Cues::UNTIL))
            && !self.any(before(4), Cues::ONWARDS);
        (by && negated || earlier, by && !negated || self.any(right, Cues::ORSOONER))
    }
}
