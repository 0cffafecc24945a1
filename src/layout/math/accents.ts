/**
 * Accents: combining characters on one row, and marks drawn on a row of their own if the argument is wide.
 */
import { graphemes, width } from "../../text/width.ts";
import { tableOf } from "../../text/own.ts";
import { normalized } from "../../text/normalized.ts";

/** Combining characters by command (Unicode blocks Combining Diacritical Marks, and those for Symbols). */
const MARKS = tableOf<string>({
  "\\acute": "\u0301",
  "\\'": "\u0301",
  "\\grave": "\u0300",
  "\\`": "\u0300",
  "\\ddot": "\u0308",
  '\\"': "\u0308",
  "\\tilde": "\u0303",
  "\\~": "\u0303",
  "\\widetilde": "\u0303",
  "\\utilde": "\u0330",
  "\\bar": "\u0304",
  "\\=": "\u0304",
  "\\breve": "\u0306",
  "\\u": "\u0306",
  "\\check": "\u030c",
  "\\v": "\u030c",
  "\\widecheck": "\u030c",
  "\\hat": "\u0302",
  "\\^": "\u0302",
  "\\widehat": "\u0302",
  "\\vec": "\u20d7",
  "\\dot": "\u0307",
  "\\.": "\u0307",
  "\\mathring": "\u030a",
  "\\r": "\u030a",
  "\\c": "\u0327",
  "\\H": "\u030b",
  "\\textcircled": "\u20dd",
  "\\overline": "\u0305",
  "\\underline": "\u0332",
  "\\overrightarrow": "\u20d7",
  "\\Overrightarrow": "\u20d7",
  "\\overleftarrow": "\u20d6",
  "\\overleftrightarrow": "\u20e1",
  "\\overleftharpoon": "\u20d0",
  "\\overrightharpoon": "\u20d1",
  "\\overgroup": "\u0311",
  "\\overlinesegment": "\u0305",
  "\\underrightarrow": "\u20ef",
  "\\underleftarrow": "\u20ee",
  "\\underleftrightarrow": "\u034d",
  "\\undergroup": "\u032e",
  "\\underlinesegment": "\u0332",
});

/** Whole characters for letters that can't carry the mark. */
const CIRCLED: ReadonlyMap<string, string> = new Map(Object.entries({ c: "©", R: "®", C: "Ⓒ", S: "Ⓢ" }));

/** Marks that Unicode has twice over each other. */
const DOUBLE: ReadonlyMap<string, string> = new Map([
  ["\u0305", "\u033f"],
  ["\u0304", "\u033f"],
  ["\u0332", "\u0333"],
]);

/** The combining character of a command; undefined if it has none. */
export function markOf(label: string): string | undefined {
  return MARKS[label];
}

/**
 * `text` with the mark of `label` on each letter, because no combining character reaches over several
 * letters. A second mark of the same kind would be invisible: it becomes Unicode's double mark, or else the
 * name of the command, `hat(x̂)`.
 */
export function marked(text: string, label: string): string {
  const circled = label === "\\textcircled" ? CIRCLED.get(text) : undefined;
  if (circled !== undefined) return circled;
  const mark = MARKS[label];
  if (mark === undefined) return text;
  const bare = normalized(text, "NFD");
  if (!bare.includes(mark) && !bare.includes(DOUBLE.get(mark) ?? mark)) return combined(text, mark);
  const twice = bare.includes(DOUBLE.get(mark) ?? "") ? undefined : DOUBLE.get(mark);
  if (twice === undefined) return /^\\\p{L}{2}/u.test(label) ? `${label.slice(1)}(${text})` : text;
  return graphemes(text)
    .map((own) => {
      const parts = normalized(own, "NFD");
      return parts.includes(mark) ? normalized(parts.replace(mark, twice), "NFC") : combined(own, mark);
    })
    .join("");
}

/** `text` with a combining character on each grapheme that is not blank. */
export function combined(text: string, mark: string): string {
  // Terminals remove the dot of i and j under an accent; TeX's dotless letters would stay dotless.
  const dotted = text === "ı" ? "i" : text === "ȷ" ? "j" : text;
  return graphemes(dotted)
    .map((grapheme) => (grapheme === " " ? grapheme : withMark(grapheme, mark)))
    .join("");
}

/** Composed if Unicode has the letter, which more fonts show; unchanged if the width would change. */
function withMark(grapheme: string, mark: string): string {
  // A second mark of the same kind would be invisible, and hundreds of them would make a text long.
  if (grapheme.endsWith(mark)) return grapheme;
  const whole = normalized(grapheme + mark, "NFC");
  return width(whole) === width(grapheme) ? whole : grapheme;
}

/** A mark over several cells: its left end, its filling, its middle and its right end. */
export type Drawing = readonly [left: string, fill: string, middle: string, right: string];

const DRAWINGS = tableOf<Drawing>({
  "\\overline": ["▁", "▁", "▁", "▁"],
  "\\bar": ["▁", "▁", "▁", "▁"],
  "\\underline": ["▔", "▔", "▔", "▔"],
  "\\widehat": ["╱", "‾", "‾", "╲"],
  "\\hat": ["╱", "‾", "‾", "╲"],
  "\\widecheck": ["╲", "_", "_", "╱"],
  "\\check": ["╲", "_", "_", "╱"],
  "\\widetilde": ["~", "~", "~", "~"],
  "\\tilde": ["~", "~", "~", "~"],
  "\\utilde": ["~", "~", "~", "~"],
  "\\overrightarrow": ["─", "─", "─", "→"],
  "\\vec": ["─", "─", "─", "→"],
  "\\Overrightarrow": ["═", "═", "═", "⇒"],
  "\\overleftarrow": ["←", "─", "─", "─"],
  "\\overleftrightarrow": ["←", "─", "─", "→"],
  "\\overleftharpoon": ["↼", "─", "─", "─"],
  "\\overrightharpoon": ["─", "─", "─", "⇀"],
  "\\overgroup": ["╭", "─", "─", "╮"],
  "\\overlinesegment": ["├", "─", "─", "┤"],
  "\\underrightarrow": ["─", "─", "─", "→"],
  "\\underleftarrow": ["←", "─", "─", "─"],
  "\\underleftrightarrow": ["←", "─", "─", "→"],
  "\\undergroup": ["╰", "─", "─", "╯"],
  "\\underlinesegment": ["├", "─", "─", "┤"],
  "\\overbrace": ["╭", "─", "┴", "╮"],
  "\\underbrace": ["╰", "─", "┬", "╯"],
  "\\overbracket": ["┌", "─", "─", "┐"],
  "\\underbracket": ["└", "─", "─", "┘"],
});

/** The row of a wide mark, `columns` wide; undefined for a mark that only letters can have. */
export function drawnMark(label: string, columns: number): string | undefined {
  const drawing = DRAWINGS[label];
  if (drawing === undefined || columns < 2) return undefined;
  const [left, fill, middle, right] = drawing;
  const inner = columns - 2;
  const before = Math.floor((inner - 1) / 2);
  if (middle === fill || inner < 1) return left + fill.repeat(inner) + right;
  return left + fill.repeat(before) + middle + fill.repeat(inner - 1 - before) + right;
}

/** Marks as separate characters, over a single cell or over a box too high for combining characters. */
const SIGNS = tableOf<string>({
  "\\overline": "▁",
  "\\bar": "▁",
  "\\underline": "▔",
  "\\underbar": "▔",
  "\\hat": "^",
  "\\widehat": "^",
  "\\check": "ˇ",
  "\\widecheck": "ˇ",
  "\\tilde": "~",
  "\\widetilde": "~",
  "\\utilde": "~",
  "\\acute": "´",
  "\\grave": "`",
  "\\dot": "˙",
  "\\ddot": "¨",
  "\\breve": "˘",
  "\\mathring": "˚",
  "\\vec": "→",
  "\\overrightarrow": "→",
  "\\Overrightarrow": "⇒",
  "\\overleftarrow": "←",
  "\\overleftrightarrow": "↔",
  "\\overleftharpoon": "↼",
  "\\overrightharpoon": "⇀",
  "\\overgroup": "⌒",
  "\\undergroup": "⌣",
  "\\overlinesegment": "▁",
  "\\underlinesegment": "▔",
  "\\underrightarrow": "→",
  "\\underleftarrow": "←",
  "\\underleftrightarrow": "↔",
});

/** The row of a mark over or under a box of several rows, none of whose letters can carry it. */
export function tallMark(label: string, columns: number): string | undefined {
  return drawnMark(label, columns) ?? SIGNS[label];
}

/** Whether a mark is over its argument. */
export function isOverMark(label: string): boolean {
  return !label.startsWith("\\u");
}
