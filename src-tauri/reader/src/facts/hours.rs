//! How many hours a week it takes.

use crate::items::number::decimal;
use crate::items::page::Page;
use crate::words::lexicon::Cues;
use startline_engine::Fact;

impl Page<'_> {
    /// The hours of a week of work, or the least of them.
    pub(crate) fn hours(&self) -> Option<Fact<f64>> {
        let mut at = self.body.start;
        while at < self.body.end {
            let Some((value, next)) = decimal(&self.tokens, at) else {
                at += 1;
                continue;
            };
            let mut to = next;
            if self.tokens.get(to).is_some_and(|token| token.is_dash() || token.is('+'))
                || self.cues(to).has(Cues::UNTIL)
                || self.tokens.word(to) == "a"
            {
                to = decimal(&self.tokens, to + 1).map_or(to + 1, |(_, after)| after);
            }
            if self.tokens.get(to).is_some_and(|mark| mark.is_any("-‐+")) {
                to += 1;
            }
            if self.is_hours(to) && (4.0..=60.0).contains(&value) {
                if let Some(end) = self.weekly(to + 1)
                    && let Some(quote) = self.quote(at..end)
                {
                    return Some(Fact::read(value, quote));
                }
                // “5 days per week at 7 hours per day”
                let week = self.per_week_before(at) && !self.any(to + 1..to + 4, Cues::DAYUNIT);
                if week && let Some(quote) = self.quote(at..to + 1) {
                    return Some(Fact::read(value, quote));
                }
            }
            at = next.max(at + 1);
        }
        None
    }

    fn is_hours(&self, at: usize) -> bool {
        self.cues(at).has(Cues::HOURUNIT) || matches!(self.tokens.word(at), "h" | "H" | "Std")
    }

    /// “per week”, “a week”, “/week”, “weekly”, “work week” after the hours.
    fn weekly(&self, at: usize) -> Option<usize> {
        for next in at..at + 5 {
            let token = self.tokens.get(next)?;
            if token.opens && next > at {
                return None;
            }
            let cues = self.cues(next);
            if cues.has(Cues::WEEKUNIT | Cues::WEEKWORD)
                || matches!(
                    self.tokens.word(next),
                    "a week" | "weekly" | "Weekly" | "per week" | "semaine" | "wk"
                )
            {
                return Some(next + 1);
            }
            let small = token.is_any("/.()-‐")
                || cues.has(Cues::EVERY | Cues::ARTICLE | Cues::WORK | Cues::FILL)
                || matches!(
                    self.tokens.word(next),
                    "in" | "per" | "der" | "each" | "pro" | "die" | "par" | "por" | "a" | "la" | "à"
                );
            if !small {
                return None;
            }
        }
        None
    }

    /// “Weekly hours: 20”, “每周工作40小时”.
    fn per_week_before(&self, at: usize) -> bool {
        let sentence = self.sentence(at);
        let left = at.saturating_sub(5).max(sentence.start)..at;
        self.any(left.clone(), Cues::WEEKUNIT | Cues::WEEKWORD)
            && self.any(left, Cues::EVERY | Cues::WEEKWORD)
    }
}
