/**
 * Finds where something other than text may begin.
 *
 * V8 searches a text four times faster for a single class of characters than for alternatives. So this
 * searches for the class of first characters, and tries the alternatives only where the first
 * character does not decide.
 */

/** What begins something other than text. */
const BEGINNING =
  /[\n\\`*_~<[\]:^$]|==|!\[|\{(?:[{%]|::(?:comment|nomarkdown)\}|[A-Za-z][\w:+.-]{0,40}\}`|[\w-]{1,40}="|# |\\[a-z]|\+\+|--|~~|==|>>)|%(?:%|\[http)|\+\+|[wW]{3}\./y;
/** The first characters; with `w` for texts that have an address without a scheme. */
const FIRST = /[\n\\`*_~<[\]:^$=!{%+]/g;
const FIRST_OR_W = /[\n\\`*_~<[\]:^$=!{%+wW]/g;
const WWW = /[wW]{3}\./;
/** The first characters that do not decide by themselves. */
const UNSURE = "=!{%+wW";

/**
 * Returns a function that finds the next special character of a text from an offset on; it returns the length of
 * the text if there is none.
 */
export function specialsIn(text: string): (from: number) => number {
  const first = WWW.test(text) ? FIRST_OR_W : FIRST;
  return (from) => {
    first.lastIndex = from;
    while (first.test(text)) {
      const at = first.lastIndex - 1;
      if (!UNSURE.includes(text[at]!) || beginsAt(text, at)) return at;
    }
    return text.length;
  };
}

function beginsAt(text: string, at: number): boolean {
  BEGINNING.lastIndex = at;
  return BEGINNING.test(text);
}
