use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// Named steps, one after the other, ending at the first that fails.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<Done>,
}

struct Done {
    name: &'static str,
    took: Duration,
    note: String,
}

impl Steps {
    /// Runs one step. What it returns is a note for the summary: a count of tests, or nothing.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<String>) -> Result<()> {
        println!("\n━━ {} · {name}", self.done.len() + 1);
        let begun = Instant::now();
        let note = work().with_context(|| format!("✗ {name} failed, after {}", seconds(begun.elapsed())))?;
        self.done.push(Done { name, took: begun.elapsed(), note });
        Ok(())
    }

    /// Every step with its time and note.
    pub(crate) fn summary(&self) -> String {
        let width = self.done.iter().map(|step| step.name.chars().count()).max().unwrap_or(0);
        let mut lines = String::from("\n━━ All passed\n");
        for Done { name, took, note } in &self.done {
            let line = format!("✓ {name:width$} {:>8}   {note}", seconds(*took));
            lines.push_str(line.trim_end());
            lines.push('\n');
        }
        lines
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
