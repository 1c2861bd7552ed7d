//! The facts that decide a window.

use chrono::{Datelike, NaiveDate};

use super::Starts;
use crate::{Facts, GraduationWindow, LengthRule, LengthUnit, Measure, Month, MonthPhase, MonthSpan, Span};

/// What of a posting decides its windows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Program {
    /// How long it is, each way the posting says it.
    pub lengths: Vec<LengthRule>,
    /// The start dates it lists, in the order of the calendar, each once.
    pub starts: Vec<Start>,
    /// Ends that belong to no start of their own: each goes with every earlier start (D6).
    pub ends: Vec<NaiveDate>,
    /// Days between which it lets one start without listing them: months, parts of months, weeks, windows (W1).
    pub windows: Vec<Span>,
    /// The last day one may start. Every day up to it is allowed (W1).
    pub latest_start: Option<NaiveDate>,
    /// Spans inside which the internship lies (D9).
    pub frames: Vec<Frame>,
    /// What it says of its starts where none of that can be judged, because a year is missing (P2) or an end
    /// stands before its beginning.
    pub unclear: Option<Starts>,
    /// The last day to apply.
    pub deadline: Option<NaiveDate>,
    /// When one must graduate.
    pub graduation: Option<GraduationWindow>,
    /// Whether one must be studying while it lasts.
    pub enrolled: bool,
}

/// A start date that the posting lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The day.
    pub day: NaiveDate,
    /// The ends that the posting states for this start.
    pub ends: Vec<NaiveDate>,
}

/// A span inside which the internship lies, from its first day to its last, both counted in (D9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// All its days.
    pub days: Span,
    /// Whether the posting gives it as months. Then one may start on every day of its first month, however
    /// much of the length is left.
    pub in_months: bool,
}

impl Frame {
    /// The frame of these months, from the first day of the first to the last day of the last. `None` if the
    /// last comes before the first, or a year is missing.
    #[must_use]
    pub fn of_months(months: MonthSpan) -> Option<Self> {
        let first = Month::new(months.first.year?, months.first.month)?;
        let last = Month::new(months.last.year?, months.last.month)?;
        let days = Span::new(first.first_day(), last.last_day()).ok()?;
        Some(Self { days, in_months: true })
    }

    /// The days of its first calendar month.
    #[must_use]
    pub fn first_month(self) -> Span {
        let first = self.days.first();
        let month = Month::new(first.year(), first.month()).map_or(first, Month::last_day);
        Span { first, last: month.min(self.days.last()) }
    }
}

impl Program {
    /// What the facts decide. A day without a year is left out: it is not judged until the student gives the
    /// year (P2).
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let (starts, ends) = starts_and_ends(facts);
        let mut program = Self {
            lengths: facts.lengths.iter().map(|fact| fact.value).collect(),
            starts,
            ends,
            latest_start: facts.latest_start.as_ref().and_then(|fact| fact.value.date()),
            deadline: facts.deadline.as_ref().and_then(|fact| fact.value.date()),
            graduation: facts.graduation.as_ref().map(|fact| fact.value),
            enrolled: facts.enrolled.as_ref().is_some_and(|fact| fact.value),
            ..Self::default()
        };
        program.frames = facts.month_spans.iter().filter_map(|fact| Frame::of_months(fact.value)).collect();
        let posted = |span: crate::PostedSpan| Span::new(span.first.date()?, span.last.date()?).ok();
        let frame = facts.frame.as_ref().and_then(|fact| posted(fact.value));
        program.frames.extend(frame.map(|days| Frame { days, in_months: false }));
        program.windows = program.start_months(facts);
        program.windows.extend(facts.start_window.as_ref().and_then(|fact| posted(fact.value)));
        program.unclear = program.unclear(facts);
        program
    }

    /// The start months that list no day and that no frame begins with: a frame speaks for its first month.
    fn start_months(&self, facts: &Facts) -> Vec<Span> {
        let whole = facts.start_months.iter().filter_map(|start| {
            let month = start.month.value;
            Some((Month::new(month.year?, month.month)?, start.phase))
        });
        let framed = |month: Month| {
            self.frames.iter().any(|frame| frame.in_months && frame.days.first() == month.first_day())
        };
        let days = whole
            .filter(|(month, phase)| phase.is_some() || !framed(*month))
            .filter_map(|(month, phase)| month_part(month, phase));
        days.filter(|days| !self.lists_a_day_in(*days)).collect()
    }

    /// Whether one of the listed days falls into the span.
    pub(super) fn lists_a_day_in(&self, days: Span) -> bool {
        self.starts.iter().any(|start| days.holds(start.day))
    }

    /// What is said of starts where nothing of it can be judged.
    fn unclear(&self, facts: &Facts) -> Option<Starts> {
        let nothing = self.starts.is_empty()
            && self.windows.is_empty()
            && self.frames.is_empty()
            && self.latest_start.is_none();
        let windows = !facts.start_months.is_empty()
            || !facts.month_spans.is_empty()
            || facts.start_window.is_some()
            || facts.frame.is_some()
            || facts.latest_start.is_some();
        if !nothing {
            None
        } else if windows {
            Some(Starts::Window)
        } else {
            (!facts.start_dates.is_empty()).then_some(Starts::Listed)
        }
    }
}

/// The listed days with the ends of their own, and the ends that go with none of them.
fn starts_and_ends(facts: &Facts) -> (Vec<Start>, Vec<NaiveDate>) {
    let mut days: Vec<NaiveDate> = facts.start_dates.iter().filter_map(|fact| fact.value.date()).collect();
    let spans: Vec<(NaiveDate, NaiveDate)> = facts
        .spans
        .iter()
        .filter_map(|fact| Some((fact.value.first.date()?, fact.value.last.date()?)))
        .filter(|(first, last)| first <= last)
        .collect();
    days.extend(spans.iter().map(|(first, _)| *first));
    days.sort_unstable();
    days.dedup();
    let ends_of = |day: NaiveDate| {
        let mut ends: Vec<_> =
            spans.iter().filter(|(first, _)| *first == day).map(|(_, last)| *last).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    };
    let mut ends: Vec<NaiveDate> = facts.end_dates.iter().filter_map(|fact| fact.value.date()).collect();
    ends.retain(|end| !spans.iter().any(|(_, last)| last == end));
    ends.sort_unstable();
    ends.dedup();
    (days.into_iter().map(|day| Start { day, ends: ends_of(day) }).collect(), ends)
}

/// The days that a month, or the part of it that the posting names, is taken for (W1).
pub(crate) fn month_part(month: Month, phase: Option<MonthPhase>) -> Option<Span> {
    let day = |n: u32| month.first_day().with_day(n);
    let (first, last) = match phase {
        None => (day(1)?, month.last_day()),
        Some(MonthPhase::Early) => (day(1)?, day(10)?),
        Some(MonthPhase::Mid) => (day(11)?, day(20)?),
        Some(MonthPhase::Late) => (day(21)?, month.last_day()),
    };
    Span::new(first, last).ok()
}

impl LengthUnit {
    /// The ways people count it.
    #[must_use]
    pub fn measures(self) -> &'static [Measure] {
        match self {
            Self::Days => &[Measure::Days],
            Self::Weeks => &[Measure::WorkingWeeks, Measure::FullWeeks],
            Self::Months => &[Measure::Months],
        }
    }

    /// Whether so many of it can be the length of an internship (D7).
    #[must_use]
    pub fn takes(self, n: u32) -> bool {
        let longest = match self {
            Self::Days => 3650,
            Self::Weeks => 520,
            Self::Months => 120,
        };
        (1..=longest).contains(&n)
    }
}

impl LengthRule {
    /// The length that a window must have, in the rule's unit: the smaller number of a range (D4). `None` of
    /// “up to 6 months”, and outside 1 to 520 weeks or 1 to 120 months (D7).
    #[must_use]
    pub fn needed(self) -> Option<u32> {
        let least = self.max.map_or(self.min, |max| self.min.map(|min| min.min(max)));
        least.filter(|n| self.unit.takes(*n))
    }

    /// The longest that is offered, in the rule's unit: the larger number of a range (D4). `None` of “at
    /// least 3 months”, and outside the same bounds (D7).
    #[must_use]
    pub fn offered(self) -> Option<u32> {
        self.max.map(|max| max.max(self.min.unwrap_or(max))).filter(|n| self.unit.takes(*n))
    }
}
