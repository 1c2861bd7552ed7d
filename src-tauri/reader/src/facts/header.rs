//! The name of the job, who offers it, and where.

use std::ops::Range;

use crate::items::page::Page;
use crate::words::layout::{Line, LineKind};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind};

/// How many lines from the top a title is looked for in.
const TOP: usize = 30;

/// Where the posting names itself, as tokens.
#[derive(Debug, Default)]
pub(crate) struct Header {
    pub(crate) title: Option<Range<usize>>,
    pub(crate) company: Option<Range<usize>>,
    pub(crate) location: Option<Range<usize>>,
}

impl Page<'_> {
    /// The title, the company and the place.
    pub(crate) fn header(&self) -> Header {
        let mut header = Header {
            title: self.labelled(Cues::TITLELABEL).or_else(|| self.title_line()),
            company: self.labelled(Cues::COMPANYLABEL),
            location: self.labelled(Cues::PLACELABEL),
        };
        if let Some(title) = &header.title {
            let number = self.layout.line_of(title.start);
            if header.company.is_none() {
                header.company = self.company_in(title).or_else(|| self.company_below(number));
            }
            if header.location.is_none() {
                header.location = self.location_below(number, header.company.as_ref());
            }
        }
        header.title = header.title.or_else(|| self.title_in_text());
        header.company = header.company.or_else(|| self.company_in_text());
        header
    }

    /// The value of a `label: value` line or row near the top.
    fn labelled(&self, label: Cues) -> Option<Range<usize>> {
        // What the text says goes before the page's own data.
        let lines = self.layout.lines.iter().enumerate().take(TOP + 10);
        let (data, said): (Vec<_>, Vec<_>) =
            lines.partition(|(_, line)| line.tokens.end <= self.layout.front_matter);
        for (number, line) in said.into_iter().chain(data) {
            let mut at = line.tokens.start;
            while self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark && !token.is_any(":："))
                && at < line.tokens.end
            {
                at += 1;
            }
            // In front matter a key is one word; elsewhere a label is short and ends in a colon or a cell.
            let Some(mark) = (at + 1..(at + 5).min(line.tokens.end)).find(|mark| {
                self.tokens
                    .get(*mark)
                    .is_some_and(|token| token.is_any(":：|=") && !token.opens | token.is('|'))
            }) else {
                continue;
            };
            // What a label is of stands last (“Position type” is no position, 岗位方向 no 岗位), or before an
            // “of”.
            let is_head = |word: usize| {
                let next = self.tokens.sense(word + 1);
                word + 1 == mark
                    || next.cues.has(Cues::ARTICLE)
                    || next.foreign.has(Cues::ARTICLE | Cues::FROM)
            };
            let named = (at..mark)
                .filter(|word| is_head(*word))
                .any(|word| self.cues(word).has(label) || self.tokens.sense(word).foreign.has(label));
            if !named || self.any(at..mark, Cues::START | Cues::PAY) {
                continue;
            }
            let value = mark + 1..line.tokens.end;
            if let Some(value) = self.trimmed(value) {
                return Some(value).filter(|value| value.len() <= 60);
            }
            // “hiringOrganization:” with “name: X” on the next line
            if let Some(next) =
                self.layout.line(number + 1).filter(|_| line.tokens.end <= self.layout.front_matter)
            {
                let value = self.trimmed(next.tokens.start + 2..next.tokens.end);
                if self.tokens.word(next.tokens.start) == "name" && value.is_some() {
                    return value;
                }
            }
        }
        None
    }

    /// Without marks at its edges, and only up to a link's address or a cell's end.
    pub(crate) fn trimmed(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let (mut start, mut end) = (tokens.start, tokens.end);
        let in_row = self.line_at(start).is_some_and(|line| line.kind == LineKind::Row);
        for at in tokens {
            let token = self.tokens.get(at)?;
            let link = token.is(']')
                && self.tokens.get(at + 1).is_some_and(|next| next.is('(') && next.gap == Gap::None);
            if link || token.is('|') && in_row && at > start {
                end = at;
                break;
            }
        }
        while start < end
            && self
                .tokens
                .get(start)
                .is_some_and(|token| token.kind == Kind::Mark && !token.is_any("(（$€£【[") || token.is('['))
        {
            start += 1;
        }
        while start < end
            && self.tokens.get(end - 1).is_some_and(|token| {
                token.kind == Kind::Mark && !token.is_any(")）%+!?.】]#") || token.kind == Kind::Address
            })
        {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    fn title_line(&self) -> Option<Range<usize>> {
        let mut best: Option<(f32, Range<usize>)> = None;
        let lines = self.layout.lines.iter().filter(|line| {
            line.tokens.start >= self.layout.front_matter && line.tokens.start < self.body.end
        });
        for (index, line) in (0_u8..).zip(lines.take(TOP)) {
            let Some(value) = self.trimmed(line.tokens.clone()) else { continue };
            let strength = self.title_strength(line, &value) - 0.12 * f32::from(index)
                + if index == 0 { 1.5 } else { 0.0 };
            if best.as_ref().is_none_or(|(most, _)| strength > *most) {
                best = Some((strength, value));
            }
        }
        best.filter(|(strength, _)| *strength >= 2.0).map(|(_, value)| value)
    }

    fn title_strength(&self, line: &Line, value: &Range<usize>) -> f32 {
        let len = value.len();
        let has = |cues: Cues| self.any(value.clone(), cues);
        let last = self.tokens.get(line.tokens.end.saturating_sub(1));
        let mut strength = 0.0;
        let intern = value.clone().any(|at| {
            let sense = self.tokens.sense(at);
            sense.cues.has(Cues::INTERN)
                || sense.foreign.has(Cues::INTERN) && (self.tokens.foreign || at == value.start)
        });
        strength += if intern { 3.0 } else { 0.0 };
        strength += if has(Cues::JOBNOUN) { 1.8 } else { 0.0 };
        strength += if line.level == 1 {
            2.0
        } else if line.level > 1 {
            0.5
        } else {
            0.0
        };
        if len > 26 || last.is_some_and(|token| token.is_any(".!?。？！")) {
            strength -= 5.0;
        }
        if last.is_some_and(|token| token.is_any(":："))
            || line.kind == LineKind::Item
            || line.kind == LineKind::Row
        {
            strength -= 4.0;
        }
        let small = value
            .clone()
            .filter(|at| {
                matches!(
                    self.tokens.word(*at),
                    "you"
                        | "your"
                        | "we"
                        | "our"
                        | "will"
                        | "is"
                        | "are"
                        | "us"
                        | "this"
                        | "the"
                        | "The"
                        | "This"
                        | "About"
                )
            })
            .count();
        strength -= match small {
            0 => 0.0,
            1 => 1.0,
            _ => 4.0,
        };
        if has(Cues::SECTION | Cues::MINQUAL | Cues::PREFQUAL | Cues::BENEFIT | Cues::APPLY) {
            strength -= if intern && len > 3 { 0.8 } else { 3.0 };
        }
        if len == 1 {
            strength -= 2.5;
        }
        if !self.tokens.get(value.start).is_some_and(|token| {
            token.is_capital()
                || token.kind != Kind::Word
                || token.width() > 2 && !token.is_capital() && self.tokens.foreign
        }) {
            strength -= 1.5;
        }
        strength
    }

    /// “As our Quantitative Trading Intern, you …”: the first run of capitals that ends in a word for interns.
    fn title_in_text(&self) -> Option<Range<usize>> {
        let is_name = |at: usize| {
            self.tokens.get(at).is_some_and(|token| token.is_capital() || token.is('/') || token.is('&'))
        };
        for at in 0..self.body.end.min(4000) {
            let capital = self.tokens.get(at).is_some_and(crate::words::token::Token::is_capital);
            let singular = matches!(
                self.tokens.word(at),
                "Intern"
                    | "Co-op"
                    | "Praktikant"
                    | "Praktikantin"
                    | "Praktikum"
                    | "Trainee"
                    | "Analyst"
                    | "Fellow"
                    | "Werkstudent"
            );
            if !capital
                || !singular
                || !self.cues(at).has(Cues::INTERN) && !self.any(at.saturating_sub(3)..at, Cues::SUMMER)
            {
                continue;
            }
            let mut start = at;
            while start > 0 && at - start < 8 && !self.opens(start) && is_name(start - 1) {
                start -= 1;
            }
            if at - start >= 1 && at - start < 8 {
                return self.trimmed(start..self.said_twice(start).unwrap_or(at + 1));
            }
        }
        None
    }

    /// Where the words from `start` end that are said twice running, as a board's page says a title.
    fn said_twice(&self, start: usize) -> Option<usize> {
        (3..40).rev().map(|len| start + len).find(|end| {
            (start..*end).all(|at| self.tokens.word(at) == self.tokens.word(at + end - start))
                && *end < self.tokens.len()
        })
    }
}
