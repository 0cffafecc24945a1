/**
 * Folding: what two spellings must share to count as the same for a search.
 */

const MARKS = /\p{M}/gu;
const TYPOGRAPHIC: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "–": "-",
  "—": "-",
  "\u00a0": " ",
};
const TYPOGRAPHIC_ANY = /[‘’‚“”„–—\u00a0]/g;

/** Without accents (NFD, marks dropped) and with straight quotes and plain hyphens; case is kept. */
export function foldAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(TYPOGRAPHIC_ANY, (character) => TYPOGRAPHIC[character] ?? character);
}

/** As `foldAccents`, without case. */
export function fold(text: string): string {
  return foldAccents(text).toLowerCase();
}

/** Whether a query asks for case: smart case, as ripgrep and fzf have it. */
export function hasUpperCase(query: string): boolean {
  return /\p{Lu}/u.test(query);
}

/**
 * Folds one grapheme or character at a time, so that a match in the folded text can be marked in the text.
 * `starts[i]` is where the folded character `i` stands in `text`; one more entry gives the end.
 */
export function foldWithStarts(text: string, keepCase: boolean): { folded: string; starts: number[] } {
  const starts: number[] = [];
  let folded = "";
  let at = 0;
  for (const character of text) {
    const one = keepCase ? foldAccents(character) : fold(character);
    for (let i = 0; i < one.length; i++) starts.push(at);
    folded += one;
    at += character.length;
  }
  starts.push(at);
  return { folded, starts };
}
