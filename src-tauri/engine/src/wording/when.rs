//! The days that a posting allows, and the student's own time, in words.

use chrono::{Datelike, NaiveDate};

use super::headline::{Headline, Tone};
use super::words::{DayWords, count, either, weeks_and_days};
use crate::verdict::month_part;
use crate::{Answer, Facts, Longest, Month, MonthPhase, OwnTime, Span, Verdict};

/// The most spans that a sentence names.
const NAMED: usize = 3;

/// “in June”, “from June 1 to June 15”, “on June 8”, “in June or from August 1 to August 10”; of many, the first
/// ones. Nothing of no span.
fn allowed_days(allowed: &[Span], days: DayWords) -> Option<String> {
    let each: Vec<String> = allowed.iter().map(|span| when(*span, days)).collect();
    match each.len() {
        0 => None,
        n if n > NAMED => Some(format!("{} and others", each.get(..2)?.join(", "))),
        _ => Some(either(&each)),
    }
}

fn when(span: Span, days: DayWords) -> String {
    let (first, last) = (span.first(), span.last());
    let whole_months = first.day() == 1 && month_of(last).is_some_and(|month| month.last_day() == last);
    match (whole_months, month_of(first) == month_of(last)) {
        (true, true) => format!("in {}", days.month(first)),
        (true, false) if first.year() == last.year() => {
            format!("from {} to {}", first.format("%B"), days.month(last))
        }
        (true, false) => format!("from {} to {}", days.month(first), days.month(last)),
        _ if first == last => format!("on {}", days.day(first)),
        _ => format!("from {}", days.span(span)),
    }
}

fn month_of(day: NaiveDate) -> Option<Month> {
    Month::new(day.year(), day.month())
}

/// “Early June is taken as June 1 to June 10.”, for every part of a month that the posting names (W1).
pub(crate) fn phases_taken(facts: &Facts, days: DayWords) -> Vec<String> {
    let part = |phase| match phase {
        MonthPhase::Early => "Early",
        MonthPhase::Mid => "Mid",
        MonthPhase::Late => "Late",
    };
    let named = facts.start_months.iter().filter_map(|start| {
        let (posted, phase) = (start.month.value, start.phase?);
        let month = Month::new(posted.year?, posted.month)?;
        let taken = month_part(month, Some(phase))?;
        let joint = if phase == MonthPhase::Mid { "-" } else { " " };
        let name = days.month(month.first_day());
        Some(format!("{}{joint}{name} is taken as {}.", part(phase), days.span(taken)))
    });
    named.collect()
}

impl Answer {
    /// The days that the posting allows, in words; those up to a latest start are “by July 1”.
    pub(super) fn allowed_days(&self, days: DayWords) -> Option<String> {
        match self.only_latest() {
            Some(latest) => Some(format!("by {}", days.day(latest))),
            None => allowed_days(&self.allowed, days),
        }
    }

    /// The latest start, where nothing else says on which days one may start.
    pub(super) fn only_latest(&self) -> Option<NaiveDate> {
        let latest = self.program().latest_start?;
        (self.allowed == [Span::new(self.today, latest).ok()?]).then_some(latest)
    }

    /// How long the student could stay from the `chosen` start, else from the recommended one, as a sentence (W5):
    /// “From May 18 you could stay 14 weeks or 3 months at the longest.” `None` where that has no end, is less than
    /// a week, or misses, and where every start has passed.
    #[must_use]
    pub fn longest_sentence(&self, chosen: Option<NaiveDate>) -> Option<String> {
        let judged = self.on_allowed(chosen.or(self.recommended)?)?;
        let stands = !self.all_passed && judged.verdict != Some(Verdict::Misses);
        let stay = Span::new(judged.start, judged.free_until.filter(|_| stands)?).ok()?;
        Longest::of(stay).sentence(stay.first(), DayWords::for_days([stay.first(), stay.last()]))
    }
}

impl OwnTime {
    /// “from June 10 to September 5”, “from June 10 on”, “on June 10 alone”.
    pub(crate) fn when(&self, days: DayWords) -> String {
        self.say_when(Headline::new(Tone::None), days).text()
    }

    fn say_when(&self, headline: Headline, days: DayWords) -> Headline {
        let first = days.day(self.first);
        match self.last {
            None => headline.say("from ").date(first).say(" on"),
            Some(last) if last == self.first => headline.say("on ").date(first).say(" alone"),
            Some(last) => headline.say("from ").date(first).say(" to ").date(days.day(last)),
        }
    }

    /// “You are free from June 10 to September 5: 12 weeks and 4 days.”
    pub(crate) fn say(&self, tone: Tone, days: DayWords) -> Headline {
        let headline = self.say_when(Headline::new(tone).say("You are free "), days);
        match self.days {
            Some(long) => headline.say(format!(": {}.", weeks_and_days(long))),
            None => headline.say(", with no end."),
        }
    }

    /// The same as plain text.
    pub(crate) fn sentence(&self, days: DayWords) -> String {
        self.say(Tone::None, days).text()
    }

    /// “That is 88 days, 62 of them working days.”
    pub(crate) fn figures(&self) -> Option<String> {
        let (days, working) = (self.days?, self.working_days?);
        let of_them = match working {
            0 => "none of them a working day".to_owned(),
            1 => "one of them a working day".to_owned(),
            working => format!("{working} of them working days"),
        };
        (days > 1).then(|| format!("That is {}, {of_them}.", count(days, "day")))
    }
}

impl Longest {
    /// “From June 10 you could stay 12 weeks or 2 months at the longest.” Nothing of less than a week.
    pub(crate) fn sentence(&self, start: NaiveDate, days: DayWords) -> Option<String> {
        let weeks = (self.weeks > 0).then(|| count(self.weeks, "week"));
        let months = (self.months > 0).then(|| count(i64::from(self.months), "month"));
        let figures: Vec<String> = weeks.into_iter().chain(months).collect();
        let from = days.day(start);
        (!figures.is_empty())
            .then(|| format!("From {from} you could stay {} at the longest.", either(&figures)))
    }
}
