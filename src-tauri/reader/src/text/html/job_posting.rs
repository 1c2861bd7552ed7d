//! The page's own data about the job, in JSON-LD: schema.org's `JobPosting`, or its program with an end.

use serde_json::Value;

use super::text_of_html;

/// The kinds of data that are a posting.
const KINDS: [&str; 2] = ["JobPosting", "EducationalOccupationalProgram"];

/// How deep a `JobPosting` is looked for in lists and graphs.
const DEEPEST: u8 = 6;

/// The data as `key: value` lines between rules, as a posting kept in Markdown has them; `None` without any.
pub(crate) fn front_matter(scripts: &[String]) -> Option<String> {
    let posting = job_posting(scripts)?;
    let mut lines = String::new();
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            lines.push_str(&format!("{key}: {value}\n"));
        }
    };
    let either = |key: &str, other: &str| posting.get(key).or_else(|| posting.get(other));
    put("title", plain(either("title", "name")));
    put("hiringOrganization", either("hiringOrganization", "provider").and_then(named));
    put("jobLocation", posting.get("jobLocation").and_then(place));
    put("employmentType", plain(posting.get("employmentType")));
    put("datePosted", plain(posting.get("datePosted")));
    put("validThrough", plain(posting.get("validThrough")));
    put("applicationDeadline", plain(posting.get("applicationDeadline")));
    put("jobStartDate", plain(either("jobStartDate", "startDate")));
    put("jobEndDate", plain(either("jobEndDate", "endDate")));
    put("jobDuration", plain(either("jobDuration", "timeToComplete")).map(duration));
    put("baseSalary", posting.get("baseSalary").and_then(salary));
    (!lines.is_empty()).then(|| format!("---\n{lines}---\n"))
}

/// The description in the data, as text: all there is of a page that a script would have filled.
pub(crate) fn description(scripts: &[String]) -> Option<String> {
    let posting = job_posting(scripts)?;
    let html = posting.get("description")?.as_str()?.to_owned();
    let text = text_of_html(&html);
    // Some write the markup itself as text.
    Some(if text.contains("</") { text_of_html(&text) } else { text })
}

fn job_posting(scripts: &[String]) -> Option<Value> {
    scripts.iter().find_map(|script| {
        let value: Value = serde_json::from_str(script.trim()).ok()?;
        find(&value, 0).cloned()
    })
}

fn find(value: &Value, depth: u8) -> Option<&Value> {
    if depth > DEEPEST {
        return None;
    }
    match value {
        Value::Array(list) => list.iter().take(100).find_map(|item| find(item, depth + 1)),
        Value::Object(object) => {
            let kind = object.get("@type");
            let named = |kind: &Value| kind.as_str().is_some_and(|kind| KINDS.contains(&kind));
            let is = kind.is_some_and(|kind| {
                named(kind) || kind.as_array().is_some_and(|list| list.iter().any(named))
            });
            if is { Some(value) } else { object.get("@graph").and_then(|graph| find(graph, depth + 1)) }
        }
        _ => None,
    }
}

/// One line of plain text.
fn plain(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text_of_html(text),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        _ => return None,
    };
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn named(value: &Value) -> Option<String> {
    plain(Some(value)).or_else(|| plain(value.get("name")))
}

fn place(value: &Value) -> Option<String> {
    let value = value.as_array().and_then(|list| list.first()).unwrap_or(value);
    let address = value.get("address").unwrap_or(value);
    let part = |key: &str| address.get(key).and_then(named);
    let parts: Vec<String> =
        ["addressLocality", "addressRegion", "addressCountry"].iter().filter_map(|key| part(key)).collect();
    if parts.is_empty() { plain(Some(address)) } else { Some(parts.join(", ")) }
}

/// A duration as ISO 8601 writes it (“P12W”) in words; anything else as it stands.
fn duration(text: String) -> String {
    let mut words = Vec::new();
    let mut number = String::new();
    for c in text.strip_prefix('P').unwrap_or_default().chars() {
        if c.is_ascii_digit() && number.len() < 4 {
            number.push(c);
            continue;
        }
        let unit = match c {
            'Y' => "years",
            'M' => "months",
            'W' => "weeks",
            'D' => "days",
            _ => return text,
        };
        words.push(format!("{} {unit}", std::mem::take(&mut number)));
    }
    if words.is_empty() || !number.is_empty() { text } else { words.join(" ") }
}

/// “USD 20 - 25 per hour”.
fn salary(value: &Value) -> Option<String> {
    let currency = value.get("currency").and_then(Value::as_str)?;
    let amount = value.get("value")?;
    let number = |key: &str| amount.get(key).and_then(Value::as_f64);
    let unit = amount.get("unitText").and_then(Value::as_str).unwrap_or("").to_ascii_lowercase();
    let sum = match (number("minValue"), number("maxValue"), number("value").or(amount.as_f64())) {
        (Some(least), Some(most), _) if least < most => format!("{least} - {most}"),
        (Some(sum), ..) | (_, _, Some(sum)) => sum.to_string(),
        _ => return None,
    };
    let period = match unit.as_str() {
        "hour" | "day" | "week" | "month" | "year" => format!(" per {unit}"),
        _ => String::new(),
    };
    Some(format!("{currency} {sum}{period}"))
}
