/**
 * The characters beside an offset in UTF-16 code units; empty at the ends of a text.
 */

export function characterBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
}

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
