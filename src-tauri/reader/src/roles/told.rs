//! Every item with the role that the weights give it.

use std::ops::Range;

use startline_engine::{Mention, MentionRole, MentionValue, LengthRule, MonthSpan, PostedSpan};

use super::features::{Words, question, sketch};
use crate::items::item::What;
use crate::items::page::Page;
use crate::model::{Sketch, Table, probabilities};

impl Page<'_> {
    /// The mentions of the text, in its order.
    pub(crate) fn mentions(&self, table: &Table, title: Option<&Range<usize>>) -> Vec<Mention> {
        let title = title.cloned().unwrap_or(0..0);
        let words = Words::of(self);
        let mut drawn = Sketch::default();
        let mut scores = Vec::new();
        let mut all = Vec::with_capacity(self.items.len());
        for (index, item) in self.items.iter().enumerate() {
            let Some(quote) = self.item_quote(item) else { continue };
            sketch(self, &words, &title, index, &mut drawn);
            let answers = table.answers(question(&item.what));
            scores.clear();
            scores.resize(answers.len(), 0.0);
            table.scores(&drawn.hashes, &mut scores);
            probabilities(&mut scores);
            let (role, likely) = decided(answers, &scores);
            all.push(Mention { quote, value: value(&item.what), role, sure: likely > 0.8 });
        }
        all
    }
}

/// The most likely role. Those that decide nothing are weighed together against each that decides.
fn decided(answers: &[String], likely: &[f32]) -> (MentionRole, f32) {
    let mut none = (MentionRole::Other, 0.0, 0.0);
    let mut best = (MentionRole::Other, 0.0);
    for (answer, likely) in answers.iter().zip(likely) {
        let role: MentionRole = serde_json::from_value(answer.as_str().into()).unwrap_or(MentionRole::Other);
        if role.decides() {
            if *likely > best.1 {
                best = (role, *likely);
            }
        } else {
            none.1 += likely;
            if *likely > none.2 {
                (none.0, none.2) = (role, *likely);
            }
        }
    }
    if best.1 >= none.1 { best } else { (none.0, none.1) }
}

fn value(what: &What) -> MentionValue {
    match *what {
        What::Day(day) => MentionValue::Day(day.posted()),
        What::Days(first, last) => MentionValue::Span(PostedSpan { first: first.posted(), last: last.posted() }),
        What::Month(month) => MentionValue::Month(month.posted()),
        What::Months(first, last) => {
            MentionValue::MonthSpan(MonthSpan { first: first.posted(), last: last.posted() })
        }
        What::Length(length) => {
            MentionValue::Length(LengthRule { unit: length.unit, min: length.min, max: length.max })
        }
        What::Season(season) => MentionValue::Season(season),
        What::Year(year) => MentionValue::Other(year.to_string()),
    }
}
