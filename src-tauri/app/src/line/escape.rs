//! Any text, so that another language prints it as it stands inside a line. Line breaks and control
//! characters become spaces.

/// For LaTeX, whatever the encoding of its fonts and whichever language babel has loaded.
pub(crate) fn latex(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => out.extend(['\\', c]),
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            '`' => out.push_str("\\textasciigrave{}"),
            // babel gives it a meaning in some languages, and older fonts another shape.
            '"' => out.push_str("\\char34{}"),
            // Two of these would run together into one sign.
            '-' | ',' | '\'' if before == c => out.extend(['{', '}', c]),
            c => out.push(on_the_line(c)),
        }
        before = c;
    }
    out
}

/// For Typst.
pub(crate) fn typst(text: &str) -> String {
    behind_backslashes(text, |before, c, after| match c {
        // Marks that it takes for others: dashes, minus signs, dots, curly quotes.
        '-' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        '.' => before == '.',
        _ => r#"\*_`$#@<>[]~/"'"#.contains(c),
    })
}

/// For Markdown: CommonMark, and what others add to it (tables, strikes, formulas).
pub(crate) fn markdown(text: &str) -> String {
    behind_backslashes(text, |_, c, _| r"\*_`$#<>[]{}~&|".contains(c))
}

/// The text with a backslash before each mark that means something, told from its neighbours.
fn behind_backslashes(text: &str, means: impl Fn(char, char, char) -> bool) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if means(before, c, characters.peek().copied().unwrap_or(' ')) {
            out.push('\\');
        }
        out.push(on_the_line(c));
        before = c;
    }
    out
}

fn on_the_line(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_language_is_written_so_that_it_does_not() {
        let check = |text, [in_latex, in_typst, in_markdown]: [&str; 3]| {
            assert_eq!(latex(text), in_latex);
            assert_eq!(typst(text), in_typst);
            assert_eq!(markdown(text), in_markdown);
        };
        check("May 18, 2026", ["May 18, 2026"; 3]);
        check("2026-05-18", ["2026-05-18"; 3]);
        check("the 12-week program", ["the 12-week program"; 3]);
        check("R&D, 100% #1", ["R\\&D, 100\\% \\#1", "R&D, 100% \\#1", "R\\&D, 100% \\#1"]);
        check("a_b*c", ["a\\_b*c", "a\\_b\\*c", "a\\_b\\*c"]);
        check("{x}\\y", ["\\{x\\}\\textbackslash{}y", "{x}\\\\y", "\\{x\\}\\\\y"]);
        check("$5~^", ["\\$5\\textasciitilde{}\\textasciicircum{}", "\\$5\\~^", "\\$5\\~^"]);
        check("a -- b -5", ["a -{}- b -5", "a \\-\\- b \\-5", "a -- b -5"]);
        check("“\"'", ["“\\char34{}'", "“\\\"\\'", "“\"'"]);
        check("<b>", ["\\textless{}b\\textgreater{}", "\\<b\\>", "\\<b\\>"]);
        check("[a](//b)", ["[a](//b)", "\\[a\\](\\/\\/b)", "\\[a\\](//b)"]);
        check("a\r\nb\u{85}", ["a  b "; 3]);
        check("…@x", ["…@x", "…\\@x", "…@x"]);
        check("王小明 é", ["王小明 é"; 3]);
    }
}
