/**
 * The number of terminal columns that text takes, and the places where it may be cut.
 *
 * The unit everywhere is the column (a cell of the terminal); the pieces are extended grapheme clusters
 * (UAX #29). Widths follow East Asian Width (UAX #11), as string-width counts them.
 */
import stringWidth from "string-width";

/**
 * Characters of one column each that form no clusters: Latin, Greek, Cyrillic, Hebrew, Arabic, typographic punctuation,
 * superscripts and subscripts, box drawing, and the signs that the layout itself uses. Most text consists of these, and
 * then nothing else needs to be looked up.
 */
const SINGLE =
  /^[\u0020-\u007e\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0373\u0384-\u0386\u0388-\u03a1\u03a3-\u0481\u048a-\u052f\u05d0-\u05ea\u060c\u061b\u061f-\u064a\u0660-\u0669\u0671-\u06d3\u06f0-\u06f9\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2010-\u2027\u2030-\u203b\u2070\u2074-\u208e\u2190-\u2193\u2500-\u259f\u25aa\u25ab\u25cf\u25d0\u25e6\u270e\u2713\u2c7c\u2c7d]*$/;
const known = new Map<string, number>();
const KNOWN_AT_MOST = 20_000;

/** Columns that `text` takes. Control characters must have been replaced. */
export function width(text: string): number {
  if (SINGLE.test(text)) return text.length;
  let columns = known.get(text);
  if (columns === undefined) {
    columns = parts(text);
    if (known.size >= KNOWN_AT_MOST) known.clear();
    if (text.length <= 64) known.set(text, columns);
  }
  return columns;
}

/**
 * Scripts of India and South-East Asia with conjuncts and spacing marks. Terminals disagree about their clusters;
 * most count each character that is not a nonspacing mark, which is never too few.
 */
const BRAHMIC =
  /[\u0900-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1b00-\u1bff\ua8e0-\ua8ff\ua980-\ua9df\uaa00-\uaadf]+/g;
const NONSPACING = /[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Format}]/gu;

/**
 * Kana, Han, Hangul (in syllables or in letters) and their punctuation, two columns each, except characters whose width a mark can
 * change.
 */
const DOUBLE =
  /[\u3001-\u3011\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uff01-\uff5e]|(?:[\uac00-\ud7a3]|(?<![\u1100-\u115f])[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)(?![\u1100-\u11ff\ud7b0-\ud7ff])/g;

/** Emoji of one character, two columns each, except where another character joins or changes it. */
const EMOJI =
  /(?<!\u200d)[\u{1f300}-\u{1f3fa}\u{1f400}-\u{1faff}](?<=\p{Emoji_Presentation})(?!\p{M}|\p{Format}|\p{Emoji_Modifier}|[\uff9e\uff9f])/gu;
const PERHAPS_EMOJI = /[\ud83c-\ud83e]/;

/** Accents, the points of Hebrew and Arabic, joiners and marks of direction: no column, after a character of one column or alone. */
const ZERO =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200b-\u200f\u2066-\u2069]/g;

/**
 * Counts with string-width. Only characters that are not decided above come here, because making its table of emoji
 * takes as long as a whole start.
 */
function parts(text: string): number {
  let columns = 0;
  // A blank stands in its place, because its neighbours must not join.
  const two = (): string => {
    columns += 1;
    return " ";
  };
  let rest = text
    .replace(BRAHMIC, (run) => {
      columns += run.replace(NONSPACING, "").length;
      return "";
    })
    .replace(DOUBLE, two);
  if (PERHAPS_EMOJI.test(rest)) rest = rest.replace(EMOJI, two);
  const plain = rest.replace(ZERO, "");
  return columns + (SINGLE.test(plain) ? plain.length : stringWidth(rest));
}

/** Columns of the widest of `texts`; 0 if there are none. */
export function widest(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, width(text));
  return most;
}

let segmenter: Intl.Segmenter | undefined;

/** Created at the first use, because that takes as long as a whole start. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** The extended grapheme clusters of `text`, in order. */
export function graphemes(text: string): string[] {
  if (SINGLE.test(text)) return text.split("");
  return Array.from(segments(text), (segment) => segment.segment);
}

/** The longest beginning of `text`, in whole graphemes, that is at most `columns` wide. */
export function takeColumns(text: string, columns: number): string {
  if (SINGLE.test(text)) return text.slice(0, Math.max(0, columns));
  let taken = "";
  let used = 0;
  for (const { segment } of segments(text)) {
    used += width(segment);
    if (used > columns) break;
    taken += segment;
  }
  return taken;
}

/** The longest end of `text`, in whole graphemes, that is at most `columns` wide. */
export function takeEnd(text: string, columns: number): string {
  let taken = "";
  let used = 0;
  for (const grapheme of graphemes(text).toReversed()) {
    used += width(grapheme);
    if (used > columns) break;
    taken = grapheme + taken;
  }
  return taken;
}

/** `text` cut to `columns`, its end replaced by an ellipsis where something was cut off. */
export function truncate(text: string, columns: number): string {
  if (columns <= 0) return "";
  if (width(text) <= columns) return text;
  return takeColumns(text, columns - 1).trimEnd() + "…";
}

/** `text` cut or padded with blanks to exactly `columns`. */
export function fit(text: string, columns: number, align: "left" | "right" = "left"): string {
  const cut = truncate(text, columns);
  const blanks = " ".repeat(Math.max(0, columns - width(cut)));
  return align === "left" ? cut + blanks : blanks + cut;
}
