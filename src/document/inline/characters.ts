/**
 * The characters beside an offset in UTF-16 code units; empty at the ends of a text.
 */

/** The character that ends at an offset. */
export function characterBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
}

/** The character that begins at an offset. */
export function characterAfter(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** The offsets before and after the tildes beside a run. */
export function aroundTildes(text: string, start: number, end: number): [number, number] {
  let [before, after] = [start, end];
  while (text[before - 1] === "~") before--;
  while (text[after] === "~") after++;
  return [before, after];
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** The character that the backslash at `at` escapes; undefined if it escapes none. */
export function escapedAt(text: string, at: number): string | undefined {
  const next = text[at + 1];
  if (next === " " && isNonBreaking(text, at)) return "\u00a0";
  return next !== undefined && PUNCTUATION.test(next) ? next : undefined;
}

/**
 * Whether a backslash before a blank makes that one non-breaking (Pandoc's manual, "Backslash escapes"): between two words, but not in
 * a path: `C:\ or`, `~/My\ Documents`.
 */
function isNonBreaking(text: string, at: number): boolean {
  const word = /\S{1,100}$/.exec(text.slice(Math.max(0, at - 100), at))?.[0] ?? "";
  return (
    /[\p{L}\p{N}]\.?$/u.test(word) &&
    !/[\\/:]/.test(word) &&
    /[\p{L}\p{N}$(]/u.test(characterAfter(text, at + 2))
  );
}
