//! Where the candidate studied.

use startline_engine::Education;

use super::fields::Part;

/// The schools, the newest first: those still attended, then by the end, those without dates at the last.
pub(super) fn education(whole: Part<'_>, notes: &mut Vec<String>) -> Vec<Education> {
    let mut schools: Vec<(Ended, Education)> = whole
        .items(&["education"])
        .into_iter()
        .filter_map(|entry| {
            let school = entry.text(&["institution", "school", "name"]);
            let degree = degree(entry.text(&["studyType", "degree"]), entry.text(&["area", "field"]));
            if school.is_none() && degree.is_none() {
                return None;
            }
            let school = school.unwrap_or_default();
            let ended = Ended::of(entry);
            let graduation = ended.graduation(&school, notes);
            Some((ended, Education { school, degree, graduation }))
        })
        .collect();
    schools.sort_by_key(|(ended, _)| std::cmp::Reverse(ended.clone()));
    schools.into_iter().map(|(_, school)| school).collect()
}

/// “Bachelor” alone is no degree that anyone has, and “B.S” lacks its last full stop.
fn as_said(kind: String) -> String {
    let abbreviated = kind.contains('.')
        && kind
            .split('.')
            .all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
    match kind.to_lowercase().as_str() {
        "bachelor" | "bachelors" | "master" | "masters" | "associate" | "associates" => {
            let one = kind.trim_end_matches(['s', 'S']);
            format!("{one}'s")
        }
        _ if abbreviated => format!("{kind}."),
        _ => kind,
    }
}

/// “B.S. Computer Science”, “Bachelor of Science in Computer Science”.
fn degree(kind: Option<String>, area: Option<String>) -> Option<String> {
    match (kind.map(as_said), area) {
        (Some(kind), Some(area)) if kind.to_lowercase().contains(&area.to_lowercase()) => Some(kind),
        (Some(kind), Some(area)) => {
            // Letters with full stops, or capitals alone, are an abbreviation.
            let short =
                kind.contains('.') || !kind.chars().any(char::is_lowercase) || kind.chars().count() < 4;
            Some(if short { format!("{kind} {area}") } else { format!("{kind} in {area}") })
        }
        (kind, area) => kind.or(area),
    }
}

/// When an education ended or will end, in the order of time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Ended {
    /// No date at all, or none that can be read; the text as it stands.
    Unknown(String),
    /// In a year, and a month where one is given.
    On { year: u16, month: u8 },
    /// It began, and has no end yet.
    NotYet { since: String },
}

impl Ended {
    fn of(entry: Part<'_>) -> Self {
        match (entry.text(&["endDate", "graduation"]), entry.text(&["startDate"])) {
            (Some(end), since) if is_now(&end) => Self::NotYet { since: since.unwrap_or_default() },
            (Some(end), _) => Self::read(&end).unwrap_or(Self::Unknown(end)),
            (None, Some(since)) => Self::NotYet { since },
            (None, None) => Self::Unknown(String::new()),
        }
    }

    /// `2025`, `2025-06`, `2025-06-30` and `2025-06-30T00:00:00Z`: a header shows no day.
    fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split('T').next()?.split('-');
        let year = numbers.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let month: u8 = numbers.next().map_or(Some(0), |month| month.parse().ok())?;
        let day: u8 = numbers.next().map_or(Some(0), |day| day.parse().ok())?;
        (numbers.next().is_none() && month <= 12 && day <= 31).then_some(Self::On { year, month })
    }

    /// The graduation as the header prints it.
    fn graduation(&self, school: &str, notes: &mut Vec<String>) -> Option<String> {
        let at = if school.is_empty() { String::new() } else { format!(" at {school}") };
        match self {
            Self::On { year, month: 0 } => {
                notes.push(format!(
                    "The graduation{at} has a year and no month: add it, so that it can be judged."
                ));
                Some(year.to_string())
            }
            Self::On { year, month } => Some(format!("{year:04}-{month:02}")),
            Self::NotYet { .. } => {
                notes.push(format!("The file gives no graduation date{at}: add the month you expect."));
                None
            }
            Self::Unknown(text) if text.is_empty() => None,
            Self::Unknown(text) => {
                notes.push(format!("The graduation{at} is kept as it is written, “{text}”."));
                Some(text.clone())
            }
        }
    }
}

fn is_now(text: &str) -> bool {
    ["present", "current", "now", "ongoing", "today"].contains(&text.to_lowercase().as_str())
}
