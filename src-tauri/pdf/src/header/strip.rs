//! The `strip` template: as low as it can be, to leave the sheet to what follows.

use super::setter::{MARGIN, Setter};
use super::wording::Wording;
use super::{Field, HeaderError};
use crate::draw::Role;
use crate::text::{Line, Weight};

const BODY: f32 = 10.5;
const SMALL: f32 = 9.5;
/// Every baseline stands on a quarter of this.
const LEADING: f32 = 14.0;
/// That of a name too long for one line.
const NAME_LEADING: f32 = 17.5;
/// The size of the contact line and the gap between its items.
const CONTACT: (f32, f32) = (9.5, 12.0);
/// The least room between the name and a contact line beside it.
const BESIDE: f32 = 20.0;

pub(super) fn set(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    sheet.down(42.0)?;
    let name_width = name(sheet, wording)?;
    let mut rows = sheet.contact_rows(&wording.contact, CONTACT)?;
    if let [row] = rows.as_slice() {
        let width = Setter::row_width(row, CONTACT);
        if name_width + BESIDE + width <= sheet.measure() {
            sheet.begin(Role::Paragraph);
            let row = rows.remove(0);
            sheet.contact_row(MARGIN + sheet.measure() - width, CONTACT, None, row)?;
        }
    }
    headline(sheet, wording)?;
    if !rows.is_empty() {
        sheet.begin(Role::Paragraph);
        sheet.down(if wording.headline.is_some() { 0.0 } else { 3.5 })?;
    }
    for row in rows {
        sheet.down(LEADING)?;
        sheet.contact_row(MARGIN, CONTACT, None, row)?;
    }
    sheet.ruled((21.0, SMALL, BODY), 0.75, sheet.inks.accent)?;
    availability(sheet, wording)?;
    education(sheet, wording)
}

fn name(sheet: &mut Setter<'_>, wording: &Wording) -> Result<f32, HeaderError> {
    let (text, ink) = match &wording.name {
        Some(name) => (name.as_str(), sheet.inks.accent),
        None => ("Your name", sheet.inks.hairline),
    };
    let (size, lines) = sheet.name(text, (18.0, 14.0))?;
    sheet.begin(Role::Title);
    sheet.down(14.0)?;
    let x = MARGIN + 0.5 - lines.first().map_or(0.0, Line::bearing) * size;
    sheet.paragraph((x, size, NAME_LEADING), ink, &lines)?;
    Ok(lines.last().map_or(0.0, Line::solid_width) * size)
}

fn headline(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    let Some(headline) = &wording.headline else { return Ok(()) };
    let lines = sheet.wrapped(Field::Headline, headline, Weight::Regular, (BODY, sheet.measure()))?;
    sheet.begin(Role::Paragraph);
    sheet.down(LEADING + 3.5)?;
    sheet.paragraph((MARGIN, BODY, LEADING), sheet.inks.text, &lines)
}

fn availability(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    sheet.begin(Role::Paragraph);
    let Some(dates) = &wording.dates else {
        return sheet.no_dates((MARGIN, 0.0), 0.0, BODY);
    };
    let mut x = MARGIN;
    for (label, date) in [("Start date: ", &dates.start), ("End date: ", &dates.end)] {
        let line = sheet.dated(label, date)?;
        sheet.canvas.text((x, sheet.y), BODY, sheet.inks.text, &line);
        x += line.solid_width() * BODY + 18.0;
    }
    if dates.reason.is_empty() {
        return Ok(());
    }
    let room = (SMALL, sheet.measure());
    let lines = sheet.wrapped(Field::Availability, &dates.reason, Weight::Regular, room)?;
    sheet.begin(Role::Paragraph);
    let left = MARGIN + sheet.measure() - x;
    match lines.as_slice() {
        [line] if line.width * SMALL <= left => {
            sheet.canvas.text((x, sheet.y), SMALL, sheet.inks.quiet, line);
            Ok(())
        }
        lines => {
            sheet.down(LEADING)?;
            sheet.paragraph((MARGIN, SMALL, LEADING), sheet.inks.quiet, lines)
        }
    }
}

/// A school to a line: the name, then what was studied, beside it where there is room.
fn education(sheet: &mut Setter<'_>, wording: &Wording) -> Result<(), HeaderError> {
    let field = Field::Education;
    for school in &wording.education {
        sheet.begin(Role::Paragraph);
        let mut x = MARGIN;
        if !school.name.is_empty() {
            let ending = if school.details.is_empty() { "" } else { ", " };
            let name = format!("{}{ending}", school.name);
            let lines = sheet.wrapped(field, &name, Weight::SemiBold, (BODY, sheet.measure()))?;
            sheet.down(LEADING)?;
            sheet.paragraph((x, BODY, LEADING), sheet.inks.text, &lines)?;
            x += lines.last().map_or(0.0, |line| line.width) * BODY;
        } else {
            sheet.down(LEADING)?;
        }
        if school.details.is_empty() {
            continue;
        }
        let whole = sheet.line(field, &school.details, Weight::Regular)?;
        if x + whole.width * BODY <= MARGIN + sheet.measure() {
            sheet.canvas.text((x, sheet.y), BODY, sheet.inks.text, &whole);
            continue;
        }
        let lines = sheet.wrapped(field, &school.details, Weight::Regular, (BODY, sheet.measure()))?;
        sheet.down(LEADING)?;
        sheet.paragraph((MARGIN, BODY, LEADING), sheet.inks.text, &lines)?;
    }
    Ok(())
}
