//! What the posting asks of an application: availability, how many positions, by when.

use crate::items::number::whole;
use crate::items::page::Page;
use crate::words::lexicon::Cues;
use startline_engine::{Fact, Quote};

impl Page<'_> {
    /// “Please state your availability clearly in your résumé”.
    pub(crate) fn asks_availability(&self) -> Option<Fact<bool>> {
        for at in self.body.clone() {
            if !self.cues(at).has(Cues::AVAIL) && !self.tokens.sense(at).foreign.has(Cues::AVAIL) {
                continue;
            }
            let sentence = self.sentence(at);
            let left = at.saturating_sub(12).max(sentence.start)..at;
            let Some(request) = left.clone().rev().find(|before| self.cues(*before).has(Cues::REQUEST))
            else {
                continue;
            };
            // “You must provide …” demands; “state law” states nothing.
            if self.tokens.get(request + 1).is_some_and(|token| token.is_any("/'’"))
                || self.is_other_state(request)
            {
                continue;
            }
            if let Some(quote) = self.quote(request..at + 1) {
                return Some(Fact::read(true, quote));
            }
        }
        None
    }

    /// “The state of availability”, “benefits include availability of”: the word asks for nothing.
    fn is_other_state(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| !self.opens(at));
        let word = before.map_or("", |before| self.tokens.word(before));
        matches!(
            word,
            "the"
                | "of"
                | "by"
                | "local"
                | "federal"
                | "benefits"
                | "will"
                | "may"
                | "we"
                | "We"
                | "our"
                | "in"
                | "that"
        ) || self.any(at.saturating_sub(6)..at, Cues::BENEFIT)
    }

    /// “a maximum of two positions”.
    pub(crate) fn max_applications(&self) -> Option<Fact<u32>> {
        for at in self.body.clone() {
            if !self.cues(at).has(Cues::MAX)
                && !matches!(self.tokens.word(at), "limit" | "limited" | "one" | "One" | "only" | "höchstens")
            {
                continue;
            }
            let sentence = self.sentence(at);
            let Some((value, from, after)) = (at..(at + 6).min(sentence.end))
                .find_map(|from| whole(&self.tokens, from).map(|(value, after)| (value, from, after)))
            else {
                continue;
            };
            let counted = self.any(after..(after + 4).min(sentence.end), Cues::POSITION);
            let applies = self.any(sentence.start..sentence.end, Cues::APPLY);
            let only = self.cues(at).has(Cues::MAX)
                || !matches!(self.tokens.word(at), "one" | "One")
                || self.any(after..(after + 4).min(sentence.end), Cues::EVERY);
            if counted && applies && only && (1..=20).contains(&value) {
                let end = (after..(after + 4).min(sentence.end))
                    .find(|next| self.cues(*next).has(Cues::POSITION))
                    .unwrap_or(from);
                if let Some(quote) = self.quote(at..end + 1) {
                    return Some(Fact::read(value, quote));
                }
            }
        }
        None
    }

    /// “reviewed on a rolling basis”.
    pub(crate) fn rolling(&self) -> Option<Fact<bool>> {
        self.first_of(Cues::ROLLING).map(|quote| Fact::read(true, quote))
    }

    /// “Currently pursuing a degree” (V7).
    pub(crate) fn enrolled(&self) -> Option<Fact<bool>> {
        self.first_of(Cues::ENROLLED).map(|quote| Fact::read(true, quote))
    }

    fn first_of(&self, cues: Cues) -> Option<Quote> {
        self.body
            .clone()
            .find(|at| self.cues(*at).has(cues) && !self.any(at.saturating_sub(3)..*at, Cues::NOT))
            .and_then(|at| self.quote(at..at + 1))
    }
}
