/**
 * Addresses that may leave ibid: to the terminal as OSC 8, to the browser, to the clipboard.
 */

const SAFE = /^(?:https?:\/\/[^\s/?#-]|mailto:[^\s-])/i;
/** The longest address that terminals and systems accept, in UTF-16 code units. */
const LONGEST = 2_000;

/** An address of http, https or mailto in printable ASCII, as RFC 3986 encodes the rest; empty for any other. */
export function safeAddress(href: string): string {
  const whole = href.startsWith("//") ? `https:${href}` : href;
  if (!SAFE.test(whole)) return "";
  const encoded = ordinaryMail(whole).replace(/[^\u0021-\u007e]/gu, encode);
  return encoded.length > LONGEST ? "" : encoded;
}

/** Mail headers that a link may fill in: any other could redirect the mail or attach files (RFC 6068, 4 and 7). */
const HEADERS = /^(?:to|cc|subject|body)=/i;

/** A `mailto:` address with only those headers; any other address unchanged. */
function ordinaryMail(address: string): string {
  const start = address.indexOf("?");
  if (start < 0 || !/^mailto:/i.test(address)) return address;
  const kept = address
    .slice(start + 1)
    .split("&")
    .filter((header) => HEADERS.test(header));
  return address.slice(0, start) + (kept.length > 0 ? `?${kept.join("&")}` : "");
}

function encode(character: string): string {
  return /\p{Surrogate}/u.test(character) ? "" : encodeURIComponent(character);
}

/**
 * The path of a file, with slashes, as the path of an address (RFC 3986, 3.3): what would end it, or make its beginning a scheme, is
 * encoded, too. A lone surrogate becomes U+FFFD.
 */
export function addressPath(file: string): string {
  return encodeURI(file.toWellFormed()).replace(/[?#:]/g, encodeURIComponent);
}
