//! The only code that touches the data folder.
//!
//! | module | what it knows |
//! | --- | --- |
//! | [`draft`](Draft) | one application as the student left it, and its file: reading, writing, unknown keys, formats |

mod draft;

pub use draft::{Draft, DraftError, FORMAT, Parsed};
