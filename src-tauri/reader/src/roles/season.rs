//! Seasons and years of the program.

use crate::items::item::What;
use crate::items::page::Page;
use crate::words::lexicon::Cues;
use crate::words::token::Kind;
use startline_engine::Season;

/// A season the program takes, with the item of its year where one stands beside it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken {
    pub(crate) item: usize,
    pub(crate) season: Season,
    pub(crate) year: Option<(i32, usize)>,
}

impl Page<'_> {
    /// The seasons that the posting says it is for, in the order stated.
    pub(crate) fn seasons(&self) -> Vec<Taken> {
        let mut taken: Vec<Taken> = Vec::new();
        let mut index = 0;
        while let Some(item) = self.items.get(index) {
            let What::Season(_) = item.what else {
                index += 1;
                continue;
            };
            // “Summer/Fall 2026”, “summer or fall of 2026”, “Summer 2025 or Fall 2025”
            let mut group = vec![index];
            let mut end = index + 1;
            while let (Some(last), Some(next)) =
                (group.last().and_then(|at| self.items.get(*at)), self.items.get(end))
            {
                let close = next.from - last.to <= 2 && (last.to..next.from).all(|at| self.links(at));
                if !matches!(next.what, What::Season(_)) || !close {
                    break;
                }
                group.push(end);
                end += 1;
            }
            let year = self.year_of(&group, end);
            let said = group.iter().any(|at| self.is_taken(*at, year.is_some()));
            let linked = taken
                .last()
                .and_then(|last| self.items.get(last.year.map_or(last.item, |(_, at)| at)))
                .is_some_and(|last| {
                    item.from >= last.to
                        && item.from - last.to <= 2
                        && (last.to..item.from).all(|at| self.links(at))
                });
            if (said || linked) && self.body.contains(&item.from) {
                for at in group {
                    if let Some(What::Season(season)) = self.items.get(at).map(|item| item.what) {
                        taken.push(Taken { item: at, season, year });
                    }
                }
            }
            index = end;
        }
        taken
    }

    fn links(&self, at: usize) -> bool {
        self.cues(at).has(Cues::OR | Cues::AND)
            || self.tokens.get(at).is_some_and(|token| token.is_any("/,&+|–-、"))
    }

    /// The year after a group of seasons, or right before it.
    fn year_of(&self, group: &[usize], after: usize) -> Option<(i32, usize)> {
        let last = group.last().and_then(|at| self.items.get(*at))?;
        let first = group.first().and_then(|at| self.items.get(*at))?;
        let small = |at: usize| {
            self.cues(at).has(Cues::ARTICLE | Cues::PROGRAM | Cues::INTERN | Cues::HALFYEAR)
                && !self.opens(at)
                || self
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.kind == Kind::Mark && token.is_any(",('’-–/"))
        };
        if let Some(item) = self.items.get(after)
            && let What::Year(year) = item.what
            && item.from - last.to <= 3
            && (last.to..item.from).all(small)
            && (2000..2100).contains(&year)
        {
            return Some((year, after));
        }
        let before =
            group.first().and_then(|at| at.checked_sub(1)).and_then(|at| Some((at, self.items.get(at)?)))?;
        match before.1.what {
            What::Year(year)
                if first.from - before.1.to <= 1
                    && !self.opens(first.from)
                    && (2000..2100).contains(&year) =>
            {
                Some((year, before.0))
            }
            _ => None,
        }
    }

    /// Whether the words around a season say that the program is then.
    fn is_taken(&self, index: usize, dated: bool) -> bool {
        let Some(item) = self.items.get(index) else { return false };
        let sentence = self.sentence(item.from);
        let near = item.from.saturating_sub(6).max(sentence.start)..item.from;
        let wide = item.from.saturating_sub(12).max(sentence.start)..item.from;
        let right = item.to..(item.to + 6).min(sentence.end);
        if self.any(wide.clone(), Cues::GRAD | Cues::FOUNDED | Cues::PREVIOUS)
            && !self.any(near.clone(), Cues::INTERN)
            || self.any(right.start..(right.start + 4).min(right.end), Cues::GRAD)
            || self.any(wide.clone(), Cues::DEGREE) && !self.any(wide, Cues::INTERN) && dated
            || self.any(near.clone(), Cues::ENROLLED) && !self.any(near.clone(), Cues::INTERN)
        {
            return false;
        }
        // “Whether you are looking for a summer internship or a job”
        if self.any(sentence.start..item.from, Cues::CONDITIONAL) && !dated {
            return false;
        }
        if dated {
            return true;
        }
        let word = self.tokens.word(item.from);
        if word == "fall" || word == "spring" && self.tokens.word(item.to).eq_ignore_ascii_case("boot") {
            return self.any(right.start..(right.start + 2).min(right.end), Cues::INTERN | Cues::HALFYEAR);
        }
        for at in item.to..item.to + 4 {
            if at >= sentence.end || self.tokens.get(at).is_some_and(|token| token.is_any(",.;:()")) {
                break;
            }
            if self.cues(at).has(Cues::INTERN | Cues::START)
                || at == item.to && self.cues(at).has(Cues::PROGRAM)
            {
                return true;
            }
        }
        // “Estágio de verão”, “an internship in the summer”
        let mut back = item.from;
        while back > sentence.start
            && item.from - back < 3
            && self.cues(back - 1).has(Cues::ARTICLE | Cues::FROM)
        {
            back -= 1;
        }
        if back < item.from && back > sentence.start && self.cues(back - 1).has(Cues::INTERN) {
            return true;
        }
        // A compound: “Sommerpraktikum”, 暑期实习
        if self.cues(item.from).has(Cues::INTERN) {
            return true;
        }
        // “Summer (May – August)”
        let dates =
            self.items.get(index + 1).is_some_and(|next| next.what.is_date() && next.from == item.to + 1);
        if dates && self.tokens.get(item.to).is_some_and(|mark| mark.is('(')) {
            return true;
        }
        let before =
            item.from.checked_sub(1).filter(|_| !self.opens(item.from)).map_or("", |at| self.tokens.word(at));
        let during = item.from.checked_sub(2).map_or("", |at| self.tokens.word(at));
        let during_own = matches!(
            before,
            "this"
                | "your"
                | "next"
                | "over"
                | "during"
                | "throughout"
                | "coming"
                | "upcoming"
                | "diesen"
                | "im"
                | "cet"
                | "este"
                | "deze"
                | "l"
                | "d"
        ) || before == "the"
            && matches!(during, "over" | "during" | "throughout" | "for" | "of" | "in" | "this");
        let label = item.from.checked_sub(2).is_some_and(|at| {
            self.tokens.get(at + 1).is_some_and(|mark| mark.is_any(":：|"))
                && self.cues(at).has(Cues::PROGRAM | Cues::DURATION | Cues::HALFYEAR | Cues::DATEWORD)
        });
        during_own && !self.foreign_only(item.from) || label
    }

    /// A word that names a season only in its own language, such as “été”.
    fn foreign_only(&self, at: usize) -> bool {
        !self.tokens.sense(at).cues.has(Cues::SEASON) && !self.tokens.foreign
    }

    /// A year in a sentence that is about the program and nothing else: “an internship in 2026”.
    pub(crate) fn program_year(&self, title: Option<&std::ops::Range<usize>>) -> Option<(i32, usize)> {
        let mut best: Option<(f32, i32, usize)> = None;
        let mut cues = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let What::Year(year) = item.what else { continue };
            if !(2000..2100).contains(&year)
                || !(self.body.contains(&item.from) || title.is_some_and(|title| title.contains(&item.from)))
            {
                continue;
            }
            // “2025–2026”: an academic year, not a year
            let range =
                |at: Option<usize>, gap: fn(&crate::items::item::Item, &crate::items::item::Item) -> bool| {
                    at.and_then(|at| self.items.get(at))
                        .is_some_and(|other| matches!(other.what, What::Year(_)) && gap(other, item))
                };
            if range(index.checked_sub(1), |o, i| i.from - o.to == 1)
                || range(Some(index + 1), |o, i| o.from - i.to == 1)
            {
                continue;
            }
            if item.from < self.layout.front_matter {
                let key = self.line_at(item.from).map_or(Cues::NONE, |line| self.cues(line.tokens.start));
                if key.has(Cues::START) {
                    return Some((year, index));
                }
                if !title.is_some_and(|title| title.contains(&item.from)) {
                    continue;
                }
            }
            if title.is_some_and(|title| title.contains(&item.from)) {
                return Some((year, index));
            }
            self.around(index, &mut cues);
            let mut strength = 0.0_f32;
            for cue in &cues {
                if cue.cues.has(
                    Cues::GRAD
                        | Cues::FOUNDED
                        | Cues::POSTED
                        | Cues::EVENT
                        | Cues::DEADLINE
                        | Cues::DEGREE
                        | Cues::EXPERIENCE
                        | Cues::LEAVE
                        | Cues::NOTPAY,
                ) {
                    strength -= 2.0 * cue.weight;
                }
                if cue.cues.has(Cues::INTERN | Cues::START | Cues::JOIN) {
                    strength += 1.5 * cue.weight;
                }
                if cue.cues.has(Cues::COMMIT | Cues::WORK | Cues::PROGRAM) {
                    strength += 0.5 * cue.weight;
                }
            }
            if strength > 0.6 && best.is_none_or(|(most, ..)| strength > most) {
                best = Some((strength, year, index));
            }
        }
        best.map(|(_, year, index)| (year, index))
    }
}
