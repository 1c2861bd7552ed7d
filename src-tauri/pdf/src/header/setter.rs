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
type ContactRow<'c> = Vec<(Line, &'c Contact)>;

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
        let lines = self.wrapped(Field::Name, name, Weight::SemiBold, (least, self.measure()))?;
        Ok((least, lines))
    }

    /// The contact items in rows: no item is broken unless it is wider than a row.
    pub(super) fn contact_rows<'c>(
        &self,
        contact: &'c [Contact],
        (size, gap): (f32, f32),
    ) -> Result<Vec<ContactRow<'c>>, HeaderError> {
        let mut rows: Vec<ContactRow<'c>> = Vec::new();
        let mut used = 0.0;
        for item in contact {
            for line in self.wrapped(item.field, &item.text, Weight::Regular, (size, self.measure()))? {
                let width = line.solid_width() * size;
                match rows.last_mut() {
                    Some(row) if used + gap + width <= self.measure() => {
                        used += gap + width;
                        row.push((line, item));
                    }
                    _ => {
                        used = width;
                        rows.push(vec![(line, item)]);
                    }
                }
            }
        }
        Ok(rows)
    }

    /// One row of the contact line from `x`, at the present baseline.
    pub(super) fn contact_row(
        &mut self,
        x: f32,
        (size, gap): (f32, f32),
        row: ContactRow<'_>,
    ) -> Result<(), HeaderError> {
        let (mut x, ink) = (x, self.inks.quiet);
        let space = self.line(Field::Link, " ", Weight::Regular)?;
        for (line, item) in row {
            let width = line.solid_width() * size;
            let line = line.then(space.clone());
            match &item.leads {
                Some((uri, contents)) => self.canvas.link((x, self.y), size, ink, &line, (uri, contents)),
                None => self.canvas.text((x, self.y), size, ink, &line),
            };
            x += width + gap;
        }
        Ok(())
    }

    /// Begins an element.
    pub(super) fn begin(&mut self, role: Role) {
        self.canvas.begin(role);
    }

    /// A rule across the sheet, `below` the present baseline.
    pub(super) fn rule(&mut self, below: f32, thickness: f32, ink: Ink) -> Result<(), HeaderError> {
        let y = self.down(below)?;
        let right = self.canvas.size().width - MARGIN;
        self.canvas.rule((MARGIN, y), (right, y), thickness, ink);
        Ok(())
    }
}
