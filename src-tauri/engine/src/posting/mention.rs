//! Every date and duration of a posting's text, whether it decides anything or not.

use serde::{Deserialize, Serialize};

use super::{LengthRule, MonthSpan, PostedSpan, Quote, Season};
use crate::{PostedDay, PostedMonth};

/// A date, month, season, week or duration in the text, and what the text uses it for.
///
/// Mentions stand in the order of the text and none overlaps another, so that nothing is dropped in silence: the
/// facts are the mentions whose role decides, with years and orders settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Mention {
    /// Where it stands.
    pub quote: Quote,
    /// What it is.
    #[serde(flatten)]
    #[cfg_attr(feature = "types", ts(flatten))]
    pub value: MentionValue,
    /// What the text uses it for.
    pub role: MentionRole,
    /// Whether the reader is sure of the role.
    pub sure: bool,
}

/// What a mention is, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum MentionValue {
    /// One day.
    Day(#[cfg_attr(feature = "types", ts(type = "string"))] PostedDay),
    /// Days from the first to the last, both counted in.
    Span(PostedSpan),
    /// One month.
    Month(#[cfg_attr(feature = "types", ts(type = "string"))] PostedMonth),
    /// Months from the first to the last, both counted in.
    MonthSpan(MonthSpan),
    /// A season of the year.
    Season(Season),
    /// A calendar week, from its Monday to its Friday or Sunday as the posting counts it.
    Week(PostedSpan),
    /// A duration.
    Length(LengthRule),
    /// Something of time that has no value here, such as an academic year or a rhythm.
    Other(String),
}

/// What a date or duration is for. The first twelve decide; the others say what it is instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum MentionRole {
    /// A day on which the internship starts.
    Start,
    /// A day on which it ends.
    End,
    /// A span that it fills.
    Program,
    /// A span inside which it lies (D9).
    Frame,
    /// A month in which it starts.
    StartMonth,
    /// Days between which one may start.
    StartWindow,
    /// The last day one may start.
    LatestStart,
    /// The last day to apply.
    Deadline,
    /// How long it is.
    Length,
    /// How long the employer's internships are in general.
    OfferedLength,
    /// When one graduates.
    Graduation,
    /// The season or year of the program.
    Season,
    /// When the posting was published or changed.
    Posted,
    /// When applications are read, interviews held, decisions made.
    Review,
    /// Something else that happens: orientation, a conference, applications open.
    Event,
    /// Holidays and other leave.
    Leave,
    /// Probation.
    Probation,
    /// Experience that is asked for.
    Experience,
    /// Hours, days of the week, shifts, rhythms.
    Schedule,
    /// What a sum is paid for.
    PayPeriod,
    /// The past of the employer or of the program.
    Past,
    /// Anything else.
    Other,
}

impl MentionRole {
    /// Whether a fact is drawn from what has this role.
    #[must_use]
    pub fn decides(self) -> bool {
        matches!(
            self,
            Self::Start
                | Self::End
                | Self::Program
                | Self::Frame
                | Self::StartMonth
                | Self::StartWindow
                | Self::LatestStart
                | Self::Deadline
                | Self::Length
                | Self::Graduation
                | Self::Season
        )
    }
}
