//! What every template sets with: the sheet, the inks, lines that wrap, and the contact line.

use startline_engine::{Style, Template};

use super::check;
use super::wording::Contact;
use super::{Field, HeaderError};
use crate::draw::{Canvas, Ink, Role, Size};
use crate::text::{Fonts, Line, Weight};

/// The colours of a header. All but `hairline` stand out from white at least 7 to 1, or as the student chose.
pub(super) struct Inks {
    /// What is read first.
    pub(super) text: Ink,
    /// What is read second: labels, contact details.
    pub(super) quiet: Ink,
    /// The name and the main rule.
    pub(super) accent: Ink,
    /// Rules that only part.
    pub(super) hairline: Ink,
}

/// How far letters reach below and above the baseline, in ems of their size.
const DESCENT: f32 = 0.24;
const ASCENT: f32 = 0.714;

/// The width of the margin at the left, the right and the foot.
pub(super) const MARGIN: f32 = 54.0;

/// A sheet being set. `y` is the baseline of what was set last.
pub(super) struct Setter<'a> {
    pub(super) canvas: Canvas,
    pub(super) inks: Inks,
    pub(super) y: f32,
    fonts: &'a Fonts,
    template: Template,
}

/// A row of the contact line: shaped items and what they are.
pub(super) type ContactRow<'c> = Vec<(Line, &'c Contact)>;

impl<'a> Setter<'a> {
    pub(super) fn new(size: Size, style: &Style, fonts: &'a Fonts) -> Self {
        let text = Ink(0x14, 0x18, 0x1d);
        let accent = check::given(style.accent.as_deref()).and_then(check::colour).unwrap_or(text);
        let (quiet, hairline) = (Ink(0x45, 0x4d, 0x57), Ink(0xae, 0xb5, 0xbd));
        let inks = Inks { text, quiet, accent, hairline };
        Self { canvas: Canvas::new(size), inks, y: size.height, fonts, template: style.template }
    }

    /// The width between the margins.
    pub(super) fn measure(&self) -> f32 {
        self.canvas.size().width - 2.0 * MARGIN
    }

    /// Moves the baseline down.
    ///
    /// # Errors
    /// [`HeaderError::NoRoom`] if that leaves the sheet.
    pub(super) fn down(&mut self, by: f32) -> Result<f32, HeaderError> {
        self.y -= by;
        if self.y < MARGIN { Err(HeaderError::NoRoom) } else { Ok(self.y) }
    }

    /// One line of text.
    pub(super) fn line(&self, field: Field, text: &str, weight: Weight) -> Result<Line, HeaderError> {
        Line::shape(text, weight, self.fonts).map_err(|missing| HeaderError::Missing {
            template: self.template,
            field,
            characters: missing.0,
        })
    }

    /// Text in as many lines of `width` as it takes, broken at spaces; a word that is wider than a line is
    /// broken where it must be.
    pub(super) fn wrapped(
        &self,
        field: Field,
        text: &str,
        weight: Weight,
        (size, width): (f32, f32),
    ) -> Result<Vec<Line>, HeaderError> {
        let whole = self.line(field, text, weight)?;
        if whole.width * size <= width {
            return Ok(vec![whole]);
        }
        let fits = |text: &str| Ok::<_, HeaderError>(self.line(field, text, weight)?.width * size <= width);
        let mut lines: Vec<String> = Vec::new();
        let mut current = String::new();
        for word in text.split_whitespace() {
            let longer = if current.is_empty() { word.to_owned() } else { format!("{current} {word}") };
            if fits(&longer)? {
                current = longer;
                continue;
            }
            if !current.is_empty() {
                lines.push(std::mem::take(&mut current));
            }
            for character in word.chars() {
                let longer = format!("{current}{character}");
                if fits(&longer)? {
                    current = longer;
                } else {
                    lines.push(std::mem::replace(&mut current, character.to_string()));
                }
            }
        }
        lines.push(current);
        let last = lines.len() - 1;
        let ended = lines.iter().enumerate().map(|(place, line)| {
            // A space at the end of every line but the last keeps the words apart for those who read by ear.
            if place == last { line.clone() } else { format!("{line} ") }
        });
        ended.map(|line| self.line(field, &line, weight)).collect()
    }

    /// Text in lines one below the other, the first at the present baseline.
    pub(super) fn paragraph(
        &mut self,
        (x, size, leading): (f32, f32, f32),
        ink: Ink,
        lines: &[Line],
    ) -> Result<(), HeaderError> {
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                self.down(leading)?;
            }
            self.canvas.text((x, self.y), size, ink, line);
        }
        Ok(())
    }

    /// The name: as large as it can be in one line down to `least`, and then in several.
    pub(super) fn name(
        &self,
        name: &str,
        (most, least): (f32, f32),
    ) -> Result<(f32, Vec<Line>), HeaderError> {
        let line = self.line(Field::Name, name, Weight::SemiBold)?.spaced(-0.01);
        let size = (self.measure() / line.width).min(most);
        if size >= least {
            return Ok((size, vec![line]));
        }
        // Of several lines none should be much shorter than the others: as narrow as leaves them as many.
        let set = |width| self.wrapped(Field::Name, name, Weight::SemiBold, (least, width));
        let fewest = set(self.measure())?.len();
        let mut longest = 0.0_f32;
        for word in name.split_whitespace() {
            longest = longest.max(self.line(Field::Name, word, Weight::SemiBold)?.width * least);
        }
        let (mut low, mut high) = (longest.min(self.measure()), self.measure());
        for _ in 0..6 {
            let middle = (low + high) / 2.0;
            if set(middle)?.len() > fewest { low = middle } else { high = middle }
        }
        Ok((least, set(high)?))
    }

    /// The contact items in rows: as few as there can be, and filled evenly. No item is broken unless it is
    /// wider than a row.
    pub(super) fn contact_rows<'c>(
        &self,
        contact: &'c [Contact],
        (size, gap): (f32, f32),
    ) -> Result<Vec<ContactRow<'c>>, HeaderError> {
        let mut items: ContactRow<'c> = Vec::new();
        for item in contact {
            let lines = self.wrapped(item.field, &item.text, Weight::Regular, (size, self.measure()))?;
            items.extend(lines.into_iter().map(|line| (line, item)));
        }
        let widths: Vec<f32> = items.iter().map(|(line, _)| line.solid_width() * size).collect();
        let fewest = ends(&widths, gap, self.measure()).len();
        // The narrowest rows that are as few: halving the doubt ten times leaves half a point.
        let (mut low, mut high) = (0.0, self.measure());
        for _ in 0..10 {
            let middle = (low + high) / 2.0;
            if ends(&widths, gap, middle).len() > fewest { low = middle } else { high = middle }
        }
        let mut items = items.into_iter();
        let mut taken = 0;
        let rows = ends(&widths, gap, high).into_iter().map(|end| {
            let row = items.by_ref().take(end - taken).collect();
            taken = end;
            row
        });
        Ok(rows.collect())
    }

    /// The width of a row of the contact line.
    pub(super) fn row_width(row: &ContactRow<'_>, (size, gap): (f32, f32)) -> f32 {
        let items: f32 = row.iter().map(|(line, _)| line.solid_width() * size).sum();
        items + gap * row.len().saturating_sub(1) as f32
    }

    /// One row of the contact line from `x`, at the present baseline. The separator, where there is one,
    /// stands in the middle of each gap and never at an end.
    pub(super) fn contact_row(
        &mut self,
        mut x: f32,
        (size, gap): (f32, f32),
        separator: Option<&str>,
        row: ContactRow<'_>,
    ) -> Result<(), HeaderError> {
        let ink = self.inks.quiet;
        let space = self.line(Field::Link, " ", Weight::Regular)?;
        let between = match separator {
            Some(separator) => Some(self.line(Field::Link, separator, Weight::Regular)?),
            None => None,
        };
        let last = row.len().saturating_sub(1);
        for (place, (line, item)) in row.into_iter().enumerate() {
            let width = line.solid_width() * size;
            let line = line.then(space.clone());
            match &item.leads {
                Some((uri, contents)) => self.canvas.link((x, self.y), size, ink, &line, (uri, contents)),
                None => self.canvas.text((x, self.y), size, ink, &line),
            };
            x += width + gap;
            if let Some(between) = between.as_ref().filter(|_| place < last) {
                let middle = x - (gap + between.width * size) / 2.0;
                self.canvas.text((middle, self.y), size, ink, &between.clone().then(space.clone()));
            }
        }
        Ok(())
    }

    /// “Start date: May 18, 2026”, the date in SemiBold, with a space behind it.
    pub(super) fn dated(&self, label: &str, date: &str) -> Result<Line, HeaderError> {
        let field = Field::Availability;
        let line = self.line(field, label, Weight::Regular)?;
        let line = line.then(self.line(field, date, Weight::SemiBold)?);
        Ok(line.then(self.line(field, " ", Weight::Regular)?))
    }

    /// What stands in the place of the dates while there are none. `place` is where its frame begins, as a
    /// part of the room that is left over in `width`.
    pub(super) fn no_dates(
        &mut self,
        (x, width): (f32, f32),
        place: f32,
        size: f32,
    ) -> Result<(), HeaderError> {
        let line = self.line(Field::Availability, "No dates to state yet", Weight::Regular)?;
        let padding = 7.0;
        let left = x + (width - line.width * size - 2.0 * padding) * place;
        let ink = self.inks.quiet;
        let drawn = self.canvas.text((left + padding, self.y), size, ink, &line);
        let (bottom, top) = (self.y - 0.42 * size, self.y + 1.04 * size);
        self.canvas.frame([left, bottom, left + drawn + 2.0 * padding, top], ink);
        Ok(())
    }

    /// Begins an element.
    pub(super) fn begin(&mut self, role: Role) {
        self.canvas.begin(role);
    }

    /// Moves the baseline down by `whole`, with a rule across the sheet on the way: as far from the foot of
    /// the letters above as from the head of those below, which have the sizes `above` and `below`.
    pub(super) fn ruled(
        &mut self,
        (whole, above, below): (f32, f32, f32),
        thickness: f32,
        ink: Ink,
    ) -> Result<(), HeaderError> {
        let (foot, head) = (DESCENT * above, ASCENT * below);
        let middle = foot + (whole - foot - head) / 2.0;
        let y = self.down(middle)?;
        let right = self.canvas.size().width - MARGIN;
        self.canvas.rule((MARGIN, y), (right, y), thickness, ink);
        self.down(whole - middle)?;
        Ok(())
    }
}

/// Where each row ends, as a count of items, when rows are filled up to `width`.
fn ends(widths: &[f32], gap: f32, width: f32) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut used = 0.0;
    for (place, item) in widths.iter().enumerate() {
        match ends.last_mut() {
            Some(end) if used + gap + item <= width => {
                used += gap + item;
                *end = place + 1;
            }
            _ => {
                used = *item;
                ends.push(place + 1);
            }
        }
    }
    ends
}
