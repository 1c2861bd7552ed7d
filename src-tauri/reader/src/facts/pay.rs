//! What it pays.

use std::ops::Range;

use crate::items::item::What;
use crate::items::page::Page;
use crate::items::sum::{Sum, named_dollar};
use crate::model::{Part, Sketch, Table};
use crate::roles::features::{Words, some};
use crate::words::layout::LineKind;
use crate::words::lexicon::Cues;
use startline_engine::{Fact, Pay, PayPeriod};

/// How many words to each side of a figure are looked at.
const NEAR: usize = 8;
/// How many figures are looked at; what has more is no posting.
const MOST: usize = 200;
/// How far apart sums may stand that are one range together: “$24.10 (sophomores), $28.75 (seniors)”.
const APART: usize = 12;

/// A sum or a range of sums that may be the pay.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) tokens: Range<usize>,
    sentence: Range<usize>,
    pub(crate) pay: Pay,
    /// How it is written.
    shape: &'static str,
}

impl Page<'_> {
    /// The pay, as the table tells it from other sums.
    pub(crate) fn pay(&self, table: &Table) -> Option<Fact<Pay>> {
        let words = Words::of(self);
        let mut sketch = Sketch::default();
        let mut score = |figure: Option<(usize, &Figure)>| {
            self.sketch_pay(&words, figure, &mut sketch);
            table.score(&mut sketch)
        };
        let figures = self.figures();
        let mut most = score(None);
        let mut best = None;
        for (nth, figure) in figures.iter().enumerate() {
            let score = score(Some((nth, figure)));
            if score > most {
                (most, best) = (score, Some(figure));
            }
        }
        let figure = best?;
        Some(Fact::read(figure.pay.clone(), self.quote(figure.tokens.clone())?))
    }

    /// Every sum that could be a pay, and every range.
    pub(crate) fn figures(&self) -> Vec<Figure> {
        let mut all: Vec<Figure> = Vec::new();
        let mut at = self.body.start;
        // What the sums so far of one sentence come to together.
        let mut joined: Option<Figure> = None;
        while at < self.body.end && all.len() < MOST {
            let Some(figure) = self.sum(at).and_then(|first| self.figure(&first)) else {
                at += 1;
                continue;
            };
            at = figure.tokens.end.max(at + 1);
            joined = joined
                .filter(|before| figure.tokens.start - before.tokens.end <= APART)
                .and_then(|before| before.with(&figure));
            all.extend(joined.clone());
            joined = Some(joined.unwrap_or_else(|| figure.clone()));
            all.push(figure);
        }
        all
    }

    /// A sum as a figure, with the other end of its range; nothing where it counts hours or days.
    fn figure(&self, first: &Sum) -> Option<Figure> {
        let last = self.second(first);
        let to = last.map_or(first.to, |last| last.to);
        let mut sentence = self.sentence(first.from);
        // The first cell of a row says what the others are.
        if let Some(row) = self.line_at(first.from).filter(|line| line.kind == LineKind::Row) {
            sentence.start = row.tokens.start;
        }
        let mut currency = named_dollar(first.currency, last.and_then(|last| last.currency));
        let mut period = first.period.or(last.and_then(|last| last.period));
        // Data of a page names the currency and the period under keys of their own.
        if first.from < self.layout.front_matter {
            let data = to..(to + 12).min(self.layout.front_matter);
            currency =
                currency.or_else(|| data.clone().find_map(|at| self.currency(at)).map(|(named, _)| named));
            period = period.or_else(|| data.clone().find_map(|at| self.period_at(at)));
        }
        let period = period
            .or_else(|| self.period_near(&(first.from..to), &sentence))
            .or_else(|| self.period_in_heading(first.from));
        // Without a currency only a rate is pay: “200/天”, not “40 Stunden”.
        let dated = self
            .item_from(first.from)
            .is_some_and(|item| item.from < to && !matches!(item.what, What::Length(_) | What::Other));
        let rate = first.counts()
            || self.tokens.get(to).is_some_and(|mark| mark.is('/'))
            || self.cues(to).has(Cues::EVERY);
        if currency.is_none() && !(rate && period.is_some()) || dated || last.is_none() && first.value <= 0.0
        {
            return None;
        }
        let (mut min, mut max) = match &last {
            Some(last) => (Some(first.beside(last)), Some(last.value)),
            None => (Some(first.value), Some(first.value)),
        };
        let before = first.from.saturating_sub(2).max(sentence.start)..first.from;
        let mut shape = if last.is_some() { "range" } else { "one" };
        if last.is_none() && self.any(before.clone(), Cues::MAX) {
            (min, shape) = (None, "most");
        } else if last.is_none() && (self.any(before, Cues::MIN) || self.any(to..to + 1, Cues::MIN)) {
            (max, shape) = (None, "least");
        }
        let pay = Pay { min, max, currency: currency.map(str::to_owned), period };
        Some(Figure { tokens: first.from..to, sentence, pay, shape })
    }

    /// What tells a pay from other sums; or what speaks for a page that states none.
    pub(crate) fn sketch_pay(
        &self,
        words: &Words<'_, '_>,
        figure: Option<(usize, &Figure)>,
        into: &mut Sketch,
    ) {
        into.begin("pay");
        let Some((nth, figure)) = figure else {
            into.put("nowhere", &[]);
            return;
        };
        let Range { start, end } = figure.tokens;
        let sentence = &figure.sentence;
        let period = Part::of(match figure.pay.period {
            Some(PayPeriod::Hour) => "hour",
            Some(PayPeriod::Day) => "day",
            Some(PayPeriod::Week) => "week",
            Some(PayPeriod::Month) => "month",
            Some(PayPeriod::Year) => "year",
            Some(PayPeriod::Total) => "total",
            None => "none",
        });
        let currency = Part::of(figure.pay.currency.as_deref().unwrap_or("none"));
        let shape = Part::of(figure.shape);
        let size = figure.pay.max.or(figure.pay.min).unwrap_or(0.0);
        let size = Part::of(some(
            [5.0, 10.0, 30.0, 100.0, 300.0, 1e3, 3e3, 1e4, 3e4, 1e5, 1e6]
                .iter()
                .filter(|least| size >= **least)
                .count(),
        ));
        into.put("period", &[period]);
        into.put("period-shape", &[period, shape]);
        into.put(
            "period-currency",
            &[period, Part::of(if figure.pay.currency.is_some() { "some" } else { "none" })],
        );
        into.put("size", &[size, period]);
        into.put("size-currency", &[size, currency]);
        into.put("nth", &[Part::of(some(nth.min(6)))]);
        let line = self.line_at(start);
        let kind = match line.map(|line| line.kind) {
            Some(LineKind::Row) => "row",
            Some(LineKind::Item) => "point",
            Some(LineKind::Heading) => "heading",
            _ if start < self.layout.front_matter => "data",
            _ => "plain",
        };
        into.put("line", &[Part::of(kind)]);
        let begins = line.is_some_and(|line| start <= line.tokens.start + 1);
        into.put("begins", &[Part::of(some(usize::from(begins))), shape]);
        let mut side = |name: &'static str, tokens: &mut dyn Iterator<Item = usize>| {
            for (distance, at) in tokens.enumerate() {
                let place = Part::of(name);
                into.put("word", &[place, words.part(at)]);
                if distance < 2 {
                    into.put("word-at", &[place, words.part(at), Part::of(some(distance))]);
                }
                for class in self.cues(at).names() {
                    into.put("class", &[place, Part::of(class)]);
                    into.put("class-at", &[place, Part::of(class), Part::of(some(distance / 3))]);
                }
            }
        };
        side("left", &mut (start.saturating_sub(NEAR).max(sentence.start)..start).rev());
        side("right", &mut (end..(end + NEAR).min(sentence.end.max(end))));
        let (heading, section) = self.layout.headings(self.layout.line_of(start));
        for (name, line) in [("heading", heading), ("section", section)] {
            let range =
                line.map_or(0..0, |line| line.tokens.start..line.tokens.end.min(line.tokens.start + 8));
            side(name, &mut range.clone());
        }
    }
}

impl Figure {
    /// Two figures of one sentence as the ends of one range, where they may be that.
    fn with(&self, next: &Self) -> Option<Self> {
        let same = self.sentence.contains(&next.tokens.start)
            && (self.pay.currency.is_none()
                || next.pay.currency.is_none()
                || self.pay.currency == next.pay.currency)
            && (self.pay.period.is_none() || next.pay.period.is_none() || self.pay.period == next.pay.period);
        let ends = [self.pay.min, self.pay.max, next.pay.min, next.pay.max];
        let least = ends.into_iter().flatten().fold(f64::MAX, f64::min);
        let most = ends.into_iter().flatten().fold(0.0, f64::max);
        let pay = Pay {
            min: Some(least),
            max: Some(most),
            currency: self.pay.currency.clone().or_else(|| next.pay.currency.clone()),
            period: self.pay.period.or(next.pay.period),
        };
        let tokens = self.tokens.start..next.tokens.end;
        (same && most < least * 4.0).then(|| Self {
            tokens,
            sentence: self.sentence.clone(),
            pay,
            shape: "several",
        })
    }
}
