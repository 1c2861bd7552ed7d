//! What holds of every text, however broken: reading gives facts, and every quote stands in the text.

use proptest::prelude::*;
use serde_json::Value;
use startline_engine::{Facts, Quote, SAMPLE_POSTING};
use startline_reader::{Source, posting_text, read, text_of_html};

/// Every quote of some facts, wherever it stands in them.
fn quotes(value: &Value, into: &mut Vec<Quote>) {
    match value {
        Value::Object(object) => {
            into.extend(serde_json::from_value::<Quote>(value.clone()).ok());
            object.values().for_each(|inner| quotes(inner, into));
        }
        Value::Array(list) => list.iter().for_each(|inner| quotes(inner, into)),
        _ => {}
    }
}

/// Reads a text and checks what must hold.
fn check(text: &str) -> Facts {
    let facts = read(text);
    assert_eq!(facts.text, text);
    let mut found = Vec::new();
    let json = serde_json::to_value(&facts).unwrap_or_default();
    assert!(json.is_object());
    quotes(&json, &mut found);
    for quote in found {
        assert!(quote.start < quote.end, "empty quote {quote:?} in {text:?}");
        assert!(text.get(quote.start..quote.end).is_some(), "quote {quote:?} is outside {text:?}");
    }
    assert_eq!(facts.season, facts.seasons.first().cloned());
    for span in &facts.spans {
        assert!(facts.start_dates.iter().any(|day| day.value == span.value.first));
        assert!(facts.end_dates.iter().any(|day| day.value == span.value.last));
    }
    assert_eq!(read(text), facts, "a second reading differs");
    facts
}

/// Pieces that postings are made of, and pieces that break them.
fn piece() -> impl Strategy<Value = String> {
    let words: Vec<&str> = "internship|starts|on|May 18, 2026|–|to|until|August 7|12|-|week|weeks|months|3个月|实习|\
        2026年6月1日|ab|Oktober|1.|01.10.|05/06/2026|'26|202|6|~~|**|\n|\n\n|- |• |# || |:|(|)|,|.|;|$45|per hour|€|\
        apply by|deadline|minimum|at least|up to|Summer|Fall 2026|or|and|between|graduating|é|\u{301}|🌎|\u{200b}|\
        Start dateMay|à partir de|mars|sechsmonatiges|インターン|\u{feff}|&nbsp;|https://x.y|０１|99999999999|year|every|"
        .split('|')
        .collect();
    prop_oneof![
        8 => prop::sample::select(words).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mixture_of_pieces_is_read(pieces in prop::collection::vec(piece(), 0..60), space in any::<bool>()) {
        check(&pieces.join(if space { " " } else { "" }));
    }

    #[test]
    fn a_posting_broken_anywhere_is_read(from in 0..9000_usize, len in 0..400_usize, put in piece()) {
        let mut text: Vec<char> = SAMPLE_POSTING.chars().collect();
        let from = from.min(text.len());
        let to = (from + len).min(text.len());
        text.splice(from..to, put.chars());
        check(&text.into_iter().collect::<String>());
    }

    #[test]
    fn any_page_is_read_as_text_that_reads_the_same(html in prop::collection::vec(
        prop_oneof![
            prop::sample::select(vec!["<p>", "</p>", "<del>", "</del>", "<li>", "<table><tr><td>", "</td>", "<nav>", "<script>", "<br>", "<h2>", "&#1", "<!--", "<dt>", "<dd>"]).prop_map(str::to_owned),
            piece(),
        ], 0..40)) {
        let html = html.concat();
        let text = text_of_html(&html);
        check(&text);
        if let Ok(text) = posting_text(Source::Html, html.as_bytes()) {
            prop_assert!(!text.trim().is_empty());
        }
    }
}
