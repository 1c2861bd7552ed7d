//! Sums of money as they are written.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::items::number::decimal;
use crate::items::page::Page;
use crate::words::fold::fold;
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Token};
use startline_engine::PayPeriod;

/// A sum as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sum {
    pub(crate) value: f64,
    /// What its unit multiplied it by: both ends of “18-22万” are so many.
    scale: f64,
    pub(crate) currency: Option<&'static str>,
    /// “LPA” and its like say the period in the unit.
    pub(crate) period: Option<PayPeriod>,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The words of money, from `words/money.txt`.
#[derive(Default)]
pub(crate) struct Money {
    currencies: HashMap<&'static str, &'static str>,
    pub(crate) periods: HashMap<&'static str, PayPeriod>,
    scales: HashMap<&'static str, f64>,
}

impl Money {
    pub(crate) fn get() -> &'static Self {
        static MONEY: LazyLock<Money> = LazyLock::new(Money::read);
        &MONEY
    }

    fn read() -> Self {
        let mut money = Self::default();
        for line in include_str!("../words/words/money.txt").lines() {
            let Some((name, words)) = line.split_once(": ") else { continue };
            let period = match name {
                "hour" => Some(PayPeriod::Hour),
                "day" => Some(PayPeriod::Day),
                "week" => Some(PayPeriod::Week),
                "month" => Some(PayPeriod::Month),
                "year" => Some(PayPeriod::Year),
                "total" => Some(PayPeriod::Total),
                _ => None,
            };
            for word in words.split(", ") {
                if let Some(period) = period {
                    money.periods.insert(word, period);
                } else if let Ok(scale) = name.parse() {
                    money.scales.insert(word, scale);
                } else {
                    money.currencies.insert(word, name);
                }
            }
        }
        money
    }
}

/// The currency of a sum by its sign and by the word after it: a dollar sign is of many countries, and the word
/// says which.
pub(crate) fn named_dollar(sign: Option<&'static str>, word: Option<&'static str>) -> Option<&'static str> {
    match (sign, word) {
        (Some("USD"), Some(other)) => Some(other),
        _ => sign.or(word),
    }
}

impl Page<'_> {
    /// A sum with its currency before or after it, that begins at a token.
    pub(crate) fn sum(&self, at: usize) -> Option<Sum> {
        let mut number = at;
        let mut currency = None;
        let is_number = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
        while !is_number(number) && number < at + 5 {
            let (named, next) = self.currency(number)?;
            currency = named_dollar(Some(named), currency);
            number = next + usize::from(self.tokens.get(next).is_some_and(|mark| mark.is_any(".:")));
        }
        let (mut value, mut to) = decimal(&self.tokens, number)?;
        let (mut scale, mut period) = (1.0, None);
        let near = self.tokens.get(to).is_some_and(|t| t.gap <= Gap::Space && !t.opens);
        let word = self.folded(to..to + 1);
        // A lone letter multiplies only what it is glued to.
        let glued = self.tokens.get(to).is_some_and(|t| t.gap == Gap::None) || word.len() > 1;
        if let Some(by) = Money::get().scales.get(&*word).filter(|_| near && glued) {
            if *by == 0.0 {
                return None;
            }
            (scale, value) = (*by, value * by);
            period = Money::get().periods.get(&*word).copied();
            if *by == 100_000.0 {
                currency = currency.or(Some("INR"));
            }
            currency = currency.or(self.currency(to).map(|(named, _)| named));
            to += 1;
        }
        if let Some((after, next)) = self.currency(to).filter(|_| !self.opens(to)) {
            currency = named_dollar(currency, Some(after));
            to = next;
        }
        Some(Sum { value, scale, currency, period, from: at, to })
    }

    /// Some tokens in small letters.
    fn folded(&self, tokens: std::ops::Range<usize>) -> String {
        let mut folded = String::new();
        let quote = self.quote(tokens);
        fold(quote.and_then(|quote| self.tokens.text.get(quote.start..quote.end)).unwrap_or(""), &mut folded);
        folded
    }

    /// The currency that is named at a token, and the token after its name.
    pub(crate) fn currency(&self, at: usize) -> Option<(&'static str, usize)> {
        let token =
            self.tokens.get(at).filter(|token| token.kind == Kind::Word || token.kind == Kind::Mark)?;
        let known = &Money::get().currencies;
        let next = self.tokens.get(at + 1);
        let follows = |kind: Kind, gap: Gap| next.is_some_and(|next| next.kind == kind && next.gap <= gap);
        // “R$”, “pesos M.N.”, “fr.”, “francs CFA”
        for more in [3, 2] {
            let inside =
                (at + 1..at + more).all(|at| self.tokens.get(at).is_some_and(|t| t.gap <= Gap::Space));
            if let Some(named) = known.get(&*self.folded(at..at + more)).filter(|_| inside) {
                return Some((named, at + more));
            }
        }
        let word = self.folded(at..at + 1);
        if follows(Kind::Number, Gap::None)
            && token.is_capital()
            && let Some(named) = known.get(&*format!("{word}#"))
        {
            return Some((named, at + 1));
        }
        let named = *known.get(&*word)?;
        let chinese = named == "CNY" && self.tokens.japanese && token.kind == Kind::Mark;
        // Short words of a language are words of money only in capitals or beside a number.
        let beside = follows(Kind::Number, Gap::Space)
            || at.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|t| t.kind == Kind::Number)
            || next.is_some_and(|next| next.is_any(".:$"))
            || at
                .checked_sub(1)
                .is_some_and(|at| Money::get().scales.contains_key(&*self.folded(at..at + 1)));
        (beside || token.is_capital()).then_some((if chinese { "JPY" } else { named }, at + 1))
    }

    /// The other end of a range, and the place after all of it: “$45 – $60”, “400-500元”.
    pub(crate) fn second(&self, first: &Sum) -> Option<Sum> {
        let mut at = first.to;
        // “$47.84/hr - $96.15/hr”, “Min $18.00 Max $25.00”
        for _ in 0..3 {
            let token = self.tokens.get(at)?;
            let cues = self.cues(at);
            let unit = token.is('/') || self.period_at(at).is_some() && !cues.has(Cues::UNTIL);
            let says = cues.has(Cues::PAY | Cues::EVERY) && !cues.has(Cues::UNTIL);
            if !unit && !says {
                break;
            }
            at += 1;
        }
        let cues = self.cues(at);
        let joined = self.tokens.get(at).is_some_and(Token::is_dash)
            || cues.has(Cues::UNTIL | Cues::AND | Cues::MAX)
            || self.tokens.sense(at).foreign.has(Cues::UNTIL);
        if !joined {
            return None;
        }
        let mut next = at + 1;
        while self.cues(next).has(Cues::PAY | Cues::MAX) && next < at + 4 {
            next += 1;
        }
        self.sum(next).filter(|second| second.value >= first.value)
    }
}

impl Sum {
    /// Whether it is said in thousands or more.
    pub(crate) fn counts(&self) -> bool {
        self.scale > 1.0
    }

    /// The value, in the thousands that the other end of its range is said in: “400-500k”.
    pub(crate) fn beside(&self, other: &Self) -> f64 {
        let scaled = self.value * other.scale;
        if self.scale == 1.0 && scaled <= other.value { scaled } else { self.value }
    }
}
