//! The year of a date that has none of its own (P2, W7).

use chrono::{Datelike, NaiveDate};
use startline_engine::{MentionRole, Season};

use crate::items::item::What;
use crate::items::page::Page;
use crate::roles::told::Told;
use crate::words::layout::LineKind;

/// The years in which an internship can be.
const YEARS: std::ops::Range<i32> = 2000..2100;
/// How many items beside a date are looked at for its year.
const NEAR: usize = 6;

impl Page<'_> {
    /// Gives a year to every date that lacks one and stands for the program, where the posting tells it.
    pub(crate) fn give_years(&mut self, told: &[Told], title: &std::ops::Range<usize>) {
        let afar = self.program_years(told, title);
        for index in 0..self.items.len() {
            let Some(role) = told.get(index).map(|told| told.role).filter(|role| role.decides()) else {
                continue;
            };
            if self.year_at(index).is_some() || !self.is_dated(index) {
                continue;
            }
            let year =
                self.neighbour_year(index, told).or_else(|| self.heading_year(index, told)).or_else(|| {
                    // A year from afar must not contradict the weekday that stands with the date.
                    let [only] = afar.as_slice() else { return None };
                    (role != MentionRole::Graduation && self.has_weekday(index, *only)).then_some(*only)
                });
            if let Some(year) = year {
                self.set_year(index, year);
            }
        }
        self.order_years(told);
    }

    /// W7: a program that runs across New Year takes its years in the order in which it is written. A year that was only
    /// given is the next one where an end would come before its start, a start before the day by which one applies, or
    /// a start half a year before the one that stands before it.
    fn order_years(&mut self, told: &[Told]) {
        let deadline = (0..self.items.len())
            .filter(|at| told.get(*at).is_some_and(|told| told.role == MentionRole::Deadline))
            .filter(|at| !self.given_years.contains(at))
            .find_map(|at| self.first_day(at));
        let mut latest: Option<NaiveDate> = None;
        for index in 0..self.items.len() {
            let Some(role) = told.get(index).map(|told| told.role) else { break };
            let Some(date) = self.first_day(index) else { continue };
            let before = match role {
                MentionRole::End => latest.filter(|start| date < *start),
                MentionRole::Start | MentionRole::StartMonth | MentionRole::Program | MentionRole::Frame => {
                    let half_year = latest.filter(|last| date < *last && (*last - date).num_days() > 180);
                    deadline.filter(|deadline| date < *deadline).or(half_year)
                }
                _ => continue,
            };
            if before.is_some() && self.given_years.contains(&index) {
                self.set_year(index, date.year() + 1);
            }
            if role != MentionRole::End {
                latest = self.first_day(index);
            }
        }
    }

    /// The first day of a date with a year: the 28th of a month alone, which is not before anything within it.
    fn first_day(&self, index: usize) -> Option<NaiveDate> {
        match self.items.get(index)?.what {
            What::Day(day) | What::Days(day, _) => day.posted().date(),
            What::Month(month) | What::Months(month, _) => {
                NaiveDate::from_ymd_opt(month.year?, month.month, 28)
            }
            _ => None,
        }
    }

    /// Whether an item is of the calendar, so that it has a year.
    fn is_dated(&self, index: usize) -> bool {
        self.items.get(index).is_some_and(|item| item.what.is_date())
    }

    /// The year of an item, where it is written or given.
    fn year_at(&self, index: usize) -> Option<i32> {
        match self.items.get(index)?.what {
            What::Day(day) => day.year,
            What::Days(first, _) | What::Week(first, _) => first.year,
            What::Month(month) => month.year,
            What::Months(first, _) | What::Part { first, .. } => first.year,
            What::Year(year) => Some(year),
            _ => None,
        }
    }

    /// Whether a day, or the first of a span, falls on its weekday in a year; true where none is written.
    fn has_weekday(&self, index: usize, year: i32) -> bool {
        let Some(What::Day(day) | What::Days(day, _)) = self.items.get(index).map(|item| item.what) else {
            return true;
        };
        let date = NaiveDate::from_ymd_opt(year, day.month, day.day);
        day.weekday == 0
            || date.is_some_and(|date| date.weekday().number_from_monday() == u32::from(day.weekday))
    }

    fn set_year(&mut self, index: usize, year: i32) {
        let Some(item) = self.items.get_mut(index) else { return };
        let whole = |month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day).is_some();
        match &mut item.what {
            What::Day(day) if whole(day.month, day.day) => day.year = Some(year),
            What::Days(first, last) | What::Week(first, last) => {
                let wraps = (first.month, first.day) > (last.month, last.day);
                first.year = Some(year);
                last.year = Some(year + i32::from(wraps));
            }
            What::Month(month) => month.year = Some(year),
            What::Months(first, last) | What::Part { first, last } => {
                first.year = Some(year);
                last.year = Some(year + i32::from(first.month > last.month));
            }
            _ => {}
        }
        self.given_years.push(index);
    }

    /// The year of the dates it is listed with (“June 8 and June 22, 2026”), or that stands in its sentence.
    fn neighbour_year(&self, index: usize, told: &[Told]) -> Option<i32> {
        let item = self.items.get(index)?;
        let sentence = self.sentence(item.from);
        let speaks = |at: usize| {
            told.get(at).is_some_and(|told| {
                !matches!(told.role, MentionRole::Past | MentionRole::Posted | MentionRole::Graduation)
            })
        };
        let inside = |at: &usize| self.items.get(*at).is_some_and(|other| sentence.contains(&other.from));
        let mut before = (0..index).rev().take(NEAR).take_while(inside).filter(|at| speaks(*at));
        let mut after = (index + 1..self.items.len()).take(NEAR).take_while(inside).filter(|at| speaks(*at));
        let listed = (index + 1..self.items.len()).take(NEAR).take_while(inside).take_while(|at| {
            let end = self.items.get(at - 1).map_or(0, |before| before.to);
            self.items.get(*at).is_some_and(|other| other.from - end <= 3)
        });
        let next = listed.filter_map(|at| self.year_at(at)).next();
        next.or_else(|| {
            let at = before.find(|at| self.year_at(*at).is_some())?;
            let year = self.year_at(at)?;
            // “starting in September 2025 and ending in May” ends in the next year.
            Some(year + i32::from(self.month_at(at)? > self.month_at(index)?))
        })
        .or_else(|| after.find_map(|at| self.year_at(at)))
        .filter(|year| YEARS.contains(year))
    }

    /// The month in which an item ends; 0 for a year alone.
    fn month_at(&self, index: usize) -> Option<u32> {
        Some(match self.items.get(index)?.what {
            What::Day(day) => day.month,
            What::Month(month) => month.month,
            What::Days(..) | What::Months(..) | What::Week(..) | What::Part { .. } | What::Year(_) => 0,
            _ => return None,
        })
    }

    /// The only year in its line, in the head of its table, in the line that announces it, or in its section's heading.
    fn heading_year(&self, index: usize, told: &[Told]) -> Option<i32> {
        let item = self.items.get(index)?;
        let number = self.layout.line_of(item.from);
        let (heading, section) = self.layout.headings(number);
        let line = self.layout.line(number)?;
        let own = Some(line).filter(|line| line.tokens.len() < 40);
        let row = (line.kind == LineKind::Row).then(|| self.layout.line(self.first_row(number))).flatten();
        [own, row, heading, section].into_iter().flatten().find_map(|line| {
            let first = self.items.partition_point(|item| item.from < line.tokens.start);
            let inside = (first..self.items.len())
                .take(12)
                .take_while(|at| self.items.get(*at).is_some_and(|item| item.from < line.tokens.end));
            let of_program = |at: &usize| {
                told.get(*at).is_some_and(|told| told.role.decides() && told.role != MentionRole::Graduation)
            };
            let written = inside.filter(|at| !self.given_years.contains(at)).filter(of_program);
            let mut years: Vec<i32> =
                written.filter_map(|at| self.year_at(at)).filter(|year| YEARS.contains(year)).collect();
            years.dedup();
            match years.as_slice() {
                [only] => Some(*only),
                _ => None,
            }
        })
    }

    /// The years that the posting gives its program: the title's alone, else those of its seasons and dates.
    fn program_years(&self, told: &[Told], title: &std::ops::Range<usize>) -> Vec<i32> {
        let of = |wanted: &dyn Fn(usize, MentionRole) -> bool| {
            let mut years: Vec<i32> = Vec::new();
            for (at, told) in told.iter().enumerate() {
                let Some(year) = self.year_at(at).filter(|year| YEARS.contains(year)) else { continue };
                let inside = self
                    .items
                    .get(at)
                    .is_some_and(|item| self.body.contains(&item.from) || title.contains(&item.from));
                if inside && wanted(at, told.role) && !years.contains(&year) {
                    years.push(year);
                }
            }
            years
        };
        let in_title = of(&|at, role| {
            role != MentionRole::Past && self.items.get(at).is_some_and(|item| title.contains(&item.from))
        });
        if in_title.len() == 1 {
            return in_title;
        }
        let seasons = of(&|_, role| role == MentionRole::Season);
        if seasons.len() == 1 {
            return seasons;
        }
        let dates =
            of(&|_, role| role.decides() && !matches!(role, MentionRole::Graduation | MentionRole::Deadline));
        if !dates.is_empty() {
            return dates;
        }
        // Where only the last day to apply, or what comes before it starts, has a year, the program follows it.
        let deadlines = of(&|_, role| role == MentionRole::Deadline);
        if deadlines.is_empty() {
            of(&|_, role| matches!(role, MentionRole::Review | MentionRole::Event))
        } else {
            deadlines
        }
    }

    /// The seasons of the program in the order stated, with their items.
    pub(crate) fn seasons(&self, told: &[Told]) -> impl Iterator<Item = (Season, usize)> {
        self.items.iter().zip(told).enumerate().filter_map(|(at, (item, told))| match item.what {
            What::Season(season) if told.role == MentionRole::Season => Some((season, at)),
            _ => None,
        })
    }

    /// The year of the program: its season's, else the title's, else its dates', else its deadline's sentence.
    pub(crate) fn program_year(&self, told: &[Told], title: &std::ops::Range<usize>) -> Option<(i32, usize)> {
        let year_of = |at: usize| self.year_at(at).filter(|year| YEARS.contains(year)).map(|year| (year, at));
        let mut seasons = (0..self.items.len())
            .filter(|at| told.get(*at).is_some_and(|told| told.role == MentionRole::Season));
        let in_title = || {
            (0..self.items.len())
                .filter(|at| self.items.get(*at).is_some_and(|item| title.contains(&item.from)))
                .find_map(year_of)
        };
        let dates = || {
            (0..self.items.len())
                .filter(|at| {
                    told.get(*at).is_some_and(|told| {
                        matches!(
                            told.role,
                            MentionRole::Start
                                | MentionRole::Program
                                | MentionRole::StartMonth
                                | MentionRole::StartWindow
                                | MentionRole::LatestStart
                                | MentionRole::Frame
                                | MentionRole::End
                        )
                    })
                })
                .find_map(year_of)
        };
        seasons.find_map(year_of).or_else(in_title).or_else(dates)
    }
}
