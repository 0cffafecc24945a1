/**
 * Text as it is compared: blanks of every kind and length are one, and quotation marks, dashes and Unicode's normal forms make
 * no difference, as in a search. Case does.
 *
 *     text      “The  café”        six blanks or one, straight quotes or curly: the same words
 *     folded    "The cafe"
 *     starts    0 1 2 3 4 6 …      where each character of it stands in the text, and at last where the text ends
 */
import { foldAccents } from "../text/fold.ts";

/** Offsets in a text, in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

export interface Compared {
  readonly folded: string;
  /** Offsets in the text, in UTF-16 code units, for each code unit of `folded`; one more entry gives the end. */
  readonly starts: Uint32Array;
}

const BLANK = 1;
const LETTER = 2;
/** What a character of ASCII is: 0 for those that nobody sees. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 32 || (code >= 9 && code <= 13)) return BLANK;
  return code > 32 && code < 127 ? LETTER : 0;
});
const CHARACTER = /\s+|\P{M}\p{M}*|\p{M}+/uy;

/** The text as it is compared, without blanks at its ends. */
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

/** The stretch of the text that a stretch of its folded twin stands for, blanks behind it left out. */
export function stretchIn(text: string, { starts }: Compared, [start, end]: Stretch): Stretch {
  const from = starts[start] ?? text.length;
  let to = starts[end] ?? text.length;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return [from, to];
}
