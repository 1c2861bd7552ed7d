//! What a stated span covers, in words (rule S1a).

use chrono::NaiveDate;

use super::words::{count, unit_name, weeks_and_days};
use crate::{Judgement, LengthRule, LengthUnit, Measure};

/// What is true of the span from the judged start to `end`: each length that it covers whichever way it is
/// counted, else the weeks that it covers as working weeks. Where it covers none, the posted dates or the time to
/// the posted end; where the posting gives no length at all, how long the span itself is.
pub(crate) fn covers(judged: &Judgement, lengths: &[LengthRule], end: NaiveDate) -> Vec<String> {
    let mut covers: Vec<String> = Vec::new();
    for rule in lengths {
        if let Some(words) = covered(*rule, judged.start, end).filter(|words| !covers.contains(words)) {
            covers.push(words);
        }
    }
    let given = |measure| judged.readings.iter().any(|each| each.measure == measure && each.last <= end);
    if covers.is_empty() && judged.listed && given(Measure::Stated) {
        covers.push("the posted dates".to_owned());
    } else if covers.is_empty() && (given(Measure::Stated) || given(Measure::Frame)) {
        covers.push("the time to the posted end".to_owned());
    } else if judged.readings.is_empty() && lengths.is_empty() {
        covers.push(weeks_and_days((end - judged.start).num_days() + 1));
    }
    covers
}

fn covered(rule: LengthRule, start: NaiveDate, end: NaiveDate) -> Option<String> {
    let needed = rule.needed()?;
    let unit = unit_name(rule.unit);
    let by = |measure: Measure, n| measure.last_day(start, n).is_some_and(|last| last <= end);
    let whole = |n| rule.unit.measures().iter().all(|measure| by(*measure, n));
    match rule.offered() {
        Some(offered) if offered > needed && whole(offered) => Some(format!("the full {offered} {unit}s")),
        Some(offered) if offered == needed && whole(needed) => Some(format!("the {needed}-{unit} program")),
        _ if whole(needed) => Some(format!("the {needed}-{unit} minimum")),
        _ if rule.unit == LengthUnit::Weeks && by(Measure::WorkingWeeks, needed) => {
            Some(count(i64::from(needed), "working week"))
        }
        _ => None,
    }
}
