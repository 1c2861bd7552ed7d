//! The answer as one sentence, and the line below it.

use chrono::NaiveDate;
use serde::Serialize;

use super::changes::condition;
use super::ranges::cut;
use super::reasons::clause;
use super::words::{DayWords, count, either, list, reading_name, reading_names, sentence, short_span};
use crate::{Answer, Choice, Facts, Judgement, Reading, Span, Starts, Verdict};

/// The answer as one sentence, with the line below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Headline {
    /// The sentence, in pieces that follow each other without anything between.
    pub parts: Vec<HeadlinePart>,
    /// More to know, in whole sentences; empty where there is nothing more.
    pub detail: String,
    /// What the sentence says of the dates.
    pub tone: Tone,
}

/// A piece of a headline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct HeadlinePart {
    /// The words, with the spaces that belong to them.
    pub text: String,
    /// Whether it is a day, which the window shows in its own colour.
    pub date: bool,
}

/// What a headline says of the dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Tone {
    /// They hold under every way of counting.
    Fits,
    /// They hold under some.
    Depends,
    /// They don't hold.
    Misses,
    /// There is nothing to judge, or every date has passed.
    None,
}

impl Headline {
    /// The sentence as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }

    pub(super) fn new(tone: Tone) -> Self {
        Self { parts: Vec::new(), detail: String::new(), tone }
    }

    pub(super) fn say(mut self, text: impl Into<String>) -> Self {
        self.parts.push(HeadlinePart { text: text.into(), date: false });
        self
    }

    pub(super) fn date(mut self, text: String) -> Self {
        self.parts.push(HeadlinePart { text, date: true });
        self
    }

    pub(super) fn detail(mut self, sentences: impl IntoIterator<Item = String>) -> Self {
        self.detail = sentences.into_iter().filter(|each| !each.is_empty()).collect::<Vec<_>>().join(" ");
        self
    }
}

impl Answer {
    /// The one sentence that answers the student, and the line below it.
    ///
    /// `choice` is what the student chose to state. Without one it speaks of the recommended dates. A start
    /// that misses can be chosen too: then it says why it can't be stated.
    #[must_use]
    pub fn headline(&self, facts: &Facts, choice: Option<&Choice>) -> Headline {
        if let Some(headline) = self.cannot_say(facts).filter(|_| choice.is_none()) {
            return headline;
        }
        if !self.is_time_given() {
            return self.say_when_free();
        }
        match choice {
            Some(choice) => self.of_choice(choice),
            None => self.of_recommended(facts),
        }
    }

    fn of_choice(&self, choice: &Choice) -> Headline {
        let days = self.day_words([choice.start, choice.end]);
        let stale = |day| {
            let headline = Headline::new(Tone::Misses).date(days.day(day));
            headline.say(" no longer fits. Choose again before you save.")
        };
        let Some(judged) = self.on_allowed(choice.start) else { return stale(choice.start) };
        let judged = judged.as_ref();
        if let (Some(Verdict::Misses), Some(cause)) = (judged.verdict, judged.causes.first()) {
            let other = self.recommended.filter(|day| *day != judged.start).and_then(|day| self.on(day));
            return Headline::new(Tone::Misses)
                .date(days.day(judged.start))
                .say(format!(" misses: {}.", clause(cause, days)))
                .detail(other.map(|other| verdict_of(other, days)));
        }
        match self.state(choice) {
            Ok(_) => self.to_state(judged, choice.end),
            Err(refusal) => stale(choice.end).detail([refusal.to_string()]),
        }
    }

    fn of_recommended(&self, facts: &Facts) -> Headline {
        let judged = self.recommended.and_then(|start| self.on(start));
        let run = judged.filter(|judged| !judged.listed).and_then(|judged| self.run_of(judged.start));
        match (judged, run) {
            (Some(judged), Some(run)) => self.of_run(run, judged, facts),
            (Some(judged), None) if self.all_passed => self.would_have_fit(judged),
            (None, _) if self.all_passed && self.verdicts.is_empty() => self.days_have_passed(),
            (None, _) if self.all_passed => {
                self.all_have_passed().say("None would have fit.").detail(self.own_time_full())
            }
            (Some(judged), None) => match judged.default_end {
                Some(end) => self.to_state(judged, end),
                None => choose_an_end(judged, self.day_words([])),
            },
            (None, _) if self.starts == Starts::Listed => self.nothing_fits(),
            (None, _) => self.no_day(facts),
        }
    }

    /// “State May 26 to August 17: it fits 12 weeks, but not 3 months.”
    fn to_state(&self, judged: &Judgement, end: NaiveDate) -> Headline {
        let days = self.day_words([judged.start, end]);
        let (fits, not): (Vec<&Reading>, Vec<&Reading>) =
            judged.readings.iter().partition(|reading| reading.last <= end);
        let tone = if not.is_empty() && !fits.is_empty() { Tone::Fits } else { Tone::Depends };
        let cut = cut(judged, judged, &fits, days).filter(|_| not.is_empty());
        let held = match (fits.as_slice(), not.as_slice()) {
            _ if cut.is_some() => format!(": you are free {}.", cut.unwrap_or_default()),
            ([], _) => ": you are free then, and no length is stated.".to_owned(),
            ([only], []) => format!(": it fits {}.", reading_name(only)),
            (_, []) => ": it fits every way of counting.".to_owned(),
            _ => {
                let (fits, not) = (reading_names(&fits), reading_names(&not));
                format!(": it fits {}, but not {}.", list(&fits), either(&not))
            }
        };
        Headline::new(tone)
            .say("State ")
            .date(days.day(judged.start))
            .say(" to ")
            .date(days.day(end))
            .say(held)
            .detail(self.beside(judged, end, days))
    }

    /// What else there is to know about the dates to state.
    fn beside(&self, judged: &Judgement, end: NaiveDate, days: DayWords) -> Vec<String> {
        let passed = judged.passed.then(|| "This start date has passed.".to_owned());
        let start = days.day(judged.start);
        let nearest = judged
            .nearest_listed
            .map(|day| format!("{start} is not listed; the nearest listed date is {}.", days.day(day)));
        let outside = self
            .allowed_days(days)
            .filter(|_| !judged.allowed && nearest.is_none())
            .map(|when| format!("{start} is outside the days that the posting allows, {when}."));
        let short = would_be_short(judged);
        let safe = judged.safe_end.filter(|safe| short.is_none() && end < *safe);
        let safe = safe.map(|safe| format!("The safe end is {}.", days.day(safe)));
        let others = self.verdicts.iter().filter(|other| other.listed && !other.passed);
        let wanted = match judged.verdict {
            Some(Verdict::Fits) => Verdict::Depends,
            _ => Verdict::Fits,
        };
        let other = others
            .filter(|other| other.start != judged.start && other.verdict == Some(wanted))
            .min_by_key(|other| (other.start - judged.start).num_days().abs())
            .map(|other| verdict_of(other, days));
        let runs = if judged.listed { self.other_runs(None, judged.start, days) } else { Vec::new() };
        let change = self.smallest_change.as_ref().map(|change| change.message.clone());
        let said = [passed, nearest, outside, short.map(|short| sentence(&short)), safe, other];
        let after = [change, time_off(judged, end)];
        said.into_iter().flatten().chain(runs).chain(after.into_iter().flatten()).collect()
    }

    fn nothing_fits(&self) -> Headline {
        let days = self.day_words([]);
        let first = if self.verdicts.iter().any(|each| each.passed && each.verdict != Some(Verdict::Misses)) {
            "No start date that is left fits."
        } else if self.verdicts.iter().any(|each| each.listed) {
            "No listed date fits."
        } else {
            "No date of yours fits."
        };
        self.would(Headline::new(Tone::Misses).say(first), days)
    }

    /// “June 1 would, if you were free 9 days longer.”
    pub(super) fn would(&self, headline: Headline, days: DayWords) -> Headline {
        match &self.smallest_change {
            Some(change) => headline
                .say(" ")
                .date(days.day(change.start))
                .say(format!(" would, {}.", condition(change.kind, change.days, change.name.as_deref()))),
            None => headline,
        }
    }

    fn would_have_fit(&self, judged: &Judgement) -> Headline {
        let headline = self.all_have_passed().date(self.day_words([]).day(judged.start));
        let free: Vec<&Reading> = judged.readings.iter().filter(|reading| reading.free).collect();
        let rest = match judged.verdict {
            Some(Verdict::Fits) => " would have fit.".to_owned(),
            _ if free.is_empty() => " was free.".to_owned(),
            _ => format!(" would have fit {}.", list(&reading_names(&free))),
        };
        headline.say(rest).detail(self.own_time_full())
    }

    fn all_have_passed(&self) -> Headline {
        let listed = self.verdicts.iter().any(|each| each.listed);
        let which = if listed { "Every listed start date" } else { "Every start date" };
        Headline::new(Tone::None).say(format!("{which} has passed. "))
    }

    /// The student's own time, every day with its year.
    fn own_time_full(&self) -> Option<String> {
        self.own_time.map(|own| own.sentence(DayWords::FULL))
    }

    fn day_words<const N: usize>(&self, also: [NaiveDate; N]) -> DayWords {
        DayWords::for_days(self.verdicts.iter().map(|judged| judged.start).chain(also))
    }
}

fn choose_an_end(judged: &Judgement, days: DayWords) -> Headline {
    Headline::new(Tone::Depends)
        .date(days.day(judged.start))
        .say(" is free. No length is stated, so choose an end.")
        .detail(judged.free_until.map(|until| format!("You are free until {}.", days.day(until))))
}

/// “May 26 depends: 3 months would be 2 days short.”
fn verdict_of(judged: &Judgement, days: DayWords) -> String {
    let start = days.day(judged.start);
    match (judged.verdict, would_be_short(judged)) {
        (Some(Verdict::Fits), _) => format!("{start} fits every way of counting."),
        (_, Some(short)) => format!("{start} depends: {short}."),
        (_, None) => format!("{start} depends: no length is stated."),
    }
}

/// “12 full weeks would be 2 days short, and 3 months 10”
fn would_be_short(judged: &Judgement) -> Option<String> {
    let mut short = judged.readings.iter().filter(|reading| !reading.free);
    let first = short.next()?;
    let mut words = format!("{} would be {} short", reading_name(first), count(first.short_days, "day"));
    for reading in short {
        words += &format!(", {} {}", reading_name(reading), count(reading.short_days, "day"));
    }
    Some(words)
}

/// “Time off to ask for: Family trip, Jul 9–12.”
pub(super) fn time_off(judged: &Judgement, end: NaiveDate) -> Option<String> {
    let away = judged.away.iter().filter(|away| away.first <= end);
    let each: Vec<String> = away
        .filter_map(|away| {
            let when = short_span(Span::new(away.first, away.last).ok()?);
            Some(if away.name.is_empty() { when } else { format!("{}, {when}", away.name) })
        })
        .collect();
    (!each.is_empty()).then(|| format!("Time off to ask for: {}.", each.join("; ")))
}
