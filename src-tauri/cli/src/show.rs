//! Facts, answers and proofs as sentences.

use std::fmt::Write as _;

use chrono::NaiveDate;
use startline_app::{Judged, Summary};
use startline_engine::{Fact, Facts, Judgement, Quote, Verdict};
use startline_pdf::{Order, Proof};

/// Every fact with the words it was read from.
pub(crate) fn facts(facts: &Facts) -> String {
    let mut out = String::new();
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(facts) else { return out };
    for (name, field) in &fields {
        if name == "doubts" || name == "text" {
            continue;
        }
        let items = field.as_array().cloned().unwrap_or_else(|| vec![field.clone()]);
        for item in items {
            let Ok(fact) = serde_json::from_value::<Fact<serde_json::Value>>(item) else { continue };
            let label = name.replace('_', " ");
            let _ = writeln!(out, "{label:24} {}", value(&fact.value));
            if let Some(words) = fact.quote.and_then(|quote| quoted(&facts.text, quote)) {
                let _ = writeln!(out, "{:24} “{words}”", "");
            }
        }
    }
    for doubt in &facts.doubts {
        let _ = writeln!(out, "{:24} {}", "doubt", doubt.message);
    }
    if out.is_empty() {
        out.push_str("No internship facts were found. You can add them in the window.\n");
    }
    out
}

/// A value as words: `{"unit": "weeks", "min": 12}` is “min 12, unit weeks”.
fn value(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Bool(true) => "yes".to_owned(),
        serde_json::Value::Bool(false) => "no".to_owned(),
        serde_json::Value::Object(parts) => {
            let parts = parts.iter().filter(|(_, part)| !part.is_null());
            parts.map(|(name, part)| format!("{name} {}", self::value(part))).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// The words of a quote on one line, shortened.
fn quoted(text: &str, quote: Quote) -> Option<String> {
    let words: Vec<&str> = text.get(quote.start..quote.end)?.split_whitespace().collect();
    let words = words.join(" ");
    Some(if words.chars().count() > 90 { words.chars().take(89).chain(['…']).collect() } else { words })
}

/// The sentence, then a row for each start date and each run.
pub(crate) fn answer(judged: &Judged) -> String {
    let mut out = String::new();
    let sentence = judged.headline.text();
    let _ = writeln!(out, "{sentence}");
    if !judged.headline.detail.is_empty() {
        let _ = writeln!(out, "{}", judged.headline.detail);
    }
    let answer = &judged.answer;
    let in_run = answer.recommended.is_some_and(|day| answer.run_of(day).is_some());
    if let Some(longest) = &judged.longest {
        let _ = writeln!(out, "{longest}");
    }
    for each in &answer.verdicts {
        let end = each.safe_end.map(|end| format!("safe end {end}")).unwrap_or_default();
        let listed = if each.listed || each.allowed { "" } else { "  (not listed)" };
        let verdict = each.verdict.map_or("", word);
        let _ = writeln!(out, "\n{}  {verdict:8} {end}{listed}", each.start.format("%a %Y-%m-%d"));
        why(&mut out, each);
    }
    for (run, best) in answer.runs.iter().zip(&answer.run_starts) {
        let first = run.first.format("%a %Y-%m-%d");
        let days = match run.last {
            Some(last) if last == run.first => first.to_string(),
            Some(last) => format!("{first} to {}", last.format("%a %Y-%m-%d")),
            None => format!("{first} on"),
        };
        let _ = writeln!(out, "\n{days}  {}", word(run.verdict));
        if let Some(end) = best.safe_end {
            let _ = writeln!(out, "    Safe end from {}: {end}", best.start);
        }
        why(&mut out, best);
    }
    if let Some(line) = judged.line.as_ref().filter(|_| in_run && answer.stated.is_none()) {
        let _ = writeln!(out, "\nTo state: {line}");
    }
    if let Some(question) = &answer.question {
        let _ = writeln!(out, "\nTo ask: {question}");
    }
    for warning in &answer.warnings {
        let _ = writeln!(out, "\n{warning}");
    }
    for problem in &judged.problems {
        let _ = writeln!(out, "\n{}", problem.message);
    }
    for doubt in &judged.facts.doubts {
        let _ = writeln!(out, "\nIn doubt: {}", doubt.message);
    }
    out
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => "fits",
        Verdict::Depends => "depends",
        Verdict::Misses => "misses",
    }
}

/// The reasons for a verdict; without any, the verdict in a few words.
fn why(out: &mut String, judged: &Judgement) {
    for reason in &judged.reasons {
        let _ = writeln!(out, "    {reason}");
    }
    if judged.reasons.is_empty() && !judged.brief.is_empty() {
        let _ = writeln!(out, "    {}", judged.brief);
    }
}

/// What a parser reads back.
pub(crate) fn proof(proof: &Proof) -> String {
    let mut out = String::new();
    let yes = |is: bool| if is { "yes" } else { "no" };
    let pages = if proof.pages == 1 { "1 page".to_owned() } else { format!("{} pages", proof.pages) };
    let _ = writeln!(out, "{pages}, {} bytes", proof.bytes);
    let _ = writeln!(out, "tagged: {}, fonts embedded: {}", yes(proof.tagged), yes(proof.fonts_embedded));
    for read in &proof.orders {
        let order = match read.order {
            Order::Content => "in the order of the file",
            Order::Layout => "in the order of the page",
        };
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "not read".to_owned(), |day| day.to_string());
        let name =
            read.name_first.map_or("", |first| if first { ", name first" } else { ", name not first" });
        let _ = writeln!(out, "{order}: start {}, end {}{name}", day(read.start), day(read.end));
    }
    let details = [("e-mail", proof.email.as_ref()), ("phone", proof.phone.as_ref())];
    let links = proof.links.iter().map(|link| ("link", Some(link)));
    for (what, text) in details.into_iter().chain(links) {
        if let Some(text) = text {
            let _ = writeln!(out, "{what}: {text}");
        }
    }
    if !proof.under_limit {
        let _ = writeln!(out, "over 2.5 MB, which some applicant systems refuse");
    }
    let _ = writeln!(out, "{}", if proof.passed { "Passed." } else { "Failed." });
    out
}

/// A row for each draft, the newest first.
pub(crate) fn drafts(drafts: &[Summary]) -> String {
    if drafts.is_empty() {
        return "No drafts yet.\n".to_owned();
    }
    let mut out = String::new();
    for draft in drafts {
        let _ = writeln!(out, "{}  {}", draft.id, draft.title);
    }
    out
}
