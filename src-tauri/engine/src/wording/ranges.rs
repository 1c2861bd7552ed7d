//! The sentences where the posting lists no days, or allows more than it lists (rules W).

use chrono::NaiveDate;

use super::headline::{Headline, Tone, time_off};
use super::when::phases_taken;
use super::words::{
    DayWords, capital, count, count_between, either, list, reading_name, reading_names, unit_name,
};
use crate::day::plus_days;
use crate::{Answer, Facts, Judgement, Measure, OwnTime, Reading, Run, Span, Starts, Verdict};

/// The most other runs that the line below a sentence names.
const OTHERS: usize = 2;

impl Answer {
    /// “Start on any day from June 10 to June 14: every way of counting 12 weeks ends by September 5.”, or, where
    /// no length is stated, “You are free from June 10 to September 5: 12 weeks and 4 days.”
    pub(super) fn of_run(&self, run: &Run, judged: &Judgement, facts: &Facts) -> Headline {
        let days = self.range_words();
        if judged.readings.is_empty() {
            return self.of_own_time(judged, facts, days);
        }
        let (tone, held) = match run.verdict {
            Verdict::Fits => (Tone::Fits, fits(judged, &self.judgement(run.last.unwrap_or(run.first)), days)),
            _ => (Tone::Depends, fits_in_part(judged)),
        };
        let others = self.other_runs(Some(run), run.first, days);
        let change = self.smallest_change.as_ref().map(|change| change.message.clone());
        let detail = self
            .short_in(run)
            .into_iter()
            .chain(others)
            .chain(self.lost_after(run, judged, days))
            .chain(change)
            .chain(phases_taken(facts, days))
            .chain(judged.default_end.and_then(|end| time_off(judged, end)));
        start_on(Headline::new(tone), run, days).say(format!(": {held}.")).detail(detail)
    }

    /// W4.
    fn of_own_time(&self, judged: &Judgement, facts: &Facts, days: DayWords) -> Headline {
        let Some(own) = &self.own_time else { return Headline::new(Tone::Depends) };
        let headline = own.say(Tone::Depends, days);
        let offered: Vec<String> = self
            .lengths
            .iter()
            .filter_map(|rule| Some(count(i64::from(rule.offered()?), unit_name(rule.unit))))
            .collect();
        let unsaid = match offered.is_empty() {
            true => "The posting states no length.".to_owned(),
            false => format!("The posting gives only a longest length, {}.", either(&offered)),
        };
        let starts = self
            .allowed_days(days)
            .filter(|_| self.starts == Starts::Window)
            .map(|when| format!("It lets you start {when}."));
        let end = own.last.is_none().then(|| "Choose an end to state.".to_owned());
        let detail = [Some(unsaid), end, starts, own.figures(), self.longer_time(own, days)];
        let away = judged.default_end.and_then(|end| time_off(judged, end));
        headline.detail(detail.into_iter().flatten().chain(phases_taken(facts, days)).chain(away))
    }

    /// A later run from which the student is free for more days than in the next free time.
    fn longer_time(&self, own: &OwnTime, days: DayWords) -> Option<String> {
        let longest = self.longest_time()?;
        let longer = own.days? < longest.days.unwrap_or(i64::MAX);
        longer.then(|| format!("A longer stretch is free {}.", longest.when(days)))
    }

    /// The most days in a row that the student is free from the first day of a run on.
    pub(super) fn longest_time(&self) -> Option<OwnTime> {
        let times = self.runs.iter().filter_map(|run| {
            let free = self.time().run_with(run.first)?;
            Span::new(run.first, free.last()).ok()
        });
        times.min_by_key(|time| -time.days()).map(OwnTime::of)
    }

    /// “12 full weeks would be 1 to 4 days short.”
    fn short_in(&self, run: &Run) -> Option<String> {
        self.short_of(run).map(|short| format!("{}.", capital(&short)))
    }

    fn short_of(&self, run: &Run) -> Option<String> {
        let first = self.judgement(run.first);
        let last = self.judgement(run.last.unwrap_or(run.first));
        let short = first.readings.iter().filter(|reading| !reading.free);
        let each: Vec<(String, String)> = short
            .filter_map(|reading| {
                let same =
                    |other: &&Reading| (other.measure, other.length) == (reading.measure, reading.length);
                let at_last = last.readings.iter().find(same).unwrap_or(reading);
                let days = count_between([reading.short_days, at_last.short_days])?;
                Some((reading_name(reading), days))
            })
            .collect();
        let (name, days) = each.first()?;
        let mut words = format!("{name} would be {days} short");
        for (name, days) in each.iter().skip(1) {
            words += &format!(", {name} {days}");
        }
        Some(words)
    }

    /// The runs nearest to a day, but for one, and what they come to.
    pub(super) fn other_runs(&self, but: Option<&Run>, near: NaiveDate, days: DayWords) -> Vec<String> {
        let others = self.runs.iter().filter(|other| Some(*other) != but);
        let mut others: Vec<&Run> = others.collect();
        others.sort_by_key(|other| ((other.first - near).num_days().abs(), other.first));
        others.truncate(OTHERS);
        others.sort_by_key(|other| other.first);
        let said = others.into_iter().map(|other| {
            let (days, plural) = run_days(other, days);
            let verb = |one: &str| if plural { one.to_owned() } else { format!("{one}s") };
            match (other.verdict, self.short_of(other)) {
                (Verdict::Fits, _) => format!("{days} {} every way of counting.", verb("fit")),
                (_, Some(short)) => format!("{days} {}: {short}.", verb("depend")),
                (_, None) => format!("{days} {}: no length is stated.", verb("depend")),
            }
        });
        said.collect()
    }

    /// “After June 18 no day leaves you 12 weeks.”, where the posting allows later days and none fits or depends.
    fn lost_after(&self, run: &Run, judged: &Judgement, days: DayWords) -> Option<String> {
        let last = self.runs.iter().rfind(|other| other.first >= run.first)?.last?;
        let next = plus_days(last, 1);
        let free_again = self.time().next_free(next).is_some();
        let allowed = self.starts == Starts::Any && (free_again || self.time().run_with(last).is_some())
            || self.allowed.iter().any(|span| span.last() > last);
        let later_listed = self.verdicts.iter().any(|each| each.listed && each.start > last);
        (allowed && !later_listed)
            .then(|| format!("After {} no day {}.", days.day(last), leaves(judged, days)))
    }

    /// “No day in June leaves you 12 weeks. June 1 would, if you were free 9 days longer.”
    pub(super) fn no_day(&self, facts: &Facts) -> Headline {
        let days = self.range_words();
        let headline = Headline::new(Tone::Misses);
        let own = self.own_time.map(|own| own.sentence(days)).or_else(|| self.time_over(days));
        if self.starts == Starts::Window && self.allowed.iter().all(|span| span.last() < self.today) {
            return match self.program().frames.iter().find(|frame| frame.days.last() >= self.today) {
                Some(frame) => {
                    let frame = days.span(frame.days);
                    let needed = match self.lengths_needed() {
                        lengths if lengths.is_empty() => "to start on any more".to_owned(),
                        lengths => format!("for {lengths}"),
                    };
                    headline.say(format!("{frame} leaves no day {needed}.")).detail(own)
                }
                None => self.days_have_passed(),
            };
        }
        let first = self.allowed.iter().find(|span| span.last() >= self.today);
        let sample = self.judgement(first.map_or(self.today, |span| span.first().max(self.today)));
        let when = self.allowed_days(days).map(|when| format!(" {when}")).unwrap_or_default();
        let begun = self.allowed.first().is_some_and(|span| span.first() < self.today);
        let no = if begun { "From today on, no" } else { "No" };
        let headline = match sample.readings.is_empty() {
            true => headline.say(format!("{no} day{when} is free.")),
            false => headline.say(format!("{no} day{when} {}.", leaves(&sample, days))),
        };
        self.would(headline, days).detail(own.into_iter().chain(phases_taken(facts, days)))
    }

    /// “Your free time ended on May 20.”
    fn time_over(&self, days: DayWords) -> Option<String> {
        let last = self.time().runs.last().map(|run| run.last());
        Some(match last.filter(|last| *last < self.today) {
            Some(last) => format!("Your free time ended on {}.", days.day(last)),
            None => "Your commitments and limits leave no free day.".to_owned(),
        })
    }

    /// Where the days that the posting allows have all passed.
    pub(super) fn days_have_passed(&self) -> Headline {
        let days = DayWords::FULL;
        let headline = Headline::new(Tone::None);
        let said = match (self.allowed_days(days), self.program().latest_start) {
            (None, Some(latest)) => {
                headline.say("The latest start, ").date(days.day(latest)).say(", has passed.")
            }
            (when, _) => {
                let when = when.unwrap_or_default();
                headline.say(format!("The posting lets you start {when}, and that has passed."))
            }
        };
        said.detail(self.own_time.map(|own| own.sentence(days)))
    }

    /// Before the student has said when they are free.
    pub(super) fn say_when_free(&self) -> Headline {
        let when = self.allowed_days(self.range_words());
        let sees = match (self.starts, when) {
            (Starts::Window, Some(when)) => format!("which days {when} fit"),
            (Starts::Any, _) if self.lengths.iter().any(|rule| rule.needed().is_some()) => {
                format!("which days leave you {}", self.lengths_needed())
            }
            (Starts::Any, _) => "how long you could stay".to_owned(),
            _ => "which dates fit".to_owned(),
        };
        Headline::new(Tone::None).say(format!("Say when you are free to see {sees}."))
    }

    /// “12 weeks or 3 months”
    fn lengths_needed(&self) -> String {
        let mut each: Vec<String> = Vec::new();
        for rule in &self.lengths {
            let Some(needed) = rule.needed() else { continue };
            let length = count(i64::from(needed), unit_name(rule.unit));
            if !each.contains(&length) {
                each.push(length);
            }
        }
        either(&each)
    }

    /// Days are written with their year unless all that are named share it.
    fn range_words(&self) -> DayWords {
        let recommended = self.recommended.and_then(|day| self.on(day));
        let run = self.recommended.and_then(|day| self.run_of(day));
        let own = self.own_time.into_iter().flat_map(|own| [Some(own.first), own.last]).flatten();
        let judged =
            recommended.into_iter().flat_map(|judged| [Some(judged.start), judged.free_until]).flatten();
        let first = |span: &Span| Some(span.first()).filter(|_| self.only_latest().is_none());
        let allowed = self.allowed.iter().flat_map(|span| first(span).into_iter().chain([span.last()]));
        let change = self.smallest_change.as_ref().map(|change| change.start);
        DayWords::for_days(own.chain(judged).chain(allowed).chain(run.and_then(|run| run.last)).chain(change))
    }
}

/// “Start on any day from June 10 to June 14”
fn start_on(headline: Headline, run: &Run, days: DayWords) -> Headline {
    match run.last {
        Some(last) if last == run.first => headline.say("Start on ").date(days.day(last)),
        Some(last) => {
            headline.say("Start on any day from ").date(days.day(run.first)).say(" to ").date(days.day(last))
        }
        None => headline.say("Start on any day from ").date(days.day(run.first)).say(" on"),
    }
}

/// “June 15 to June 18”, and whether that is many days.
fn run_days(run: &Run, days: DayWords) -> (String, bool) {
    match run.last.and_then(|last| Span::new(run.first, last).ok()) {
        Some(span) => (days.span(span), span.days() > 1),
        None => (format!("Days from {} on", days.day(run.first)), true),
    }
}

/// “every way of counting 12 weeks ends by September 5”, “you are free until the posted end, August 14”
fn fits(first: &Judgement, judged: &Judgement, days: DayWords) -> String {
    let (counted, given): (Vec<&Reading>, Vec<&Reading>) =
        judged.readings.iter().partition(|reading| reading.length.is_some() && !reading.is_cut(judged.start));
    let names = list(&reading_names(&counted));
    let ways = if counted.len() > 1 { format!("every way of counting {names}") } else { names };
    let given = match cut(first, judged, &given, days) {
        Some(cut) => Some(cut),
        None => given.into_iter().max_by_key(|reading| reading.last).map(|reading| match reading.measure {
            Measure::Frame => format!("until the posted time ends, {}", days.day(reading.last)),
            _ => format!("until the posted end, {}", days.day(reading.last)),
        }),
    };
    match (given, judged.free_until) {
        (Some(given), _) if counted.is_empty() => format!("you are free {given}"),
        (Some(given), _) => format!("you are free {given}, and for {ways}"),
        (None, Some(until)) => {
            let one = counted.len() > 1 || counted.first().is_some_and(|reading| reading.length == Some(1));
            format!("{ways} {} by {}", if one { "ends" } else { "end" }, days.day(until))
        }
        (None, None) => format!("you are free for {ways} and longer"),
    }
}

/// “until the posted time ends, August 31, which is less than 12 weeks”, where the frame ends before the
/// length; “which from August 1 is less” where it does so only from later days than the first.
pub(super) fn cut(
    first: &Judgement,
    judged: &Judgement,
    readings: &[&Reading],
    days: DayWords,
) -> Option<String> {
    let cut: Vec<&Reading> =
        readings.iter().copied().filter(|reading| reading.is_cut(judged.start)).collect();
    let last = days.day(cut.first()?.last);
    let names = either(&reading_names(&cut));
    let from_all = cut.len() == first.readings.iter().filter(|reading| reading.is_cut(first.start)).count();
    let from = if from_all { String::new() } else { format!("from {} ", days.day(judged.start)) };
    Some(format!("until the posted time ends, {last}, which {from}is less than {names}"))
}

/// “it fits 12 working weeks, but not 12 full weeks”
fn fits_in_part(judged: &Judgement) -> String {
    let (free, not): (Vec<&Reading>, Vec<&Reading>) =
        judged.readings.iter().partition(|reading| reading.free);
    format!("it fits {}, but not {}", list(&reading_names(&free)), either(&reading_names(&not)))
}

/// “leaves you 12 weeks”, “leaves you free to the posted end”, “leaves you free to the end of the posted time,
/// December 31”
fn leaves(judged: &Judgement, days: DayWords) -> String {
    let counted: Vec<&Reading> = judged.readings.iter().filter(|reading| reading.length.is_some()).collect();
    if counted.is_empty() {
        let ends = judged.readings.iter().map(|reading| match reading.measure {
            Measure::Frame => format!("the end of the posted time, {}", days.day(reading.last)),
            _ => reading_name(reading),
        });
        return format!("leaves you free to {}", either(&ends.collect::<Vec<_>>()));
    }
    format!("leaves you {}", either(&reading_names(&counted)))
}
