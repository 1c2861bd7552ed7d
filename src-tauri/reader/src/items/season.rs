//! Seasons. Words that are others too must stand where a season does.

use startline_engine::Season;

use crate::items::month::{is_small, year};
use crate::words::lexicon::Cues;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Tokens};

/// A season at a token.
pub(crate) fn season(tokens: &Tokens<'_>, at: usize) -> Option<Season> {
    let sense = tokens.sense(at);
    let cues = sense.cues | sense.foreign;
    let season = sense.time.season.or(if cues.has(Cues::SUMMER) {
        Some(Season::Summer)
    } else if cues.has(Cues::SPRING) {
        Some(Season::Spring)
    } else if cues.has(Cues::FALL) {
        Some(Season::Fall)
    } else if cues.has(Cues::WINTER) {
        Some(Season::Winter)
    } else {
        None
    })?;
    // “a été”, “to spring”, “lente” in small letters.
    let small = !tokens.get(at).is_some_and(crate::words::token::Token::is_capital);
    let weak = sense.time.class.has(Class::WEAK_SEASON) && small;
    (!weak || stands(tokens, at)).then_some(season)
}

/// Whether a year stands beside a word, or what stands before a season.
fn stands(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = skip_marks(tokens, at + 1);
    if year(tokens, next).is_some()
        || tokens.sense(at + 1).cues.has(Cues::INTERN | Cues::PROGRAM | Cues::HALFYEAR)
    {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    let token = tokens.get(before);
    token.is_some_and(|mark| mark.is_any("'’/:：–-("))
        || is_small(tokens, before) && !tokens.is(before, Class::JOINT)
        || tokens.is(before, Class::NEXT.or(Class::EVERY).or(Class::AND).or(Class::OR))
        || tokens.time(before).phase.is_some()
        || tokens.time(before).season.is_some()
}

fn skip_marks(tokens: &Tokens<'_>, at: usize) -> usize {
    at + usize::from(is_small(tokens, at) || tokens.get(at).is_some_and(|mark| mark.is_any("/,")))
}

/// “Fall” in small letters is mostly a verb: it must stand before a year, an internship or another season, or after a
/// word that only a season follows.
pub(crate) fn is_autumn(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = tokens.sense(at + 1).cues;
    let before = at.checked_sub(1).filter(|_| tokens.get(at).is_none_or(|token| token.gap <= Gap::Space));
    let led = before.is_some_and(|before| {
        tokens.is(before, Class::NEXT.or(Class::EVERY).or(Class::SINCE).or(Class::AFTER).or(Class::IN))
            || tokens.time(before).phase.is_some()
            || tokens.get(before).is_some_and(|mark| mark.is('/'))
            || tokens.is(before, Class::AND.or(Class::OR)) && before > 0 && tokens.time(before - 1).season.is_some()
            // “in the fall”, “over the fall”
            || is_small(tokens, before)
                && before > 0
                && (is_small(tokens, before - 1) || tokens.is(before - 1, Class::AFTER))
    });
    // “fall, spring”, “fall.”, “fall '27”, “fall and spring”
    let ends = tokens.get(at + 1).is_none_or(|mark| mark.gap > Gap::Space || mark.is_any(",.;:)?’'"));
    let paired = tokens.is(at + 1, Class::AND.or(Class::OR)) && tokens.time(at + 2).season.is_some();
    led || ends
        || paired
        || tokens.sense(at + 1).cues.has(Cues::START)
        || tokens
            .get(at + 1)
            .is_some_and(|token| token.kind == Kind::Number && token.width() == 4 || token.is('/'))
        || next.has(Cues::INTERN | Cues::PROGRAM | Cues::HALFYEAR | Cues::OR)
        || tokens.is(at + 1, Class::TERM)
        || next.has(Cues::ARTICLE) && tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Number)
}
