//! What Startline knows about dates, and nothing else.
//!
//! A posting is read into [`Facts`], each tied to the words it came from. A student's [`Calendar`] says when
//! they are free. [`judge`] sets one against the other and gives an [`Answer`]: for every start date a
//! [`Judgement`] under every way of counting. Only such a judgement can be [`Stated`] on a résumé.
//!
//! This crate does no I/O, reads no clock and opens no window: `today` is handed in. All days are civil
//! dates, and every span is inclusive at both ends. The rules have letter-numbers (D1, V2, S1a); the tests
//! name the rule they prove.

mod calendar;
mod candidate;
mod day;
mod posting;
mod stated;
mod style;
mod text;
mod verdict;
mod wording;

pub use calendar::{
    Availability, Calendar, CalendarEvent, CalendarFile, CalendarFileError, Commitment, FreeSpan, Graduation,
    Holiday, Problem, us_federal_holidays,
};
pub use candidate::{Candidate, Education, Link};
pub use day::{Month, PostedDay, PostedMonth, Span, SpanError, Weekdays};
pub use posting::{
    Correction, CorrectionKind, Doubt, DoubtAnswer, Fact, Facts, GraduationWindow, LengthRule, LengthUnit,
    Mention, MentionRole, MentionValue, MonthPhase, MonthSpan, Pay, PayPeriod, PostedSpan, Posting, Quote,
    SAMPLE_POSTING, Season, StartMonth, sample_posting,
};
pub use stated::{Choice, Refusal, Stated, StatedDates};
pub use style::{DateStyle, Paper, Style, Template, Typeface};
pub use text::{NotText, unicode, unicode_lossy};
pub use verdict::{
    Answer, Change, ChangeKind, Clash, Frame, Judgement, Longest, Measure, OwnTime, Program, Reading, Run,
    Start, Starts, Verdict, judge,
};
pub use wording::{Headline, HeadlinePart, Tone};
