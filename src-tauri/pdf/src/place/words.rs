//! What the student should know before saving, in sentences.

use startline_engine::Candidate;

use super::contact::Contact;
use super::sheet::Sheet;

/// Where the résumé and the candidate are two different people, and where it already says when they are free.
pub(super) fn warnings(sheet: &Sheet, contact: Option<&Contact>, candidate: &Candidate) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(contact) = contact {
        if let Some(there) = &contact.name
            && !candidate.name.trim().is_empty()
            && !same_name(there, &candidate.name)
            && !page_names(sheet, candidate)
        {
            warnings.push(format!(
                "The résumé’s name reads “{there}”, and yours here is “{}”. Programs that read résumés may mix the two.",
                candidate.name
            ));
        }
        if let (Some(there), Some(here)) = (&contact.email, &candidate.email)
            && !there.eq_ignore_ascii_case(here.trim())
        {
            warnings.push(format!("The résumé’s e-mail is {there}, and yours here is {here}."));
        }
    }
    if let Some(line) = sheet.lines.iter().find(|line| is_availability(&line.text)) {
        let text: String =
            line.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(90).collect();
        warnings.push(format!(
            "The résumé already says “{text}”. Take that out where you wrote it, or check that both agree."
        ));
    }
    warnings
}

fn is_availability(text: &str) -> bool {
    let lower = text.to_lowercase();
    let dated = lower.chars().any(|letter| letter.is_ascii_digit());
    dated
        && (lower.contains("availability:")
            || lower.contains("available from")
            || lower.contains("available for")
            || lower.contains("available to start")
            || lower.contains("start date:")
            || lower.contains("earliest start")
            || lower.contains("availability –"))
}

fn words(name: &str) -> Vec<String> {
    let letters = |word: &str| {
        word.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect::<String>()
    };
    name.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
}

fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    // Names are set in spread letters too: then only the letters count.
    one.concat() == other.concat() || (!short.is_empty() && short.iter().all(|word| long.contains(word)))
}

/// Whether the candidate's name stands elsewhere at the top of the page.
fn page_names(sheet: &Sheet, candidate: &Candidate) -> bool {
    let name = words(&candidate.name).concat();
    let top = sheet.lines.iter().filter(|line| line.area.y0 < sheet.look.height * 0.4);
    let text: String = top.flat_map(|line| words(&line.text)).collect();
    text.contains(&name)
}
