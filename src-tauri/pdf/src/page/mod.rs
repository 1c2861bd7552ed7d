//! One page as it is drawn: the operators of its content stream, each with its place in the bytes, and what
//! each of them shows.

mod lines;
mod look;
mod ops;
mod run;
mod state;

pub use lines::{Line, lines};
pub use look::{Ink, InkKind, Look, look, look_at, looks, upright};
pub use ops::{Op, ops};
pub use run::{Run, Style};
pub use state::{Before, Mark, befores};
