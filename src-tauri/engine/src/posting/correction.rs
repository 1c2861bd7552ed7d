//! The student's corrections (rule P6).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Fact, Facts, MonthSpan, PostedSpan, Quote, StartMonth};
use crate::{PostedDay, PostedMonth, Program};

/// One correction to what was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Correction {
    /// What was done.
    pub kind: CorrectionKind,
    /// The name of the field of [`crate::Facts`] it was done to, such as `start_dates`.
    pub fact: String,
    /// The value as read, for a change or a removal.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub was: Value,
    /// The value instead, for an addition or a change.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub value: Value,
}

/// What a correction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum CorrectionKind {
    /// A fact that the posting does not state, or that was not read.
    Add,
    /// Another value for a fact that was read.
    Change,
    /// The fact is not so.
    Remove,
}

impl Facts {
    /// These facts with the student's corrections made to them, in their order (P6). A correction that no
    /// longer finds what it was made to, or whose value has not the fact's shape, changes nothing.
    ///
    /// What follows from a fact follows its correction: the dates of a span go with it, a year that is given
    /// goes to the dates that had none, and the doubts that are settled are gone.
    #[must_use]
    pub fn corrected(self, corrections: &[Correction]) -> Self {
        if corrections.is_empty() {
            return self;
        }
        let standing = Program::doubts(&self);
        let mut facts = self;
        facts.doubts.retain(|doubt| !standing.contains(doubt));
        for correction in corrections {
            facts = facts.with(correction);
        }
        let settled = |doubt: &super::Doubt| {
            doubt.answers.iter().any(|answer| {
                !answer.corrections.is_empty()
                    && answer.corrections.iter().all(|made| corrections.contains(made))
            })
        };
        facts.doubts.retain(|doubt| !settled(doubt));
        facts.season = facts.seasons.first().cloned();
        let standing = Program::doubts(&facts);
        facts.doubts.extend(standing);
        facts
    }

    /// These facts with one correction, or unchanged.
    fn with(mut self, correction: &Correction) -> Self {
        // The text is long and never corrected: it stays out of the way.
        let text = std::mem::take(&mut self.text);
        let name = if correction.fact == "season" { "seasons" } else { &correction.fact };
        let mut corrected = match Changed::of(&self, name, correction) {
            Some(changed) => changed.carried_through(name, correction),
            None => self,
        };
        corrected.text = text;
        corrected
    }
}

/// Facts after one correction, and where the corrected fact stood.
struct Changed {
    facts: Facts,
    quotes: Vec<Quote>,
}

impl Changed {
    /// Makes a correction to the JSON of the facts, so that one way serves every field; nothing if it does not
    /// fit.
    fn of(facts: &Facts, name: &str, correction: &Correction) -> Option<Self> {
        let mut whole = serde_json::to_value(facts).ok()?;
        let field = whole
            .as_object_mut()?
            .get_mut(name)
            .filter(|_| !matches!(name, "text" | "doubts" | "mentions"))?;
        let mut quotes = Vec::new();
        let given = json!({ "value": correction.value, "quote": null, "corrected": true });
        match (correction.kind, field) {
            (CorrectionKind::Add, Value::Array(list)) => {
                if list.iter().any(|fact| says(fact, &correction.value)) {
                    return None;
                }
                list.push(given);
            }
            (CorrectionKind::Add, single) => *single = given,
            (CorrectionKind::Change, field) => {
                let fact = match field {
                    Value::Array(list) => list.iter_mut().find(|fact| says(fact, &correction.was))?,
                    single => Some(single).filter(|fact| says(fact, &correction.was))?,
                };
                quotes.extend(quote_of(fact));
                let fact = fact.as_object_mut()?;
                fact.insert("value".to_owned(), correction.value.clone());
                fact.insert("corrected".to_owned(), Value::Bool(true));
            }
            (CorrectionKind::Remove, Value::Array(list)) => {
                let at = list.iter().position(|fact| says(fact, &correction.was))?;
                quotes.extend(quote_of(&list.remove(at)));
            }
            (CorrectionKind::Remove, single) => {
                if !says(single, &correction.was) {
                    return None;
                }
                quotes.extend(quote_of(single));
                *single = Value::Null;
            }
        }
        Some(Self { facts: serde_json::from_value(whole).ok()?, quotes })
    }

    /// The facts that follow from the corrected one, brought into line with it.
    fn carried_through(self, name: &str, correction: &Correction) -> Facts {
        let Self { mut facts, quotes } = self;
        facts.doubts.retain(|doubt| doubt.quote.is_none_or(|quote| !quotes.contains(&quote)));
        let was = |value: &Value| serde_json::from_value(value.clone()).ok();
        let now = correction.kind != CorrectionKind::Remove;
        match name {
            "spans" => {
                facts.span_corrected(was_span(&correction.was), was_span(&correction.value).filter(|_| now));
            }
            "start_dates" => {
                facts.start_corrected(was(&correction.was), was(&correction.value).filter(|_| now));
            }
            "end_dates" => facts.end_corrected(was(&correction.was), was(&correction.value).filter(|_| now)),
            "month_spans" => {
                let read = |value: &Value| serde_json::from_value::<MonthSpan>(value.clone()).ok();
                if let Some(was) = read(&correction.was) {
                    facts.start_months.retain(|start| start.month.value != was.first);
                }
                if let Some(span) = read(&correction.value).filter(|_| now) {
                    facts.put_start_month(span.first);
                }
            }
            "year" => {
                if let Some(year) = facts.year.as_ref().map(|year| year.value) {
                    facts.take_year(year);
                }
            }
            _ => {}
        }
        facts
    }
}

/// Whether a fact has a value. Numbers are alike however they are written: a page sends 45 for 45.0.
fn says(fact: &Value, value: &Value) -> bool {
    fact.get("value").is_some_and(|own| same(own, value))
}

fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|o| same(value, o)))
        }
        _ => one == other,
    }
}

fn quote_of(fact: &Value) -> Option<Quote> {
    serde_json::from_value(fact.get("quote")?.clone()).ok()
}

fn was_span(value: &Value) -> Option<PostedSpan> {
    serde_json::from_value(value.clone()).ok()
}

/// Adds a value of the student's, once.
fn put<T: PartialEq>(list: &mut Vec<Fact<T>>, value: T) {
    if !list.iter().any(|fact| fact.value == value) {
        list.push(Fact { value, quote: None, also: Vec::new(), corrected: true });
    }
}

impl Facts {
    /// A span was added, changed or removed: its days go with it.
    fn span_corrected(&mut self, was: Option<PostedSpan>, now: Option<PostedSpan>) {
        if let Some(was) = was {
            let still = |day: PostedDay| {
                self.spans.iter().any(|span| span.value.first == day || span.value.last == day)
            };
            let (first, last) = (still(was.first), still(was.last));
            self.start_dates.retain(|fact| first || fact.value != was.first);
            self.end_dates.retain(|fact| last || fact.value != was.last);
        }
        if let Some(now) = now {
            put(&mut self.start_dates, now.first);
            put(&mut self.end_dates, now.last);
        }
    }

    /// A start was changed or removed: so is the span that begins there.
    fn start_corrected(&mut self, was: Option<PostedDay>, now: Option<PostedDay>) {
        let Some(was) = was else { return };
        match now {
            Some(now) => {
                for span in self.spans.iter_mut().filter(|span| span.value.first == was) {
                    span.value.first = now;
                    span.corrected = true;
                }
            }
            None => {
                let gone: Vec<PostedSpan> =
                    self.spans.iter().map(|span| span.value).filter(|span| span.first == was).collect();
                self.spans.retain(|span| span.value.first != was);
                self.end_dates.retain(|end| {
                    !gone.iter().any(|span| span.last == end.value)
                        || self.spans.iter().any(|span| span.value.last == end.value)
                });
            }
        }
    }

    /// An end was changed or removed: the span that ends there is changed, or only its start is left.
    fn end_corrected(&mut self, was: Option<PostedDay>, now: Option<PostedDay>) {
        let Some(was) = was else { return };
        match now {
            Some(now) => {
                for span in self.spans.iter_mut().filter(|span| span.value.last == was) {
                    span.value.last = now;
                    span.corrected = true;
                }
            }
            None => self.spans.retain(|span| span.value.last != was),
        }
    }

    /// Adds a month of the student's, once.
    fn put_start_month(&mut self, value: PostedMonth) {
        if !self.start_months.iter().any(|start| start.month.value == value) {
            let month = Fact { value, quote: None, also: Vec::new(), corrected: true };
            self.start_months.push(StartMonth { month, phase: None });
        }
    }

    /// The student gave the year: the dates of the program that had none take it (P2).
    fn take_year(&mut self, year: i32) {
        let mut settled = Vec::new();
        let mut give = |day: &mut PostedDay, quote: Option<Quote>, by: i32| {
            let dated = PostedDay { year: Some(year + by), ..*day };
            if day.year.is_none() && dated.date().is_some() {
                *day = dated;
                settled.extend(quote);
            }
        };
        let wraps: Vec<PostedDay> = self
            .spans
            .iter()
            .chain(&self.start_window)
            .chain(&self.frame)
            .map(|span| span.value)
            .filter(|span| (span.last.month, span.last.day) < (span.first.month, span.first.day))
            .map(|span| span.last)
            .collect();
        for fact in &mut self.start_dates {
            give(&mut fact.value, fact.quote, 0);
        }
        for fact in &mut self.end_dates {
            let by = i32::from(wraps.contains(&fact.value));
            give(&mut fact.value, fact.quote, by);
        }
        for fact in self.spans.iter_mut().chain(&mut self.start_window).chain(&mut self.frame) {
            let by = i32::from(wraps.contains(&fact.value.last));
            give(&mut fact.value.first, fact.quote, 0);
            give(&mut fact.value.last, fact.quote, by);
        }
        if let Some(fact) = &mut self.latest_start {
            give(&mut fact.value, fact.quote, 0);
        }
        for start in &mut self.start_months {
            start.month.value.year = start.month.value.year.or(Some(year));
        }
        for fact in &mut self.month_spans {
            let by = i32::from(fact.value.last.month < fact.value.first.month);
            fact.value.first.year = fact.value.first.year.or(Some(year));
            fact.value.last.year = fact.value.last.year.or(Some(year + by));
        }
        self.doubts.retain(|doubt| doubt.quote.is_none_or(|quote| !settled.contains(&quote)));
    }
}
