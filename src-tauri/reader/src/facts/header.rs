//! The name of the job, who offers it, and where.

use std::ops::Range;

use super::naming::Naming;
use crate::items::page::Page;
use crate::model::Table;
use crate::roles::features::Words;
use crate::words::layout::Line;
use crate::words::lexicon::Cues;
use crate::words::token::Token;

/// How many lines from the top a place is looked for in.
const TOP: usize = 40;

/// Where the posting names itself, as tokens.
#[derive(Debug, Default)]
pub(crate) struct Header {
    pub(crate) title: Option<Range<usize>>,
    pub(crate) company: Option<Range<usize>>,
    pub(crate) location: Option<Range<usize>>,
}

impl Page<'_> {
    /// The title, the company and the place.
    pub(crate) fn header(&self, table: &Table) -> Header {
        let words = Words::of(self);
        let naming = Naming::of(self, &words, table);
        let pieces = self.pieces();
        let title = naming.choose("title", &pieces, None);
        let company = naming.choose("company", &pieces, title.as_ref());
        let location = self.labelled_place().or_else(|| self.place_beside(company.as_ref()?));
        Header { title, company, location }
    }

    /// The value of a `Location: …` line or row near the top. What the text says goes before the page's own data.
    fn labelled_place(&self) -> Option<Range<usize>> {
        let lines = self.layout.lines.iter().take(TOP);
        let (data, said): (Vec<_>, Vec<_>) =
            lines.partition(|line| line.tokens.end <= self.layout.front_matter);
        said.into_iter().chain(data).find_map(|line| self.place_in(line))
    }

    fn place_in(&self, line: &Line) -> Option<Range<usize>> {
        let is_mark = |token: &Token| token.is_any(":：=") || token.is('|');
        let marked = |at: &usize| self.tokens.get(*at).is_some_and(is_mark);
        let first =
            line.tokens.clone().find(|at| !self.tokens.word(*at).chars().any(|c| "|-•*·📍".contains(c)))?;
        let mark = (first + 1..line.tokens.end.min(first + 5)).find(marked)?;
        let label = |at: usize| {
            self.cues(at).has(Cues::PLACELABEL) || self.tokens.sense(at).foreign.has(Cues::PLACELABEL)
        };
        // What a label is of stands last, or before an “of”.
        let named = (first..mark)
            .any(|at| label(at) && (at + 1 == mark || self.cues(at + 1).has(Cues::ARTICLE | Cues::FROM)));
        let end =
            (mark + 1..line.tokens.end).find(|at| self.tokens.get(*at).is_some_and(|token| token.is('|')));
        let value = self.trimmed(mark + 1..end.unwrap_or(line.tokens.end))?;
        (named && value.len() <= 40).then_some(value)
    }

    /// What stands behind the company on its line, or else the short line below it.
    fn place_beside(&self, company: &Range<usize>) -> Option<Range<usize>> {
        let number = self.layout.line_of(company.start);
        let line = self.layout.line(number).filter(|line| line.tokens.start >= self.layout.front_matter)?;
        let short = |tokens: &Range<usize>| {
            let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
            (1..=12).contains(&tokens.len())
                && !last.is_some_and(|last| last.is_any(".:!?。"))
                && !self.any(
                    tokens.clone(),
                    Cues::PAY | Cues::SECTION | Cues::START | Cues::INTERN | Cues::DEADLINE,
                )
        };
        let behind = company.end..line.tokens.end;
        if self.tokens.get(company.end).is_some_and(|mark| mark.is_any(",，·|｜-–—(（")) && short(&behind)
        {
            return self.trimmed(behind);
        }
        let alone = company.end == line.tokens.end && company.start <= line.tokens.start + 2;
        let below = self.layout.line(number + 1).filter(|below| alone && !below.after_blank)?;
        self.trimmed(below.tokens.clone()).filter(|_| short(&below.tokens))
    }
}
