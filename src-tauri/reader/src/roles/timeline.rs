//! The dates of a page in the order of the calendar, and what of each agrees with the page's seasons and lengths.

use startline_engine::{LengthUnit, Season};

use super::features::some;
use crate::items::calendar::Day;
use crate::items::item::{Item, What};
use crate::items::page::Page;
use crate::model::{Part, Sketch};

/// How many of the page's days, lengths and seasons are compared: what has more is a list of something else.
const MOST: usize = 60;

/// A page's days by number, its lengths in days, and its seasons.
pub(crate) struct Timeline {
    /// The first and the last day of each item.
    ends: Vec<Option<(i32, i32)>>,
    /// Each day once, in order.
    days: Vec<i32>,
    /// The least and the most days of each length, and of what begins and ends as an item of the page does.
    lengths: Vec<(i32, i32)>,
    season: Option<Season>,
}

impl Timeline {
    pub(crate) fn of(page: &Page<'_>) -> Self {
        let mut year = page.latest_year;
        let mut number = |day: Day| {
            year = day.year.or(year);
            // Days of months as long as the average: near enough to compare.
            year.map(|year| {
                (f64::from(year) * 365.25 + f64::from(day.month) * 30.44 + f64::from(day.day)) as i32
            })
        };
        let ends: Vec<Option<(i32, i32)>> = page
            .items
            .iter()
            .map(|item| match item.what {
                What::Day(day) => number(day).map(|day| (day, day)),
                What::Days(first, last) | What::Week(first, last) => {
                    let first_number = number(Day { year: first.year.or(last.year), ..first })?;
                    let over_new_year = last.year.is_none() && last.month < first.month;
                    Some((first_number, number(last)? + if over_new_year { 365 } else { 0 }))
                }
                _ => None,
            })
            .collect();
        let mut days: Vec<i32> = ends.iter().flatten().map(|(first, _)| *first).take(MOST).collect();
        days.sort_unstable();
        days.dedup();
        let lengths = page.items.iter().filter_map(of_length).take(MOST).collect();
        let season = page.items.iter().find_map(|item| match item.what {
            What::Season(season) => Some(season),
            _ => None,
        });
        Self { ends, days, lengths, season }
    }

    /// Puts what the calendar tells of the item at `index` into the sketch.
    pub(crate) fn sketch(&self, index: usize, item: &Item, mine: Part<'_>, into: &mut Sketch) {
        if let Some((least, most)) = of_length(item) {
            let spans = self
                .ends
                .iter()
                .take(MOST)
                .flatten()
                .any(|(first, last)| is_about(last - first, least, most));
            let between = self.days.iter().any(|first| self.day_after(*first, least, most));
            let agrees = match (spans, between) {
                (true, _) => "span",
                (_, true) => "days",
                _ if self.days.len() > 1 => "none",
                _ => return,
            };
            into.put("as-long-as", &[mine, Part::of(agrees)]);
            return;
        }
        let Some((first, last)) = self.ends.get(index).copied().flatten() else { return };
        let long = |first: i32, last: i32| {
            self.lengths.iter().any(|(least, most)| is_about(last - first, *least, *most))
        };
        if last > first {
            into.put("as-long", &[mine, Part::of(if long(first, last) { "yes" } else { "no" })]);
        } else {
            let opens = self.days.iter().any(|other| *other > first && long(first, *other));
            let closes = self.days.iter().any(|other| *other < first && long(*other, first));
            let name = match (opens, closes) {
                (true, false) => "opens",
                (false, true) => "closes",
                (true, true) => "both",
                (false, false) => "neither",
            };
            into.put("as-long", &[mine, Part::of(name)]);
        }
        let at = self.days.partition_point(|day| *day < first);
        let after = self.days.len().saturating_sub(at + 1);
        into.put("order", &[mine, Part::of(some(at.min(4))), Part::of(some(after.min(4)))]);
        let months = |other: Option<&i32>| {
            other.map_or("none", |other| some(((other - first).abs() / 30).min(7) as usize))
        };
        let before = months(at.checked_sub(1).and_then(|at| self.days.get(at)));
        into.put("months-before", &[mine, Part::of(before)]);
        into.put("months-after", &[mine, Part::of(months(self.days.get(at + 1)))]);
        if let (Some(season), What::Day(day) | What::Days(day, _)) = (self.season, item.what) {
            // Months since March, June, September or December.
            let opens = match season {
                Season::Spring => 3,
                Season::Summer => 6,
                Season::Fall => 9,
                Season::Winter => 12,
            };
            let since = (day.month + 12 - opens) % 12;
            into.put("in-season", &[mine, Part::of(some(since as usize))]);
        }
    }

    fn day_after(&self, first: i32, least: i32, most: i32) -> bool {
        self.days.iter().any(|last| *last > first && is_about(last - first, least, most))
    }
}

/// The least and the most days of a length of at least two weeks.
fn of_length(item: &Item) -> Option<(i32, i32)> {
    let What::Length(length) = item.what else { return None };
    let days = |count: u32| match length.unit {
        LengthUnit::Days => count as f32,
        LengthUnit::Weeks => count as f32 * 7.0,
        LengthUnit::Months => count as f32 * 30.44,
    };
    let least = days(length.min.or(length.max)?);
    let most = days(length.max.or(length.min)?);
    (least >= 14.0 && most < 900.0).then_some((least as i32, most as i32))
}

/// Whether a stretch is as long as a length, counted in any way.
fn is_about(days: i32, least: i32, most: i32) -> bool {
    days >= 10 && days >= least - 6 - least / 30 && days <= most + 4 + most / 30
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The features that the calendar gives the first item of a text.
    fn first(text: &str) -> Vec<String> {
        let page = Page::of(text);
        let mut sketch = Sketch::named();
        sketch.begin("date");
        if let Some(item) = page.items.first() {
            Timeline::of(&page).sketch(0, item, Part::of("it"), &mut sketch);
        }
        sketch.names.unwrap_or_default()
    }

    #[test]
    fn dates_are_held_against_lengths_seasons_and_each_other() {
        for (text, feature) in [
            ("June 8 to August 28, 2026, for 12 weeks", "date as-long it yes"),
            ("June 8 to August 28, 2026, for 6 months", "date as-long it no"),
            ("June 8, 2026 for 12 weeks until August 28, 2026", "date as-long it opens"),
            ("August 28, 2026 after 12 weeks from June 8, 2026", "date as-long it closes"),
            ("12 weeks, June 8 to August 28, 2026", "date as-long-as it span"),
            ("12 weeks from June 8, 2026 to be over on March 1, 2027", "date as-long-as it none"),
            ("December 1, 2026 to February 26, 2027 for 3 months", "date as-long it yes"),
            ("May 4, 2026, then June 8, 2026 and July 1, 2026", "date order it 0 2"),
            ("March 2, 2026 for the summer", "date in-season it 9"),
        ] {
            let features = first(text);
            assert!(features.iter().any(|each| each == feature), "{text}: {features:?}");
        }
    }
}
