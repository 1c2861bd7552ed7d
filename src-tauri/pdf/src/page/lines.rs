//! Text as a reader sees it: lines from the top, whatever order they were drawn in.

use hayro_svg::hayro_interpret::kurbo::Rect;

use super::{Look, Run};

/// What stands together on one baseline, from left to right. Text beyond a wide gap is a line of its own: it may
/// be another column's.
#[derive(Debug, Clone)]
pub struct Line {
    /// The runs, as places in [`Look::runs`], from left to right.
    pub runs: Vec<usize>,
    /// What it says, runs apart by a space.
    pub text: String,
    /// The baseline, from the top of the page.
    pub baseline: f64,
    /// From its first letter to the end of its last, and the ink between.
    pub area: Rect,
    /// The size of its largest letters.
    pub size: f64,
}

/// A gap of as many times the size of the letters parts two columns.
const COLUMN_GAP: f64 = 2.6;

/// The lines of level text from top to bottom, and from left to right where they share a baseline.
#[must_use]
pub fn lines(look: &Look) -> Vec<Line> {
    let said = |run: &Run| run.style.level && !run.text.trim().is_empty();
    let mut order: Vec<usize> =
        (0..look.runs.len()).filter(|at| look.runs.get(*at).is_some_and(said)).collect();
    let run = |at: usize| look.runs.get(at);
    let baseline = |at: &usize| run(*at).map_or(0.0, |run| run.start.y);
    order.sort_by(|a, b| baseline(a).total_cmp(&baseline(b)));
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for at in order {
        let Some(here) = run(at) else { continue };
        let near = |line: &Vec<usize>| {
            let last = line.last().and_then(|last| run(*last));
            last.is_some_and(|last| {
                (here.start.y - last.start.y).abs() <= last.style.size.min(here.style.size) * 0.3
            })
        };
        match lines.last_mut().filter(|line| near(line)) {
            Some(line) => line.push(at),
            None => lines.push(vec![at]),
        }
    }
    lines.into_iter().flat_map(|runs| pieces(look, runs)).filter_map(|runs| line(look, &runs)).collect()
}

/// The runs of one baseline, parted where a wide gap is.
fn pieces(look: &Look, mut runs: Vec<usize>) -> Vec<Vec<usize>> {
    let run = |at: &usize| look.runs.get(*at);
    let left = |at: &usize| run(at).map_or(0.0, |run| run.start.x);
    runs.sort_by(|a, b| left(a).total_cmp(&left(b)));
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for at in runs {
        let Some(here) = run(&at) else { continue };
        let apart = here.start.x - end > here.style.size * COLUMN_GAP;
        match pieces.last_mut().filter(|_| !apart) {
            Some(piece) => piece.push(at),
            None => pieces.push(vec![at]),
        }
        end = end.max(here.end.x);
    }
    pieces
}

fn line(look: &Look, runs: &[usize]) -> Option<Line> {
    let run = |at: &usize| look.runs.get(*at);
    let first = run(runs.first()?)?;
    let mut text = String::new();
    let mut area = Rect::new(first.start.x, first.start.y, first.end.x, first.start.y);
    let (mut size, mut end) = (0.0_f64, first.start.x);
    for run in runs.iter().filter_map(run) {
        if run.start.x - end > run.style.size * 0.17 && !text.ends_with(' ') && !run.text.starts_with(' ') {
            text.push(' ');
        }
        text.push_str(&run.text);
        end = run.end.x;
        size = size.max(run.style.size);
        area = area.union(Rect::from_points(run.start, run.end));
        if run.ink.area() > 0.0 {
            area = area.union(run.ink);
        }
    }
    let largest = runs.iter().filter_map(run).max_by(|a, b| a.style.size.total_cmp(&b.style.size))?;
    Some(Line { text, baseline: largest.start.y, area, size, runs: runs.to_vec() })
}
