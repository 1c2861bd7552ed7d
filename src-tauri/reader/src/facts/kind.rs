//! Whether a posting is for an internship at all (P1: a full-time advert gives no program).

use std::ops::Range;

use crate::items::page::Page;
use crate::words::lexicon::Cues;

/// What a posting is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Offer {
    /// An internship; the tokens that say so.
    Internship(Range<usize>),
    /// A job.
    Job,
    /// It doesn't say: a few lines from a chat, say.
    Unsaid,
}

/// How many tokens make more than a few lines.
const SHORT: usize = 90;

impl Page<'_> {
    /// What the posting is for, by its title and then by its text.
    pub(crate) fn offer(&self, title: Option<&Range<usize>>) -> Offer {
        if let Some(title) = title {
            let named = title.clone().find(|at| {
                let sense = self.tokens.sense(*at);
                sense.cues.has(Cues::INTERN)
                    || sense.foreign.has(Cues::INTERN) && (self.tokens.foreign || *at == title.start)
            });
            if let Some(at) = named {
                return Offer::Internship(at..at + 1);
            }
        }
        let senior = title.is_some_and(|title| self.any(title.clone(), Cues::SENIOR));
        let mut votes = 0;
        let mut first = None;
        for at in self.body.clone() {
            if !self.cues(at).has(Cues::INTERN) {
                continue;
            }
            let vote = self.vote(at);
            votes += vote;
            if vote > 0 && first.is_none() {
                first = Some(at);
            }
            if votes >= 12 {
                break;
            }
        }
        let length = self.body.len();
        let wanted = if senior {
            8
        } else if length < SHORT {
            1
        } else {
            3
        };
        match first {
            Some(at) if votes >= wanted => Offer::Internship(at..at + 1),
            _ if title.is_some_and(|title| self.any(title.clone(), Cues::JOBNOUN | Cues::SENIOR)) => {
                Offer::Job
            }
            _ if length < SHORT => Offer::Unsaid,
            _ => {
                let students = self
                    .body
                    .clone()
                    .filter(|at| self.cues(*at).has(Cues::ENROLLED | Cues::SEASON))
                    .take(3)
                    .count();
                if students >= 2 { Offer::Unsaid } else { Offer::Job }
            }
        }
    }

    /// How much one mention of an internship says that this is one: “previous internship experience” says
    /// nothing, “this internship” much.
    fn vote(&self, at: usize) -> i32 {
        let sentence = self.sentence(at);
        let left = at.saturating_sub(4).max(sentence.start)..at;
        let right = at + 1..(at + 5).min(sentence.end);
        if self.any(left.clone(), Cues::PREVIOUS | Cues::CONDITIONAL | Cues::EXPERIENCE | Cues::CARE)
            || self.any(right.clone(), Cues::EXPERIENCE)
                && !self.any(left.clone(), Cues::WEEKUNIT | Cues::MONTHUNIT)
        {
            return 0;
        }
        if self.any(sentence.clone(), Cues::EXPERIENCE) && self.any(sentence, Cues::OR) {
            return 0;
        }
        let own = left.clone().any(|at| {
            matches!(
                self.tokens.word(at),
                "this"
                    | "our"
                    | "This"
                    | "Our"
                    | "the"
                    | "The"
                    | "an"
                    | "As"
                    | "as"
                    | "your"
                    | "ein"
                    | "dein"
                    | "ce"
                    | "notre"
                    | "esta"
                    | "nuestro"
                    | "deze"
                    | "este"
            )
        });
        let named = self.line_at(at).is_some_and(|line| line.kind == crate::words::layout::LineKind::Heading);
        1 + i32::from(own) + i32::from(named)
    }
}
