//! Items as they are handed out: every one, whatever it is for.

use startline_engine::{LengthRule, Mention, MentionRole, MentionValue, MonthSpan, PostedSpan};

use crate::items::item::{Item, What};
use crate::items::page::Page;

impl Page<'_> {
    /// Every item of the text, in order, with no role yet.
    pub(crate) fn mentions(&self) -> Vec<Mention> {
        self.items
            .iter()
            .filter_map(|item| {
                let quote = self.item_quote(item)?;
                let value = self.value(item);
                Some(Mention { quote, value, role: MentionRole::Other, sure: false })
            })
            .collect()
    }

    fn value(&self, item: &Item) -> MentionValue {
        match item.what {
            What::Day(day) => MentionValue::Day(day.posted()),
            What::Days(first, last) => {
                MentionValue::Span(PostedSpan { first: first.posted(), last: last.posted() })
            }
            What::Month(month) => MentionValue::Month(month.posted()),
            What::Months(first, last) => {
                MentionValue::MonthSpan(MonthSpan { first: first.posted(), last: last.posted() })
            }
            What::Season(season) => MentionValue::Season(season),
            What::Length(length) => MentionValue::Length(LengthRule {
                unit: length.unit,
                min: length.min,
                max: length.max,
            }),
            What::Year(_) => {
                let words = self.item_quote(item).and_then(|quote| self.tokens.text.get(quote.start..quote.end));
                MentionValue::Other(words.unwrap_or_default().to_owned())
            }
        }
    }
}
