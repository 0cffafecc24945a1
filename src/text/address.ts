/**
 * Addresses that may leave ibid: to the terminal as OSC 8, to the browser, to the clipboard.
 */

const SAFE = /^(?:https?:\/\/[^\s/?#-]|mailto:[^\s-])/i;
/** Terminals and systems take no longer ones. */
const LONGEST = 2_000;

/** An address of http, https or mailto in printable ASCII, as RFC 3986 encodes the rest; empty for any other. */
export function safeAddress(href: string): string {
  const whole = href.startsWith("//") ? `https:${href}` : href;
  if (!SAFE.test(whole)) return "";
  const encoded = whole.replace(/[^\u0021-\u007e]/gu, encode);
  return encoded.length > LONGEST ? "" : encoded;
}

function encode(character: string): string {
  return /\p{Surrogate}/u.test(character) ? "" : encodeURIComponent(character);
}
