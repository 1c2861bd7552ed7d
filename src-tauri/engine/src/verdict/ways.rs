//! The ways of counting that a start date has (rules D6, D8 and D9).

use chrono::NaiveDate;

use super::{Measure, Program};
use crate::Span;

/// One way to tell the end of a window from its start. As the start moves on, the end never moves back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Counted from the start, but no longer than the frame (D9).
    Counted { measure: Measure, length: u32, frame_end: Option<NaiveDate> },
    /// Given by the posting, whatever the start is.
    Given { measure: Measure, last: NaiveDate },
}

impl Way {
    /// The last day of a window that begins on `start`; `None` past the calendar's end.
    pub(super) fn last(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Counted { measure, length, frame_end } => {
                let last = measure.last_day(start, length)?;
                Some(frame_end.map_or(last, |end| last.min(end)))
            }
            Self::Given { last, .. } => Some(last),
        }
    }

    pub(super) fn measure(self) -> Measure {
        match self {
            Self::Counted { measure, .. } | Self::Given { measure, .. } => measure,
        }
    }

    pub(super) fn length(self) -> Option<u32> {
        match self {
            Self::Counted { length, .. } => Some(length),
            Self::Given { .. } => None,
        }
    }

    /// What makes it the same way of counting from one start to the next.
    pub(super) fn name(self) -> (Measure, Option<u32>, Option<NaiveDate>) {
        let given = match self {
            Self::Counted { .. } => None,
            Self::Given { last, .. } => Some(last),
        };
        (self.measure(), self.length(), given)
    }
}

impl Program {
    /// The ways of counting a window that begins on `start` (D1–D9).
    pub(super) fn ways(&self, start: NaiveDate) -> Vec<Way> {
        let stated = |ends: &[NaiveDate]| {
            ends.iter().map(|last| Way::Given { measure: Measure::Stated, last: *last }).collect::<Vec<_>>()
        };
        let own = self.starts.iter().find(|listed| listed.day == start).filter(|own| !own.ends.is_empty());
        if let Some(own) = own {
            return stated(&own.ends);
        }
        let lone: Vec<NaiveDate> = self.ends.iter().copied().filter(|end| *end > start).collect();
        let counted = self.counted(start);
        let Some(first_end) = lone.iter().min() else {
            return if counted.is_empty() { self.frame_ends(start) } else { counted };
        };
        let mut ways = stated(&lone);
        let earliest = counted.iter().filter_map(|way| way.last(start)).min();
        if earliest.is_some_and(|earliest| earliest > *first_end) {
            ways.extend(counted);
        }
        ways
    }

    /// The last day of every way of counting a window that begins on `start`, each once.
    pub(super) fn windows_from(&self, start: NaiveDate) -> Vec<(Measure, Option<u32>, NaiveDate)> {
        let mut windows = Vec::new();
        for way in self.ways(start) {
            if let Some(last) = way.last(start) {
                let window = (way.measure(), way.length(), last);
                if !windows.contains(&window) {
                    windows.push(window);
                }
            }
        }
        windows
    }

    /// The ends stated for a window that begins on `start`: its own, else every lone later one.
    pub(super) fn stated_ends(&self, start: NaiveDate) -> Vec<NaiveDate> {
        let given = self.ways(start).into_iter().filter(|way| way.measure() == Measure::Stated);
        given.filter_map(|way| way.last(start)).collect()
    }

    /// The earliest end that is counted at the lengths needed, with no regard to a frame.
    pub(super) fn shortest(&self, start: NaiveDate) -> Option<NaiveDate> {
        let rules = self.lengths.iter().filter_map(|rule| Some((rule, rule.needed()?)));
        rules
            .flat_map(|(rule, needed)| {
                rule.unit.measures().iter().filter_map(move |measure| measure.last_day(start, needed))
            })
            .min()
    }

    /// Every way of counting the lengths needed.
    fn counted(&self, start: NaiveDate) -> Vec<Way> {
        let frame_end = self.frames_begun_by(start).map(Span::last).max();
        let mut ways = Vec::new();
        for rule in &self.lengths {
            let Some(length) = rule.needed() else { continue };
            for measure in rule.unit.measures() {
                let way = Way::Counted { measure: *measure, length, frame_end };
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
        ways
    }

    /// D9: the last day of each frame in whose first month the start falls, where no rule gives a length.
    fn frame_ends(&self, start: NaiveDate) -> Vec<Way> {
        if self.lengths.iter().any(|rule| rule.offered().or(rule.needed()).is_some()) {
            return Vec::new();
        }
        let mut ways = Vec::new();
        for days in self.frames_begun_by(start) {
            let way = Way::Given { measure: Measure::Frame, last: days.last() };
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        ways
    }

    fn frames_begun_by(&self, start: NaiveDate) -> impl Iterator<Item = Span> {
        self.frames.iter().filter(move |frame| frame.first_month().holds(start)).map(|frame| frame.days)
    }
}
