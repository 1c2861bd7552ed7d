//! Rows of tables: each becomes one line with its cells between bars, whatever stood in them.

use std::ops::Range;

use super::writer::Writer;

/// The most columns that a cell spans, and rows: more is a mistake.
const WIDEST: usize = 20;
const COLUMNS: usize = 50;
/// A cell with more than this, in bytes or lines, is no cell but a part of a page that is laid out in a table.
const LARGEST: usize = 500;
const LINES: usize = 8;

/// The tables that are open, the innermost last.
#[derive(Debug, Default)]
pub(crate) struct Rows(Vec<Table>);

#[derive(Debug, Default)]
struct Table {
    row: Option<Row>,
    /// For each column, how many rows a cell from above still reaches down.
    reach: Vec<usize>,
}

#[derive(Debug, Default)]
struct Row {
    /// Where it begins in the text, and the line breaks owed before it.
    start: usize,
    breaks: u8,
    cells: Vec<Cell>,
    open: bool,
    /// Whether something stands in it that is no cell's text, so that its lines are left as they are.
    loose: bool,
}

#[derive(Debug)]
struct Cell {
    text: Range<usize>,
    columns: usize,
    rows: usize,
    head: bool,
}

impl Rows {
    /// A word was written.
    pub(crate) fn wrote(&mut self) {
        if let Some(row) = self.row().filter(|row| !row.open) {
            row.loose = true;
        }
    }

    pub(crate) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    fn row(&mut self) -> Option<&mut Row> {
        self.0.last_mut()?.row.as_mut()
    }
}

impl Writer {
    pub(crate) fn begin_table(&mut self) {
        // A table within a cell: the outer one only lays out the page.
        if let Some(row) = self.rows.row() {
            row.loose = true;
        }
        self.rows.0.push(Table::default());
    }

    pub(crate) fn end_table(&mut self) {
        self.end_row();
        self.rows.0.pop();
    }

    pub(crate) fn begin_row(&mut self) {
        self.line();
        self.mark = None;
        if !self.rows.any() {
            self.rows.0.push(Table::default());
        }
        let row = Row { start: self.out.len(), breaks: self.breaks, ..Row::default() };
        if let Some(table) = self.rows.0.last_mut() {
            table.row = Some(row);
        }
    }

    /// A cell begins that spans so many columns and rows; `head` where it says what others hold.
    pub(crate) fn begin_cell(&mut self, columns: usize, rows: usize, head: bool) {
        self.end_cell();
        if self.rows.row().is_none() {
            self.begin_row();
        }
        self.line();
        self.mark = None;
        let start = self.out.len();
        if let Some(row) = self.rows.row() {
            row.open = true;
            let (columns, rows) = (columns.clamp(1, WIDEST), rows.clamp(1, WIDEST));
            row.cells.push(Cell { text: start..start, columns, rows, head });
        }
    }

    pub(crate) fn end_cell(&mut self) {
        if !self.rows.row().is_some_and(|row| row.open) {
            return;
        }
        self.stop_striking();
        self.mark = None;
        let end = self.out.len();
        if let Some(row) = self.rows.row() {
            row.open = false;
            if let Some(cell) = row.cells.last_mut() {
                cell.text.end = end;
            }
        }
        self.line();
    }

    /// The row's lines become one.
    pub(crate) fn end_row(&mut self) {
        self.end_cell();
        let Some(table) = self.rows.0.last_mut() else { return };
        let Some(row) = table.row.take() else { return };
        let texts: Vec<&str> =
            row.cells.iter().map(|cell| self.out.get(cell.text.clone()).unwrap_or_default().trim()).collect();
        let large = |text: &&str| text.len() > LARGEST || text.lines().count() > LINES;
        if row.loose || texts.len() < 2 && table.reach.is_empty() || texts.iter().any(large) {
            return;
        }
        let mut line = String::from("|");
        let mut column = 0;
        let put = |line: &mut String, text: &str| {
            for (nth, part) in text.lines().map(|part| part.trim_start_matches("- ")).enumerate() {
                line.push_str(if nth == 0 { " " } else { " · " });
                line.push_str(part);
            }
            line.push_str(" |");
        };
        for (cell, text) in row.cells.iter().zip(texts) {
            column = table.skip(column, |_| put(&mut line, ""));
            for nth in 0..cell.columns {
                // The head of several columns is the head of each.
                put(&mut line, if nth == 0 || cell.head { text } else { "" });
                table.reach(column, cell.rows - 1);
                column += 1;
            }
        }
        table.skip(column, |_| put(&mut line, ""));
        if !line.contains(|c: char| !c.is_whitespace() && c != '|') {
            return;
        }
        self.out.truncate(row.start);
        if !self.out.is_empty() {
            self.out.push_str(if row.breaks > 1 { "\n\n" } else { "\n" });
        }
        self.out.push_str(&line);
        self.breaks = 1;
    }
}

impl Table {
    /// The first column from this one on that no cell from above reaches.
    fn skip(&mut self, from: usize, mut each: impl FnMut(usize)) -> usize {
        let mut column = from;
        while let Some(left) = self.reach.get_mut(column).filter(|left| **left > 0) {
            *left -= 1;
            each(column);
            column += 1;
        }
        column
    }

    fn reach(&mut self, column: usize, rows: usize) {
        if rows > 0 && column < COLUMNS {
            self.reach.resize(self.reach.len().max(column + 1), 0);
        }
        if let Some(left) = self.reach.get_mut(column) {
            *left = rows;
        }
    }
}
