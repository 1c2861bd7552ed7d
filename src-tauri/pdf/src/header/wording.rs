//! What a header says, before it is known how it looks.

use startline_engine::{Candidate, DateStyle, Education, Month, Stated};

use super::address;
use super::check::given;

/// Everything that is printed, in the order it is read.
pub(super) struct Wording {
    /// The name, or `None` while there is none.
    pub(super) name: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) contact: Vec<Contact>,
    pub(super) dates: Option<Dates>,
    pub(super) education: Vec<School>,
}

/// One item of the contact line.
pub(super) struct Contact {
    pub(super) field: super::Field,
    pub(super) text: String,
    /// Where it leads, and the same in words.
    pub(super) leads: Option<(String, String)>,
}

/// The stated dates, written out.
pub(super) struct Dates {
    pub(super) start: String,
    pub(super) end: String,
    /// What may be said of them, as a phrase that begins a line; empty where nothing may.
    pub(super) reason: String,
}

/// One school.
pub(super) struct School {
    pub(super) name: String,
    /// The degree and the graduation.
    pub(super) details: String,
}

impl Wording {
    pub(super) fn new(candidate: &Candidate, stated: Option<&Stated>, dates: DateStyle) -> Self {
        let owned = |text: Option<&str>| given(text).map(str::to_owned);
        Self {
            name: owned(Some(&candidate.name)),
            headline: owned(candidate.headline.as_deref()),
            contact: contact(candidate),
            dates: stated.map(|stated| Dates {
                start: dates.write(stated.start()),
                end: dates.write(stated.end()),
                reason: capitalised(&stated.reason()),
            }),
            education: candidate.education.iter().filter_map(|one| school(one, stated)).collect(),
        }
    }
}

fn contact(candidate: &Candidate) -> Vec<Contact> {
    use super::Field;
    let item = |field, text: &str, leads| Contact { field, text: text.to_owned(), leads };
    let mut items = Vec::new();
    if let Some(city) = given(candidate.location.as_deref()) {
        items.push(item(Field::Location, city, None));
    }
    if let Some(email) = given(candidate.email.as_deref()) {
        let leads = address::email(email).map(|uri| (uri, format!("E-mail {email}")));
        items.push(item(Field::Email, email, leads));
    }
    if let Some(phone) = given(candidate.phone.as_deref()) {
        let leads = address::phone(phone).map(|uri| (uri, format!("Call {phone}")));
        items.push(item(Field::Phone, phone, leads));
    }
    for link in &candidate.links {
        let Some(url) = given(Some(&link.url)) else { continue };
        let shown = address::shown(url);
        let label = given(Some(&link.label));
        let says = match label.filter(|label| !shown.to_lowercase().contains(&label.to_lowercase())) {
            Some(label) => format!("{label}: {shown}"),
            None => shown.to_owned(),
        };
        let leads = address::web(url).map(|uri| {
            let words = label.map_or_else(|| shown.to_owned(), |label| format!("{label}, {shown}"));
            (uri, words)
        });
        items.push(Contact { field: Field::Link, text: says, leads });
    }
    items
}

fn school(education: &Education, stated: Option<&Stated>) -> Option<School> {
    let graduation = given(education.graduation.as_deref()).map(|text| graduation(text, stated));
    let degree = given(education.degree.as_deref()).map(str::to_owned);
    let details: Vec<String> = degree.into_iter().chain(graduation).collect();
    let name = education.school.trim().to_owned();
    let details = details.join(", ");
    (!name.is_empty() || !details.is_empty()).then_some(School { name, details })
}

/// `2027-05` is written out, and expected while it is after the stated start; other text stands as typed.
fn graduation(text: &str, stated: Option<&Stated>) -> String {
    let Ok(month) = text.parse::<Month>() else { return text.to_owned() };
    let last_day = month.last_day();
    let written = last_day.format("%B %Y").to_string();
    let expected = stated.is_some_and(|stated| last_day > stated.start());
    if expected { format!("expected {written}") } else { written }
}

fn capitalised(phrase: &str) -> String {
    let mut characters = phrase.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
