//! Who offers the job, and where.

use std::collections::HashMap;
use std::ops::Range;

use crate::items::page::Page;
use crate::words::lexicon::Cues;
use crate::words::token::Gap;

impl Page<'_> {
    /// “… Intern at Fusion”, “Praktikum bei Siemens”.
    pub(crate) fn company_in(&self, title: &Range<usize>) -> Option<Range<usize>> {
        let at = title
            .clone()
            .rev()
            .find(|at| matches!(self.tokens.word(*at), "at" | "bei" | "chez" | "@" | "en" | "na" | "bij"))?;
        let english = matches!(self.tokens.word(at), "at" | "@" | "bei" | "chez" | "bij");
        let name = self.trimmed(at + 1..title.end)?;
        self.tokens.get(name.start).filter(|token| english && token.is_capital()).map(|_| name)
    }

    /// The short line after the title, as boards write it: title, company, place.
    pub(crate) fn company_below(&self, number: usize) -> Option<Range<usize>> {
        let title = self.layout.line(number)?;
        let line = self.layout.line(number + 1)?;
        let next = self.layout.line(number + 2);
        let short = line.tokens.len() <= 9
            && !self.tokens.get(line.tokens.end - 1).is_some_and(|token| token.is_any(".:!?"));
        let heading = title.level > 0 && line.level > title.level;
        let listed =
            title.level == 0 && !line.after_blank && next.is_some_and(|next| next.tokens.len() <= 12);
        let plain = !self.any(
            line.tokens.clone(),
            Cues::SECTION
                | Cues::PAY
                | Cues::START
                | Cues::APPLY
                | Cues::DURATION
                | Cues::PLACELABEL
                | Cues::MINQUAL,
        );
        let name = self.trimmed(line.tokens.clone())?;
        let none = name.len() == 1 && matches!(self.tokens.word(name.start), "None" | "N" | "null");
        let labelled =
            line.tokens.clone().any(|at| self.tokens.get(at).is_some_and(|token| token.is_any(":：")));
        (short && (heading || listed) && plain && !none && !labelled).then_some(name)
    }

    pub(crate) fn location_below(
        &self,
        number: usize,
        company: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let company = company?;
        if self.layout.line_of(company.start) != number + 1 {
            return None;
        }
        let line = self.layout.line(number + 2)?;
        let last = self.tokens.get(line.tokens.end.checked_sub(1)?)?;
        let short = line.tokens.len() <= 12
            && !last.is_any(".:!?")
            && !self.any(line.tokens.clone(), Cues::PAY | Cues::SECTION | Cues::START);
        self.trimmed(line.tokens.clone()).filter(|_| short)
    }

    /// The name that the text speaks of as the employer: “At X, we”, “X is a”, “Join X”, “About X”.
    pub(crate) fn company_in_text(&self) -> Option<Range<usize>> {
        let mut votes: HashMap<String, (u32, Range<usize>)> = HashMap::new();
        let mut at = 0;
        let end = self.body.end.min(6000);
        while at < end {
            let Some(name) = self.name_at(at) else {
                at += 1;
                continue;
            };
            let before = at.checked_sub(1).map_or("", |before| self.tokens.word(before));
            let after = self.tokens.word(name.end);
            let possessive =
                self.tokens.get(name.end).is_some_and(|token| token.gap == Gap::None && token.is_any("'’"))
                    && matches!(self.tokens.word(name.end + 1), "s" | "S");
            let mut vote = match before {
                "at" | "At" | "Join" | "join" | "bei" | "chez" | "Chez" | "Bei" | "joining" => 3,
                "About" | "Über" => 3,
                _ => 0,
            };
            vote += match after {
                "is" | "ist" | "est" | "es" | "believes" | "offers" | "was" => 2,
                _ => u32::from(possessive),
            };
            if self.tokens.get(name.end).is_some_and(|token| token.is(','))
                && matches!(self.tokens.word(name.end + 1), "a" | "an" | "the")
            {
                vote += 2;
            }
            if vote > 0 {
                let key = self
                    .tokens
                    .slice(self.tokens.get(name.start)?.start, self.tokens.get(name.end - 1)?.end)
                    .to_lowercase();
                let entry = votes.entry(key).or_insert((0, name.clone()));
                entry.0 += vote;
            }
            at = name.end;
        }
        votes
            .into_values()
            .max_by_key(|(count, name)| (*count, std::cmp::Reverse(name.start)))
            .filter(|(count, _)| *count >= 1)
            .map(|(_, name)| name)
    }

    /// A run of capitalised words that could be a company's name.
    fn name_at(&self, at: usize) -> Option<Range<usize>> {
        let good = |at: usize| {
            self.tokens.get(at).is_some_and(crate::words::token::Token::is_capital) && {
                let sense = self.tokens.sense(at);
                sense.time.month == 0
                    && sense.time.weekday == 0
                    && !sense.cues.has(
                        Cues::SEASON
                            | Cues::SECTION
                            | Cues::INTERN
                            | Cues::ENGLISH
                            | Cues::ARTICLE
                            | Cues::JOBNOUN
                            | Cues::STUDENT
                            | Cues::PROGRAM
                            | Cues::START
                            | Cues::DURATION
                            | Cues::DEADLINE
                            | Cues::POSITION,
                    )
                    && !matches!(
                        self.tokens.word(at),
                        "Us" | "You"
                            | "This"
                            | "It"
                            | "There"
                            | "What"
                            | "Who"
                            | "How"
                            | "If"
                            | "That"
                            | "As"
                            | "In"
                            | "For"
                            | "Our"
                            | "We"
                            | "They"
                            | "He"
                            | "She"
                            | "Day"
                            | "Team"
                            | "Why"
                            | "Here"
                            | "Job"
                            | "I"
                            | "LinkedIn"
                            | "Diversity"
                            | "United"
                            | "San"
                            | "New"
                            | "Los"
                    )
            }
        };
        if !good(at) {
            return None;
        }
        let mut end = at + 1;
        while end - at < 6
            && !self.opens(end)
            && (good(end) || self.tokens.get(end).is_some_and(|token| token.is('&')) && good(end + 1))
        {
            end += 1;
        }
        // A name cut by a capital inside, such as “TikTok”, goes on though a sentence seems to open.
        while end - at < 6
            && self.tokens.get(end).is_some_and(|token| token.gap == Gap::None && token.is_capital())
        {
            end += 1;
        }
        Some(at..end)
    }
}
