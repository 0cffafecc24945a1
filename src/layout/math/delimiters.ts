/**
 * Brackets as high as their content, assembled from Unicode's bracket pieces (block Miscellaneous Technical).
 *
 *     ⎛a⎞   ⎡a⎤   ⎧a        │a│    ╱a╲
 *     ⎜─⎟   ⎢─⎥   ⎨─        │─│   ⟨ ─ ⟩
 *     ⎝b⎠   ⎣b⎦   ⎩b        │b│    ╲b╱
 */
import { beside, type Box, EMPTY, isTall, textBox } from "./box.ts";
import { symbolOf } from "./symbols.ts";
import { tableOf } from "../../text/own.ts";

/** Pieces at the top, between, in the middle and at the bottom. */
type Pieces = readonly [top: string, between: string, middle: string, bottom: string];

const PIECES = tableOf<Pieces>({
  "(": ["⎛", "⎜", "⎜", "⎝"],
  ")": ["⎞", "⎟", "⎟", "⎠"],
  "[": ["⎡", "⎢", "⎢", "⎣"],
  "]": ["⎤", "⎥", "⎥", "⎦"],
  "{": ["⎧", "⎪", "⎨", "⎩"],
  "}": ["⎫", "⎪", "⎬", "⎭"],
  "⌊": ["⎢", "⎢", "⎢", "⎣"],
  "⌋": ["⎥", "⎥", "⎥", "⎦"],
  "⌈": ["⎡", "⎢", "⎢", "⎢"],
  "⌉": ["⎤", "⎥", "⎥", "⎥"],
  "|": ["│", "│", "│", "│"],
  "‖": ["║", "║", "║", "║"],
  "⟮": ["⎛", "⎜", "⎜", "⎝"],
  "⟯": ["⎞", "⎟", "⎟", "⎠"],
  "⎰": ["⎧", "⎪", "⎪", "⎭"],
  "⎱": ["⎫", "⎪", "⎪", "⎩"],
  "↑": ["↑", "│", "│", "│"],
  "↓": ["│", "│", "│", "↓"],
  "↕": ["↑", "│", "│", "↓"],
  "⇑": ["⇑", "║", "║", "║"],
  "⇓": ["║", "║", "║", "⇓"],
  "⇕": ["⇑", "║", "║", "⇓"],
  "∫": ["⌠", "⎮", "⎮", "⌡"],
  "⟦": ["⟦", "║", "║", "⟦"],
  "⟧": ["⟧", "║", "║", "⟧"],
});
/** Braces of two rows, which have no middle piece. */
const BRACES = tableOf<readonly [string, string]>({ "{": ["⎰", "⎱"], "}": ["⎱", "⎰"] });
/** Leaning delimiters, angle brackets and slashes: the signs above and below the middle. */
const LEANING = tableOf<readonly [string, string, string]>({
  "⟨": ["╱", "⟨", "╲"],
  "⟩": ["╲", "⟩", "╱"],
  "/": ["╱", "╱", "╱"],
  "∖": ["╲", "╲", "╲"],
});
/** The greatest height of leaning brackets, in rows: higher ones would be wider than their content. */
const MOST_LEANING = 9;

/** The character of the parser's delimiter: `(`, `\\langle`, or `.` for none. */
export function delimiterOf(delimiter: string): string {
  if (delimiter === "." || delimiter === "") return "";
  if (delimiter === "<" || delimiter === "\\lt") return "⟨";
  if (delimiter === ">" || delimiter === "\\gt") return "⟩";
  return symbolOf(delimiter);
}

/** A delimiter of `rows` rows; an unknown delimiter stays one row high. */
export function stretched(sign: string, rows: number, baseline: number): Box {
  if (sign === "") return EMPTY;
  if (rows <= 1) return textBox(sign);
  const leaning = LEANING[sign];
  if (leaning !== undefined && rows <= MOST_LEANING) return leaningBox(leaning, sign, rows, baseline);
  const pieces = PIECES[sign];
  if (pieces === undefined) return textBox(sign);
  const [top, between, middle, bottom] = pieces;
  const two = rows === 2 ? BRACES[sign] : undefined;
  if (two !== undefined) return { rows: two, columns: 1, baseline };
  // The point of a brace is level with the relation before it.
  const center = baseline > 0 && baseline < rows - 1 ? baseline : Math.floor(rows / 2);
  const signs = Array.from({ length: rows }, (_, row) => {
    if (row === 0) return top;
    if (row === rows - 1) return bottom;
    return row === center ? middle : between;
  });
  return { rows: signs, columns: 1, baseline };
}

function leaningBox(
  [above, middle, under]: readonly [string, string, string],
  sign: string,
  rows: number,
  baseline: number,
): Box {
  const isSlash = above === under;
  const columns = isSlash ? rows : Math.ceil(rows / 2);
  const drawn = Array.from({ length: rows }, (_, row) => {
    const half = rows - 1 - row;
    const isMiddle = rows % 2 === 1 && row === half;
    const fromEdge = isSlash ? row : Math.min(row, half);
    const own = isMiddle ? middle : row < half ? above : under;
    const isRising = isSlash ? sign === "/" : sign === "⟨";
    const at = isRising ? columns - 1 - fromEdge : fromEdge;
    return " ".repeat(at) + own + " ".repeat(columns - 1 - at);
  });
  return { rows: drawn, columns, baseline };
}

/** `body` between delimiters of its height; each is a character, or empty. */
export function enclosed(left: string, body: Box, right: string): Box {
  const rows = body.rows.length;
  return beside([stretched(left, rows, body.baseline), body, stretched(right, rows, body.baseline)]);
}

/** The box in round brackets, unless it is one row that has them already. */
export function bracketed(body: Box): Box {
  return isTall(body) || !isBracketed(body.rows[0] ?? "") ? enclosed("(", body, ")") : body;
}

/** Whether the first character opens a bracket that the last one closes. */
export function isBracketed(text: string): boolean {
  if (!text.startsWith("(") || !text.endsWith(")")) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    if (depth === 0 && at < text.length - 1) return false;
  }
  return true;
}
