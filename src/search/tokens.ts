/**
 * Splits text into the words of a search.
 *
 * A run of letters and digits is one token. In scripts without blanks between words, each character is a
 * token, and a word is found as neighbouring characters:
 *
 *     "Ship it"  →  ship it              世界史  →  世 界 史
 *
 * (Pairs of characters would find the same and take twice the space, because FTS5 stores a list of essays for
 * each.)
 *
 * Some signs belong to a word: without them, `C++` would match any c. Such a word is indexed twice:
 * in its place without the signs, and after the text as a separate token. A word with hyphens is
 * added there without hyphens:
 *
 *     "C++ by e-mail"  →  c by e mail ▪ c⊕⊕ ▪ email
 */
import { fold } from "../text/fold.ts";
import { once } from "../text/once.ts";
import { tableOf } from "../text/own.ts";
import { append } from "../text/append.ts";

/** Scripts whose words are found by their parts: those without blanks between words, and Korean. */
const UNPARTED =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc]";
/**
 * The characters of words: letters, digits, and their combining marks. The expressions are made of text, because V8 compiles literals with such
 * classes when it loads the file.
 */
const LETTER = "[\\p{L}\\p{N}\\p{M}]";

/** Characters above the scripts with blanks, except punctuation: a much faster test. */
const PERHAPS_UNPARTED = /[\u0e00-\u1fff\u2e80-\uffff]/;
const hasUnparted = once(() => new RegExp(UNPARTED, "u"));
const tokenRuns = once(() => new RegExp(`${UNPARTED}+|(?:(?!${UNPARTED})${LETTER})+`, "gu"));
const unpartedRuns = once(() => new RegExp(`${UNPARTED}+`, "gu"));

/**
 * `c++`, `c#`, `b+`; `.net`, `--dry-run`, `@ann`, `$home`, `#hash` if only a blank, a bracket or a
 * quotation mark precedes it.
 */
const signedRuns = once(
  () =>
    new RegExp(
      `(?<!${LETTER})[\\p{L}\\p{M}]${LETTER}*(?:\\+\\+|\\+|#)(?!${LETTER}|[+#])|(?<![^\\s([{"'\`,;=|<>])(?:--|[.@$#])\\p{L}${LETTER}*(?:-${LETTER}+)*`,
      "gu",
    ),
);
const PERHAPS_SIGNED = /[+#@$]|--|(?<![^\s([{"'`,;=|<>])\.[^\s.]/;
const hyphenatedRuns = once(
  () => new RegExp(`(?<!${LETTER}|-)${LETTER}+(?:-${LETTER}+)+(?!${LETTER}|-)`, "gu"),
);
/** The longest word that is joined, in UTF-16 code units. */
const LONGEST_JOINED = 30;

/** A word of a query, folded. */
export interface Word {
  readonly text: string;
  /** Whether it is found by its parts, the characters. */
  readonly unparted: boolean;
  /** A word with signs, without them. */
  readonly plain?: readonly string[];
}

/** The words in a text, folded, in their order; signs belong to none of them. */
export function wordsOf(text: string): Word[] {
  return (fold(text).match(tokenRuns()) ?? []).map(wordOf);
}

function wordOf(run: string): Word {
  return { text: run, unparted: hasUnparted().test(run) };
}

/** The words in a piece of a query, as `wordsOf`, including those with signs. */
export function queryWordsOf(text: string): Word[] {
  const folded = fold(text);
  const words: Word[] = [];
  let at = 0;
  const plain = (piece: string): readonly string[] => piece.match(tokenRuns()) ?? [];
  for (const { 0: signed, index } of PERHAPS_SIGNED.test(folded) ? folded.matchAll(signedRuns()) : []) {
    append(words, plain(folded.slice(at, index)).map(wordOf));
    words.push({ text: signed, unparted: false, plain: plain(signed) });
    at = index + signed.length;
  }
  return [...words, ...plain(folded.slice(at)).map(wordOf)];
}

/** A word without its hyphens or apostrophe; undefined if it has none. */
export function joinedWord(text: string): Word | undefined {
  const folded = fold(text);
  const joined = folded.replace(/[-']/g, "");
  const isWord = joined !== folded && joined.length <= LONGEST_JOINED && whole().test(folded);
  return isWord && !hasUnparted().test(joined) ? { text: joined, unparted: false } : undefined;
}

const whole = once(() => new RegExp(`^${LETTER}+(?:[-']${LETTER}+)+$`, "u"));

/** Text as it goes into the index: folded, and cut into characters in scripts without blanks. */
export function indexText(text: string): string {
  const folded = fold(text);
  return PERHAPS_UNPARTED.test(folded) && hasUnparted().test(folded)
    ? folded.replace(unpartedRuns(), (run) => ` ${Array.from(run).join(" ")} `)
    : folded;
}

/** Further tokens of an indexed text: words with signs, and words without their hyphens. */
export function extraTokens(indexed: string): string[] {
  const signed: string[] = [];
  const joined: string[] = [];
  for (const piece of piecesWithSigns(indexed)) {
    if (PERHAPS_SIGNED.test(piece)) append(signed, (piece.match(signedRuns()) ?? []).map(signedToken));
    if (piece.includes("-"))
      append(
        joined,
        (piece.match(hyphenatedRuns()) ?? []).map((run) => run.replaceAll("-", "")),
      );
  }
  return [...signed, ...joined.filter((one) => one.length <= LONGEST_JOINED)];
}

/** Characters that may belong to a word with signs or hyphens; a full stop at the end of a word does not. */
const SIGN = /[-+#@$]|\.(?=[^\s"'()])/g;

/**
 * The pieces of a text between two blanks that have a sign: most of a text has none, and to look there for words with signs, whose
 * expressions ask for the class of every character, takes as long as to parse it.
 */
function piecesWithSigns(text: string): string[] {
  const pieces: string[] = [];
  SIGN.lastIndex = 0;
  while (SIGN.test(text)) {
    const at = SIGN.lastIndex - 1;
    const end = text.indexOf(" ", at);
    pieces.push(text.slice(text.lastIndexOf(" ", at) + 1, end < 0 ? undefined : end));
    if (end < 0) break;
    SIGN.lastIndex = end;
  }
  return pieces;
}

/** Private-use characters, of which FTS5 makes tokens as it does of letters, for the signs. */
const TOKEN_OF_SIGN = tableOf<string>({
  "+": "\ue001",
  "#": "\ue002",
  ".": "\ue003",
  "-": "\ue004",
  "@": "\ue005",
  $: "\ue006",
});

/** A word with signs as one token. */
export function signedToken(word: string): string {
  return word.replace(/[-+#.@$]/g, (sign) => TOKEN_OF_SIGN[sign]!);
}

/** Whether a token stands for a word with signs. */
export function isSignedToken(token: string): boolean {
  return /[\ue000-\ue006]/.test(token);
}

/** The tokens of words side by side in a text. */
export function indexTokens(words: readonly Word[]): string[] {
  return words.flatMap(({ text, unparted, plain }) => plain ?? (unparted ? Array.from(text) : [text]));
}

const PARTED = `(?:(?!${UNPARTED})${LETTER})`;

/**
 * An expression that finds words side by side in folded text, as the index does: whole words, whatever stands
 * between them; the last one as a prefix if `prefix` says so.
 */
export function phrasePattern(words: readonly Word[], prefix: boolean): string {
  const parts = words.map(({ text, unparted, plain }, index) => {
    if (unparted) return text;
    if (plain) return `${BEFORE_SIGNED}${text.replace(/[+.$]/g, "\\$&")}(?!${LETTER}|[+#])`;
    const isOpen = prefix && index === words.length - 1;
    return `(?<!${PARTED})${text}${isOpen ? `${PARTED}*` : `(?!${PARTED})`}`;
  });
  return parts.join(`(?:(?!${LETTER})[^\\ue000])*`);
}

/** An expression that finds one of some words in folded text, or its beginning; if `hyphens` says so, with hyphens in it. */
export function wordsPattern(words: readonly string[], prefix: boolean, hyphens: boolean): string {
  const forms = words.map((word) => (hyphens ? Array.from(word).join("-?") : word));
  const any = forms.length > 1 ? `(?:${forms.join("|")})` : forms[0]!;
  return `(?<!${PARTED})${any}${prefix ? `${PARTED}*` : `(?!${PARTED})`}`;
}

/** A sign that leads belongs to no other word. */
const BEFORE_SIGNED = `(?<!${LETTER}|[-.@$#+])`;
