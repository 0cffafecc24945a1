/**
 * A formula within a paragraph: one row of text, in pieces between which a line may end (The TeXbook, chapter 18: after
 * relations, and after binary operators, but not within brackets).
 *
 *     f(x, y) =| ax² +· bx +· c         | after a relation    · after an operator
 */
import { beside, blankBox, textOf } from "./box.ts";
import type { FormulaNode } from "./formula.ts";
import { itemsOf, settingOf } from "./items.ts";
import { type Spaced, spaced } from "./spacing.ts";
import { ifNotTooLarge } from "./work.ts";
import { width } from "../../text/width.ts";

/** What may be done after a piece: nothing, or end the line, for which a relation is the better place. */
export type BreakRank = "none" | "operator" | "relation";

export interface MathPiece {
  /** With the blanks that follow it, which are dropped where the line ends. */
  readonly text: string;
  /** The last piece has `none`. */
  readonly after: BreakRank;
}

/** A piece that is wider, in columns, may be parted at each of its blanks: within brackets, after commas, in text. */
const LONG = 24;

/** The formula in one line: the texts of the pieces together are all of it. Undefined where it is too large to be set. */
export function inlineFormula(nodes: readonly FormulaNode[]): readonly MathPiece[] | undefined {
  return ifNotTooLarge(() => piecesOf(nodes));
}

/** As `inlineFormula`, within what is being set. */
export function piecesOf(nodes: readonly FormulaNode[]): readonly MathPiece[] {
  const setting = settingOf(true);
  const pieces = partedList(spaced(itemsOf(nodes, setting), setting));
  return pieces.flatMap((piece) => (width(piece.text) > LONG ? partsOf(piece) : [piece]));
}

/** The formula in one line; empty where it is too large to be set. */
export function inlineText(nodes: readonly FormulaNode[]): string {
  return (inlineFormula(nodes) ?? []).map(({ text }) => text).join("");
}

function partedList(list: readonly Spaced[]): MathPiece[] {
  const pieces: MathPiece[] = [];
  let texts: string[] = [];
  let depth = 0;
  list.forEach(({ item, gap }, index) => {
    texts.push(textOf(beside([blankBox(gap), item.box])));
    if (item.class === "open" && item.rightClass === undefined) depth++;
    if (item.class === "close" && depth > 0) depth--;
    const isBreak = depth === 0 && (item.class === "rel" || item.class === "bin");
    const next = list[index + 1];
    if (!isBreak || next === undefined || next.gap === 0) return;
    pieces.push({ text: texts.join(""), after: item.class === "rel" ? "relation" : "operator" });
    texts = [];
  });
  const last = texts.join("").trimEnd();
  if (last !== "" || pieces.length === 0) pieces.push({ text: last, after: "none" });
  return movedBlanks(pieces);
}

/** Blanks at the beginning of a piece belong to the end of the one before it; the formula begins and ends with none. */
function movedBlanks(pieces: readonly MathPiece[]): MathPiece[] {
  const moved = pieces.map((piece, index): MathPiece => {
    const next = pieces[index + 1]?.text ?? "";
    const text = piece.text.trimStart() + next.slice(0, next.length - next.trimStart().length);
    return { text, after: text.trim() === "" ? "none" : piece.after };
  });
  while (moved.length > 1 && moved.at(-1)!.text.trim() === "") moved.pop();
  const last = moved.pop();
  return last ? [...moved, { text: last.text.trimEnd(), after: "none" }] : moved;
}

function partsOf(piece: MathPiece): MathPiece[] {
  const words = piece.text.split(/(?<= )(?! )/);
  return words.map((text, index) => ({ text, after: index === words.length - 1 ? piece.after : "operator" }));
}
