//! Words that look like one thing and are another here.

use crate::items::season::is_autumn;
use crate::words::token::{Kind, Tokens};

/// “Fall” is a season only where [`is_autumn`] says so; elsewhere it is a verb and means nothing here. A “class
/// of” is of a year, or it is any class.
pub(crate) fn quiet_verbs(tokens: &mut Tokens<'_>) {
    for at in 0..tokens.len() {
        let class = |word: &str| word.eq_ignore_ascii_case("class of");
        let no_year = || tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number && next.width() < 4);
        let verb = tokens.word(at) == "fall" && !is_autumn(tokens, at) || is_offering(tokens, at);
        if (verb || class(tokens.word(at)) && no_year())
            && let Some(token) = tokens.list.get_mut(at)
        {
            token.sense = 0;
        }
    }
}

/// “We offer two start dates”: a verb, and no offer that someone gets.
fn is_offering(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    if !["offer", "offers", "offering"].iter().any(|offer| word.eq_ignore_ascii_case(offer)) {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before)).to_lowercase();
    let noun = matches!(
        &*before,
        "an" | "the"
            | "your"
            | "of"
            | "job"
            | "return"
            | "written"
            | "final"
            | "formal"
            | "time"
            | "receive"
            | "extend"
            | "accept"
            | "their"
            | "this"
    );
    !noun
        && !matches!(tokens.word(at + 1), "is" | "are" | "will" | "letter" | "letters" | "date" | "deadline")
}
