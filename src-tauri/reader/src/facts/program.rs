//! The facts that decide a window, gathered from the items and their roles.

use std::hash::Hash;
use std::ops::Range;

use startline_engine::{
    Fact, Facts, GraduationWindow, LengthRule, MonthSpan, PostedMonth, PostedSpan, Quote, StartMonth,
};

use crate::items::calendar::{Day, Month, Order};
use crate::items::item::What;
use crate::items::page::Page;
use crate::roles::role::{Role, Said};
use crate::words::lexicon::Cues;

/// The most facts of one kind that are kept; a posting with more is no posting.
const MOST: usize = 64;
/// The most other places kept for one fact.
const MOST_PLACES: usize = 16;

/// Adds a fact, or a place to the one that says the same.
pub(crate) fn add<T: PartialEq + Hash>(list: &mut Vec<Fact<T>>, value: T, quote: Quote) {
    if let Some(known) = list.iter_mut().find(|fact| fact.value == value) {
        if known.quote != Some(quote) && known.also.len() < MOST_PLACES && !known.also.contains(&quote) {
            known.also.push(quote);
        }
    } else if list.len() < MOST {
        list.push(Fact::read(value, quote));
    }
}

impl Page<'_> {
    /// Lengths, starts, ends and spans.
    pub(crate) fn program(&self, said: &[Said], roles: &[Role], title: &Range<usize>, facts: &mut Facts) {
        for (index, item) in self.items.iter().enumerate() {
            if !self.body.contains(&item.from) && !title.contains(&item.from) {
                continue;
            }
            let Some(quote) = self.item_quote(item) else { continue };
            let role = roles.get(index).copied().unwrap_or(Role::Other);
            match item.what {
                What::Length(length) if self.is_length(index, roles, title) => {
                    let in_range = |n: Option<u32>| n.is_none_or(|n| length.unit.takes(n));
                    if !length.fraction && in_range(length.min) && in_range(length.max) {
                        let rule = LengthRule { unit: length.unit, min: length.min, max: length.max };
                        add(&mut facts.lengths, rule, quote);
                    } else {
                        facts.doubts.push(crate::facts::doubts::unusable_length(quote));
                    }
                }
                What::Day(day) if day.order != Order::Open => self.day(day, role, quote, facts),
                What::Days(first, last) if role == Role::Program && (first.vague || last.vague) => {
                    self.months(first.its_month(), last.its_month(), quote, facts);
                }
                What::Days(first, last) if first.vague || last.vague => {}
                What::Days(first, last) if first.order != Order::Open && last.order != Order::Open => {
                    self.days(first, last, role, quote, facts);
                }
                What::Week(first, _) if role == Role::Start => {
                    add_start_month(facts, first.its_month().posted(), quote);
                }
                What::Month(month) if role == Role::Start => {
                    add_start_month(facts, month.posted(), quote);
                }
                What::Months(first, last) if role == Role::Program => self.months(first, last, quote, facts),
                What::Months(first, last) if role == Role::StartWindow => {
                    add_start_month(facts, first.posted(), quote);
                    add_start_month(facts, last.posted(), quote);
                }
                _ => {}
            }
        }
        self.month_pairs(roles, facts);
        self.day_pairs(roles, facts);
        self.title_month(title, said, facts);
        join_bounds(&mut facts.lengths);
        drop_months_with_days(facts);
    }

    fn day(&self, day: Day, role: Role, quote: Quote, facts: &mut Facts) {
        match role {
            Role::Start if day.vague => add_start_month(facts, day.its_month().posted(), quote),
            Role::Start => add(&mut facts.start_dates, day.posted(), quote),
            Role::End if !day.vague => add(&mut facts.end_dates, day.posted(), quote),
            Role::LatestStart if facts.latest_start.is_none() => {
                facts.latest_start = Some(Fact::read(day.posted(), quote));
            }
            _ => {}
        }
    }

    fn days(&self, first: Day, last: Day, role: Role, quote: Quote, facts: &mut Facts) {
        let span = PostedSpan { first: first.posted(), last: last.posted() };
        if let (Some(a), Some(b)) = (span.first.date(), span.last.date())
            && b < a
        {
            return;
        }
        match role {
            Role::Program => {
                add(&mut facts.spans, span, quote);
                add(&mut facts.start_dates, span.first, quote);
                add(&mut facts.end_dates, span.last, quote);
            }
            Role::StartWindow if facts.start_window.is_none() => {
                facts.start_window = Some(Fact::read(span, quote));
            }
            _ => {}
        }
    }

    fn months(&self, first: Month, last: Month, quote: Quote, facts: &mut Facts) {
        let span = MonthSpan { first: first.posted(), last: last.posted() };
        add(&mut facts.month_spans, span, quote);
        add_start_month(facts, span.first, quote);
    }

    /// “Starting in June and ending in August”: a span of months in one sentence.
    fn month_pairs(&self, roles: &[Role], facts: &mut Facts) {
        self.pairs(roles, |page, start, end| {
            let (What::Month(first), What::Month(last)) = (start.what, end.what) else { return };
            if let Some(quote) = page.quote(start.from.min(end.from)..start.to.max(end.to)) {
                add(&mut facts.month_spans, MonthSpan { first: first.posted(), last: last.posted() }, quote);
            }
        });
    }

    /// “Starts on May 18 and ends on August 7”: a span of days in one sentence or row.
    fn day_pairs(&self, roles: &[Role], facts: &mut Facts) {
        self.pairs(roles, |page, start, end| {
            let (What::Day(first), What::Day(last)) = (start.what, end.what) else { return };
            let (Some(a), Some(b)) = (first.posted().date(), last.posted().date()) else { return };
            if first.vague || last.vague || b < a || first.order == Order::Open || last.order == Order::Open {
                return;
            }
            if let Some(quote) = page.quote(start.from.min(end.from)..start.to.max(end.to)) {
                add(&mut facts.spans, PostedSpan { first: first.posted(), last: last.posted() }, quote);
            }
        });
    }

    /// Calls back with every lone start and lone end that stand side by side.
    fn pairs(
        &self,
        roles: &[Role],
        mut found: impl FnMut(&Self, &crate::items::item::Item, &crate::items::item::Item),
    ) {
        for (index, item) in self.items.iter().enumerate() {
            if roles.get(index) != Some(&Role::Start) || !self.body.contains(&item.from) {
                continue;
            }
            let next =
                self.items.iter().enumerate().skip(index + 1).take(4).find(|(_, other)| other.what.is_date());
            let Some((at, end)) = next.filter(|(at, _)| roles.get(*at) == Some(&Role::End)) else { continue };
            let _ = at;
            let line = self.layout.line_of(item.from);
            let other = self.layout.line_of(end.from);
            let close =
                line == other && end.from - item.to <= 24 || other == line + 1 && end.from - item.to <= 8;
            if close {
                found(self, item, end);
            }
        }
    }

    /// “Software Intern – June 2026”: the month in a title is the start where nothing else says it.
    fn title_month(&self, title: &Range<usize>, said: &[Said], facts: &mut Facts) {
        if !facts.start_months.is_empty()
            || !facts.start_dates.is_empty()
            || !facts.month_spans.is_empty()
            || facts.start_window.is_some()
        {
            return;
        }
        for (item, said) in self.items.iter().zip(said).filter(|(item, _)| title.contains(&item.from)) {
            if let (What::Month(month), Some(quote)) = (item.what, self.item_quote(item))
                && month.year.is_some()
                && said.strength <= 0.0
                && self.any(title.clone(), Cues::INTERN)
            {
                add_start_month(facts, month.posted(), quote);
            }
        }
    }

    /// When one must graduate, over all the dates that say so.
    pub(crate) fn graduation(&self, roles: &[Role]) -> Option<Fact<GraduationWindow>> {
        let mut found: Option<(GraduationWindow, Range<usize>)> = None;
        for (index, item) in self.items.iter().enumerate() {
            let role = roles.get(index).copied().unwrap_or(Role::Other);
            let year = matches!(item.what, What::Year(_)) && self.is_graduation_year(index);
            if role != Role::Graduation && !year || !self.body.contains(&item.from) {
                continue;
            }
            let (first, last) = match item.what {
                What::Day(day) => (day.its_month(), day.its_month()),
                What::Month(month) => (month, month),
                What::Days(first, last) => (first.its_month(), last.its_month()),
                What::Months(first, last) => (first, last),
                What::Year(year) => (Month::new(Some(year), 1), Month::new(Some(year), 12)),
                _ => continue,
            };
            let (Some(first), Some(last)) = (first.civil(), last.civil()) else { continue };
            let (not_before, not_after) = self.bounds(item.from, item.to);
            let window = GraduationWindow {
                earliest: (!not_after).then_some(first),
                latest: (!not_before).then_some(last),
            };
            match &mut found {
                None => found = Some((window, item.from..item.to)),
                // “graduating in December 2025 or May 2026”
                Some((known, tokens)) if item.from - tokens.end <= 4 && !self.opens(item.from) => {
                    known.earliest = known.earliest.min(window.earliest);
                    known.latest = if known.latest.is_some() && window.latest.is_some() {
                        known.latest.max(window.latest)
                    } else {
                        None
                    };
                    tokens.end = item.to;
                }
                Some(_) => break,
            }
        }
        let (window, tokens) = found?;
        Some(Fact::read(window, self.quote(tokens)?))
    }

    fn is_graduation_year(&self, index: usize) -> bool {
        let Some(item) = self.items.get(index) else { return false };
        let sentence = self.sentence(item.from);
        let season = index
            .checked_sub(1)
            .and_then(|at| self.items.get(at))
            .is_some_and(|other| matches!(other.what, What::Season(_)) && item.from - other.to <= 2);
        let left = item.from.saturating_sub(4).max(sentence.start)..item.from;
        let right = item.to..(item.to + 5).min(sentence.end);
        !season
            && (self.any(left.clone(), Cues::GRAD)
                || self.any(right, Cues::GRAD)
                    && self.tokens.get(item.to).is_some_and(|t| {
                        crate::words::fold::is_ideograph(
                            self.tokens.slice(t.start, t.end).chars().next().unwrap_or(' '),
                        )
                    }))
            && !self.any(left, Cues::INTERN | Cues::FOUNDED)
    }

    /// Whether a date is only the earliest, or only the latest: “or later”, “by”, “not before”.
    fn bounds(&self, from: usize, to: usize) -> (bool, bool) {
        let sentence = self.sentence(from);
        let left = from.saturating_sub(4).max(sentence.start)..from;
        let right = to..(to + 5).min(sentence.end.max(to));
        let word = |range: &Range<usize>, words: &[&str]| {
            range.clone().any(|at| words.iter().any(|word| self.tokens.word(at).eq_ignore_ascii_case(word)))
        };
        let negated = self.any(from.saturating_sub(6).max(sentence.start)..from, Cues::NOT);
        let by = (self.any(left.clone(), Cues::BY)
            || self.any(from.saturating_sub(2).max(sentence.start)..from, Cues::UNTIL))
            && !word(&left, &["earlier"]);
        let after = word(&left, &["after", "from", "since", "earlier", "earliest", "nach", "ab", "après"])
            || word(
                &right,
                &[
                    "later",
                    "beyond",
                    "onwards",
                    "onward",
                    "after",
                    "之后",
                    "以后",
                    "及之后",
                    "以降",
                    "later.",
                ],
            )
            || right.clone().take(2).any(|at| matches!(self.tokens.word(at), "及" | "后" | "以"));
        let before = word(&right, &["earlier", "before", "sooner", "之前", "以前"]);
        ((by && negated) || after, (by && !negated) || before)
    }
}

/// “Minimum 3 months, maximum 6 months” is one rule.
fn join_bounds(lengths: &mut Vec<Fact<LengthRule>>) {
    let mut index = 0;
    while index + 1 < lengths.len() {
        let (Some(low), Some(high)) = (lengths.get(index), lengths.get(index + 1)) else { break };
        let near = match (low.quote, high.quote) {
            (Some(a), Some(b)) => b.start >= a.end && b.start - a.end <= 30,
            _ => false,
        };
        let (a, b) = (low.value, high.value);
        if near && a.unit == b.unit && a.max.is_none() && b.min.is_none() && a.min.is_some() && a.min <= b.max
        {
            let quote = low.quote.zip(high.quote).map(|(a, b)| Quote { start: a.start, end: b.end });
            if let Some(low) = lengths.get_mut(index) {
                low.value.max = b.max;
                low.quote = quote;
            }
            lengths.remove(index + 1);
        } else {
            index += 1;
        }
    }
}

/// Adds a start month, or the place where it is said again.
fn add_start_month(facts: &mut Facts, month: PostedMonth, quote: Quote) {
    match facts.start_months.iter_mut().find(|start| start.month.value == month) {
        Some(start) => start.month.also.push(quote),
        None => facts.start_months.push(StartMonth { month: Fact::read(month, quote), phase: None }),
    }
}

/// A start month says nothing more where a day of it is listed, and a lone month nothing where a span has it.
fn drop_months_with_days(facts: &mut Facts) {
    let starts = &facts.start_dates;
    let spans = &facts.month_spans;
    facts.start_months.retain(|start| {
        let month = &start.month;
        let named = spans.iter().any(|span| span.value.first == month.value);
        named
            || !starts.iter().any(|day| {
                day.value.month == month.value.month
                    && (day.value.year == month.value.year
                        || month.value.year.is_none()
                        || day.value.year.is_none())
            })
    });
}
