/**
 * Makes text safe to show: what a terminal would take as an order becomes a picture of itself.
 *
 * Essays are other people's text. A control character may arrive raw, through an HTML entity or through
 * an escape in YAML, so it is replaced after parsing and, once more, by the painter.
 */

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\p{Surrogate}/u;
const CONTROLS = new RegExp(CONTROL, "gu");
/** As `CONTROL`, but for surrogates that are no lone ones: much faster to look for. */
const PERHAPS_CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;
const BIDI_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/;
const BIDI_OVERRIDES = new RegExp(BIDI_OVERRIDE, "g");

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

/** Text without bidi embeddings, overrides and isolates (UAX #9, X1–X8). */
export function withoutOverrides(text: string): string {
  return BIDI_OVERRIDE.test(text) ? text.replace(BIDI_OVERRIDES, "") : text;
}

/**
 * A title, tag, slug or file name for a list: visible, on one line, and without the bidi overrides that would
 * reorder what stands beside it.
 */
export function label(text: string): string {
  return withoutOverrides(visible(text)).replace(/\s+/gu, " ").trim();
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a || code === 0x2028 || code === 0x2029) return " ";
  if (code === 0xfeff) return "";
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  if (code === DELETE) return PICTURE_OF_DELETE;
  if (code <= 0x9f) return `<${code.toString(16).toUpperCase()}>`;
  return "\ufffd";
}
