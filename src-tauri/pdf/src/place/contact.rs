//! The name and the contact details at the top of a résumé.

use std::collections::HashMap;

use hayro_svg::hayro_interpret::kurbo::Rect;

use super::headings::{is_heading, is_section};
use super::sheet::Sheet;
use crate::page::{Line, Run, Style};

/// The block at the top that says whose résumé it is.
#[derive(Debug, Clone)]
pub(super) struct Contact {
    /// The name as it stands there; none where it is drawn or a picture, so that no line of text is it.
    pub(super) name: Option<String>,
    /// The first e-mail address, from anywhere on the page.
    pub(super) email: Option<String>,
    /// The lines of the block, as places in the sheet's lines.
    pub(super) lines: Vec<usize>,
    /// All of its text.
    pub(super) area: Rect,
    /// Each line's box.
    pub(super) rows: Vec<Rect>,
    /// The last line, whose look the availability line takes.
    pub(super) last: Line,
    /// How that line looks, for the most part.
    pub(super) style: Style,
    /// From the baseline of one line to the next.
    pub(super) leading: f64,
}

/// What stands for a letter whose font doesn't say which it is.
const UNREADABLE: char = char::REPLACEMENT_CHARACTER;

/// Finds the block, if the page has text that reads like one.
pub(super) fn contact(sheet: &Sheet) -> Option<Contact> {
    let lines = &sheet.lines;
    let (first, is_name) = first_line(sheet)?;
    // Whose look and place the rest is set against: the name, or what stands where it would.
    let name = lines.get(first)?;
    // Row by row downwards: what reads like contact details, wherever it stands, and what stands right below
    // the name. A summary that no contact details follow is none of it.
    let mut block = vec![first];
    let mut kept = 1;
    let mut reach = name.area;
    let margin = lines.iter().map(|line| line.area.x0).fold(name.area.x0, f64::min);
    for at in (0..lines.len()).filter(|at| *at != first) {
        let Some(line) = lines.get(at) else { continue };
        let below = line.area.x0 < reach.x1 && line.area.x1 > reach.x0;
        // With the first section below the block, the block is over.
        if is_section(&line.text) && line.area.y0 > reach.y1 && (below || line.area.x0 < margin + 6.0) {
            break;
        }
        let size = line.size.max(9.0);
        let allowed = size
            * match block.len() {
                _ if is_contact(&line.text) => 3.4,
                1 if name.size > line.size * 1.4 => 2.6,
                _ => 1.6,
            };
        let near = line.area.y0 - reach.y1 <= allowed && line.area.y0 < sheet.look.height * 0.5;
        let level = (line.baseline - name.baseline).abs() < name.size;
        if line.baseline < name.baseline - name.size || !near || is_heading(&line.text) || block.len() > 24 {
            continue;
        }
        let words = line.text.split_whitespace().count();
        let mate = |other: &usize| {
            lines.get(*other).is_some_and(|other| (other.baseline - line.baseline).abs() < 2.0)
        };
        if is_contact(&line.text) {
            block.push(at);
            kept = block.len();
        } else if (words <= 6 && (level || block.iter().any(mate))) || (below && words <= 24) {
            block.push(at);
            if block.iter().take(kept).any(mate) && kept > 1 {
                kept = block.len();
            }
        } else {
            continue;
        }
        reach = reach.union(line.area);
    }
    let second = || block.get(1).and_then(|at| lines.get(*at)).filter(|line| is_tagline(line, name));
    let kept = if kept == 1 && second().is_some() { 2 } else { kept };
    block.truncate(kept);
    let goes_on = go_on(lines, &mut block);
    let of: Vec<&Line> = block.iter().filter_map(|at| lines.get(*at)).collect();
    let area = of.iter().map(|line| line.area).reduce(|a, b| a.union(b))?;
    let in_column = |line: &&&Line| line.area.x0 < name.area.x1 + 1.0 && line.area.x1 > name.area.x0 - 1.0;
    let lowest = |a: &&&Line, b: &&&Line| a.baseline.total_cmp(&b.baseline);
    let details = of.iter().filter(|line| is_contact(&line.text));
    let last = details.clone().filter(in_column).max_by(lowest).or_else(|| details.max_by(lowest));
    let last = goes_on.and_then(|at| lines.get(at)).or(last.or_else(|| of.last()).copied())?.clone();
    let style = style_of(sheet, &last)?;
    let leading = leading(&of, style.size);
    let email = lines.iter().find_map(|line| email_in(&line.text));
    let rows: Vec<Rect> = of.iter().map(|line| line.area).collect();
    let name = is_name.then(|| whole_name(lines, &block, name)).filter(|name| !name.contains(UNREADABLE));
    Some(Contact { name, email, lines: block, area, rows, last, style, leading })
}

/// Adds the short lines that go on below the contact details as these do, such as the place: no section begins
/// with them, since a gap or a heading follows. The last of them, if there are any.
fn go_on(lines: &[Line], block: &mut Vec<usize>) -> Option<usize> {
    let details = block.iter().copied().filter_map(|at| Some((at, lines.get(at)?)));
    let details = details.filter(|(_, line)| is_contact(&line.text));
    let mut last = details.max_by(|a, b| a.1.baseline.total_cmp(&b.1.baseline)).map(|(at, _)| at);
    let mut added = None;
    while let (Some(above), true) = (last.and_then(|at| lines.get(at)), block.len() < 24) {
        let Some((at, next)) = next_below(lines, above) else { break };
        let step = next.baseline - above.baseline;
        let alike = (next.size - above.size).abs() < above.size * 0.08 && step <= above.size * 2.0;
        let short = next.text.split_whitespace().count() <= 6 && next.text.chars().count() <= 48;
        let ends = next_below(lines, next).is_none_or(|(_, after)| {
            is_heading(&after.text)
                || after.size > next.size * 1.1
                || after.baseline - next.baseline > step.max(next.size * 1.2) * 1.35
        });
        if block.contains(&at) || !alike || !short || !ends || is_heading(&next.text) {
            break;
        }
        block.push(at);
        (last, added) = (Some(at), Some(at));
    }
    added
}

/// The nearest line below another that stands under it, at least in part.
fn next_below<'a>(lines: &'a [Line], above: &Line) -> Option<(usize, &'a Line)> {
    let under = |line: &&Line| line.area.x0 < above.area.x1 && line.area.x1 > above.area.x0;
    let below = lines.iter().enumerate().filter(|(_, line)| is_below(line, above) && under(line));
    below.min_by(|a, b| a.1.baseline.total_cmp(&b.1.baseline))
}

/// The name as it stands there; first and last name may each have a line of their own.
fn whole_name(lines: &[Line], block: &[usize], name: &Line) -> String {
    let second = block.get(1).and_then(|at| lines.get(*at)).filter(|next| {
        let alike = (next.size - name.size).abs() < name.size * 0.06;
        let close = next.area.y0 - name.area.y1 < name.size && next.area.x0 < name.area.x1;
        alike && close && next.baseline > name.baseline + 2.0 && could_be_name(&next.text) && name.size > 13.0
    });
    let words = std::iter::once(name).chain(second).flat_map(|line| line.text.split_whitespace());
    let name = words.collect::<Vec<_>>().join(" ");
    // Bold letters are made by drawing them twice, too.
    match name.split_at_checked(name.len() / 2) {
        Some((once, twice)) if once.len() > 3 && once == twice => once.to_owned(),
        _ => name,
    }
}

/// Whether a line right below the name is a description of the student rather than the first section.
fn is_tagline(line: &Line, name: &Line) -> bool {
    let words = line.text.split_whitespace().count();
    let loud = line.text.chars().any(char::is_lowercase);
    (2..=9).contains(&words) && loud && line.area.y0 - name.area.y1 <= line.size * 1.2
}

/// The line that begins the block, and whether it is the name. That is the largest letters in the top of the
/// page, or where nothing stands out the first line that could be one; but no line below the first section is,
/// unless its letters are larger than the section's. Where contact details come first and no name is among
/// them, the name is no text, and the details begin the block.
fn first_line(sheet: &Sheet) -> Option<(usize, bool)> {
    let line = |at: &usize| sheet.lines.get(*at);
    let top: Vec<usize> = (0..sheet.lines.len())
        .filter(|at| line(at).is_some_and(|line| line.area.y0 < sheet.look.height * 0.45))
        .collect();
    let named = |at: Option<usize>| at.or_else(|| top.first().copied()).map(|at| (at, true));
    let name = largest_name(sheet, &top);
    let Some(found) = name.as_ref().and_then(line) else { return named(name) };
    let heads = |section: &&Line| {
        is_section(&section.text) && is_below(found, section) && found.size <= section.size * 1.2
    };
    let Some(section) = top.iter().filter_map(line).find(heads) else { return named(name) };
    let head: Vec<usize> =
        top.iter().copied().filter(|at| line(at).is_some_and(|line| is_below(section, line))).collect();
    let Some(details) = head.iter().copied().find(|at| line(at).is_some_and(|line| is_contact(&line.text)))
    else {
        return named(name);
    };
    let above = |name: &usize| {
        line(name)
            .zip(line(&details))
            .is_some_and(|(name, details)| name.size > details.size * 1.1 || !is_below(name, details))
    };
    Some(largest_name(sheet, &head).filter(above).map_or((details, false), |name| (name, true)))
}

/// The first of the largest lines that could be a name.
fn largest_name(sheet: &Sheet, among: &[usize]) -> Option<usize> {
    let could_be = |at: &usize| sheet.lines.get(*at).filter(|line| could_be_name(&line.text));
    let largest = among.iter().filter_map(could_be).map(|line| line.size).fold(0.0, f64::max);
    among.iter().copied().find(|at| could_be(at).is_some_and(|line| line.size >= largest * 0.97))
}

fn is_below(line: &Line, above: &Line) -> bool {
    line.baseline > above.baseline + 2.0
}

fn could_be_name(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    // Letters that can't be read are letters all the same.
    let letters = lower.chars().filter(|letter| letter.is_alphabetic() || *letter == UNREADABLE).count();
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    let title = matches!(lower.as_str(), "resume" | "résumé" | "curriculum vitae" | "cv" | "lebenslauf");
    let named = letters >= 2 && digits == 0 && !lower.contains('@') && lower.chars().count() <= 60;
    named && !title && !is_heading(text)
}

/// Whether a line holds a way to reach someone.
pub(super) fn is_contact(text: &str) -> bool {
    // A sentence that names a site is prose; bars, dots and icons between the details are no words.
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let is_short = words.count() <= 9;
    email_in(text).is_some() || has_phone(text) || (is_short && has_address(text))
}

/// The first e-mail address in a text.
pub(super) fn email_in(text: &str) -> Option<String> {
    let is_part =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-' | '+' | '%');
    let joined = text.replace(" @ ", "@");
    joined.match_indices('@').find_map(|(at, _)| {
        let (before, after) = (joined.get(..at)?, joined.get(at + 1..)?);
        let user = before.rsplit(|letter: char| !is_part(letter)).next()?;
        let host = after.split(|letter: char| !is_part(letter)).next()?.trim_end_matches('.');
        let (_, ending) = host.rsplit_once('.')?;
        let good = !user.is_empty()
            && ending.len() >= 2
            && ending.chars().all(|letter| letter.is_ascii_alphabetic());
        good.then(|| format!("{user}@{host}"))
    })
}

fn has_phone(text: &str) -> bool {
    let is_part = |letter: char| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '(' | ')' | '.' | '+' | '–' | '\u{a0}')
    };
    let long = |piece: &str| (9..=15).contains(&piece.chars().filter(char::is_ascii_digit).count());
    text.split(|letter: char| !is_part(letter)).any(long)
}

fn has_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["http", "www.", "linkedin", "github", ".com", ".edu", ".dev", ".io/", ".org"]
        .iter()
        .any(|part| lower.contains(part))
}

/// How a line's letters look: as most of them do, in the colour of the page's own text if the line has it, since
/// much of a contact line may be links.
fn style_of(sheet: &Sheet, line: &Line) -> Option<Style> {
    let runs = || line.runs.iter().filter_map(|at| sheet.look.runs.get(*at));
    let most = heaviest(runs())?;
    let page = heaviest(sheet.look.runs.iter().filter(|run| run.style.visible))?;
    let has = |run: &Run| run.style.colour == page.colour && (run.style.size - most.size).abs() < 0.3;
    let colour = if runs().any(has) { page.colour } else { most.colour };
    Some(Style { colour, ..most })
}

/// The look that most letters have.
fn heaviest<'a>(runs: impl Iterator<Item = &'a Run>) -> Option<Style> {
    let mut weights: HashMap<([u8; 4], i64), (usize, Style)> = HashMap::new();
    for run in runs {
        let letters = run.text.chars().filter(|letter| letter.is_alphanumeric()).count();
        let key = (run.style.colour, (run.style.size * 4.0).round() as i64);
        weights.entry(key).or_insert((0, run.style)).0 += letters;
    }
    let ordered = |(key, (weight, _)): &(([u8; 4], i64), (usize, Style))| (*weight, *key);
    weights.into_iter().max_by_key(ordered).map(|(_, (_, style))| style)
}

/// The distance of baselines in the block, where it has several lines of one size; what is usual, otherwise.
fn leading(block: &[&Line], size: f64) -> f64 {
    let pairs = block.windows(2).filter_map(|pair| match pair {
        [above, below] if (above.size - below.size).abs() < 0.6 => Some(below.baseline - above.baseline),
        _ => None,
    });
    let usual = |distance: &f64| (size * 1.05..size * 1.9).contains(distance);
    pairs.rev().find(usual).unwrap_or(size * 1.45)
}
