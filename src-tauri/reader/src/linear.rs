//! Reading takes steps in proportion to the text, whatever it is made of: counted, not timed.

use std::cell::Cell;

use super::read;
use startline_engine::SAMPLE_POSTING;

thread_local! {
    static LOOKS: Cell<u64> = const { Cell::new(0) };
}

/// A look at a token, or at a character more than once: everything that reading does comes down to these.
pub(crate) fn look() {
    LOOKS.with(|looks| looks.set(looks.get() + 1));
}

fn looks(text: &str) -> u64 {
    LOOKS.with(|looks| looks.set(0));
    let _ = read(text);
    LOOKS.with(Cell::get)
}

#[test]
fn twice_the_text_takes_twice_the_steps() {
    let pieces = [
        SAMPLE_POSTING,
        "May 18, 2026 ",
        "May ",
        "2026 ",
        "18 ",
        "1/",
        "1-",
        "1.",
        "12-week internship ",
        "weeks ",
        "at least ",
        "to ",
        "and ",
        "or ",
        "between ",
        "from ",
        "starts ",
        "deadline ",
        "Summer ",
        "fall/",
        "internship ",
        "Start: ",
        ": ",
        "- ",
        "• ",
        "| ",
        "|",
        "(",
        ")",
        "[",
        "（",
        "=",
        "*",
        "¥1 ",
        "a-",
        "~",
        "~~",
        "~~a ",
        "~~a~~ ",
        "**",
        "# ",
        "\n",
        "\n\n",
        "a\n",
        "A",
        "aB",
        "AbC ",
        "https://a.b ",
        "'26 ",
        "3个月",
        "年",
        "2026年5月",
        "インターン",
        "$45 ",
        "per hour ",
        "1,",
        "junio de ",
        "a",
        "\u{301}",
        "---\n",
        "a: b\n",
        "Requirements\n- x\n",
        "x,\ny ",
        "\u{a0}",
        "class of ",
        "class ",
        "no later than ",
        "June 1 – ",
        "June/",
        "1st of ",
        "Mon, ",
        "half a ",
        "graduating ",
        "skip about the job ",
        "every ",
        "Mon–",
        "Monday, ",
        "KW 1 ",
        "week of ",
        "9:00–",
        "9 a ",
        "first ",
        "early to ",
        "the month of ",
        "next ",
        "a ",
        "½",
        "'",
        "Octo-\nber ",
        "per ",
        "/",
        "Q3 ",
        "2026/27 ",
        "WS ",
        "第",
        "二",
        "毎週",
        "火・",
        "7월 ",
        "주 ",
        "월~",
        "2027. ",
        "일부터",
        "R8.",
    ];
    for piece in pieces {
        let count = 16_000 / piece.len().max(12);
        let (once, twice) = (looks(&piece.repeat(count)), looks(&piece.repeat(2 * count)));
        assert!(
            twice <= 2 * once + once / 5 + 2_000,
            "{piece:?}: {once} looks for {count} of them, {twice} for twice as many"
        );
    }
    // So that the counting is known to count.
    assert!(looks(SAMPLE_POSTING) > 1_000);
}
