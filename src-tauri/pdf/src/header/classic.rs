//! The `classic` template: everything stands on the middle of the sheet.

use super::setter::{MARGIN, Setter};
use super::wording::Wording;
use super::{Field, HeaderError};
use crate::draw::{Ink, Role};
use crate::text::{Line, Weight};

const BODY: f32 = 11.0;
const SMALL: f32 = 10.5;
/// Every baseline stands on a quarter of this, so that what is set beside the header can be set to it.
const LEADING: f32 = 16.0;
/// That of a name too long for one line.
const NAME_LEADING: f32 = 24.0;
/// The size of the contact line and the gap between its items, which holds a dot.
const CONTACT: (f32, f32) = (10.5, 17.0);

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
        let x = (sheet.canvas.size().width - Setter::row_width(&row, CONTACT)) / 2.0;
        sheet.contact_row(x, CONTACT, Some("·"), row)?;
    }
    sheet.ruled((32.0, SMALL, BODY), 0.9, sheet.inks.accent)?;
    availability(sheet, wording)?;
    if !wording.education.is_empty() {
        sheet.ruled((28.0, SMALL, BODY), 0.5, sheet.inks.hairline)?;
        education(sheet, wording)?;
    }
    Ok(())
}

/// Lines one below the other, each on the middle of the sheet.
fn centred(
    sheet: &mut Setter<'_>,
    (size, leading): (f32, f32),
    ink: Ink,
    lines: &[Line],
) -> Result<(), HeaderError> {
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            sheet.down(leading)?;
        }
        let x = (sheet.canvas.size().width - line.solid_width() * size) / 2.0;
        sheet.canvas.text((x, sheet.y), size, ink, line);
    }
    Ok(())
}

fn name(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    let (text, ink) = match &wording.name {
        Some(name) => (name.as_str(), sheet.inks.accent),
        None => ("Your name", sheet.inks.hairline),
    };
    let (size, lines) = sheet.name(text, (27.0, 19.0))?;
    sheet.begin(Role::Title);
    sheet.down(24.0)?;
    centred(sheet, (size, NAME_LEADING), ink, &lines)?;
    if let Some(headline) = &wording.headline {
        let lines = sheet.wrapped(Field::Headline, headline, Weight::Regular, (12.0, sheet.measure()))?;
        sheet.begin(Role::Paragraph);
        sheet.down(20.0)?;
        centred(sheet, (12.0, LEADING), sheet.inks.text, &lines)?;
    }
    Ok(())
}

fn availability(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    sheet.begin(Role::Paragraph);
    let Some(dates) = &wording.dates else {
        return sheet.no_dates((MARGIN, sheet.measure()), 0.5, BODY);
    };
    let gap = 28.0;
    let start = sheet.dated("Start date: ", &dates.start)?;
    let end = sheet.dated("End date: ", &dates.end)?;
    let width = (start.solid_width() + end.solid_width()) * BODY + gap;
    let x = (sheet.canvas.size().width - width) / 2.0;
    sheet.canvas.text((x, sheet.y), BODY, sheet.inks.text, &start);
    sheet.canvas.text((x + start.solid_width() * BODY + gap, sheet.y), BODY, sheet.inks.text, &end);
    if !dates.reason.is_empty() {
        let room = (SMALL, sheet.measure());
        let lines = sheet.wrapped(Field::Availability, &dates.reason, Weight::Regular, room)?;
        sheet.begin(Role::Paragraph);
        sheet.down(LEADING)?;
        centred(sheet, (SMALL, LEADING), sheet.inks.quiet, &lines)?;
    }
    Ok(())
}

fn education(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    let mut first = true;
    for school in &wording.education {
        sheet.begin(Role::Paragraph);
        let parts = [(&school.name, Weight::SemiBold), (&school.details, Weight::Regular)];
        for (text, weight) in parts.into_iter().filter(|(text, _)| !text.is_empty()) {
            if !first {
                sheet.down(if weight == Weight::SemiBold { LEADING + 8.0 } else { LEADING })?;
            }
            first = false;
            let lines = sheet.wrapped(Field::Education, text, weight, (BODY, sheet.measure()))?;
            centred(sheet, (BODY, LEADING), sheet.inks.text, &lines)?;
        }
    }
    Ok(())
}
