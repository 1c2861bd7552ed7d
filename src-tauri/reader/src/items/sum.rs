//! Sums of money as they are written.

use crate::items::number::decimal;
use crate::items::page::Page;
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Token};
use startline_engine::PayPeriod;

/// A sum as written.
pub(crate) struct Sum {
    pub(crate) value: f64,
    pub(crate) currency: Option<&'static str>,
    /// “LPA” and its like say the period in the unit.
    pub(crate) period: Option<PayPeriod>,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The currency of a sum by its sign and by the word after it: a dollar sign is of many countries, and the word
/// says which.
pub(crate) fn named_dollar(sign: Option<&'static str>, word: Option<&'static str>) -> Option<&'static str> {
    match (sign, word) {
        (Some("USD"), Some(dollar @ ("CAD" | "AUD" | "SGD" | "HKD" | "NZD" | "MXN"))) => Some(dollar),
        _ => sign.or(word),
    }
}

impl Page<'_> {
    /// A sum with its currency before or after it, that begins at a token.
    pub(crate) fn sum(&self, at: usize) -> Option<Sum> {
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
        let close = self.tokens.get(to).is_some_and(|t| t.gap == Gap::None);
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
                && self.tokens.get(to).is_some_and(|t| t.gap == Gap::None)
        {
            return None;
        }
        from = from.min(number);
        Some(Sum { value, currency, period, from, to })
    }

    pub(crate) fn currency(&self, at: usize) -> Option<&'static str> {
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
                    if self.tokens.japanese {
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

    /// The other end of a range, and the place after all of it: “$45 – $60”, “400-500元”.
    pub(crate) fn second(&self, first: &Sum) -> (Option<Sum>, usize) {
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
}
