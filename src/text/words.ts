/**
 * Counting words, and from them the minutes that reading an essay takes.
 */
/** Brysbaert (2019) puts silent reading of English non-fiction at 238 words a minute. */
const WORDS_A_MINUTE = 238;
/** Chinese or Japanese characters that count as one English word. */
const IDEOGRAPHS_A_WORD = 1.6;

/**
 * The number of words in `text`: runs of letters, digits, and the marks, apostrophes and hyphens between them; where words are not
 * separated by blanks (Chinese, Japanese), the number that its characters amount to.
 */
export function countWords(text: string): number {
  let words = 0;
  let ideographs = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff) {
      code = text.codePointAt(at)!;
      if (code > 0xffff) at++;
    }
    const kind = kinds[code]! || kindOf(code);
    if (kind === IDEOGRAPH) ideographs++;
    if (kind === LETTER && !inside) words++;
    inside = kind === LETTER || (inside && kind === JOINER);
  }
  return words + Math.round(ideographs / IDEOGRAPHS_A_WORD);
}

/** What nobody reads: addresses of links, pictures and definitions, bare addresses, and tags. */
const UNREAD =
  /\]\([^\s)]*|\]:[ \t]{1,3}\S*|[a-z]{2,10}:\/\/[^\s)>\]"']*|\bdata:[^\s)"'>]*|<[a-z/!][^<>]*>/gi;

/** The number of words of a Markdown text that a reader reads: without addresses and tags. */
export function countReadWords(markdown: string): number {
  return countWords(markdown.replace(UNREAD, " "));
}

const OTHER = 1;
const LETTER = 2;
/** What continues a word, but cannot begin one. */
const JOINER = 3;
const IDEOGRAPH = 4;

/** The kinds of the characters met so far; 0 for the others. */
const kinds = new Uint8Array(0x110000);

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  return (kinds[code] = code < 0x80 ? kindOfAscii(character) : kindOfCharacter(character));
}

/** `kindOfCharacter` for ASCII alone, for compiling the full one takes as long as a short essay. */
function kindOfAscii(character: string): number {
  if (/[A-Za-z0-9]/.test(character)) return LETTER;
  return /['_-]/.test(character) ? JOINER : OTHER;
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
