/**
 * Folded text, in which passages are compared: all runs of blanks are equal, and so are the forms of quotation marks and dashes and
 * Unicode's normal forms, as in a search. Case is kept.
 *
 *     text      “The  café”        six blanks or one, straight quotes or curly: the same words
 *     folded    "The cafe"
 *     starts    0 1 2 3 4 6 …      the offset of each character in the text, then the end of the text
 */
import { foldAccents } from "../text/fold.ts";

/** Offsets in a text, in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

export interface Compared {
  readonly folded: string;
  /** The offset in the text, in UTF-16 code units, of each code unit of `folded`; one more entry gives the end. */
  readonly starts: Uint32Array;
}

const BLANK = 1;
const LETTER = 2;
/** The kind of each ASCII character; 0 for control characters. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 32 || (code >= 9 && code <= 13)) return BLANK;
  return code > 32 && code < 127 ? LETTER : 0;
});
const CHARACTER = /\s+|\P{M}\p{M}*|\p{M}+/uy;

/** Folds a text and removes the blanks at its ends. */
export function compared(text: string): Compared {
  const pieces: string[] = [];
  const starts: number[] = [];
  let isBlank = true;
  const add = (character: string, at: number): void => {
    if (character === " " && isBlank) return;
    isBlank = character === " ";
    pieces.push(character);
    for (let unit = 0; unit < character.length; unit++) starts.push(at);
  };
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const isAlone = code < 128 && text.charCodeAt(at + 1) < 128;
    if (isAlone) {
      if (ASCII[code] !== 0) add(ASCII[code] === BLANK ? " " : text[at]!, at);
      at++;
    } else {
      CHARACTER.lastIndex = at;
      const [character] = CHARACTER.exec(text) ?? [text[at]!];
      const folded = foldAccents(character).replace(/\s+/g, " ");
      if (folded !== "") add(folded, at);
      at += character.length;
    }
  }
  if (isBlank && pieces.length > 0) {
    pieces.pop();
    starts.pop();
  }
  starts.push(text.length);
  return { folded: pieces.join(""), starts: Uint32Array.from(starts) };
}

/** The stretch of the text that corresponds to a stretch of its folded form, without blanks at the end. */
export function stretchIn(text: string, { starts }: Compared, [start, end]: Stretch): Stretch {
  const from = starts[start] ?? text.length;
  let to = starts[end] ?? text.length;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return [from, to];
}
