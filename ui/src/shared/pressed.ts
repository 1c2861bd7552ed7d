/** The code that a browser gives to each key that an input method takes for itself. */
const TAKEN = 229;

/**
 * The key that was pressed, or none where an input method took it: there Enter takes a word that is being
 * written, and Esc lets it go. WebKit says so by the key's code alone.
 */
export function pressed(event: KeyboardEvent): string | null {
  return event.isComposing || event.keyCode === TAKEN ? null : event.key;
}
