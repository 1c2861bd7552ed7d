//! The facts that decide a window, drawn from the items and what each is for.

use std::hash::Hash;
use std::ops::Range;

use startline_engine::{
    Fact, Facts, LengthRule, MentionRole, MonthPhase, MonthSpan, PostedMonth, PostedSpan, Quote, StartMonth,
};

use crate::items::calendar::{Day, Month, Order};
use crate::items::item::{Item, What};
use crate::items::page::Page;
use crate::roles::told::Told;

/// The most facts of one kind that are kept; a posting with more is no posting.
const MOST: usize = 64;
/// The most other places kept for one fact.
const MOST_PLACES: usize = 16;
/// How many tokens may stand between a start and the end that goes with it, in one line.
const CLOSE: usize = 24;

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
    /// Lengths, starts, ends, spans, windows and seasons.
    pub(crate) fn program(&self, told: &[Told], title: &Range<usize>, facts: &mut Facts) {
        for (item, told) in self.items.iter().zip(told) {
            if !self.body.contains(&item.from) && !title.contains(&item.from) {
                continue;
            }
            let Some(quote) = self.item_quote(item) else { continue };
            draw(item.what, told.role, quote, facts);
        }
        self.month_pairs(told, facts);
        self.day_pairs(told, facts);
        self.parts(told, facts);
        join_bounds(&mut facts.lengths);
        drop_months_with_days(facts);
        facts.season = facts.seasons.first().cloned();
    }

    /// “Starting in June and ending in August”: a span of months in one sentence.
    fn month_pairs(&self, told: &[Told], facts: &mut Facts) {
        self.pairs(told, |page, start, end| {
            let (What::Month(first), What::Month(last)) = (start.what, end.what) else { return };
            if let Some(quote) = page.quote(start.from.min(end.from)..start.to.max(end.to)) {
                add(&mut facts.month_spans, MonthSpan { first: first.posted(), last: last.posted() }, quote);
            }
        });
    }

    /// “Starts on May 18 and ends on August 7”: a span of days in one sentence or row.
    fn day_pairs(&self, told: &[Told], facts: &mut Facts) {
        self.pairs(told, |page, start, end| {
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

    /// Calls back with every start and the end that stands right after it.
    fn pairs(&self, told: &[Told], mut found: impl FnMut(&Self, &Item, &Item)) {
        let begins = |role| matches!(role, MentionRole::Start | MentionRole::StartMonth);
        for (index, (item, said)) in self.items.iter().zip(told).enumerate() {
            if !begins(said.role) || !self.body.contains(&item.from) {
                continue;
            }
            let next =
                self.items.iter().zip(told).skip(index + 1).take(4).find(|(other, _)| other.what.is_date());
            let Some((end, _)) = next.filter(|(_, said)| said.role == MentionRole::End) else { continue };
            let apart = self.layout.line_of(end.from) - self.layout.line_of(item.from);
            if apart == 0 && end.from - item.to <= CLOSE || apart == 1 && end.from - item.to <= 8 {
                found(self, item, end);
            }
        }
    }

    /// A quarter or half-year is a frame of months (D9) where nothing says more exactly when it starts.
    fn parts(&self, told: &[Told], facts: &mut Facts) {
        let said = !facts.start_dates.is_empty()
            || !facts.start_months.is_empty()
            || !facts.month_spans.is_empty()
            || facts.start_window.is_some();
        if said {
            return;
        }
        for (item, told) in self.items.iter().zip(told) {
            if let (What::Part { first, last }, true) = (item.what, told.role.decides())
                && let Some(quote) = self.item_quote(item)
                && told.role != MentionRole::Deadline
                && told.role != MentionRole::Graduation
            {
                add_months(facts, first, last, quote);
            }
        }
    }
}

/// The facts of one item.
fn draw(what: What, role: MentionRole, quote: Quote, facts: &mut Facts) {
    match what {
        What::Length(length) if role == MentionRole::Length && !length.hours => {
            let in_range = |n: Option<u32>| n.is_none_or(|n| length.unit.takes(n));
            if !length.fraction && in_range(length.min) && in_range(length.max) {
                let rule = LengthRule { unit: length.unit, min: length.min, max: length.max };
                add(&mut facts.lengths, rule, quote);
            } else {
                facts.doubts.push(super::doubts::unusable_length(quote));
            }
        }
        What::Day(day) if day.order != Order::Open => draw_day(day, role, quote, facts),
        What::Days(first, last) if first.order != Order::Open && last.order != Order::Open => {
            draw_days(first, last, role, quote, facts);
        }
        What::Week(first, last)
            if matches!(role, MentionRole::Start | MentionRole::StartMonth | MentionRole::StartWindow) =>
        {
            draw_days(first, last, MentionRole::StartWindow, quote, facts);
        }
        What::Week(first, last) => draw_days(first, last, role, quote, facts),
        What::Month(month)
            if matches!(role, MentionRole::Start | MentionRole::StartMonth | MentionRole::StartWindow) =>
        {
            add_start_month(facts, month, quote);
        }
        What::Month(month) if matches!(role, MentionRole::Program | MentionRole::Frame) => {
            add_months(facts, month, month, quote);
        }
        What::Months(first, last) if matches!(role, MentionRole::Program | MentionRole::Frame) => {
            add_months(facts, first, last, quote);
        }
        What::Months(first, last) | What::Part { first, last }
            if matches!(role, MentionRole::StartMonth | MentionRole::StartWindow | MentionRole::Start) =>
        {
            every_month(first, last).for_each(|month| add_start_month(facts, month, quote));
        }
        What::Season(season) if role == MentionRole::Season => add(&mut facts.seasons, season, quote),
        _ => {}
    }
}

fn draw_day(day: Day, role: MentionRole, quote: Quote, facts: &mut Facts) {
    match role {
        MentionRole::Start if day.vague => add_start_month(facts, near(day), quote),
        MentionRole::StartMonth => add_start_month(facts, near(day), quote),
        MentionRole::Start => add(&mut facts.start_dates, day.posted(), quote),
        MentionRole::End if !day.vague => add(&mut facts.end_dates, day.posted(), quote),
        MentionRole::LatestStart if facts.latest_start.is_none() => {
            facts.latest_start = Some(Fact::read(day.posted(), quote));
        }
        _ => {}
    }
}

/// “Around May 18”: the part of the month that the day lies in.
fn near(day: Day) -> Month {
    let phase = match day.day {
        ..=10 => MonthPhase::Early,
        11..=20 => MonthPhase::Mid,
        _ => MonthPhase::Late,
    };
    Month { phase: Some(phase), ..day.its_month() }
}

fn draw_days(first: Day, last: Day, role: MentionRole, quote: Quote, facts: &mut Facts) {
    let span = PostedSpan { first: first.posted(), last: last.posted() };
    // A window or frame that ends before it begins is kept: the answer says so. A program is only a doubt.
    let reversed = span.first.date().zip(span.last.date()).is_some_and(|(first, last)| last < first);
    if reversed && !matches!(role, MentionRole::Frame | MentionRole::StartWindow) {
        return;
    }
    match role {
        MentionRole::Program => {
            add(&mut facts.spans, span, quote);
            add(&mut facts.start_dates, span.first, quote);
            add(&mut facts.end_dates, span.last, quote);
        }
        MentionRole::Frame if facts.frame.is_none() => facts.frame = Some(Fact::read(span, quote)),
        MentionRole::StartWindow if facts.start_window.is_none() => {
            facts.start_window = Some(Fact::read(span, quote));
        }
        MentionRole::Start => {
            add(&mut facts.start_dates, span.first, quote);
            add(&mut facts.start_dates, span.last, quote);
        }
        _ => {}
    }
}

fn add_months(facts: &mut Facts, first: Month, last: Month, quote: Quote) {
    add(&mut facts.month_spans, MonthSpan { first: first.posted(), last: last.posted() }, quote);
    add_start_month(facts, first, quote);
}

/// The months from one to another; only the two where they are far apart or not in order.
fn every_month(first: Month, last: Month) -> impl Iterator<Item = Month> {
    let between = (last.month + 12 - first.month) % 12;
    let wraps = move |month: u32| i32::from(first.month + month > 12);
    (0..=between).filter(move |by| between <= 6 || *by == 0 || *by == between).map(move |by| Month {
        year: first.year.map(|year| year + wraps(by)),
        month: (first.month + by - 1) % 12 + 1,
        phase: if by == 0 {
            first.phase
        } else if by == between {
            last.phase
        } else {
            None
        },
    })
}

/// Adds a start month, or the place where it is said again.
fn add_start_month(facts: &mut Facts, month: Month, quote: Quote) {
    let value: PostedMonth = month.posted();
    if let Some(start) = facts.start_months.iter_mut().find(|start| start.month.value == value) {
        start.phase = start.phase.or(month.phase);
        if start.month.also.len() < MOST_PLACES {
            start.month.also.push(quote);
        }
    } else if facts.start_months.len() < MOST {
        facts.start_months.push(StartMonth { month: Fact::read(value, quote), phase: month.phase });
    }
}

/// “Minimum 3 months, maximum 6 months” is one rule.
fn join_bounds(lengths: &mut Vec<Fact<LengthRule>>) {
    let mut index = 0;
    while index + 1 < lengths.len() {
        let (Some(low), Some(high)) = (lengths.get(index), lengths.get(index + 1)) else { break };
        let near = match (low.quote, high.quote) {
            (Some(a), Some(b)) => b.start >= a.end && b.start - a.end <= 60,
            _ => false,
        };
        let (a, b) = (low.value, high.value);
        // The greatest may stand first; the least may be said as the only one.
        let (least, most) = if a.min.is_none() { (b, a) } else { (a, b) };
        let bounds =
            least.min < most.max && most.min.is_none() && (least.max.is_none() || least.max == least.min);
        if near && a.unit == b.unit && bounds && least.min.is_some() {
            let quote = low.quote.zip(high.quote).map(|(a, b)| Quote { start: a.start, end: b.end });
            if let Some(low) = lengths.get_mut(index) {
                low.value = LengthRule { unit: a.unit, min: least.min, max: most.max };
                low.quote = quote;
            }
            lengths.remove(index + 1);
        } else {
            index += 1;
        }
    }
}

/// A start month says nothing more where a day of it is listed, and a lone month nothing where a span has it.
fn drop_months_with_days(facts: &mut Facts) {
    let starts = &facts.start_dates;
    let spans = &facts.month_spans;
    facts.start_months.retain(|start| {
        let month = start.month.value;
        let same_year = |year: Option<i32>| year == month.year || year.is_none() || month.year.is_none();
        spans.iter().any(|span| span.value.first == month)
            || !starts.iter().any(|day| day.value.month == month.month && same_year(day.value.year))
    });
}
