//! Numbers such as 05/06, which can be read with the month or the day first (P3).

use chrono::{Datelike, NaiveDate};

use crate::items::calendar::{Day, Order};
use crate::items::item::What;
use crate::items::page::Page;
use crate::roles::told::Told;
use startline_engine::{LengthUnit, MentionRole as Role, Season};

/// The longest that a program of one season lasts, in days.
const SEASON_DAYS: i64 = 140;

impl Page<'_> {
    /// Such numbers take the order that the posting's other dates show: one whose day is over 12.
    pub(crate) fn settle_order(&mut self) {
        let (mut month_first, mut day_first) = (false, false);
        for day in self.every_day() {
            month_first |= day.order == Order::MonthFirst;
            day_first |= day.order == Order::DayFirst;
        }
        if month_first != day_first {
            self.settle(day_first);
        }
    }

    /// Where none shows it, the order stands that makes sense of all of them, if only one does: a span ends
    /// after its start, and lasts about as long as the posting says; one applies before the start.
    pub(crate) fn settle_by_sense(&mut self, told: &[Told]) {
        if !self.every_day().any(|day| day.order == Order::Open) {
            return;
        }
        let lengths = self.stated_days(told);
        let season = self.seasons(told).next().map(|(season, _)| season);
        let makes_sense = |day_first: bool| self.is_sensible(told, day_first, &lengths, season);
        let (month_first, day_first) = (makes_sense(false), makes_sense(true));
        if month_first != day_first {
            self.settle(day_first);
        }
    }

    /// Every day of the items, those of spans too.
    fn every_day(&self) -> impl Iterator<Item = Day> {
        self.items.iter().flat_map(|item| {
            match item.what {
                What::Day(day) => [Some(day), None],
                What::Days(first, last) => [Some(first), Some(last)],
                _ => [None, None],
            }
            .into_iter()
            .flatten()
        })
    }

    fn settle(&mut self, day_first: bool) {
        let settle = |day: &mut Day| {
            *day = in_order(*day, day_first);
            day.order = Order::Sure;
        };
        for item in &mut self.items {
            match &mut item.what {
                What::Day(day) if day.order == Order::Open => settle(day),
                What::Days(first, last) => {
                    [first, last].into_iter().filter(|day| day.order == Order::Open).for_each(settle);
                }
                _ => {}
            }
        }
    }

    /// The lengths that the posting states, in days, the least and the most.
    fn stated_days(&self, told: &[Told]) -> Vec<(i64, i64)> {
        let mut stated = Vec::new();
        for (item, told) in self.items.iter().zip(told) {
            let What::Length(length) = item.what else { continue };
            if told.role != Role::Length {
                continue;
            }
            let unit = match length.unit {
                LengthUnit::Days => 1,
                LengthUnit::Weeks => 7,
                LengthUnit::Months => 30,
            };
            let least = length.min.or(length.max).map_or(0, i64::from) * unit;
            let most = length.max.or(length.min).map_or(0, i64::from) * unit;
            stated.push((least, most));
        }
        stated
    }

    fn is_sensible(
        &self,
        told: &[Told],
        day_first: bool,
        lengths: &[(i64, i64)],
        season: Option<Season>,
    ) -> bool {
        let date = |day: Day| in_order(day, day_first).posted().date();
        let (mut starts, mut ends, mut deadlines) = (Vec::new(), Vec::new(), Vec::new());
        for (item, role) in self.items.iter().zip(told.iter().map(|told| told.role)) {
            match (item.what, role) {
                (What::Days(first, last), role) => {
                    let (Some(a), Some(b)) = (date(first), date(last)) else { continue };
                    let open = first.order == Order::Open || last.order == Order::Open;
                    if open && (b < a || role == Role::Program && !lasts(a, b, lengths, season)) {
                        return false;
                    }
                    match role {
                        Role::Program => {
                            starts.push(a);
                            ends.push(b);
                        }
                        Role::Deadline => deadlines.push(b),
                        _ => {}
                    }
                }
                (What::Day(day), Role::Start | Role::LatestStart) => {
                    let open = day.order == Order::Open;
                    if open && !season.is_none_or(|season| begins_in(season, in_order(day, day_first).month))
                    {
                        return false;
                    }
                    starts.extend(date(day));
                }
                (What::Day(day), Role::End) => ends.extend(date(day)),
                (What::Day(day), Role::Deadline) => deadlines.extend(date(day)),
                _ => {}
            }
        }
        let before = |a: Option<&NaiveDate>, b: Option<&NaiveDate>| a.zip(b).is_none_or(|(a, b)| a <= b);
        before(starts.iter().min(), ends.iter().max()) && before(deadlines.iter().max(), starts.iter().max())
    }
}

/// A day in one order of its numbers, if it could be either.
fn in_order(day: Day, day_first: bool) -> Day {
    if day.order == Order::Open && day_first { day.swapped() } else { day }
}

/// Whether a span can be the program: not over a year, near a stated length, and of a season's length and time
/// where a season is named.
fn lasts(first: NaiveDate, last: NaiveDate, lengths: &[(i64, i64)], season: Option<Season>) -> bool {
    let days = (last - first).num_days() + 1;
    let about = |(least, most): &(i64, i64)| days * 5 >= least * 4 && days * 5 <= most * 6;
    let in_season = season.is_none_or(|season| begins_in(season, first.month()));
    days <= 400
        && (lengths.is_empty() || lengths.iter().any(about))
        && in_season
        && (season.is_none() || !lengths.is_empty() || days <= SEASON_DAYS)
}

/// Whether a program of a season can begin in a month, on either side of the equator.
fn begins_in(season: Season, month: u32) -> bool {
    match season {
        Season::Summer => matches!(month, 4..=7 | 11 | 12 | 1),
        Season::Winter => matches!(month, 10..=12 | 1..=2 | 5..=7),
        Season::Spring => matches!(month, 1..=4 | 8..=10),
        Season::Fall => matches!(month, 7..=10 | 2..=4),
    }
}
