//! Which of the lengths in a text are the internship's (D, P5).

use crate::items::item::{Item, What};
use crate::items::length::Length;
use crate::items::page::Page;
use crate::roles::role::Role;
use crate::words::lexicon::Cues;
use startline_engine::LengthUnit;

/// What a length must earn to be taken for the internship's.
const ENOUGH: f32 = 1.5;

impl Page<'_> {
    /// How strongly the words say that the length at `index` is the internship's; below zero against it.
    pub(crate) fn length_strength(
        &self,
        index: usize,
        roles: &[Role],
        title: &std::ops::Range<usize>,
    ) -> f32 {
        let Some(item) = self.items.get(index) else { return 0.0 };
        let What::Length(length) = item.what else { return 0.0 };
        if length.hours || self.is_rate(item) {
            return -8.0;
        }
        let mut strength = self.counted(item, length) + self.governed(index);
        strength += self.announced(item);
        if title.contains(&item.from) || length.labelled {
            strength += 3.0;
        }
        strength += self.beside_program(index, roles);
        let harder = match length.unit {
            LengthUnit::Days => 1.5,
            LengthUnit::Months if length.min.or(length.max).is_some_and(|n| n >= 24) => 1.5,
            _ => 0.0,
        };
        strength - harder
    }

    /// Whether the item at `index` is a length that counts.
    pub(crate) fn is_length(&self, index: usize, roles: &[Role], title: &std::ops::Range<usize>) -> bool {
        self.length_strength(index, roles, title) >= ENOUGH
    }

    /// “4 days a week”, “2 weeks per month”, “3天/周”, “every 6 weeks”: how often, not how long.
    fn is_rate(&self, item: &Item) -> bool {
        let slash = self.tokens.get(item.to).is_some_and(|token| token.is('/'));
        let right = self.cues(item.to);
        let per = right.has(Cues::EVERY | Cues::WEEKWORD)
            && !right.has(Cues::PROGRAM | Cues::MIN)
            && !self.opens(item.to)
            && !matches!(self.tokens.word(item.to), "project" | "projects" | "rotation" | "rotations");
        let left = item.from.checked_sub(1).map_or(Cues::NONE, |at| self.cues(at));
        let each = left.has(Cues::EVERY) && !left.has(Cues::FROM) && !self.opens(item.from);
        // 一周五天, 一周几天
        let days = |at: usize| self.cues(at).has(Cues::DAYUNIT) && !self.opens(at);
        let counted = self.tokens.word(item.from).starts_with(crate::words::fold::is_ideograph)
            && (days(item.to + 1) || days(item.to) || self.tokens.word(item.to) == "几");
        self.is_weekly(item)
            || counted
            || slash && self.cues(item.to + 1).has(Cues::UNIT | Cues::HOURUNIT)
            || per
            || each
    }

    /// “每周保证4天”, “each week at least 3 days”: how often comes first.
    fn is_weekly(&self, item: &Item) -> bool {
        for back in 1..=5 {
            let Some(at) = item.from.checked_sub(back) else { return false };
            if self.opens(at + 1) || self.tokens.get(at).is_some_and(|token| token.is_any(",，、;:：()")) {
                return false;
            }
            if self.cues(at).has(Cues::EVERY) && self.cues(at + 1).has(Cues::WEEKUNIT | Cues::MONTHUNIT) {
                return true;
            }
        }
        false
    }

    /// What noun the length counts: the head of what follows it.
    fn counted(&self, item: &Item, length: Length) -> f32 {
        let mut distance = 0.0_f32;
        let mut at = item.to;
        let mut after_of = false;
        // “3 months outside of term”: what follows is when, not what.
        let mut apart = false;
        while distance < 6.0 && !self.opens(at) {
            let Some(token) = self.tokens.get(at) else { break };
            // “10 week, full-time internship”
            if token.is(',') && (length.attributive || self.cues(at + 1).has(Cues::WORK | Cues::FILL)) {
                at += 1;
                continue;
            }
            if token.is_any(".,;:()|，、（）")
                || token.is_dash() && token.gap > crate::words::token::Gap::None
            {
                break;
            }
            let cues = self.cues(at);
            let near = 1.0 / (1.0 + distance / 8.0);
            after_of |= matches!(self.tokens.word(at), "of" | "de" | "von" | "van" | "d" | "的");
            if cues.has(Cues::AGO | Cues::LEAVE | Cues::PROBATION) || self.is_after(at) && distance < 2.0 {
                return -6.0 * near;
            }
            if cues.has(Cues::EXPERIENCE) && !cues.has(Cues::INTERN) {
                let program = length.attributive && !after_of;
                return if program { 2.5 } else { -5.0 };
            }
            if cues.has(Cues::DEGREE) && !apart && !self.any(at + 1..at + 3, Cues::INTERN) {
                return -3.0 * near;
            }
            if cues.has(Cues::INTERN | Cues::DURATION) {
                return 4.0 * near;
            }
            if cues.has(Cues::TRAINING | Cues::NOTPAY | Cues::EVENT | Cues::BENEFIT) {
                return -4.0 * near;
            }
            if cues.has(Cues::PROGRAM) {
                return if length.attributive { 3.0 * near } else { 2.0 * near };
            }
            if cues.has(Cues::COMMIT | Cues::SEASON) {
                return 2.0 * near;
            }
            if cues.has(Cues::EVERY) {
                return -2.5 * near;
            }
            let works = matches!(self.tokens.word(at), "working" | "work");
            if (cues.has(Cues::START) || works) && distance < 1.0 {
                return if self.any(at + 1..at + 4, Cues::TRAINING) { -3.0 } else { 1.0 };
            }
            apart |= matches!(self.tokens.word(at), "outside" | "during" | "while" | "within" | "alongside");
            if !cues.has(Cues::ARTICLE | Cues::FILL | Cues::WORK)
                && token.kind != crate::words::token::Kind::Mark
            {
                distance += 1.0;
            }
            at += 1;
        }
        0.0
    }

    /// “90 days from hire”, “2 weeks before you start”, “6 months after graduating”.
    fn is_after(&self, at: usize) -> bool {
        let word = self.tokens.word(at);
        let relative = self.cues(at).has(Cues::BY | Cues::LAST)
            || matches!(
                word,
                "from" | "since" | "into" | "advance" | "ago" | "old" | "nach" | "vor" | "après" | "avant"
            );
        let dated = self.item_from(at + 1).is_some_and(|item| item.what.is_date() && item.from < at + 4);
        relative && !dated && !self.cues(at).has(Cues::MIN) && !matches!(word, "first" | "final" | "initial")
    }

    /// What governs the length from the left: “lasts”, “commit to”, “a period of”, or “paid leave of”.
    fn governed(&self, index: usize) -> f32 {
        let Some(item) = self.items.get(index) else { return 0.0 };
        let (mut best, mut best_at) = (0.0_f32, 99.0_f32);
        let (mut worst, mut worst_at) = (0.0_f32, 99.0_f32);
        let mut distance = 0.0_f32;
        let mut label = false;
        let mut at = item.from;
        if self.opens(at) {
            return 0.0;
        }
        while distance < 14.0 {
            let Some(before) = at.checked_sub(1) else { break };
            at = before;
            let Some(token) = self.tokens.get(at) else { break };
            if token.is_any(":：") {
                label = true;
                distance = 0.0;
            } else if token.is_any(",，、") {
                distance += 2.0;
            }
            let cues = self.cues(at);
            let near = if label { 1.0 } else { 1.0 / (1.0 + distance / 5.0) };
            if distance < 1.0 && !label && cues.has(Cues::LAST) && (!cues.has(Cues::RUN) || self.is_past(at))
            {
                return -6.0;
            }
            // “Extendable to 12 months”: more than what is meant at first.
            if distance < 4.0 && !label && cues.has(Cues::EXTENSION) {
                return -6.0;
            }
            let good = [
                (Cues::DURATION, 4.0),
                (Cues::RUN, 3.5),
                (Cues::COMMIT, 3.0),
                (Cues::INTERN, 2.4),
                (Cues::PROGRAM, 1.8),
                (Cues::WORK, 1.6),
            ];
            let bad = [
                (Cues::LEAVE, 5.0),
                (Cues::PROBATION, 5.0),
                (Cues::EXPERIENCE, 3.5),
                (Cues::RESPONSE, 3.5),
                (Cues::FOUNDED, 3.5),
                (Cues::TRAINING, 3.5),
                (Cues::GRAD | Cues::DEGREE, 2.5),
                (Cues::BENEFIT, 3.0),
                (Cues::EVENT, 2.0),
                (Cues::EVERY, 2.0),
                (Cues::NOTPAY, 2.0),
                (Cues::EXTENSION, 6.0),
            ];
            for (wanted, votes) in good {
                if cues.has(wanted) && votes * near > best {
                    (best, best_at) = (votes * near, distance);
                }
            }
            for (wanted, votes) in bad {
                if cues.has(wanted) && !cues.has(Cues::INTERN | Cues::DURATION) && votes * near > worst {
                    (worst, worst_at) = (votes * near, distance);
                }
            }
            if token.kind != crate::words::token::Kind::Mark {
                distance += 1.0;
            }
            if self.opens(at) {
                break;
            }
        }
        // “for 12 weeks”, “is 12 weeks”
        let frame = item.from.checked_sub(1).map_or("", |at| self.tokens.word(at)).to_lowercase();
        if best > 0.0
            && matches!(
                &*frame,
                "for"
                    | "is"
                    | "are"
                    | "be"
                    | "für"
                    | "pendant"
                    | "durante"
                    | "voor"
                    | "over"
                    | "of"
                    | "d"
                    | "de"
                    | "por"
            )
        {
            best += 0.6;
        }
        // What stands nearer governs.
        if best_at < worst_at { best - 0.25 * worst } else { best - worst }
    }

    /// “The last 6 months”, “within the last year”, but not “will last 6 months”.
    fn is_past(&self, at: usize) -> bool {
        at.checked_sub(1).filter(|_| !self.opens(at)).is_some_and(|before| {
            self.cues(before).has(Cues::ARTICLE)
                || matches!(self.tokens.word(before), "in" | "within" | "over" | "for")
        })
    }

    /// What the heading and the head of the row or column say.
    fn announced(&self, item: &Item) -> f32 {
        let number = self.layout.line_of(item.from);
        let Some(line) = self.layout.line(number) else { return 0.0 };
        let bare = line.tokens.len() <= item.to - item.from + 3;
        let mut strength = if bare { 0.6 } else { 0.0 };
        // “Internship | 6 Months | Leeds”: alone between bars, in a line that names an internship.
        let fenced = |at: usize| self.tokens.get(at).is_some_and(|mark| mark.is_any("|•·●"));
        let cell = item.from.checked_sub(1).is_some_and(fenced) && fenced(item.to);
        if cell
            && !bare
            && self.any(line.tokens.start..line.tokens.end.min(line.tokens.start + 40), Cues::INTERN)
        {
            strength += 2.0;
        }
        let (heading, section) = self.layout.headings(number);
        for (head, weight) in [(heading, if bare { 1.0 } else { 0.45 }), (section, 0.3)] {
            let Some(head) = head else { continue };
            let has = |cues: Cues| self.any(self.head_words(head), cues);
            if has(Cues::DURATION) {
                strength += 3.0 * weight;
            } else if has(Cues::BENEFIT | Cues::LEAVE | Cues::PROBATION) {
                strength -= 3.0 * weight;
            } else if has(Cues::INTERN | Cues::PROGRAM | Cues::DATEWORD | Cues::COMMIT) {
                strength += 1.4 * weight;
            }
        }
        if line.kind == crate::words::layout::LineKind::Row {
            let first = self.layout.line(self.first_row(number));
            let header = first.is_some_and(|row| {
                self.any(row.tokens.start..row.tokens.end.min(row.tokens.start + 40), Cues::DURATION)
            });
            let own =
                self.any(line.tokens.start..line.tokens.end.min(line.tokens.start + 60), Cues::DURATION);
            strength += if header || own { 3.0 } else { 0.0 };
        }
        strength
    }

    /// What a length gains from the internship's dates right beside it.
    fn beside_program(&self, index: usize, roles: &[Role]) -> f32 {
        let Some(item) = self.items.get(index) else { return 0.0 };
        let is_program = |at: usize| {
            matches!(roles.get(at), Some(Role::Program | Role::Start | Role::End))
                || self.items.get(at).is_some_and(|item| matches!(item.what, What::Season(_)))
        };
        let before = index
            .checked_sub(1)
            .filter(|at| is_program(*at))
            .and_then(|at| self.items.get(at))
            .filter(|other| item.from - other.to <= 6);
        let after = Some(index + 1)
            .filter(|at| is_program(*at))
            .and_then(|at| self.items.get(at))
            .filter(|other| other.from - item.to <= 6);
        let linked = before.is_some() && !self.opened_between(before, item)
            || after.is_some_and(|other| !self.opened_between(Some(item), other));
        if linked { 2.0 } else { 0.0 }
    }

    fn opened_between(&self, first: Option<&Item>, second: &Item) -> bool {
        first.is_none_or(|first| (first.to..=second.from).any(|at| self.opens(at)))
    }
}
