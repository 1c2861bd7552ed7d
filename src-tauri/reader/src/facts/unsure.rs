//! Facts of which the weights are not sure, as doubts that one click settles.

use serde_json::{Value, json};
use startline_engine::MentionRole as Role;
use startline_engine::{Correction, CorrectionKind, Doubt, DoubtAnswer, Facts, Quote};

use crate::items::page::Page;
use crate::roles::told::Told;

/// What is less likely than this is asked.
const SURE_ENOUGH: f32 = 0.5;
/// The most that is asked: a posting that leaves more in doubt is better read by the student.
const MOST: usize = 3;

/// The fields that are asked of, spans before the days that they are made of.
const FIELDS: [&str; 9] = [
    "lengths",
    "spans",
    "month_spans",
    "start_dates",
    "end_dates",
    "start_months",
    "latest_start",
    "start_window",
    "deadline",
];

impl Page<'_> {
    /// Asks of every fact that is said at one place, and there not clearly.
    pub(crate) fn unsure_doubts(&self, told: &[Told], facts: &mut Facts) {
        let unsure = |told: &Told| told.likely < SURE_ENOUGH && asked(told.role).is_some();
        if !told.iter().any(unsure) {
            return;
        }
        // The text is long, and no fact.
        let text = std::mem::take(&mut facts.text);
        let read = serde_json::to_value(&*facts).unwrap_or_default();
        let unsure = self.items.iter().zip(told).filter(|(_, told)| unsure(told));
        let doubts = unsure.filter_map(|(item, told)| {
            let quote = self.item_quote(item)?;
            let (field, value) = fact_at(&read, quote)?;
            let words = text.get(quote.start..quote.end)?.split_whitespace().collect::<Vec<_>>().join(" ");
            let answer = |label: &str, kind: CorrectionKind, now: Value| DoubtAnswer {
                label: label.to_owned(),
                corrections: vec![Correction {
                    kind,
                    fact: field.to_owned(),
                    was: value.clone(),
                    value: now,
                }],
            };
            Some(Doubt {
                message: format!("Is “{words}” {}?", asked(told.role)?),
                quote: Some(quote),
                answers: vec![
                    answer("Yes", CorrectionKind::Change, value.clone()),
                    answer("No, leave it out", CorrectionKind::Remove, Value::Null),
                ],
            })
        });
        facts.doubts.extend(doubts.take(MOST));
        facts.text = text;
    }
}

fn asked(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::Length => "how long the internship lasts",
        Role::Start | Role::StartMonth | Role::StartWindow => "when the internship starts",
        Role::LatestStart => "the last day to start",
        Role::End => "when the internship ends",
        Role::Program => "when the internship takes place",
        Role::Deadline => "the last day to apply",
        _ => return None,
    })
}

/// The fact that was read there and nowhere else, and the field that it is in.
fn fact_at(read: &Value, quote: Quote) -> Option<(&'static str, Value)> {
    let quote = json!(quote);
    FIELDS.iter().find_map(|field| {
        let facts = read.get(field)?;
        let alone =
            |fact: &&Value| fact["quote"] == quote && fact["also"].as_array().is_none_or(Vec::is_empty);
        let fact = facts.as_array().map_or(Some(facts), |list| list.iter().find(alone)).filter(alone)?;
        Some((*field, fact["value"].clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::program::add;
    use startline_engine::{LengthRule, LengthUnit};

    #[test]
    fn what_is_not_sure_is_asked_and_one_answer_settles_it() {
        let text = "Our cooks stay for 10 weeks.";
        let page = Page::of(text);
        let asked_at = |likely: f32| {
            let mut facts = Facts { text: text.to_owned(), ..Facts::default() };
            let Some(quote) = page.items.first().and_then(|item| page.item_quote(item)) else { return facts };
            let rule = LengthRule { unit: LengthUnit::Weeks, min: Some(10), max: Some(10) };
            add(&mut facts.lengths, rule, quote);
            page.unsure_doubts(&[Told { role: Role::Length, likely }], &mut facts);
            facts
        };
        assert!(asked_at(0.6).doubts.is_empty());
        let facts = asked_at(0.4);
        assert_eq!(facts.text, text);
        let doubt = facts.doubts.first().cloned();
        assert_eq!(
            doubt.as_ref().map(|doubt| doubt.message.as_str()),
            Some("Is “10 weeks” how long the internship lasts?")
        );
        let answers = doubt.map(|doubt| doubt.answers).unwrap_or_default();
        let after: Vec<(usize, usize)> = answers
            .iter()
            .map(|answer| facts.clone().corrected(&answer.corrections))
            .map(|facts| (facts.lengths.len(), facts.doubts.len()))
            .collect();
        assert_eq!(after, [(1, 0), (0, 0)]);
    }
}
