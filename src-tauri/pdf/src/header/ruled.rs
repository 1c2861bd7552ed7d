//! The `ruled` template: the name at the left, labelled rows between rules.

use super::setter::{MARGIN, Setter};
use super::wording::Wording;
use super::{Field, HeaderError};
use crate::draw::Role;
use crate::text::{Line, Weight};

/// Where the values of the rows begin.
const VALUES: f32 = MARGIN + 92.0;
const BODY: f32 = 11.0;
const LABEL: f32 = 10.5;
/// Every baseline stands on a quarter of this, so that what is set beside the header can be set to it.
const LEADING: f32 = 16.0;
/// That of a name too long for one line.
const NAME_LEADING: f32 = 24.0;
/// The size of the contact line and the gap between its items.
const CONTACT: (f32, f32) = (10.5, 15.0);

pub(super) fn set(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    sheet.down(40.0)?;
    name(sheet, wording)?;
    let rows = sheet.contact_rows(&wording.contact, CONTACT)?;
    if !rows.is_empty() {
        sheet.begin(Role::Paragraph);
        sheet.down(if wording.headline.is_some() { 4.0 } else { 8.0 })?;
    }
    for row in rows {
        sheet.down(LEADING)?;
        sheet.contact_row(MARGIN, CONTACT, None, row)?;
    }
    sheet.ruled((28.0, LABEL, BODY), 0.9, sheet.inks.accent)?;
    availability(sheet, wording)?;
    if !wording.education.is_empty() {
        sheet.ruled((24.0, LABEL, BODY), 0.5, sheet.inks.hairline)?;
        education(sheet, wording)?;
    }
    Ok(())
}

fn name(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    let (text, ink) = match &wording.name {
        Some(name) => (name.as_str(), sheet.inks.accent),
        None => ("Your name", sheet.inks.hairline),
    };
    let (size, lines) = sheet.name(text, (26.0, 19.0))?;
    sheet.begin(Role::Title);
    sheet.down(24.0)?;
    // The ink of the large letters stands on the margin, as that of the small ones below all but does.
    let x = MARGIN + 0.5 - lines.first().map_or(0.0, Line::bearing) * size;
    sheet.paragraph((x, size, NAME_LEADING), ink, &lines)?;
    if let Some(headline) = &wording.headline {
        let lines = sheet.wrapped(Field::Headline, headline, Weight::Regular, (12.0, sheet.measure()))?;
        sheet.begin(Role::Paragraph);
        sheet.down(20.0)?;
        sheet.paragraph((MARGIN, 12.0, LEADING), sheet.inks.text, &lines)?;
    }
    Ok(())
}

fn label(sheet: &mut Setter<'_>, field: Field, text: &str) -> Result<(), HeaderError> {
    let line = sheet.line(field, text, Weight::SemiBold)?.then(sheet.line(field, " ", Weight::SemiBold)?);
    sheet.begin(Role::Heading);
    sheet.canvas.text((MARGIN, sheet.y), LABEL, sheet.inks.quiet, &line);
    Ok(())
}

fn availability(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    let field = Field::Availability;
    label(sheet, field, "Availability")?;
    sheet.begin(Role::Paragraph);
    let Some(dates) = &wording.dates else {
        return sheet.no_dates((VALUES, 0.0), 0.0, BODY);
    };
    let mut x = VALUES;
    for (label, date) in [("Start date: ", &dates.start), ("End date: ", &dates.end)] {
        let line = sheet.dated(label, date)?;
        sheet.canvas.text((x, sheet.y), BODY, sheet.inks.text, &line);
        x += line.solid_width() * BODY + 24.0;
    }
    if !dates.reason.is_empty() {
        let width = sheet.measure() + MARGIN - VALUES;
        let lines = sheet.wrapped(field, &dates.reason, Weight::Regular, (LABEL, width))?;
        sheet.begin(Role::Paragraph);
        sheet.down(LEADING)?;
        sheet.paragraph((VALUES, LABEL, LEADING), sheet.inks.quiet, &lines)?;
    }
    Ok(())
}

fn education(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    let field = Field::Education;
    label(sheet, field, "Education")?;
    let width = sheet.measure() + MARGIN - VALUES;
    let mut first = true;
    for school in &wording.education {
        sheet.begin(Role::Paragraph);
        let parts = [(&school.name, Weight::SemiBold), (&school.details, Weight::Regular)];
        for (text, weight) in parts.into_iter().filter(|(text, _)| !text.is_empty()) {
            if !first {
                sheet.down(if weight == Weight::SemiBold { LEADING + 8.0 } else { LEADING })?;
            }
            first = false;
            let lines = sheet.wrapped(field, text, weight, (BODY, width))?;
            sheet.paragraph((VALUES, BODY, LEADING), sheet.inks.text, &lines)?;
        }
    }
    Ok(())
}
