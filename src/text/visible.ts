/**
 * Makes text safe to show: characters that a terminal would obey become visible signs.
 *
 * Essays are other people's text. A control character may arrive raw, through an HTML entity or through
 * an escape in YAML, so it is replaced after parsing and, once more, by the painter.
 */

/**
 * C0, DEL, C1, Unicode's separators of lines, a byte-order mark, lone surrogates; overrides of the direction,
 * which make code look different from what it does (Boucher and Anderson 2021, "Trojan Source"); and tag
 * characters, which are invisible.
 */
const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u202d\u202e\u2028\u2029\ufeff]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/u;
/** The one legitimate use of tag characters: the flag of a part of a country (UTS #51, ED-14a). */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f}/u;
const CONTROLS = new RegExp(`${FLAG.source}|${CONTROL.source}`, "gu");
/** `CONTROL` and any surrogate, lone or not: much faster to test for. */
const PERHAPS_CONTROL = /[\u0000-\u001f\u007f-\u009f\u202d\u202e\u2028\u2029\ufeff\ud800-\udfff]/;

/** Characters that begin an embedding or an isolate, and those that end the last one (UAX #9, X2 to X7). */
const OPENS_EMBEDDING = /[\u202a\u202b]/;
const OPENS_ISOLATE = /[\u2066-\u2068]/;
const ENDS_EMBEDDING = "\u202c";
const ENDS_ISOLATE = "\u2069";
const BIDI_ORDER = /[\u202a-\u202e\u2066-\u2069]/;
const BIDI_ORDERS = new RegExp(BIDI_ORDER, "g");
/** Bidi controls, and invisible marks with a direction. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ALL_BIDI = new RegExp(BIDI, "g");

/** Overrides, isolates, marks and tag characters. */
const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\udb40[\udc00-\udc7f]/g;

const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
const PICTURE_OF_DELETE = "\u2421";

/**
 * Text of one line, with every control character (C0, DEL, C1) shown instead of sent: C0 as Unicode's
 * control pictures (U+2400–U+241F), C1 as less shows them, by number. Tabs, line feeds and Unicode's line
 * and paragraph separators become blanks, lone surrogates U+FFFD; a byte-order mark inside text is dropped.
 */
export function visible(text: string): string {
  return PERHAPS_CONTROL.test(text) ? text.replace(CONTROLS, (character) => picture(character)) : text;
}

/** As `visible`, for text of several lines: line feeds and tabs stay. */
export function visibleLines(text: string): string {
  if (!PERHAPS_CONTROL.test(text)) return text;
  return text.replace(CONTROLS, (character) =>
    character === "\n" || character === "\t" ? character : picture(character),
  );
}

/**
 * An address that is safe to show and to follow: directional and invisible characters are percent-encoded (RFC 3986,
 * 2.1).
 */
export function visibleAddress(text: string): string {
  return visible(text.replace(UNSEEN, encodeURIComponent));
}

/** As `visibleLines`, for code: invisible characters with a direction are shown too. */
export function visibleCode(text: string): string {
  const lines = visibleLines(text);
  return BIDI.test(lines) ? lines.replace(ALL_BIDI, numbered) : lines;
}

/** Text with every open embedding and isolate closed, so that nothing after it is reordered. */
export function closed(text: string): string {
  if (!BIDI_ORDER.test(text)) return text;
  const open: string[] = [];
  for (const character of text) {
    if (OPENS_EMBEDDING.test(character)) open.push(ENDS_EMBEDDING);
    else if (OPENS_ISOLATE.test(character)) open.push(ENDS_ISOLATE);
    else if (character === open.at(-1)) open.pop();
  }
  return text + open.reverse().join("");
}

/** Text without bidi embeddings, overrides and isolates (UAX #9, X1–X8). */
export function withoutOverrides(text: string): string {
  return BIDI_ORDER.test(text) ? text.replace(BIDI_ORDERS, "") : text;
}

/** A title, tag, slug or file name for a list: visible, on one line, and unable to reorder the text beside it. */
export function label(text: string): string {
  return visible(BIDI.test(text) ? text.replace(ALL_BIDI, "") : text)
    .replace(/\s+/gu, " ")
    .trim();
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a || code === 0x2028 || code === 0x2029) return " ";
  if (code === 0xfeff) return "";
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  if (code === DELETE) return PICTURE_OF_DELETE;
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  // A flag consists of at least two characters.
  return character.length > 2 ? character : numbered(character);
}

/** A character shown by its number, as less shows it. */
function numbered(character: string): string {
  return `<${character.codePointAt(0)!.toString(16).toUpperCase()}>`;
}
