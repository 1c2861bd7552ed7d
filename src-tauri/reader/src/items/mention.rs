//! Items as they are handed out: every one, whatever it is for.

use startline_engine::{LengthRule, Mention, MentionValue, MonthSpan, PostedSpan, Quote};

use crate::items::calendar::{Day, Month};
use crate::items::item::{Item, What};
use crate::items::page::Page;
use crate::roles::told::Told;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind};

impl Page<'_> {
    /// Every item of the text, in order, with what it was told to be for.
    pub(crate) fn mentions(&self, told: &[Told]) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut index = 0;
        while let Some(item) = self.items.get(index) {
            let joined = self.season_and_year(index);
            let (kept, at) = match (joined, self.items.get(index + 1)) {
                (Some(_), Some(second)) if matches!(second.what, What::Season(_)) => (second, index + 1),
                _ => (item, index),
            };
            let quote = joined.or_else(|| self.term_quote(item)).or_else(|| self.item_quote(item));
            if let (Some(quote), Some(told)) = (quote, told.get(at)) {
                let value = self.value(kept);
                mentions.push(Mention { quote, value, role: told.role, sure: told.is_sure() });
            }
            index += 1 + usize::from(joined.is_some());
        }
        mentions
    }

    /// “fall semester”, “summer term”: a season and the word of study after it.
    fn term_quote(&self, item: &Item) -> Option<Quote> {
        let term = self.tokens.is(item.to, Class::TERM)
            && self.tokens.get(item.to).is_some_and(|token| token.gap == Gap::Space);
        let free = self.item_from(item.to).is_none_or(|next| next.from > item.to);
        (matches!(item.what, What::Season(_)) && term && free).then(|| self.quote(item.from..item.to + 1))?
    }

    fn value(&self, item: &Item) -> MentionValue {
        let months = |first: Month, last: Month| {
            MentionValue::MonthSpan(MonthSpan { first: first.posted(), last: last.posted() })
        };
        let days = |first: Day, last: Day| PostedSpan { first: first.posted(), last: last.posted() };
        match item.what {
            What::Day(day) => MentionValue::Day(day.posted()),
            What::Days(first, last) => MentionValue::Span(days(first, last)),
            What::Week(first, last) => MentionValue::Week(days(first, last)),
            What::Month(month) => MentionValue::Month(month.posted()),
            What::Months(first, last) | What::Part { first, last } => months(first, last),
            What::Season(season) => MentionValue::Season(season),
            What::Length(length) if !length.hours => {
                MentionValue::Length(LengthRule { unit: length.unit, min: length.min, max: length.max })
            }
            What::Length(_) | What::Year(_) | What::Impossible(_) | What::Other => {
                let words =
                    self.item_quote(item).and_then(|quote| self.tokens.text.get(quote.start..quote.end));
                MentionValue::Other(words.unwrap_or_default().to_owned())
            }
        }
    }

    /// The item after a season that is its year: “Summer 2027”, “fall semester of 2027”, 2027年夏季. The two are one
    /// mention.
    fn season_and_year(&self, index: usize) -> Option<Quote> {
        let (first, second) = (self.items.get(index)?, self.items.get(index + 1)?);
        let pair = matches!(
            (first.what, second.what),
            (What::Season(_), What::Year(_) | What::Other) | (What::Year(_), What::Season(_))
        );
        let years = !matches!(second.what, What::Other)
            || self
                .tokens
                .get(second.from)
                .is_some_and(|token| token.kind == Kind::Number && token.digits(self.tokens.text) == 4);
        let close = second.from - first.to <= 3
            && (first.to..=second.from).all(|at| {
                self.tokens.get(at).is_some_and(|token| token.gap <= Gap::Space)
                    && (at == second.from
                        || self.tokens.is(at, Class::SMALL.or(Class::TERM))
                        || self.tokens.get(at).is_some_and(|mark| mark.is_any(",'’-/(")))
            });
        (pair && years && close).then(|| self.quote(first.from..second.to)).flatten()
    }
}
