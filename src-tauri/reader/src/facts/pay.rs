//! What it pays.

use crate::items::page::Page;
use crate::items::sum::{Sum, named_dollar};
use crate::words::lexicon::Cues;
use startline_engine::{Fact, Pay, PayPeriod};

/// How far pay words are looked for around a sum.
const NEAR: usize = 14;

impl Page<'_> {
    /// The pay that the text speaks of most plainly.
    pub(crate) fn pay(&self) -> Option<Fact<Pay>> {
        let mut best: Option<(f32, Fact<Pay>)> = None;
        let mut at = self.body.start;
        let mut seen = 0;
        while at < self.body.end {
            let Some(first) = self.sum(at) else {
                at += 1;
                continue;
            };
            seen += 1;
            if seen > 1000 {
                break;
            }
            let (last, to) = self.second(&first);
            if let Some((strength, fact)) = self.judge_pay(&first, last.as_ref(), to)
                && best.as_ref().is_none_or(|(most, _)| strength > *most)
            {
                best = Some((strength, fact));
            }
            at = to.max(at + 1);
        }
        best.filter(|(strength, _)| *strength >= 1.0).map(|(_, fact)| fact)
    }

    fn judge_pay(&self, first: &Sum, last: Option<&Sum>, to: usize) -> Option<(f32, Fact<Pay>)> {
        let mut currency = named_dollar(first.currency, last.and_then(|last| last.currency));
        // Data of a page names the currency and the period under keys of their own.
        let data = to..(to + 12).min(self.layout.front_matter).max(to);
        if first.from < self.layout.front_matter {
            currency = currency.or_else(|| data.clone().find_map(|at| self.currency(at)));
        }
        let mut sentence = self.sentence(first.from);
        // The first cell of a row says what the others are.
        if let Some(row) =
            self.line_at(first.from).filter(|line| line.kind == crate::words::layout::LineKind::Row)
        {
            sentence.start = row.tokens.start;
        }
        let left = first.from.saturating_sub(NEAR).max(sentence.start)..first.from;
        let right = to..(to + NEAR / 2).min(sentence.end.max(to));
        let written = first
            .period
            .or(last.and_then(|last| last.period))
            .or_else(|| self.period_after(to))
            .or_else(|| self.period_after(first.to))
            .or_else(|| data.clone().find_map(|at| self.period_at(at)));
        let heading = self.pay_heading(first.from);
        let said = self.any(left.clone(), Cues::PAY) || self.any(right.clone(), Cues::PAY) || heading;
        // Without a currency only a rate is pay: “薪资 200/天”, not “40 Stunden”.
        let counted = self.cues(to).has(Cues::UNIT | Cues::HOURUNIT);
        if currency.is_none() && (counted || !(said && written.is_some())) {
            return None;
        }
        let mut strength = if currency.is_some() { 0.4 } else { -0.6 };
        strength += if said { 1.2 } else { 0.0 } + if written.is_some() { 1.0 } else { 0.0 };
        strength += if last.is_some() { 0.3 } else { 0.0 };
        let against = self.any(first.from.saturating_sub(7).max(sentence.start)..first.from, Cues::NOTPAY)
            || self.any(to..(to + 5).min(sentence.end.max(to)), Cues::NOTPAY);
        strength -= if against { 2.6 } else { 0.0 };
        if first.value <= 0.0 {
            return None;
        }
        let total = self.any(first.from.saturating_sub(5).max(sentence.start)..first.from, Cues::TOTALPAY)
            || self.any(to..(to + 4).min(sentence.end.max(to)), Cues::TOTALPAY);
        let period = written
            .or_else(|| self.period_word(first.from.saturating_sub(NEAR).max(sentence.start)..first.from))
            .or_else(|| self.period_word(right))
            .or(if total { Some(PayPeriod::Total) } else { None })
            .or_else(|| self.period_in_heading(first.from));
        let max = last.map_or(first.value, |last| last.value);
        // “400-500k”: both ends are thousands.
        let min =
            if last.is_some() && first.value * 500.0 < max { first.value * 1000.0 } else { first.value };
        let pay = Pay { min: Some(min), max: Some(max), currency: currency.map(str::to_owned), period };
        Some((strength, Fact::read(pay, self.quote(first.from..to)?)))
    }
}
