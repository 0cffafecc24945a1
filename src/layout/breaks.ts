/**
 * Finds where a line may end: the break opportunities of UAX #14, with additions for prose.
 *
 * The whole algorithm costs about a microsecond a character. It therefore runs only on the stretches of text in which it
 * could find anything but a blank:
 *
 *     The plain words | (a/b) “wörld”—then | more plain words
 *                       └── checked ─────┘
 *
 * Thai, Lao, Khmer and Burmese write no blanks and need a dictionary: `Intl.Segmenter` has one.
 */
import { append } from "../text/append.ts";
import { Rules } from "@cto.af/linebreak";
import { graphemes } from "../text/width.ts";

/** A place where a line may end, and what it costs to end it there. */
export interface Break {
  /** The offset of the first character after the break, in UTF-16 code units. */
  readonly at: number;
  readonly kind: BreakKind;
}

/**
 * At a blank; between characters (CJK and the like); after a hyphen or dash; before a dash; after a slash;
 * within a URL; within a word of letters and signs (`a?b`); at a soft hyphen, or where the hyphenator
 * splits a word; between the parts of a long name in code (`joints.ts`); in a formula, after a relation or an
 * operator, after an operator within brackets or a comma, or at any other blank.
 */
export type BreakKind =
  | "blank"
  | "character"
  | "hyphen"
  | "dash"
  | "slash"
  | "address"
  | "word"
  | "softHyphen"
  | "syllable"
  | "joint"
  | "relation"
  | "operator"
  | "nested"
  | "inner";

/** Letters and digits of Latin, Greek, Cyrillic, Hebrew and Arabic: no line ends between two of them. */
const LETTER =
  "A-Za-z0-9\\u00c0-\\u024f\\u0370-\\u03ff\\u0400-\\u052f\\u05d0-\\u05ea\\u0620-\\u065f\\u066e-\\u06d3\\u06f0-\\u06f9\\u200c";
const PLAIN_WORD = new RegExp(`^["'“‘(]*[${LETTER}]+(?:['’.,][${LETTER}]+)*[.,;:!?…)"”’،؛؟]*$`);
const PLAIN_START = new RegExp(`^["“‘(]?[${LETTER}]`);
/**
 * An address from its scheme, from `www.` or from the drive of a path (`C:\`) to the next blank. The characters of a scheme (RFC 3986,
 * 3.1) are scanned once.
 */
const ADDRESS = /(?<![a-z0-9+.-])[a-z0-9+.-]*:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}])[a-z]:\\\S+/giu;
/** A blank before a path or a name that begins with a sign (`/usr`, `.NET`, `:root`). UAX #14 takes the sign for a closing one. */
const BEFORE_LEADING_SIGN = / (?=(?:\.{0,2}\/|\.|:)[\p{L}\p{N}_])/gu;
/** The ending of a file or of a host. */
const ENDING = /^\p{Ll}{1,4}(?![\p{L}\p{N}_])/u;
const SOFT_HYPHEN = "\u00ad";
const SOUTH_EAST_ASIAN = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\uaa60-\uaa7f]+/g;

let rules: Rules | undefined;
let words: Intl.Segmenter | undefined;

/** Every break opportunity in `text`, in order, without the end of the text. */
export function lineBreaks(text: string): Break[] {
  const breaks: Break[] = [];
  let stretch = 0;
  let start = 0;
  let plain = true;
  while (start < text.length) {
    const blank = text.indexOf(" ", start);
    const end = blank < 0 ? text.length : blank;
    plain &&= PLAIN_WORD.test(text.slice(start, end));
    const next = end + 1;
    if (blank < 0 || (next < text.length && isSure(text, start, next))) {
      if (!plain) append(breaks, breaksWithin(text, stretch, end));
      if (blank >= 0) breaks.push({ at: next, kind: "blank" });
      stretch = next;
      plain = true;
    } else plain = false;
    start = next;
  }
  return breaks;
}

/** Whether the blank before `next` is certainly a break, because plain words are on both sides. */
function isSure(text: string, start: number, next: number): boolean {
  const following = text.indexOf(" ", next);
  return (
    PLAIN_START.test(text.slice(next, next + 2)) &&
    PLAIN_WORD.test(text.slice(start, next - 1)) &&
    PLAIN_WORD.test(text.slice(next, following < 0 ? text.length : following))
  );
}

function breaksWithin(text: string, start: number, end: number): Break[] {
  const stretch = text.slice(start, end);
  const addresses = Array.from(
    stretch.matchAll(ADDRESS),
    (match) => [match.index, match.index + match[0].length] as const,
  );
  let nth = 0;
  /** Must be called with ascending offsets. */
  const isAddress = (at: number): boolean => {
    while (nth < addresses.length && addresses[nth]![1] <= at) nth++;
    return nth < addresses.length && at > addresses[nth]![0];
  };
  const kinds = new Map<number, BreakKind>();
  for (const found of (rules ??= new Rules()).breaks(stretch)) {
    const at = found.position;
    if (at > 0 && at < stretch.length && !isAddress(at) && !holdsTogether(stretch, at))
      kinds.set(at, kindAt(stretch, at));
  }
  for (const [from, to] of addresses) {
    for (let at = from + 1; at < to; at++) if (mayBreakAddress(stretch, at)) kinds.set(at, "address");
  }
  for (const { index } of stretch.matchAll(BEFORE_LEADING_SIGN)) kinds.set(index + 1, "blank");
  for (const at of dictionaryBreaks(stretch)) if (!kinds.has(at)) kinds.set(at, "character");
  for (const at of withinGraphemes(stretch)) kinds.delete(at);
  return [...kinds].sort(([a], [b]) => a - b).map(([at, kind]) => ({ at: start + at, kind }));
}

const CLUSTERED = /[\u200d\p{Mark}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;

/** Offsets inside grapheme clusters, where no line may end. */
function withinGraphemes(text: string): number[] {
  if (!CLUSTERED.test(text)) return [];
  const within: number[] = [];
  let at = 0;
  for (const grapheme of graphemes(text)) {
    for (let inside = 1; inside < grapheme.length; inside++) within.push(at + inside);
    at += grapheme.length;
  }
  return within;
}

/** A hyphen or dash that begins a word belongs to it, as in `-n` (UAX #14 as of Unicode 16, LB20a) and `—dijo ella`. */
function afterLeadingHyphen(text: string, at: number): boolean {
  return /(?:^|[\s\u00a0])[-‐–—]$/.test(text.slice(Math.max(0, at - 2), at));
}

function kindAt(text: string, at: number): BreakKind {
  const before = text[at - 1]!;
  const after = text[at]!;
  if (before === " " && /^[—–][^\s—–-]/.test(text.slice(at, at + 2))) return "blank";
  if (/[—–]/.test(after) || isLoneHyphen(text, at)) return "dash";
  if (before === " ") return "blank";
  if (before === SOFT_HYPHEN) return "softHyphen";
  if (/[-‐–—]/.test(before)) return "hyphen";
  if (before === "/") return "slash";
  return LATIN_OR_SIGN.test(before) && LATIN_OR_SIGN.test(after) ? "word" : "character";
}

/** A hyphen between blanks stands for a dash. */
function isLoneHyphen(text: string, at: number): boolean {
  return text[at] === "-" && text[at - 1] === " " && text[at + 1] === " ";
}

const LATIN_OR_SIGN = /[\u0021-\u024f]/;

/** Whether the signs around an offset belong together, as in `C++`, `->`, `/usr` or `-n`. */
function holdsTogether(text: string, at: number): boolean {
  if (text[at - 1] === "/") return at === 1 || /[\s\u00a0([{<%]/.test(text[at - 2]!);
  return /^(?:([+*=~#%])\1|[-=]>|<-)$/.test(text.slice(at - 1, at + 1)) || afterLeadingHyphen(text, at);
}

/** After `/ \ . ? & - = _ #`, but not between the two slashes of `https://`, after a drive, or before an ending. */
function mayBreakAddress(text: string, at: number): boolean {
  const [before, after] = [text[at - 1]!, text[at]!];
  if (!/[/\\.?&=_#-]/.test(before) || /[/\\.,;:!?)\]]/.test(after)) return false;
  if (before === "." && ENDING.test(text.slice(at, at + 6))) return false;
  return !text.startsWith("://", at - 3) && !text.startsWith(":\\", at - 2);
}

function dictionaryBreaks(text: string): number[] {
  const breaks: number[] = [];
  for (const match of text.matchAll(SOUTH_EAST_ASIAN)) {
    words ??= new Intl.Segmenter("en", { granularity: "word" });
    for (const { index } of words.segment(match[0])) if (index > 0) breaks.push(match.index + index);
  }
  return breaks;
}
