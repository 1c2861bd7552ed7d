//! Words that look like one thing and are another here.

use crate::items::season::is_autumn;
use crate::words::lexicon::Cues;
use crate::words::token::{Kind, Token, Tokens};

/// “Fall” is a season only where [`is_autumn`] says so, and “we offer two start dates” is no offer that someone gets:
/// elsewhere these are verbs and mean nothing here. A “class of” is of a year, or it is any class.
pub(crate) fn quiet_verbs(tokens: &mut Tokens<'_>) {
    for at in 0..tokens.len() {
        let cues = tokens.sense(at).cues;
        let no_year = || tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number && next.width() < 4);
        let verb = cues.has(Cues::VERBTOO) && is_verb(tokens, at);
        if (verb || cues.has(Cues::OFYEAR) && no_year())
            && let Some(token) = tokens.list.get_mut(at)
        {
            token.sense = 0;
        }
    }
}

fn is_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    if tokens.sense(at).cues.has(Cues::SEASON) {
        return !tokens.get(at).is_some_and(Token::is_capital) && !is_autumn(tokens, at);
    }
    let has = |at: Option<usize>, cues| at.is_some_and(|at| tokens.sense(at).cues.has(cues));
    !has(at.checked_sub(1), Cues::BEFORENOUN) && !has(Some(at + 1), Cues::AFTERNOUN)
}
