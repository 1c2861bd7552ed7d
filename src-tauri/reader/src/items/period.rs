//! The time that a figure of pay is for.

use crate::items::page::Page;
use crate::words::lexicon::Cues;
use startline_engine::PayPeriod;

impl Page<'_> {
    /// “per hour”, “/month”, “an hour”, “a year”, “hourly” right after a sum.
    pub(crate) fn period_after(&self, to: usize) -> Option<PayPeriod> {
        for at in to..to + 5 {
            let token = self.tokens.get(at)?;
            if token.opens
                && !token.is('|')
                && !(token.gap == crate::words::token::Gap::None && token.is_capital())
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

    pub(crate) fn period_at(&self, at: usize) -> Option<PayPeriod> {
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
            "annually" | "annual" | "yearly" | "annum" | "per annum" | "a year" | "pa" | "jährlich" => {
                PayPeriod::Year
            }
            "a week" | "per week" => PayPeriod::Week,
            _ if cues.has(Cues::HOURUNIT) => PayPeriod::Hour,
            _ if cues.has(Cues::MONTHUNIT) => PayPeriod::Month,
            _ if cues.has(Cues::WEEKUNIT) && !cues.has(Cues::EVERY) => PayPeriod::Week,
            _ if cues.has(Cues::YEARUNIT) => PayPeriod::Year,
            _ if cues.has(Cues::DAYUNIT) => PayPeriod::Day,
            _ => return None,
        })
    }

    pub(crate) fn period_word(&self, tokens: std::ops::Range<usize>) -> Option<PayPeriod> {
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

    pub(crate) fn pay_heading(&self, at: usize) -> bool {
        let (heading, section) = self.layout.headings(self.layout.line_of(at));
        [heading, section]
            .into_iter()
            .flatten()
            .any(|line| self.any(line.tokens.start..line.tokens.end.min(line.tokens.start + 10), Cues::PAY))
    }

    pub(crate) fn period_in_heading(&self, at: usize) -> Option<PayPeriod> {
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
}
