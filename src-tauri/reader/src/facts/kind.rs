//! Whether a posting is for an internship at all (P1: a full-time advert gives no program).

use std::ops::Range;

use crate::items::page::Page;
use crate::model::{Part, Sketch, Table};
use crate::roles::features::{Words, some};
use crate::words::layout::LineKind;
use crate::words::lexicon::Cues;
use crate::words::token::Kind;

/// What a posting is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Offer {
    /// An internship; the tokens that say so.
    Internship(Range<usize>),
    /// A job, a course, news.
    Job,
    /// It doesn't say: a few lines from a chat, say.
    Unsaid,
}

/// How many tokens make more than a few lines.
const SHORT: usize = 90;
/// How many words of the text are looked at.
const FAR: usize = 500;
/// The classes whose number tells something.
const COUNTED: [Cues; 10] = [
    Cues::INTERN,
    Cues::STUDENT,
    Cues::ENROLLED,
    Cues::SENIOR,
    Cues::EXPERIENCE,
    Cues::SEASON,
    Cues::DURATION,
    Cues::APPLY,
    Cues::START,
    Cues::PAY,
];

impl Page<'_> {
    /// What the posting is for.
    pub(crate) fn offer(&self, table: &Table, title: Option<&Range<usize>>) -> Offer {
        let mut sketch = Sketch::default();
        self.sketch_kind(&Words::of(self), title, &mut sketch);
        let internship = table.answers("kind").iter().position(|answer| answer == "internship");
        let likely = table.likely(&mut sketch);
        let likely = internship.and_then(|at| likely.get(at)).copied().unwrap_or(0.0);
        let said = |tokens: Range<usize>| {
            tokens.into_iter().find(|at| self.names_internship(*at)).map(|at| at..at + 1)
        };
        // The seldomer it is named, the likelier it must be.
        let titled = title.is_some_and(|title| title.clone().any(|at| self.names_internship(at)));
        let senior = title.is_some_and(|title| self.any(title.clone(), Cues::SENIOR));
        let named = self.body.clone().filter(|at| self.names_internship(*at)).take(3).count();
        let wanted = match named {
            _ if titled => 0.5,
            0 => 0.97,
            _ if senior => 0.95,
            1 | 2 => 0.75,
            _ => 0.5,
        };
        if likely >= wanted {
            let own = title.cloned().and_then(said).or_else(|| said(self.body.clone()));
            Offer::Internship(own.or_else(|| title.cloned()).unwrap_or(self.body.start..self.body.start + 1))
        } else if self.body.len() < SHORT && (named > 0 || likely > 0.2) {
            Offer::Unsaid
        } else {
            Offer::Job
        }
    }

    fn names_internship(&self, at: usize) -> bool {
        self.cues(at).has(Cues::INTERN) || self.tokens.sense(at).foreign.has(Cues::INTERN) && self.opens(at)
    }

    /// What tells an internship from everything else: its title, its first lines, its headings, its words.
    pub(crate) fn sketch_kind(&self, words: &Words<'_, '_>, title: Option<&Range<usize>>, into: &mut Sketch) {
        into.begin("kind");
        into.put("always", &[]);
        let body = self.body.start..self.body.end.min(self.body.start + FAR);
        self.put_line("title", title.cloned().unwrap_or(0..0), words, into);
        let lines = self.layout.lines.iter().filter(|line| body.contains(&line.tokens.start));
        for (number, line) in lines.take(60).enumerate() {
            let Range { start, end } = line.tokens;
            if number < 3 {
                self.put_line("top", start..end.min(start + 14), words, into);
            } else if line.kind == LineKind::Heading {
                self.put_line("heading", start..end.min(start + 8), words, into);
            }
        }
        let mut counts = [0_usize; COUNTED.len()];
        for at in body.clone() {
            let cues = self.cues(at);
            for (count, class) in counts.iter_mut().zip(COUNTED) {
                *count += usize::from(cues.has(class));
            }
            if self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word) {
                into.put("word", &[words.part(at)]);
            }
            if self.names_internship(at) {
                let before =
                    at.checked_sub(1).filter(|_| !self.opens(at)).map_or(Part::of("$"), |at| words.part(at));
                let after = if self.opens(at + 1) { Part::of("$") } else { words.part(at + 1) };
                into.put("before", &[before]);
                into.put("after", &[after]);
                let sentence = self.sentence(at);
                for other in at.saturating_sub(6).max(sentence.start)..(at + 7).min(sentence.end) {
                    if other != at {
                        into.put("near", &[words.part(other)]);
                        for class in self.cues(other).names() {
                            into.put("near-class", &[Part::of(class)]);
                        }
                    }
                }
            }
        }
        let titled = title.is_some_and(|title| title.clone().any(|at| self.names_internship(at)));
        for (count, class) in counts.into_iter().zip(COUNTED) {
            let Some(name) = class.names().next() else { continue };
            let size = Part::of(some(count.min(4)));
            into.put("count", &[Part::of(name), size]);
            into.put("count-titled", &[Part::of(name), size, Part::of(some(usize::from(titled)))]);
        }
        let often = counts.first().map_or(0, |count| count * 200 / body.len().max(1));
        into.put("often", &[Part::of(some(often.min(8)))]);
        let long = [40, 90, 200, 400].iter().filter(|most| self.body.len() > **most).count();
        into.put("long", &[Part::of(some(long))]);
    }

    /// The words and classes of a line, and its pairs of words.
    fn put_line(&self, name: &'static str, line: Range<usize>, words: &Words<'_, '_>, into: &mut Sketch) {
        let place = Part::of(name);
        if line.is_empty() {
            into.put("none", &[place]);
        }
        for at in line.clone() {
            into.put("word-in", &[place, words.part(at)]);
            if line.contains(&(at + 1)) {
                into.put("pair-in", &[place, words.part(at), words.part(at + 1)]);
            }
            for class in self.cues(at).names() {
                into.put("class-in", &[place, Part::of(class)]);
            }
        }
    }
}
