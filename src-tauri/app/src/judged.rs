//! A draft, judged: everything the window and the command line show of it.

use std::sync::{Mutex, PoisonError};

use crate::line::lines;
use crate::{Failure, Line};
use chrono::NaiveDate;
use serde::Serialize;
use startline_drafts::Draft;
use startline_engine::{Answer, Choice, Facts, Headline, Judgement, Problem, Program, Refusal, Stated};
use startline_reader::read;

/// What a draft comes to today. Nothing of it is kept: it is judged anew on every change (rule S4).
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Judged {
    /// The posting's facts with the student's corrections made, and the doubts that remain.
    pub facts: Facts,
    /// Every start date's verdict, and the days that the posting allows without listing them.
    pub answer: Answer,
    /// What of the calendar can't be judged as it stands.
    pub problems: Vec<Problem>,
    /// The start date shown as chosen: the student's, else the recommended one.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub chosen: Option<NaiveDate>,
    /// What the résumé would state: the student's choice, else the default.
    pub stated: Option<StatedView>,
    /// The answer in one sentence, and what stands beside it.
    pub headline: Headline,
    /// How long the student could stay from that start at the longest (W5). The headline does not say so.
    pub longest: Option<String>,
    /// The availability line as text; `None` while nothing holds.
    pub line: Option<String>,
    /// The same in every wording; empty while nothing holds.
    pub lines: Vec<Line>,
}

/// What the résumé would state, and whether it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct StatedView {
    /// The start date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub start: NaiveDate,
    /// The end date, the last day worked.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub end: NaiveDate,
    /// Whether it says “full-time” (S1a).
    pub full_time: bool,
    /// Whether the calendar allows it (S2).
    pub holds: bool,
    /// Why not, as a sentence.
    pub reason: Option<String>,
}

/// Reads, corrects and judges a draft by `today`.
#[must_use]
pub fn judge(draft: &Draft, today: NaiveDate) -> Judged {
    let (facts, answer) = answer(draft, facts(&draft.posting.text), today);
    let choice = chosen(draft, &answer);
    let stated = choice.map(|choice| (choice, answer.state(&choice)));
    let headline = answer.headline(&facts, draft.stated.as_ref());
    let holds = stated.as_ref().and_then(|(_, stated)| stated.as_ref().ok());
    let lines = holds.map(|stated| lines(stated, draft.style.dates)).unwrap_or_default();
    Judged {
        longest: answer.longest_sentence(draft.stated.map(|choice| choice.start)),
        line: lines.first().map(|line| line.text.clone()),
        lines,
        problems: draft.calendar.problems(),
        chosen: draft.stated.map(|choice| choice.start).or(answer.recommended),
        stated: stated.map(|(choice, stated)| view(choice, &stated)),
        headline,
        facts,
        answer,
    }
}

/// One start date judged by a draft's posting and calendar: what the student sees while they move their start day
/// by day (rule W3). Nothing of the draft changes.
#[must_use]
pub fn judge_start(draft: &Draft, start: NaiveDate, today: NaiveDate) -> Judgement {
    answer(draft, facts(&draft.posting.text), today).1.judgement(start)
}

/// The dates recommended where the student chose none; `None` too where every start date has passed. The text is
/// read without [`facts`], which keeps those of the open draft.
pub(crate) fn suggestion(draft: &Draft, today: NaiveDate) -> Option<Choice> {
    let (_, answer) = answer(draft, read(&draft.posting.text), today);
    answer.default_choice().filter(|_| draft.stated.is_none() && !answer.all_passed)
}

/// The dates a draft states, judged: the student's choice, else the default.
///
/// # Errors
/// A sentence where nothing is chosen and nothing can be recommended, or where the choice does not hold (S2).
pub(crate) fn state(draft: &Draft, today: NaiveDate) -> Result<Stated, Failure> {
    let (facts, answer) = answer(draft, facts(&draft.posting.text), today);
    match chosen(draft, &answer) {
        Some(choice) => answer.state(&choice).map_err(Failure::other),
        None => Err(Failure::other(answer.headline(&facts, None).text())),
    }
}

fn answer(draft: &Draft, read: Facts, today: NaiveDate) -> (Facts, Answer) {
    let facts = read.corrected(&draft.posting.corrections).with_years_offered(today);
    let program = Program::of(&facts);
    let mut own = draft.starts.clone();
    own.extend(draft.stated.map(|choice| choice.start));
    let answer = startline_engine::judge(&program, &draft.calendar, &own, today).with_question(&facts);
    let answer = match &draft.stated {
        Some(choice) => answer.with_stated(choice),
        None => answer,
    };
    (facts, answer)
}

/// The facts of a text. Those of the last one are kept: while a student types, it is the same at every key.
fn facts(text: &str) -> Facts {
    static LAST: Mutex<Option<Facts>> = Mutex::new(None);
    let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = last().as_ref().filter(|facts| facts.text == text).cloned();
    kept.unwrap_or_else(|| {
        let facts = read(text);
        *last() = Some(facts.clone());
        facts
    })
}

/// What the student chose to state, else the default (S1).
fn chosen(draft: &Draft, answer: &Answer) -> Option<Choice> {
    draft.stated.or_else(|| answer.default_choice())
}

fn view(choice: Choice, stated: &Result<Stated, Refusal>) -> StatedView {
    StatedView {
        start: choice.start,
        end: choice.end,
        full_time: choice.full_time,
        holds: stated.is_ok(),
        reason: stated.as_ref().err().map(ToString::to_string),
    }
}

impl Judged {
    /// The judgement of the chosen start date.
    #[must_use]
    pub fn chosen(&self) -> Option<&Judgement> {
        self.answer.on(self.chosen?)
    }
}
