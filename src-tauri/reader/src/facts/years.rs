//! The year of a date that has none of its own (P2).

use std::ops::Range;

use chrono::Datelike;

use crate::items::item::What;
use crate::items::page::Page;
use crate::roles::role::Role;
use crate::words::lexicon::Cues;

/// The years that a posting offers to its dates.
#[derive(Debug, Default)]
pub(crate) struct Years {
    /// The title's.
    pub(crate) title: Option<i32>,
    /// Those of its seasons.
    pub(crate) seasons: Vec<i32>,
    /// Those of the program: of its seasons, its whole dates and its own sentence.
    pub(crate) program: Vec<i32>,
    /// Every year that is not another thing's, such as a foundation's.
    pub(crate) any: Vec<i32>,
}

impl Page<'_> {
    /// Gives a year to every date that lacks one and stands for the program, where the posting tells it.
    pub(crate) fn give_years(&mut self, roles: &[Role], title: Option<&Range<usize>>) {
        let years = self.years(roles, title);
        for index in (0..self.items.len()).rev() {
            let Some(role) = roles.get(index).copied().filter(|role| *role != Role::Other) else { continue };
            let Some(lacking) = self.lacking(index) else { continue };
            if !lacking {
                continue;
            }
            let year = self.neighbour_year(index).or_else(|| self.heading_year(index)).or_else(|| {
                if role == Role::Graduation {
                    return None;
                }
                // A year from afar must not contradict the weekday that stands with the date, unless it is the
                // season's own: then the contradiction is a doubt.
                let fits = |year: &i32| years.seasons.contains(year) || self.has_weekday(index, *year);
                let only = |years: &[i32]| match years {
                    [only] => Some(*only).filter(fits),
                    _ => None,
                };
                years
                    .title
                    .or_else(|| only(&years.program))
                    .or_else(|| if years.program.is_empty() { only(&years.any) } else { None })
            });
            if let Some(year) = year {
                self.set_year(index, year);
            }
        }
    }

    /// Whether a day, or the first of a span, falls on its weekday in a year; true where none is written.
    fn has_weekday(&self, index: usize, year: i32) -> bool {
        let Some(What::Day(day) | What::Days(day, _)) = self.items.get(index).map(|item| item.what) else {
            return true;
        };
        let date = chrono::NaiveDate::from_ymd_opt(year, day.month, day.day);
        day.weekday == 0
            || date.is_some_and(|date| date.weekday().number_from_monday() == u32::from(day.weekday))
    }

    /// Whether a date lacks its year; nothing for what is no date.
    fn lacking(&self, index: usize) -> Option<bool> {
        Some(match self.items.get(index)?.what {
            What::Day(day) => day.year.is_none(),
            What::Days(first, _) => first.year.is_none(),
            What::Month(month) => month.year.is_none(),
            What::Months(first, _) => first.year.is_none(),
            _ => return None,
        })
    }

    fn set_year(&mut self, index: usize, year: i32) {
        let Some(item) = self.items.get_mut(index) else { return };
        let whole = |month: u32, day: u32| chrono::NaiveDate::from_ymd_opt(year, month, day).is_some();
        match &mut item.what {
            What::Day(day) if whole(day.month, day.day) => day.year = Some(year),
            What::Days(first, last) => {
                let wraps = (first.month, first.day) > (last.month, last.day);
                first.year = Some(year);
                last.year = Some(year + i32::from(wraps));
            }
            What::Month(month) => month.year = Some(year),
            What::Months(first, last) => {
                first.year = Some(year);
                last.year = Some(year + i32::from(first.month > last.month));
            }
            _ => {}
        }
    }

    /// The year of the dates it is listed with (“June 8 and June 22, 2026”), or that stands in its sentence.
    fn neighbour_year(&self, index: usize) -> Option<i32> {
        let item = self.items.get(index)?;
        let sentence = self.sentence(item.from);
        let mut close = None;
        for (at, other) in self.items.iter().enumerate().skip(index + 1).take(6) {
            if !sentence.contains(&other.from) {
                break;
            }
            let list = self.items.get(at - 1).is_some_and(|before| other.from - before.to <= 3);
            let year = match other.what {
                What::Day(day) => day.year,
                What::Days(first, _) => first.year,
                What::Month(month) => month.year,
                What::Months(first, _) => first.year,
                What::Year(year) if !self.is_foreign_year(at) => Some(year),
                _ => None,
            };
            if let Some(year) = year {
                if list {
                    return Some(year);
                }
                close = close.or(Some(year));
                break;
            }
        }
        let mut before = None;
        for (at, other) in self.items.iter().enumerate().take(index).rev().take(6) {
            if !sentence.contains(&other.from) {
                break;
            }
            let year = match other.what {
                What::Year(year) if !self.is_foreign_year(at) => Some((year, 0)),
                What::Day(day) => day.year.map(|year| (year, day.month)),
                What::Days(_, last) => last.year.map(|year| (year, 0)),
                What::Month(month) => month.year.map(|year| (year, month.month)),
                _ => None,
            };
            if let Some((year, month)) = year {
                // “starting in September 2025 and ending in May” ends in the next year.
                let own = match item.what {
                    What::Day(day) => day.month,
                    What::Month(month) => month.month,
                    _ => 12,
                };
                before = Some(year + i32::from(month > own));
                break;
            }
        }
        before.or(close).filter(|year| (2000..2100).contains(year))
    }

    /// A year that belongs to something else in its sentence: a foundation, a graduation.
    fn is_foreign_year(&self, index: usize) -> bool {
        let Some(item) = self.items.get(index) else { return true };
        let sentence = self.sentence(item.from);
        self.any(
            item.from.saturating_sub(5).max(sentence.start)..item.from,
            Cues::FOUNDED | Cues::GRAD | Cues::POSTED | Cues::DEGREE | Cues::EVENT,
        )
    }

    /// The year in the line that announces the date, or in its section's heading, or in its column's head.
    fn heading_year(&self, index: usize) -> Option<i32> {
        let item = self.items.get(index)?;
        let number = self.layout.line_of(item.from);
        let (heading, section) = self.layout.headings(number);
        let line = self.layout.line(number)?;
        let own = Some(line).filter(|line| line.tokens.len() < 40);
        let row = (line.kind == crate::words::layout::LineKind::Row)
            .then(|| self.layout.line(self.first_row(number)))
            .flatten();
        [own, row, heading, section].into_iter().flatten().find_map(|line| {
            let first = self.items.partition_point(|item| item.from < line.tokens.start);
            let inside = self
                .items
                .iter()
                .enumerate()
                .skip(first)
                .take_while(|(_, item)| item.from < line.tokens.end)
                .take(12);
            let mut found = None;
            for (at, item) in inside {
                let year = match item.what {
                    What::Year(year) if !self.is_foreign_year(at) && (2000..2100).contains(&year) => year,
                    _ => continue,
                };
                if found.is_some_and(|found| found != year) {
                    return None;
                }
                found = Some(year);
            }
            found
        })
    }

    fn years(&self, roles: &[Role], title: Option<&Range<usize>>) -> Years {
        let mut years = Years::default();
        let put = |list: &mut Vec<i32>, year: i32| {
            if !list.contains(&year) {
                list.push(year);
            }
        };
        for taken in self.seasons() {
            if let Some((year, _)) = taken.year {
                put(&mut years.program, year);
                put(&mut years.seasons, year);
            }
        }
        if let Some((year, _)) = self.program_year(title) {
            put(&mut years.program, year);
        }
        for (index, item) in self.items.iter().enumerate() {
            let (year, role) = match item.what {
                What::Day(day) => (day.year, roles.get(index)),
                What::Days(first, _) => (first.year, roles.get(index)),
                What::Month(month) => (month.year, roles.get(index)),
                What::Months(first, _) => (first.year, roles.get(index)),
                What::Year(year) => {
                    if title.is_some_and(|title| title.contains(&item.from)) {
                        years.title = years.title.or(Some(year));
                    }
                    (Some(year).filter(|_| !self.is_foreign_year(index)), None)
                }
                _ => continue,
            };
            let Some(year) = year.filter(|year| (2000..2100).contains(year)) else { continue };
            // Other jobs on the page have years of their own.
            if item.from >= self.body.end && !title.is_some_and(|title| title.contains(&item.from)) {
                continue;
            }
            match role {
                Some(Role::Start | Role::Program | Role::StartWindow | Role::LatestStart) => {
                    put(&mut years.program, year);
                }
                Some(Role::Graduation) => {}
                _ if self.body.contains(&item.from)
                    && item.from >= self.layout.front_matter
                    && years.any.len() < 64 =>
                {
                    put(&mut years.any, year);
                }
                _ => {}
            }
        }
        years
    }
}
