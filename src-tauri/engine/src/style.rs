//! How the header looks and how its dates are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The student's choices for the header.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Style {
    /// The size of the sheet.
    pub paper: Paper,
    /// The arrangement.
    pub template: Template,
    /// The family of letters.
    pub typeface: Typeface,
    /// How dates are written.
    pub dates: DateStyle,
    /// A colour for rules and the name as `#1d4ed0`, or none.
    pub accent: Option<String>,
}

/// The size of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Paper {
    /// US Letter, 612 × 792 points.
    #[default]
    Letter,
    /// ISO A4, 595.28 × 841.89 points.
    A4,
}

/// The arrangement of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Template {
    /// Name at the left, labelled rows between rules.
    #[default]
    Ruled,
    /// Centred.
    Classic,
    /// As low as it can be.
    Strip,
}

/// The family of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Typeface {
    /// Without serifs.
    #[default]
    Sans,
    /// With serifs.
    Serif,
}

/// How dates are written (rule S3): never in a way that two readers read differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum DateStyle {
    /// May 18, 2026
    #[default]
    MonthDayYear,
    /// 18 May 2026
    DayMonthYear,
    /// 2026-05-18
    Iso,
}

impl DateStyle {
    /// The day in this style, always with its year.
    ///
    /// ```
    /// use startline_engine::DateStyle;
    /// let day = "2026-05-18".parse().unwrap();
    /// assert_eq!(DateStyle::MonthDayYear.write(day), "May 18, 2026");
    /// assert_eq!(DateStyle::DayMonthYear.write(day), "18 May 2026");
    /// ```
    #[must_use]
    pub fn write(self, day: NaiveDate) -> String {
        let form = match self {
            Self::MonthDayYear => "%B %-d, %Y",
            Self::DayMonthYear => "%-d %B %Y",
            Self::Iso => "%Y-%m-%d",
        };
        day.format(form).to_string()
    }
}
