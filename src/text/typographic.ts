/**
 * Replaces straight quotation marks, hyphens for dashes and three dots with the typographic characters of a language.
 *
 *     "It's 'so' -- he said..."   ─ en ─▶  “It’s ‘so’ – he said…”
 *                                 ─ de ─▶  „It’s ‚so‘ – he said…“
 *                                 ─ fr ─▶  « It’s « so » – he said… »
 *
 * What is ambiguous stays: `6"`, `--option`, a row of hyphens or dots.
 */
import { once } from "./once.ts";
import { tableOf } from "./own.ts";

/** Outer and inner marks of quotation: each opens and closes. */
type Marks = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const ENGLISH: Marks = ["“", "”", "‘", "’"];
const GERMAN: Marks = ["„", "“", "‚", "‘"];
const SPANISH: Marks = ["«", "»", "“", "”"];
const RUSSIAN: Marks = ["«", "»", "„", "“"];
const POINTED: Marks = ["«", "»", "‹", "›"];
const SWEDISH: Marks = ["”", "”", "’", "’"];
const CORNERS: Marks = ["「", "」", "『", "』"];
/** French marks have a narrow no-break space beside them. */
const FRENCH: Marks = ["«\u202f", "\u202f»", "«\u202f", "\u202f»"];

/** The marks in Unicode's CLDR ("delimiters"). Languages that are missing have English ones. */
const BY_LANGUAGE = tableOf<Marks>({
  ar: ["”", "“", "’", "‘"],
  be: RUSSIAN,
  bg: ["„", "“", "’", "’"],
  ca: SPANISH,
  cs: GERMAN,
  de: GERMAN,
  "de-CH": POINTED,
  "de-LI": POINTED,
  el: SPANISH,
  es: SPANISH,
  "es-MX": ENGLISH,
  "es-US": ENGLISH,
  et: GERMAN,
  fa: POINTED,
  fi: SWEDISH,
  fr: FRENCH,
  "fr-CH": POINTED,
  he: ["”", "”", "’", "’"],
  hr: ["„", "”", "‚", "’"],
  hu: ["„", "”", "»", "«"],
  is: GERMAN,
  it: SPANISH,
  "it-CH": POINTED,
  ja: CORNERS,
  lt: GERMAN,
  lv: RUSSIAN,
  nb: ["«", "»", "‘", "’"],
  nn: SPANISH,
  no: ["«", "»", "‘", "’"],
  pl: ["„", "”", "«", "»"],
  "pt-PT": SPANISH,
  ro: ["„", "”", "«", "»"],
  ru: RUSSIAN,
  sk: GERMAN,
  sl: GERMAN,
  sr: ["„", "”", "’", "’"],
  sv: SWEDISH,
  uk: RUSSIAN,
  "zh-Hant": CORNERS,
  "zh-TW": CORNERS,
});

/** Stands for what is not text: code, a formula, a picture. */
export const OBJECT = "\ufffc";

const PIECE = /["']|-{2,}|\.{3,}| [;!?:](?=\s|$)/g;
const OPENS_AFTER = /[\s([{<«„“‘‚‹/–—-]/;
const letters = once(() => /[\p{L}\p{N}\ufffc]/u);
/** English words that begin with an apostrophe, and decades. */
const cutShort = once(() => /^'(?:\d0s|tis|twas|twere|til|till|em|n|cause|round|bout)(?![\p{L}\p{N}])/iu);

/** The texts of one paragraph in the typography of a language (BCP 47): quotations go on from one to the next. */
export function typographic(texts: readonly string[], language: string): string[] {
  const setter = new Setter(texts.join(""), language);
  let at = 0;
  return texts.map((text) => {
    const start = at;
    at += text.length;
    return setter.between(start, at);
  });
}

class Setter {
  readonly #text: string;
  readonly #marks: Marks;
  readonly #isFrench: boolean;
  /** The straight marks of the quotations that are open, the innermost last. */
  readonly #open: string[] = [];
  /** The offset of the last straight apostrophe: it opens no quotation. */
  readonly #lastSingle: number;
  readonly #pieces: readonly RegExpExecArray[];
  /** The number of pieces that are set. */
  #nth = 0;

  constructor(text: string, language: string) {
    const [base = "", ...others] = language.split("-");
    this.#text = text;
    this.#marks =
      BY_LANGUAGE[language] ?? BY_LANGUAGE[`${base}-${others[0]}`] ?? BY_LANGUAGE[base] ?? ENGLISH;
    this.#isFrench = base === "fr" && this.#marks === FRENCH;
    this.#lastSingle = text.lastIndexOf("'");
    this.#pieces = [...text.matchAll(PIECE)];
  }

  /** The text between two offsets, which never go back. */
  between(start: number, end: number): string {
    let set = "";
    let at = start;
    for (; this.#nth < this.#pieces.length; this.#nth++) {
      const { 0: whole, index } = this.#pieces[this.#nth]!;
      if (index >= end) break;
      // A piece that begins in the text before stays as it is.
      const own = whole.slice(Math.max(0, start - index), end - index);
      const from = Math.max(start, index);
      set += this.#text.slice(at, from) + this.#piece(own, whole, index);
      at = from + own.length;
      if (index + whole.length > end) break;
    }
    return set + this.#text.slice(at, end);
  }

  /** The replacement of a piece. A piece that spans two texts stays. */
  #piece(own: string, whole: string, at: number): string {
    if (own !== whole) return own;
    switch (own[0]) {
      case '"':
        return this.#quotation('"', at);
      case "'":
        return this.#single(at);
      case "-":
        return this.#dash(own, at);
      case ".":
        return own.length === 3 ? "…" : own;
      default:
        return this.#isFrench ? `${own.endsWith(":") ? "\u00a0" : "\u202f"}${own[1]}` : own;
    }
  }

  #dash(own: string, at: number): string {
    const before = this.#text[at - 1] ?? " ";
    const after = this.#text[at + own.length] ?? " ";
    // `--option`, `-->` and `<!--` are no dashes.
    const isOption = own.length === 2 && /[\s([]/.test(before) && letters().test(after);
    if (own.length > 3 || isOption || /[<>!|]/.test(before + after)) return own;
    return own.length === 3 ? "—" : "–";
  }

  #single(at: number): string {
    const before = this.#text[at - 1] ?? "";
    const after = this.#text[at + 1] ?? "";
    const isWithin = letters().test(before) && letters().test(after);
    if (isWithin || cutShort().test(this.#text.slice(at, at + 10))) return "’";
    const isOpening = this.#mayOpen(before, after);
    if (isOpening && this.#lastSingle === at) return "’";
    if (!isOpening && !this.#open.includes("'")) return /\d/.test(before) ? "'" : "’";
    return this.#quotation("'", at);
  }

  #quotation(mark: '"' | "'", at: number): string {
    const before = this.#text[at - 1] ?? "";
    const after = this.#text[at + 1] ?? "";
    const [open, close, innerOpen, innerClose] = this.#marks;
    const nth = this.#open.lastIndexOf(mark);
    if (this.#mayOpen(before, after) && !(nth >= 0 && this.#open.at(-1) === mark)) {
      this.#open.push(mark);
      return mark === "'" ? innerOpen : open;
    }
    // Inches, or the end of a quotation that begins elsewhere.
    if (nth < 0 && /\d/.test(before)) return mark;
    if (nth >= 0) this.#open.length = nth;
    return mark === "'" ? innerClose : close;
  }

  /** Whether a quotation may begin between two characters; empty at the ends of the text. */
  #mayOpen(before: string, after: string): boolean {
    return (
      after !== "" && !/\s/.test(after) && (before === "" || OPENS_AFTER.test(before) || /["']/.test(before))
    );
  }
}
