//! The time that a figure of pay is for.

use std::ops::Range;

use crate::items::item::What;
use crate::items::page::Page;
use crate::items::sum::Money;
use crate::words::fold::fold;
use crate::words::token::{Gap, Kind};
use startline_engine::PayPeriod;

/// How many words after a sum its time may stand, and before it.
const AFTER: usize = 7;
const BEFORE: usize = 14;

impl Page<'_> {
    /// The time that is named near a sum: “per hour”, “/month”, “lordi mensili” after it, else “hourly”, “月薪” before
    /// it in its sentence.
    pub(crate) fn period_near(&self, sum: &Range<usize>, sentence: &Range<usize>) -> Option<PayPeriod> {
        let floor = sum.start.saturating_sub(BEFORE).max(sentence.start);
        self.later(sum.end).0.or_else(|| {
            let named = (floor..sum.start)
                .rev()
                .take_while(|at| !self.ends_clause(*at))
                .filter_map(|at| self.period_at(at));
            let (whole, part): (Vec<_>, Vec<_>) = named.partition(|period| *period == PayPeriod::Total);
            part.first().copied().or_else(|| self.later(sum.end).1).or(whole.first().copied())
        })
    }

    /// The time after a sum, and whether it is for all of the internship.
    fn later(&self, to: usize) -> (Option<PayPeriod>, Option<PayPeriod>) {
        let mut whole = None;
        for at in to..to + AFTER {
            let Some(token) = self.tokens.get(at) else { break };
            let glued = token.gap == Gap::None && token.is_capital();
            if token.opens && !token.is('|') && !glued || token.kind == Kind::Number || self.ends_clause(at) {
                // “for four weeks”, “for the summer” are the whole of it.
                let item = self.item_from(at).filter(|item| item.from == at).map(|item| item.what);
                whole =
                    whole.or(item.filter(|what| matches!(what, What::Length(_))).map(|_| PayPeriod::Total));
                break;
            }
            // “per hour” is a rhythm, and its words say which.
            let item = self.item_from(at).filter(|item| item.from == at);
            if let Some(item) = item.filter(|item| item.what != What::Other) {
                let total = matches!(item.what, What::Length(length) if !length.attributive)
                    || matches!(item.what, What::Season(_));
                whole = whole.or(total.then_some(PayPeriod::Total));
                break;
            }
            match self.period_at(at) {
                Some(PayPeriod::Total) => whole = Some(PayPeriod::Total),
                Some(period) => return (Some(period), whole),
                None => {}
            }
        }
        (None, whole)
    }

    fn ends_clause(&self, at: usize) -> bool {
        let spaced = self.tokens.get(at + 1).is_none_or(|next| next.gap > Gap::None);
        self.tokens.get(at).is_some_and(|token| token.is_any(";；。，") || token.is(',') && spaced)
    }

    /// The time that a word names.
    pub(crate) fn period_at(&self, at: usize) -> Option<PayPeriod> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        let mut folded = String::from("/");
        let mut word = String::new();
        fold(self.tokens.word(at), &mut word);
        folded.push_str(&word);
        let before = at.checked_sub(1);
        let is_p = |at: usize| self.tokens.word(at).eq_ignore_ascii_case("p");
        let slashed = before.is_some_and(|before| {
            self.tokens.get(before).is_some_and(|mark| mark.is('/'))
                || is_p(before) && token.gap == Gap::None
                || before > 0 && self.tokens.get(before).is_some_and(|mark| mark.is('.')) && is_p(before - 1)
        });
        // “PA” may be anything.
        if token.is_capital() && token.width() < 3 {
            return None;
        }
        let known = &Money::get().periods;
        // “per hour” may stand as one.
        let last = word.rsplit(char::is_whitespace).next().unwrap_or(&word);
        known.get(last).or_else(|| known.get(&*folded).filter(|_| slashed)).copied()
    }

    /// The time that a heading, or the text as a whole, says its figures are for.
    pub(crate) fn period_in_heading(&self, at: usize) -> Option<PayPeriod> {
        let (heading, section) = self.layout.headings(self.layout.line_of(at));
        [heading, section].into_iter().flatten().find_map(|line| {
            (line.tokens.start..line.tokens.end.min(line.tokens.start + 10)).find_map(|at| self.period_at(at))
        })
    }
}
