//! What one must have and what is welcome, an item each.

use crate::items::page::Page;
use crate::words::layout::{Line, LineKind};
use crate::words::lexicon::Cues;
use crate::words::token::Kind;
use startline_engine::Fact;

/// The most that is kept of a list; no posting asks for more.
const MOST: usize = 60;

impl Page<'_> {
    /// The minimum qualifications and the preferred ones.
    pub(crate) fn qualifications(&self) -> (Vec<Fact<String>>, Vec<Fact<String>>) {
        let (mut minimum, mut preferred) = (Vec::new(), Vec::new());
        let mut current: Option<bool> = None;
        for line in &self.layout.lines {
            if !self.body.contains(&line.tokens.start) || line.tokens.start < self.layout.front_matter {
                continue;
            }
            let heading = line.kind == LineKind::Heading || line.level > 0;
            if heading {
                current = self.qualifies(line);
                continue;
            }
            let Some(is_preferred) = current else { continue };
            let listed = line.kind == LineKind::Item || line.tokens.len() <= 60;
            let list = if is_preferred { &mut preferred } else { &mut minimum };
            if listed
                && list.len() < MOST
                && let Some(fact) = self.point(line)
            {
                list.push(fact);
            }
        }
        (minimum, preferred)
    }

    /// Whether a heading announces preferred (true) or minimum (false) qualifications, or neither.
    fn qualifies(&self, line: &Line) -> Option<bool> {
        let words = line.tokens.start..line.tokens.end.min(line.tokens.start + 12);
        if self.any(words.clone(), Cues::PREFQUAL) {
            Some(true)
        } else if self.any(words, Cues::MINQUAL) {
            Some(false)
        } else {
            None
        }
    }

    /// The words of a point, without its bullet.
    fn point(&self, line: &Line) -> Option<Fact<String>> {
        let mut start = line.tokens.start;
        if line.kind == LineKind::Item {
            let number = self.tokens.get(start)?.kind == Kind::Number;
            start += if number { 2 } else { 1 };
        }
        let quote = self.quote(start..line.tokens.end).filter(|_| start < line.tokens.end)?;
        let words = self.tokens.text.get(quote.start..quote.end)?;
        let value = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Fact::read(value, quote))
    }
}
