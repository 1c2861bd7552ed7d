//! What it pays, and for how many hours a week.

use super::lexicon::Cues;
use super::number::decimal;
use super::page::Page;
use super::token::{Kind, Token};
use crate::{Fact, Pay, PayPeriod};

/// A sum as written.
struct Sum {
    value: f64,
    currency: Option<&'static str>,
    /// “LPA” and its like say the period in the unit.
    period: Option<PayPeriod>,
    from: usize,
    to: usize,
}

/// The currency of a sum by its sign and by the word after it: a dollar sign is of many countries, and the word
/// says which.
fn named_dollar(sign: Option<&'static str>, word: Option<&'static str>) -> Option<&'static str> {
    match (sign, word) {
        (Some("USD"), Some(dollar @ ("CAD" | "AUD" | "SGD" | "HKD" | "NZD" | "MXN"))) => Some(dollar),
        _ => sign.or(word),
    }
}

/// How far pay words are looked for around a sum.
const NEAR: usize = 14;

impl Page<'_> {
    /// The pay that the text speaks of most plainly.
    pub(super) fn pay(&self) -> Option<Fact<Pay>> {
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

    /// A sum with its currency before or after it, that begins at a token.
    fn sum(&self, at: usize) -> Option<Sum> {
        let token = self.tokens.get(at)?;
        let mut from = at;
        let mut number = at;
        let mut currency = None;
        if token.kind != Kind::Number {
            currency = self.currency(at);
            currency?;
            number = at + 1;
            while self
                .tokens
                .get(number)
                .is_some_and(|mark| mark.is_any(".:") || self.currency(number).is_some())
                && number < at + 4
            {
                currency = self.currency(number).or(currency);
                number += 1;
            }
        }
        let (mut value, mut to) = decimal(&self.tokens, number)?;
        let word = self.tokens.word(to);
        let close = self.tokens.get(to).is_some_and(|t| t.gap == super::token::Gap::None);
        if close && matches!(word, "k" | "K") {
            value *= 1000.0;
            to += 1;
        }
        if let Some(after) = self.currency(to).filter(|_| !self.opens(to)) {
            currency = named_dollar(currency, Some(after));
            to += 1;
        }
        let mut period = None;
        let word = self.tokens.word(to);
        if ["lpa", "lakh", "lakhs", "lac", "lacs"].iter().any(|other| word.eq_ignore_ascii_case(other)) {
            value *= 100_000.0;
            currency = currency.or(Some("INR"));
            period = word.eq_ignore_ascii_case("lpa").then_some(PayPeriod::Year);
            to += 1;
        }
        if self.cues(to).has(Cues::NOTPAY)
            && matches!(
                self.tokens.word(to),
                "million" | "billion" | "M" | "B" | "bn" | "mn" | "Million" | "Billion" | "MM"
            )
            || matches!(self.tokens.word(to), "M" | "B" | "MM" | "m" | "b")
                && self.tokens.get(to).is_some_and(|t| t.gap == super::token::Gap::None)
        {
            return None;
        }
        from = from.min(number);
        Some(Sum { value, currency, period, from, to })
    }

    fn currency(&self, at: usize) -> Option<&'static str> {
        let token = self.tokens.get(at)?;
        if token.kind == Kind::Mark {
            return Some(match char::from_u32(token.value)? {
                '$' | '＄' => match at.checked_sub(1).map_or("", |before| self.tokens.word(before)) {
                    "CA" | "C" | "CAD" => "CAD",
                    "A" | "AU" | "AUD" => "AUD",
                    "S" | "SGD" => "SGD",
                    "HK" => "HKD",
                    "R" => "BRL",
                    "NZ" => "NZD",
                    _ => "USD",
                },
                '€' => "EUR",
                '£' => "GBP",
                '₹' => "INR",
                '¥' | '￥' => {
                    if self.text_is_japanese() {
                        "JPY"
                    } else {
                        "CNY"
                    }
                }
                '₩' => "KRW",
                _ => return None,
            });
        }
        if token.kind != Kind::Word
            || !self.cues(at).has(Cues::CURRENCYWORD)
                && !self.tokens.sense(at).foreign.has(Cues::CURRENCYWORD)
        {
            return None;
        }
        Some(match self.tokens.word(at).to_lowercase().as_str() {
            "usd" | "us dollars" | "dollars" => "USD",
            "eur" | "euro" | "euros" => "EUR",
            "gbp" => "GBP",
            "inr" | "rs" | "rupees" => "INR",
            "cad" => "CAD",
            "aud" => "AUD",
            "sgd" => "SGD",
            "chf" => "CHF",
            "cny" | "rmb" | "元" | "块" => "CNY",
            "jpy" | "yen" | "円" => "JPY",
            "brl" | "reais" => "BRL",
            "mxn" => "MXN",
            "hkd" => "HKD",
            "nzd" => "NZD",
            _ => return None,
        })
    }

    fn text_is_japanese(&self) -> bool {
        self.tokens.text.chars().take(3000).any(|c| ('\u{3041}'..='\u{3096}').contains(&c))
    }

    /// The other end of a range, and the place after all of it: “$45 – $60”, “400-500元”.
    fn second(&self, first: &Sum) -> (Option<Sum>, usize) {
        let mut at = first.to;
        // “$40.00/HR - $50.00/HR”, “Min $18.00 Max $25.00”
        for _ in 0..3 {
            let token = self.tokens.get(at);
            let cues = self.cues(at);
            if token.is_some_and(|token| token.is('/'))
                || cues.has(Cues::HOURUNIT | Cues::PAY | Cues::EVERY) && !cues.has(Cues::UNTIL)
            {
                at += 1;
            } else {
                break;
            }
        }
        let cues = self.cues(at);
        let joined = self.tokens.get(at).is_some_and(Token::is_dash)
            || cues.has(Cues::UNTIL | Cues::AND | Cues::MAX)
            || self.tokens.word(at) == "a";
        if !joined {
            return (None, first.to);
        }
        let mut next = at + 1;
        while self.cues(next).has(Cues::PAY | Cues::MAX) && next < at + 4 {
            next += 1;
        }
        match self.sum(next) {
            Some(second) if second.value >= first.value => {
                let to = second.to;
                (Some(second), to)
            }
            _ => (None, first.to),
        }
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
        if let Some(row) = self.line_at(first.from).filter(|line| line.kind == super::layout::LineKind::Row) {
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

    /// “per hour”, “/month”, “an hour”, “a year”, “hourly” right after a sum.
    fn period_after(&self, to: usize) -> Option<PayPeriod> {
        for at in to..to + 5 {
            let token = self.tokens.get(at)?;
            if token.opens && !token.is('|') && !(token.gap == super::token::Gap::None && token.is_capital())
            {
                return None;
            }
            let cues = self.cues(at);
            if let Some(period) = self.period_at(at) {
                return Some(period);
            }
            let small = token.is_any("/(-–—")
                || cues.has(Cues::EVERY | Cues::CURRENCYWORD | Cues::PAY | Cues::ARTICLE | Cues::FROM)
                || matches!(
                    self.tokens.word(at),
                    "an" | "a"
                        | "p"
                        | "per"
                        | "the"
                        | "im"
                        | "pro"
                        | "B"
                        | "brutto"
                        | "gross"
                        | "par"
                        | "por"
                        | "al"
                        | "ao"
                        | "la"
                        | "brut"
                        | "bruts"
                );
            if !small {
                return None;
            }
        }
        None
    }

    fn period_at(&self, at: usize) -> Option<PayPeriod> {
        let word = self.tokens.word(at).to_lowercase();
        let cues = self.cues(at);
        Some(match word.as_str() {
            "hourly" | "h" | "时" | "時" | "小时" | "時間" | "时薪" | "時給" | "stundenlohn" => {
                PayPeriod::Hour
            }
            "daily" | "日" | "天" | "日薪" | "日給" => PayPeriod::Day,
            "weekly" | "wk" | "周" => PayPeriod::Week,
            "monthly" | "a month" | "month" | "monatlich" | "月" | "月薪" | "月給" | "mensuel"
            | "mensuels" | "mensuelle" | "mensual" | "mensuales" | "mensais" | "al mes" | "ao mes"
            | "ao mês" | "maandelijks" | "pm" => PayPeriod::Month,
            "annually" | "annual" | "yearly" | "annum" | "a year" | "pa" | "jährlich" => PayPeriod::Year,
            "a week" | "per week" => PayPeriod::Week,
            _ if cues.has(Cues::HOURUNIT) => PayPeriod::Hour,
            _ if cues.has(Cues::MONTHUNIT) => PayPeriod::Month,
            _ if cues.has(Cues::WEEKUNIT) && !cues.has(Cues::EVERY) => PayPeriod::Week,
            _ if cues.has(Cues::YEARUNIT) => PayPeriod::Year,
            _ if cues.has(Cues::DAYUNIT) => PayPeriod::Day,
            _ => return None,
        })
    }

    fn period_word(&self, tokens: std::ops::Range<usize>) -> Option<PayPeriod> {
        tokens.rev().find_map(|at| match self.tokens.word(at).to_lowercase().as_str() {
            "hourly" | "时薪" | "時給" | "stundenlohn" => Some(PayPeriod::Hour),
            "daily" | "日薪" | "日給" => Some(PayPeriod::Day),
            "weekly" => Some(PayPeriod::Week),
            "monthly" | "月薪" | "月給" | "monatlich" | "monatliche" | "mensuelle" | "mensual" => {
                Some(PayPeriod::Month)
            }
            "annual" | "yearly" | "annually" => Some(PayPeriod::Year),
            _ => None,
        })
    }

    fn pay_heading(&self, at: usize) -> bool {
        let (heading, section) = self.layout.headings(self.layout.line_of(at));
        [heading, section]
            .into_iter()
            .flatten()
            .any(|line| self.any(line.tokens.start..line.tokens.end.min(line.tokens.start + 10), Cues::PAY))
    }

    fn period_in_heading(&self, at: usize) -> Option<PayPeriod> {
        let (heading, section) = self.layout.headings(self.layout.line_of(at));
        let before = self.period_word(at.saturating_sub(60)..at);
        [heading, section]
            .into_iter()
            .flatten()
            .find_map(|line| self.period_word(line.tokens.start..line.tokens.end.min(line.tokens.start + 10)))
            .or(before)
            .or_else(|| {
                // “hourly wage” said anywhere in the text of a posting that gives its range elsewhere.
                self.body
                    .clone()
                    .take(20_000)
                    .filter(|at| self.cues(*at).has(Cues::PAY))
                    .take(60)
                    .any(|at| self.tokens.word(at).eq_ignore_ascii_case("hourly"))
                    .then_some(PayPeriod::Hour)
            })
    }

    /// The hours of a week of work, or the least of them.
    pub(super) fn hours(&self) -> Option<Fact<f64>> {
        let mut at = self.body.start;
        while at < self.body.end {
            let Some((value, next)) = decimal(&self.tokens, at) else {
                at += 1;
                continue;
            };
            let mut to = next;
            if self.tokens.get(to).is_some_and(|token| token.is_dash() || token.is('+'))
                || self.cues(to).has(Cues::UNTIL)
                || self.tokens.word(to) == "a"
            {
                to = decimal(&self.tokens, to + 1).map_or(to + 1, |(_, after)| after);
            }
            if self.tokens.get(to).is_some_and(|mark| mark.is_any("-‐+")) {
                to += 1;
            }
            if self.is_hours(to) && (4.0..=60.0).contains(&value) {
                if let Some(end) = self.weekly(to + 1)
                    && let Some(quote) = self.quote(at..end)
                {
                    return Some(Fact::read(value, quote));
                }
                let week = self.per_week_before(at);
                if week && let Some(quote) = self.quote(at..to + 1) {
                    return Some(Fact::read(value, quote));
                }
            }
            at = next.max(at + 1);
        }
        None
    }

    fn is_hours(&self, at: usize) -> bool {
        self.cues(at).has(Cues::HOURUNIT) || matches!(self.tokens.word(at), "h" | "H" | "Std")
    }

    /// “per week”, “a week”, “/week”, “weekly”, “work week” after the hours.
    fn weekly(&self, at: usize) -> Option<usize> {
        for next in at..at + 5 {
            let token = self.tokens.get(next)?;
            if token.opens && next > at {
                return None;
            }
            let cues = self.cues(next);
            if cues.has(Cues::WEEKUNIT | Cues::WEEKWORD)
                || matches!(
                    self.tokens.word(next),
                    "a week" | "weekly" | "Weekly" | "per week" | "semaine" | "wk"
                )
            {
                return Some(next + 1);
            }
            let small = token.is_any("/.()-‐")
                || cues.has(Cues::EVERY | Cues::ARTICLE | Cues::WORK | Cues::FILL)
                || matches!(
                    self.tokens.word(next),
                    "in" | "per" | "der" | "each" | "pro" | "die" | "par" | "por" | "a" | "la" | "à"
                );
            if !small {
                return None;
            }
        }
        None
    }

    /// “Weekly hours: 20”, “每周工作40小时”.
    fn per_week_before(&self, at: usize) -> bool {
        let sentence = self.sentence(at);
        let left = at.saturating_sub(5).max(sentence.start)..at;
        self.any(left.clone(), Cues::WEEKUNIT | Cues::WEEKWORD)
            && self.any(left, Cues::EVERY | Cues::WEEKWORD)
    }
}
