/**
 * Counting words, and from them the minutes that reading an essay takes.
 */
/** Brysbaert (2019) puts silent reading of English non-fiction at 238 words a minute. */
const WORDS_A_MINUTE = 238;
/** Chinese or Japanese characters that count as one English word. */
const IDEOGRAPHS_A_WORD = 1.6;

/**
 * The number of words in `text`: runs of letters, digits, and the marks, apostrophes and hyphens between
 * them. In scripts without blanks between words (Chinese, Japanese), a number of characters counts as one
 * word.
 */
export function countWords(text: string): number {
  let words = 0;
  let ideographs = 0;
  let inside = 0;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff) {
      code = text.codePointAt(at)!;
      if (code > 0xffff) at++;
    }
    const step = STEPS[inside * KINDS + (kinds[code]! || kindOf(code))]!;
    words += step & BEGINS;
    ideographs += (step & IS_IDEOGRAPH) >> 2;
    inside = (step & INSIDE) >> 1;
  }
  return words + Math.round(ideographs / IDEOGRAPHS_A_WORD);
}

/** The number of words in a Markdown text, without addresses and tags. */
export function countReadWords(markdown: string): number {
  return countWords(withoutUnread(markdown));
}

/**
 * A character that occurs in everything that does not count: `](address`, `]: address`, `scheme://address`,
 * `data:address`, `<tag>`.
 */
const SIGNS = /[\]:<]/g;
const UNREAD = /\]\([^\s)]*|\]:[ \t]{1,3}\S*|:\/\/[^\s)>\]"']*|<[a-z/!][^<>]*>/iy;
const DATA = /\bdata:[^\s)"'>]*/iy;
const LONGEST_SCHEME = 10;

/** The text with a blank for each address of a link, a picture or a definition, each bare address, and each tag. */
function withoutUnread(markdown: string): string {
  let read = "";
  let done = 0;
  SIGNS.lastIndex = 0;
  while (SIGNS.test(markdown)) {
    const sign = SIGNS.lastIndex - 1;
    const { start, end } = unreadAt(markdown, sign, done);
    if (end === start) continue;
    read += `${markdown.slice(done, start)} `;
    done = SIGNS.lastIndex = end;
  }
  return done === 0 ? markdown : read + markdown.slice(done);
}

/** The start and end of an address or tag whose sign is at the offset `sign`; the start is at least `least`. */
function unreadAt(
  text: string,
  sign: number,
  least: number,
): { readonly start: number; readonly end: number } {
  const isColon = text[sign] === ":";
  const start = isColon ? schemeBefore(text, sign, least) : sign;
  const data = sign - "data".length;
  if (isColon && data >= least && !text.startsWith("://", sign))
    return { start: data, end: endOf(DATA, text, data) };
  const isAny = !isColon || sign - start > 1;
  return { start, end: isAny ? endOf(UNREAD, text, sign, start) : start };
}

/** The offset of the first letter of a scheme that ends at `end`. */
function schemeBefore(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && end - start < LONGEST_SCHEME && isLatin(text.charCodeAt(start - 1))) start--;
  return start;
}

function isLatin(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The end of a pattern's match at `at`; `otherwise` if there is none. */
function endOf(pattern: RegExp, text: string, at: number, otherwise = at): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : otherwise;
}

/** The number of kinds, with 0 for an unknown one. */
const KINDS = 5;
const OTHER = 1;
const LETTER = 2;
/** What continues a word, but cannot begin one. */
const JOINER = 3;
const IDEOGRAPH = 4;

/** What a character does: it begins a word, the next one is inside a word, it is an ideograph. */
const BEGINS = 1;
const INSIDE = 2;
const IS_IDEOGRAPH = 4;
/**
 * What a character of each kind does outside of a word, and within one. In a table, because a processor guesses branches wrong where
 * words begin and end, and that took half of the time.
 */
const STEPS = [
  [0, 0, BEGINS | INSIDE, 0, IS_IDEOGRAPH],
  [0, 0, INSIDE, INSIDE, IS_IDEOGRAPH],
].flat();

/** A cache of the kinds of characters; 0 for an unknown one. */
const kinds = new Uint8Array(0x110000);

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  const kind =
    code < 0x80 ? kindOfAscii : code >= 0x2010 && code < 0x205f ? kindOfPunctuation : kindOfCharacter;
  return (kinds[code] = kind(character));
}

/** `kindOfCharacter` for ASCII only, because compiling the full one takes as long as reading a short essay. */
function kindOfAscii(character: string): number {
  if (/[A-Za-z0-9]/.test(character)) return LETTER;
  return /['_-]/.test(character) ? JOINER : OTHER;
}

/** As `kindOfAscii`, for General Punctuation: typographic quotation marks, dashes and dots. */
function kindOfPunctuation(character: string): number {
  return character === "’" ? JOINER : OTHER;
}

function kindOfCharacter(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return IDEOGRAPH;
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER;
  return /[\p{M}'’_-]/u.test(character) ? JOINER : OTHER;
}

/** The minutes that reading `words` words takes, rounded, at least 1. */
export function minutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
