//! How right the reader is, counted as postings and mentions of the labels are.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use startline_engine::Facts;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::corpus::Labelled;

/// The roles that decide something; all others count as one.
const DECIDING: [&str; 11] = [
    "start",
    "end",
    "program",
    "frame",
    "start_month",
    "start_window",
    "latest_start",
    "deadline",
    "length",
    "graduation",
    "season",
];

/// The fields that decide a window.
const FIELDS: [&str; 10] = [
    "weeks",
    "months",
    "days",
    "start_dates",
    "end_dates",
    "month_spans",
    "start_months",
    "latest_start",
    "start_window",
    "frame",
];

#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    stated: usize,
    invented: usize,
    none: usize,
}

/// The counts over some texts.
#[derive(Default)]
pub(crate) struct Score {
    name: &'static str,
    fields: BTreeMap<&'static str, Tally>,
    roles: BTreeMap<String, [usize; 3]>,
    mentions: usize,
    found: usize,
    sure: usize,
    sure_right: usize,
    postings: usize,
    right: usize,
    nothing: usize,
    nothing_right: usize,
    kinds: [usize; 2],
}

impl Score {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Counts what was read from one text.
    pub(crate) fn add(&mut self, text: &Labelled, facts: &Facts, verbose: bool) {
        self.mentions(text, facts, verbose);
        let read = serde_json::to_value(facts).unwrap_or_default();
        if let Some(internship) = text.internship {
            self.kinds[1] += 1;
            let right = facts.internship.is_some() == internship;
            self.kinds[0] += usize::from(right);
            if !right && verbose {
                println!("{} internship wanted {internship}", text.name);
            }
        }
        let Some(label) = &text.facts else {
            self.names(text, &read, verbose);
            return;
        };
        let compared = compared(&read, label);
        let decide = |field: &&str| FIELDS.contains(field);
        let right = compared.iter().filter(|(field, _)| decide(field)).all(|(_, each)| each.right);
        let states = compared.iter().filter(|(field, _)| decide(field)).any(|(_, each)| !each.want.is_null());
        if label["two_readings"] != json!(true) {
            self.postings += 1;
            self.right += usize::from(right);
            self.nothing += usize::from(!states);
            self.nothing_right += usize::from(!states && right);
        }
        for (field, each) in compared {
            if verbose && !each.right {
                let deciding = if decide(&field) { "(deciding)" } else { "" };
                println!("{} {field} wanted {} got {} {deciding}", text.name, each.want, each.got);
            }
            self.tally(field, &each);
        }
    }

    fn tally(&mut self, field: &'static str, each: &Compared) {
        let tally = self.fields.entry(field).or_default();
        if each.want.is_null() {
            tally.none += 1;
            tally.invented += usize::from(!each.right);
        } else {
            tally.stated += 1;
            tally.right += usize::from(each.right);
        }
    }

    fn names(&mut self, text: &Labelled, read: &Value, verbose: bool) {
        if text.internship.is_none() {
            return;
        }
        for (field, want) in [("title", &text.title), ("company", &text.company)] {
            let each = name(&json!(want), &read[field]);
            if verbose && !each.right {
                println!("{} {field} wanted {} got {}", text.name, each.want, each.got);
            }
            self.tally(field, &each);
        }
    }

    fn mentions(&mut self, text: &Labelled, facts: &Facts, verbose: bool) {
        let plain = |role: &str| if DECIDING.contains(&role) { role.to_owned() } else { "none".to_owned() };
        for (range, role) in &text.mentions {
            let want = plain(role);
            let shared = |quote: startline_engine::Quote| {
                range.end.min(quote.end).saturating_sub(range.start.max(quote.start))
            };
            let best = facts.mentions.iter().max_by_key(|mention| shared(mention.quote));
            let best = best.filter(|mention| shared(mention.quote) * 2 > range.len());
            self.mentions += 1;
            let said = best
                .map_or("none".to_owned(), |mention| plain(json!(mention.role).as_str().unwrap_or_default()));
            let found = best.is_some() || want == "none";
            self.found += usize::from(found);
            self.roles.entry(want.clone()).or_default()[0] += 1;
            if best.is_some() || want == "none" {
                self.roles.entry(said.clone()).or_default()[1] += 1;
            }
            let right = found && said == want;
            self.roles.entry(want.clone()).or_default()[2] += usize::from(right);
            if best.is_some_and(|mention| mention.sure) {
                self.sure += 1;
                self.sure_right += usize::from(right);
            }
            if verbose && !right {
                let words = text.text.get(range.clone()).unwrap_or_default();
                let got = if found { &said } else { "(not found)" };
                println!("{} mention {words:?} wanted {want} got {got}", text.name);
            }
        }
    }

    /// Prints the figures.
    pub(crate) fn print(&self) {
        println!("\n== {}", self.name);
        for (field, Tally { right, stated, invented, none }) in &self.fields {
            println!("{field:18} {right:4}/{stated:<4}      {invented:4}/{none}");
        }
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        for (role, [wanted, said, hit]) in &self.roles {
            println!(
                "{role:14} precision {:.3} recall {:.3} of {wanted}",
                share(*hit, *said),
                share(*hit, *wanted)
            );
        }
        let decide: Vec<&[usize; 3]> =
            self.roles.iter().filter(|(role, _)| *role != "none").map(|(_, counts)| counts).collect();
        let (wanted, hit) = decide.iter().fold((0, 0), |(w, h), counts| (w + counts[0], h + counts[2]));
        let all: usize = self.roles.values().map(|counts| counts[2]).sum();
        println!(
            "internship {}/{} = {:.3}",
            self.kinds[0],
            self.kinds[1],
            share(self.kinds[0], self.kinds[1])
        );
        println!(
            "mentions found {:.3}; right role: all {:.3}, deciding {:.3}; sure {}/{} = {:.3}",
            share(self.found, self.mentions),
            share(all, self.mentions),
            share(hit, wanted),
            self.sure_right,
            self.sure,
            share(self.sure_right, self.sure),
        );
        if self.postings > 0 {
            println!(
                "wholly right {}/{} = {:.3}; with nothing to find {}/{} = {:.3}",
                self.right,
                self.postings,
                share(self.right, self.postings),
                self.nothing_right,
                self.nothing,
                share(self.nothing_right, self.nothing)
            );
        }
    }
}

/// What a field should say, what it says, and whether that is right.
pub(crate) struct Compared {
    want: Value,
    got: Value,
    pub(crate) right: bool,
}

fn compared(read: &Value, label: &Value) -> Vec<(&'static str, Compared)> {
    let mut all = Vec::new();
    for (field, unit, low, high) in [
        ("weeks", "weeks", "length_weeks_min", "length_weeks_max"),
        ("months", "months", "length_months_min", "length_months_max"),
        ("days", "days", "length_days_min", "length_days_max"),
    ] {
        all.push((field, length(read, unit, &label[low], &label[high])));
    }
    all.push(("start_dates", set(strings(&label["start_dates"]), values(&read["start_dates"]))));
    all.push(("end_dates", set(strings(&label["end_dates"]), values(&read["end_dates"]))));
    let pairs = |list: &Value| -> BTreeSet<String> {
        list.as_array()
            .into_iter()
            .flatten()
            .map(|pair| format!("{}..{}", text(&pair[0]), text(&pair[1])))
            .collect()
    };
    let spans = |list: &Value| -> BTreeSet<String> {
        list.as_array().into_iter().flatten().map(|fact| ends(&fact["value"])).collect()
    };
    all.push(("month_spans", set(pairs(&label["month_ranges"]), spans(&read["month_spans"]))));
    let mut want = strings(&label["start_months"]);
    want.extend(label["month_ranges"].as_array().into_iter().flatten().map(|pair| text(&pair[0])));
    let mut got = values(&read["start_months"]);
    got.extend(
        read["month_spans"].as_array().into_iter().flatten().map(|fact| text(&fact["value"]["first"])),
    );
    all.push(("start_months", set(want, got)));
    if label.get("latest_start").is_some() {
        all.push(("latest_start", one(label["latest_start"].clone(), read["latest_start"]["value"].clone())));
        let window = &label["start_window"];
        let days = window[0].as_str().is_some_and(|first| first.len() > 7);
        let want =
            if days { json!(format!("{}..{}", text(&window[0]), text(&window[1]))) } else { Value::Null };
        all.push(("start_window", one(want, span(&read["start_window"]))));
    }
    if let Some(frame) = label.get("frame_days") {
        let want = if frame.is_null() {
            Value::Null
        } else {
            json!(format!("{}..{}", text(&frame[0]), text(&frame[1])))
        };
        all.push(("frame", one(want, span(&read["frame"]))));
    }
    if label["phases"].is_array() {
        let want = label["phases"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|p| format!("{} {}", text(&p[0]), text(&p[1])));
        let got = read["start_months"].as_array().into_iter().flatten().filter(|m| m["phase"].is_string());
        let got = got.map(|m| format!("{} {}", text(&m["value"]), text(&m["phase"])));
        all.push(("phases", set(want.collect(), got.collect())));
    }
    let flag = |value: &Value| if value == &json!(true) { json!(true) } else { Value::Null };
    all.push((
        "asks_availability",
        one(flag(&label["asks_availability"]), flag(&read["asks_availability"]["value"])),
    ));
    all.push((
        "max_applications",
        one(label["max_positions"].clone(), read["max_applications"]["value"].clone()),
    ));
    all.push(("rolling", one(flag(&label["rolling"]), flag(&read["rolling"]["value"]))));
    let deadline =
        if label["deadline"] == json!("rolling") { Value::Null } else { label["deadline"].clone() };
    all.push(("deadline", one(deadline, read["deadline"]["value"].clone())));
    all.push(("season", one(label["season"].clone(), read["season"]["value"].clone())));
    all.push(("year", one(label["year"].clone(), read["year"]["value"].clone())));
    all.push(("pay", pay(&label["pay"], &read["pay"]["value"])));
    all.push(("graduation", graduation(&label["graduation_window"], &read["graduation"]["value"])));
    all.push(("title", name(&label["title"], &read["title"])));
    all.push(("company", name(&label["company"], &read["company"])));
    all
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or("null").to_owned()
}

fn ends(span: &Value) -> String {
    format!("{}..{}", text(&span["first"]), text(&span["last"]))
}

fn span(fact: &Value) -> Value {
    if fact.is_null() { Value::Null } else { json!(ends(&fact["value"])) }
}

fn strings(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().map(text).collect()
}

fn values(facts: &Value) -> BTreeSet<String> {
    facts.as_array().into_iter().flatten().map(|fact| text(&fact["value"])).collect()
}

fn set(want: BTreeSet<String>, got: BTreeSet<String>) -> Compared {
    let right = want == got;
    let value = |set: BTreeSet<String>| if set.is_empty() { Value::Null } else { json!(set) };
    Compared { want: value(want), got: value(got), right }
}

fn one(want: Value, got: Value) -> Compared {
    let right = want == got;
    Compared { want, got, right }
}

/// “12 weeks” and “at least 12 weeks” demand the same; several rules may stand for one range.
fn length(read: &Value, unit: &str, low: &Value, high: &Value) -> Compared {
    let rules: Vec<(Option<u64>, Option<u64>)> = read["lengths"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|fact| &fact["value"])
        .filter(|rule| rule["unit"] == json!(unit))
        .map(|rule| (rule["min"].as_u64(), rule["max"].as_u64()))
        .collect();
    let shape = |(low, high): (Option<u64>, Option<u64>)| if low == high { (low, None) } else { (low, high) };
    let got = if rules.is_empty() { Value::Null } else { json!(rules) };
    if low.is_null() && high.is_null() {
        return Compared { want: Value::Null, got, right: rules.is_empty() };
    }
    let want = (low.as_u64(), high.as_u64());
    let same = !rules.is_empty() && rules.iter().all(|rule| shape(*rule) == shape(want));
    let merged = (
        rules.iter().map(|rule| rule.0).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min()),
        rules.iter().map(|rule| rule.1).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max()),
    );
    let right = same || rules.len() > 1 && shape(merged) == shape(want);
    Compared { want: json!(want), got, right }
}

pub(crate) fn pay(label: &Value, read: &Value) -> Compared {
    let same = |key: &str| label[key].as_f64() == read[key].as_f64();
    let right = label.is_null() && read.is_null()
        || !label.is_null()
            && !read.is_null()
            && same("min")
            && same("max")
            && (label["period"].is_null() || label["period"] == read["period"]);
    Compared { want: label.clone(), got: read.clone(), right }
}

fn graduation(label: &Value, read: &Value) -> Compared {
    let stated = label["from"].is_string() || label["to"].is_string();
    let right = !stated && read.is_null()
        || stated && !read.is_null() && label["from"] == read["earliest"] && label["to"] == read["latest"];
    Compared { want: if stated { label.clone() } else { Value::Null }, got: read.clone(), right }
}

fn name(label: &Value, fact: &Value) -> Compared {
    let (want, got) = (label.as_str().map(plain), fact["value"].as_str().map(plain));
    let right = match (&want, &got) {
        (Some(want), Some(got)) => {
            got.contains(want.as_str()) || got.chars().count() > 1 && want.contains(got.as_str())
        }
        (want, got) => want.is_none() && got.is_none(),
    };
    Compared { want: label.clone(), got: fact["value"].clone(), right }
}

/// Small letters without accents and marks.
pub(crate) fn plain(words: &str) -> String {
    let folded: String =
        words.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
