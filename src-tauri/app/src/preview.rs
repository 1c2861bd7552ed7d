//! The sheet as it would be saved, as a picture.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use startline_drafts::Draft;
use startline_pdf::Sheet;

use crate::fonts::fonts;
use crate::judged::state;

/// The picture of the header's page, or why there is none.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Preview {
    /// The first page as SVG; empty where there is none.
    pub svg: String,
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// How many pages the PDF has.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub pages: usize,
    /// How many bytes the PDF has.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub bytes: usize,
    /// Why it can't be drawn, as a sentence. That no dates hold is no such reason: the sheet says so itself.
    pub problem: Option<String>,
}

/// Draws the draft's header. While no dates hold it states none; where it can't be drawn it says why.
#[must_use]
pub fn preview(draft: &Draft, today: NaiveDate) -> Preview {
    let stated = state(draft, today);
    let sheet = Sheet { candidate: &draft.candidate, stated: stated.as_ref().ok(), style: &draft.style };
    let drawn =
        sheet.to_pdf(&fonts(&draft.candidate, draft.style.typeface)).map_err(|error| error.to_string());
    match drawn {
        Ok(pdf) => picture(&pdf, None),
        Err(problem) => Preview { problem: Some(problem), ..Preview::default() },
    }
}

/// A picture of a PDF's first page, or why there is none. A stranger's file is drawn in a child only.
pub(crate) fn picture(pdf: &[u8], password: Option<&str>) -> Preview {
    let bytes = pdf.len();
    match startline_pdf::locked_preview_svg(pdf, password.unwrap_or_default()) {
        Ok(startline_pdf::Preview { svg, width, height, pages }) => {
            Preview { svg, width, height, pages, bytes, problem: None }
        }
        Err(problem) => Preview { bytes, problem: Some(problem.to_string()), ..Preview::default() },
    }
}
