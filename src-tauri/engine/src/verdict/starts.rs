//! The days on which a posting lets the internship start (rule W1).

use chrono::NaiveDate;
use serde::Serialize;

use super::pieces::last_where;
use super::{Frame, Program};
use crate::Span;
use crate::calendar::joined;

/// How a posting says when the internship starts (W1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Starts {
    /// It lists days, and these only.
    Listed,
    /// It allows days that it does not list: a month, a part of one, a window, a frame, a latest start.
    Window,
    /// It says nothing of days, so that any will do.
    Any,
}

impl Program {
    /// How it says when the internship starts.
    #[must_use]
    pub fn starts_said(&self) -> Starts {
        let frame = self.frames.iter().any(|frame| !self.lists_a_day_in(frame.days));
        if !self.windows.is_empty() || self.latest_start.is_some() || frame {
            Starts::Window
        } else if !self.starts.is_empty() {
            Starts::Listed
        } else {
            self.unclear.unwrap_or(Starts::Any)
        }
    }

    /// Whether it lets the internship start on the day.
    #[must_use]
    pub fn allows(&self, day: NaiveDate) -> bool {
        match self.starts_said() {
            Starts::Any => true,
            _ => self.allowed(day).iter().any(|days| days.holds(day)),
        }
    }

    /// The days that it allows, joined and in order, the listed ones among them; empty where any day will do.
    /// A latest start allows the days from `today` up to it.
    #[must_use]
    pub fn allowed(&self, today: NaiveDate) -> Vec<Span> {
        let listed = self.starts.iter().map(|start| Span::day(start.day));
        let latest = self.latest_start.and_then(|latest| Span::new(today, latest).ok());
        let frames = self.frames.iter().filter_map(|frame| self.allowed_in(*frame));
        joined(listed.chain(self.windows.iter().copied()).chain(latest).chain(frames).collect())
    }

    /// The days of a frame on which one may start: those of its first month, and every later one from which the
    /// shortest way of counting still ends inside it. One that the posting gives in days has only the latter,
    /// and one in which the posting lists days allows no more than these.
    fn allowed_in(&self, frame: Frame) -> Option<Span> {
        if self.lists_a_day_in(frame.days) {
            return None;
        }
        let inside = |start| self.shortest(start).is_some_and(|end| end <= frame.days.last());
        let long_enough = last_where(frame.days, inside);
        let counted = self.shortest(frame.days.first()).is_some();
        let first_month = frame.first_month().last();
        let last = if frame.in_months || !counted {
            long_enough.map_or(first_month, |last| last.max(first_month))
        } else {
            long_enough?
        };
        Span::new(frame.days.first(), last).ok()
    }
}
