//! What a date in the text is for: the words around it decide.

use crate::items::item::What;
use crate::items::page::Page;
use crate::roles::around::{Cue, Place};
use crate::words::lexicon::Cues;

/// What a date is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The internship starts then.
    Start,
    /// It starts then at the latest.
    LatestStart,
    /// One may start at any time within.
    StartWindow,
    /// It ends then.
    End,
    /// The internship fills the span.
    Program,
    /// The last day to apply.
    Deadline,
    /// When one must graduate.
    Graduation,
    /// Something else, or nothing that was understood.
    Other,
}

/// A role and how strongly the words speak for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Said {
    pub(crate) role: Role,
    pub(crate) strength: f32,
}

const OTHER: Said = Said { role: Role::Other, strength: 0.0 };

/// What the words around speak for.
#[derive(Debug, Default)]
struct Votes {
    start: f32,
    end: f32,
    deadline: f32,
    graduation: f32,
    other: f32,
    program: f32,
    apply: f32,
}

impl Page<'_> {
    /// What the date or span at `index` is for.
    pub(crate) fn role(&self, index: usize, cues: &mut Vec<Cue>) -> Said {
        let Some(item) = self.items.get(index) else { return OTHER };
        if item.from < self.layout.front_matter {
            return self.front_matter_role(item.from);
        }
        self.around(index, cues);
        let votes = self.votes(cues);
        let beside = self.beside(item.from);
        match item.what {
            What::Days(..) | What::Months(..) => self.span_role(index, &votes, beside),
            What::Day(_) | What::Week(..) | What::Month(_) => {
                let said = day_role(&votes, beside);
                // “Latest possible start date: 1 July”
                let latest = || cues.iter().any(|cue| cue.cues.has(Cues::BY) && cue.place == Place::Label);
                if said.role == Role::Start && latest() {
                    Said { role: Role::LatestStart, ..said }
                } else {
                    said
                }
            }
            _ => OTHER,
        }
    }

    /// The prepositions right before an item: “by the”, “starting from”, “until Friday”.
    fn beside(&self, from: usize) -> Cues {
        let mut found = Cues::NONE;
        for back in 1..=3 {
            let Some(at) = from.checked_sub(back) else { break };
            if self.opens(at + 1) {
                break;
            }
            let cues = self.cues(at);
            found = found | cues & (Cues::BY | Cues::FROM | Cues::UNTIL | Cues::BETWEEN | Cues::DEADLINE);
            let small = cues.has(Cues::ARTICLE | Cues::FROM | Cues::UNTIL | Cues::BY)
                || self.tokens.time(at).weekday > 0;
            if !small || cues.has(Cues::PROGRAM | Cues::INTERN) {
                break;
            }
        }
        found
    }

    fn votes(&self, cues: &[Cue]) -> Votes {
        let mut votes = Votes::default();
        let opening = opening(cues);
        for cue in cues {
            let weight = cue.weight;
            let has = |wanted: Cues| if cue.cues.has(wanted) { weight } else { 0.0 };
            let subject = self.subject(cue);
            if subject != Cues::NONE && cue.cues.has(Cues::RUN) {
                votes.other += 3.0 * weight;
                continue;
            }
            if subject != Cues::NONE && cue.cues.has(Cues::START | Cues::END) {
                if subject.has(Cues::APPLY | Cues::POSTED) && cue.cues.has(Cues::END) {
                    votes.deadline += 3.0 * weight;
                } else {
                    votes.other += 3.0 * weight;
                }
            } else {
                votes.start += 2.5 * has(Cues::START) + 1.2 * has(Cues::JOIN);
                votes.end += 2.5 * has(Cues::END);
            }
            if opening > 0.0 && cue.cues.has(Cues::APPLY | Cues::CLOSE | Cues::DEADLINE) && weight < opening {
                votes.other += 3.0 * weight;
                continue;
            }
            votes.deadline += 4.0 * has(Cues::DEADLINE) + 2.2 * has(Cues::CLOSE);
            votes.apply += 1.8 * has(Cues::APPLY);
            votes.graduation += 4.0 * has(Cues::GRAD);
            votes.other += 2.5 * has(Cues::EVENT | Cues::FOUNDED | Cues::LEAVE | Cues::POSTED | Cues::AGO)
                + 1.2 * has(Cues::OPEN)
                + 0.8 * has(Cues::TRAINING | Cues::PROBATION | Cues::EXPERIENCE | Cues::RESPONSE);
            votes.program += 1.0 * has(Cues::INTERN | Cues::PROGRAM)
                + 2.5 * has(Cues::DURATION)
                + 1.8 * has(Cues::RUN)
                + 1.0 * has(Cues::COMMIT | Cues::WORK | Cues::SEASON)
                + 1.2 * has(Cues::DATEWORD)
                + 0.8 * has(Cues::JOIN);
        }
        votes
    }

    /// Whose start or end a verb speaks of, where it is not the internship's: “classes begin”,
    /// “applications open and start”.
    fn subject(&self, cue: &Cue) -> Cues {
        const OTHERS: [Cues; 6] =
            [Cues::APPLY, Cues::TRAINING, Cues::EVENT, Cues::POSTED, Cues::RESPONSE, Cues::HALFYEAR];
        if !cue.cues.has(Cues::START | Cues::END | Cues::RUN)
            || cue.place == Place::Right && !self.opens(cue.at)
        {
            return Cues::NONE;
        }
        for back in 1..=4 {
            let Some(at) = cue.at.checked_sub(back) else { break };
            if self.opens(at + 1) || self.tokens.get(at).is_some_and(|token| token.is_any(",;:()")) {
                break;
            }
            let cues = self.cues(at);
            if cues.has(Cues::INTERN | Cues::COMMIT | Cues::SEASON) || self.tokens.time(at).month > 0 {
                break;
            }
            // An “internship class” is those who intern together.
            let class = self.tokens.word(at).eq_ignore_ascii_case("class")
                && at.checked_sub(1).is_some_and(|before| self.cues(before).has(Cues::INTERN | Cues::SEASON));
            if class {
                break;
            }
            if let Some(other) = OTHERS.into_iter().find(|other| cues.has(*other)) {
                return other;
            }
            if cues.has(Cues::PROGRAM) {
                break;
            }
        }
        Cues::NONE
    }

    /// Dates joined by “or” and “and” share a role, also where a word in brackets stands between: “June 8
    /// (semester schools) or June 22 (quarter schools)”.
    pub(crate) fn share_roles(&self, said: &mut [Said]) {
        for index in 1..self.items.len().min(said.len()) {
            let (Some(before), Some(item)) = (self.items.get(index - 1), self.items.get(index)) else {
                break;
            };
            let alike = std::mem::discriminant(&before.what) == std::mem::discriminant(&item.what);
            let (Some(given), Some(own)) = (said.get(index - 1).copied(), said.get(index).copied()) else {
                break;
            };
            if own == OTHER
                && given.role != Role::Other
                && alike
                && item.what.is_date()
                && self.coordinated(before.to, item.from)
                && let Some(slot) = said.get_mut(index)
            {
                *slot = given;
            }
        }
    }

    /// Whether only brackets, one joining word and small words stand between two dates.
    fn coordinated(&self, from: usize, to: usize) -> bool {
        let (mut depth, mut joined) = (0, false);
        if to - from > 16 {
            return false;
        }
        for at in from..to {
            let Some(token) = self.tokens.get(at) else { return false };
            if token.opens {
                return false;
            }
            if token.is_any("(（") {
                depth += 1;
            } else if token.is_any(")）") {
                depth -= 1;
            } else if depth > 0 {
            } else if self.cues(at).has(Cues::AND | Cues::OR) || token.is_any("/,、") {
                joined = true;
            } else if !self.cues(at).has(Cues::ARTICLE | Cues::FROM | Cues::START)
                && self.tokens.word(at) != "one"
            {
                return false;
            }
        }
        joined && depth == 0
    }

    fn span_role(&self, index: usize, votes: &Votes, beside: Cues) -> Said {
        let Some(item) = self.items.get(index) else { return OTHER };
        let deadline = votes.deadline + if votes.deadline > 0.3 { votes.apply } else { votes.apply * 0.9 };
        let framed = if beside.has(Cues::FROM | Cues::BETWEEN) && votes.program > 0.1 { 0.4 } else { 0.0 };
        let program = votes.program + 0.6 * (votes.start + votes.end) + self.company(index) + framed;
        let top = deadline.max(votes.graduation).max(votes.other);
        if top > program.max(0.5) {
            let role = if votes.graduation >= top {
                Role::Graduation
            } else if deadline >= top {
                Role::Deadline
            } else {
                Role::Other
            };
            return Said { role, strength: top };
        }
        // “can start between 6 Oct and 10 Nov”
        if beside.has(Cues::BETWEEN) && votes.start > 0.6 && votes.end < votes.start {
            return Said { role: Role::StartWindow, strength: votes.start };
        }
        if beside.has(Cues::BETWEEN) && self.is_roomy(index) {
            return Said { role: Role::StartWindow, strength: program };
        }
        let alone = self.line_at(item.from).is_some_and(|line| line.tokens.len() <= item.to - item.from + 2);
        if program > 0.5 || alone { Said { role: Role::Program, strength: program } } else { OTHER }
    }

    /// “Ten weeks between May 15 and August 31”: the span has room for more than the length in its sentence.
    fn is_roomy(&self, index: usize) -> bool {
        let Some(item) = self.items.get(index) else { return false };
        let What::Days(first, last) = item.what else { return false };
        let days = |day: crate::items::calendar::Day| i64::from(day.month) * 30 + i64::from(day.day);
        let span = (days(last) - days(first)).rem_euclid(360);
        let sentence = self.sentence(item.from);
        let near =
            self.items.iter().take(index).rev().chain(self.items.iter().skip(index + 1).take(3)).take(6);
        near.filter(|other| sentence.contains(&other.from)).any(|other| match other.what {
            What::Length(length) if length.unit == startline_engine::LengthUnit::Weeks => {
                length.max.or(length.min).is_some_and(|weeks| i64::from(weeks) * 7 * 5 < span * 4)
            }
            _ => false,
        })
    }

    /// What an item gains from a length or a season right beside it: “11 weeks (June 2 – August 15)”.
    fn company(&self, index: usize) -> f32 {
        let Some(item) = self.items.get(index) else { return 0.0 };
        let near =
            |other: Option<&crate::items::item::Item>,
             gap: fn(&crate::items::item::Item, &crate::items::item::Item) -> usize| {
                other
                    .filter(|other| matches!(other.what, What::Length(_) | What::Season(_) | What::Year(_)))
                    .filter(|other| gap(other, item) <= 3)
                    .is_some()
            };
        let before =
            near(index.checked_sub(1).and_then(|at| self.items.get(at)), |o, i| i.from.saturating_sub(o.to))
                && !self.opens(item.from);
        let after =
            near(self.items.get(index + 1), |o, i| o.from.saturating_sub(i.to)) && !self.opens(item.to);
        if before || after { 1.0 } else { 0.0 }
    }

    /// In front matter the key decides alone.
    fn front_matter_role(&self, at: usize) -> Said {
        let Some(line) = self.line_at(at) else { return OTHER };
        let key = self.cues(line.tokens.start);
        let role = if key.has(Cues::DEADLINE) {
            Role::Deadline
        } else if key.has(Cues::START) {
            Role::Start
        } else if key.has(Cues::END) {
            Role::End
        } else {
            return OTHER;
        };
        // A deadline said in the text itself goes before the page's own data.
        Said { role, strength: if role == Role::Deadline { 0.5 } else { 2.0 } }
    }
}

/// How strongly an “open” governs the date from the left, where nothing nearer does: “applications open on …”
/// is no last day to apply.
fn opening(cues: &[Cue]) -> f32 {
    let nearest = cues
        .iter()
        .filter(|cue| {
            cue.place == Place::Left && cue.cues.has(Cues::OPEN | Cues::CLOSE | Cues::DEADLINE | Cues::START)
        })
        .max_by(|a, b| a.weight.total_cmp(&b.weight));
    nearest
        .filter(|cue| cue.cues.has(Cues::OPEN) && !cue.cues.has(Cues::DEADLINE | Cues::START))
        .map_or(0.0, |cue| cue.weight)
}

fn day_role(votes: &Votes, beside: Cues) -> Said {
    let by = beside.has(Cues::BY);
    let until = beside.has(Cues::UNTIL);
    let from = beside.has(Cues::FROM);
    let mut deadline = votes.deadline;
    if votes.deadline > 0.2 {
        deadline += votes.apply;
    } else if (by || until) && votes.apply > 0.05 {
        // “Send your application, with …, by 1 February”: however far, one applies by a day.
        deadline += votes.apply.max(0.9);
    }
    let mut start = votes.start;
    if from && votes.program > 0.3 {
        start += 1.0;
    }
    let mut end = votes.end;
    // “Send your application by …” is no end, though an internship is named beside it.
    let applies = votes.apply > 0.05 && votes.end < 0.5;
    if until && votes.program > 0.3 && !applies {
        end += 1.4;
    }
    let top = start.max(end).max(deadline).max(votes.graduation).max(votes.other);
    if top < 0.55 {
        return OTHER;
    }
    let role = if votes.graduation >= top {
        Role::Graduation
    } else if votes.other >= top {
        Role::Other
    } else if deadline >= top {
        Role::Deadline
    } else if start >= top {
        if by { Role::LatestStart } else { Role::Start }
    } else {
        Role::End
    };
    Said { role, strength: top }
}
