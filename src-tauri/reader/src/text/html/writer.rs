//! Writes the text of a page: a line for each block, Markdown's marks for lists, tables and headings.

use super::rows::Rows;

/// The text so far, and what is owed before the next word.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub(super) out: String,
    /// Line breaks owed before the next word: at most 2.
    pub(super) breaks: u8,
    /// Whether a space is owed before the next word.
    space: bool,
    /// What begins the next line, such as “- ” or “## ”.
    pub(super) mark: Option<&'static str>,
    /// How many struck-out elements are open, and whether their mark is written.
    struck: u32,
    striking: bool,
    /// Whether white space counts.
    pre: u32,
    /// Whether a term's definition may follow on its line.
    term: bool,
    /// The rows of tables that are open.
    pub(super) rows: Rows,
}

impl Writer {
    pub(crate) fn text(&mut self, text: &str) {
        for (index, part) in text.split(char::is_whitespace).enumerate() {
            if index > 0 {
                self.space = true;
            }
            if !part.is_empty() {
                self.word(part);
            }
        }
        if self.pre > 0 && text.contains('\n') {
            self.line();
        }
    }

    fn word(&mut self, word: &str) {
        self.rows.wrote();
        if self.breaks > 0 || self.out.is_empty() {
            self.stop_striking();
            if !self.out.is_empty() {
                self.out.push_str(if self.breaks > 1 { "\n\n" } else { "\n" });
            }
            self.breaks = 0;
            self.space = false;
            if let Some(mark) = self.mark.take() {
                self.out.push_str(mark);
            }
        }
        if self.struck == 0 {
            self.stop_striking();
        }
        if std::mem::take(&mut self.space) && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
        if self.struck > 0 && !self.striking {
            self.out.push_str("~~");
            self.striking = true;
        }
        self.term = false;
        self.out.push_str(word);
    }

    pub(super) fn stop_striking(&mut self) {
        if std::mem::take(&mut self.striking) {
            self.out.push_str("~~");
        }
    }

    /// The next word begins a line.
    pub(crate) fn line(&mut self) {
        self.breaks = self.breaks.max(1);
    }

    fn blank(&mut self) {
        self.breaks = 2;
    }

    fn begin(&mut self, mark: &'static str) {
        self.mark = Some(mark);
    }

    /// An element begins or ends.
    pub(crate) fn tag(&mut self, name: &str, begins: bool) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.blank();
                self.mark = None;
                if begins {
                    self.begin(match name {
                        "h1" => "# ",
                        "h2" => "## ",
                        "h3" => "### ",
                        "h4" => "#### ",
                        "h5" => "##### ",
                        _ => "###### ",
                    });
                }
            }
            "li" => {
                self.line();
                self.mark = None;
                if begins {
                    self.begin("- ");
                }
            }
            "p" | "ul" | "ol" | "section" | "article" | "blockquote" | "header" | "footer" | "main"
            | "aside" | "hr" | "dl" | "form" | "fieldset"
                if (self.mark.is_none() || !begins) =>
            {
                self.blank();
            }
            "dt" if !begins => {
                if self.breaks == 0 && !self.out.ends_with([':', '\n']) {
                    self.out.push(':');
                }
                self.space = true;
                self.term = true;
            }
            "dd" if begins && self.term => self.term = false,
            "div" | "br" | "dt" | "dd" | "body" | "html" | "address" | "figure" | "figcaption"
            | "caption" | "option" | "label" | "summary" | "details" => {
                if self.mark.is_none() || !begins || name == "br" {
                    self.line();
                }
                if name == "br" && self.breaks == 1 && self.out.ends_with('\n') {
                    self.blank();
                }
            }
            "table" => {
                self.blank();
                if begins { self.begin_table() } else { self.end_table() }
            }
            "tr" => {
                self.end_row();
                if begins {
                    self.begin_row();
                }
            }
            "td" | "th" if !begins => self.end_cell(),
            "del" | "s" | "strike" => self.strike(begins),
            "pre" => {
                self.blank();
                self.pre = if begins { self.pre + 1 } else { self.pre.saturating_sub(1) };
            }
            _ => {}
        }
    }

    /// What is struck out begins or ends.
    pub(crate) fn strike(&mut self, begins: bool) {
        self.struck = if begins { self.struck + 1 } else { self.struck.saturating_sub(1) };
        if !begins && self.struck == 0 {
            self.stop_striking();
        }
    }

    pub(crate) fn finish(mut self) -> String {
        self.stop_striking();
        while self.rows.any() {
            self.end_table();
        }
        self.out
    }
}
