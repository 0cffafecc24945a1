/**
 * A formula in a paragraph: one row of text, in pieces between which a line may end (The TeXbook, chapter 18: after relations
 * and binary operators, but not within brackets).
 *
 *     f(x, y) =| ax² +· bx +· c         | after a relation    · after an operator
 *
 * A long piece may also be broken within brackets, after operators and commas, and a very long one at every blank.
 */
import { beside, blankBox, textOf } from "./box.ts";
import type { FormulaNode } from "./formula.ts";
import { itemsOf, settingOf } from "./items.ts";
import type { Spaced } from "./setting.ts";
import { spaced } from "./spacing.ts";
import { ifSettable } from "./work.ts";
import { width } from "../../text/width.ts";

/**
 * The kind of line break allowed after a piece, from worst to best: none; at any blank (`inner`); after an operator or a comma
 * within brackets (`nested`); after an operator; after a relation.
 */
export type BreakRank = "none" | "inner" | "nested" | "operator" | "relation";

export interface MathPiece {
  /** The text with the blanks after it, which are dropped at the end of a line. */
  readonly text: string;
  /** The last piece has `none`. */
  readonly after: BreakRank;
}

/** The widest piece that is never broken within its brackets, in columns. */
const LONG = 12;
/** The widest part of a broken piece that is not broken at its blanks, in columns. */
const LONGER = 18;

/** The formula in one line; the texts of the pieces, joined, are the whole formula. Undefined if it is too large. */
export function inlineFormula(nodes: readonly FormulaNode[]): readonly MathPiece[] | undefined {
  return ifSettable(() => piecesOf(nodes));
}

function piecesOf(nodes: readonly FormulaNode[]): readonly MathPiece[] {
  const setting = settingOf(true);
  const units = movedBlanks(unitsOf(spaced(itemsOf(nodes, setting), setting)));
  return joinedAt(units, ["relation", "operator"]).flatMap((main) => {
    if (width(main.text) <= LONG) return [main.piece];
    return joinedAt(main.units, ["nested"]).flatMap((nested) =>
      width(nested.text) > LONGER ? nested.units : [nested.piece],
    );
  });
}

/** The formula as one line of text; empty if it is too large. */
export function inlineText(nodes: readonly FormulaNode[]): string {
  return (inlineFormula(nodes) ?? []).map(({ text }) => text).join("");
}

/** A piece for each item, or for each word of an item that contains blanks. */
function unitsOf(list: readonly Spaced[]): MathPiece[] {
  const units: MathPiece[] = [];
  let depth = 0;
  list.forEach((own, index) => {
    const { item, gap } = own;
    if (item.class === "close" && depth > 0) depth--;
    if (item.class === "open" && item.rightClass === undefined) depth++;
    const words = wordsOf(textOf(beside([blankBox(gap), item.box])));
    const after = rankBetween(own, list[index + 1], depth);
    words.forEach((text, nth) => {
      const isLast = nth === words.length - 1;
      units.push({ text, after: isLast ? after : AFTER_SIGN.test(text) ? "nested" : "inner" });
    });
  });
  return units;
}

/** The text, split after its blanks, except for leading ones. */
function wordsOf(text: string): string[] {
  return text.split(/(?<=\S )(?! )/);
}

/** A separate operator or a comma. A bar does not count, because it keeps its neighbours together. */
const AFTER_SIGN = /^[^\p{L}\p{N}\s|] $|[,;] $/u;

function rankBetween(own: Spaced, next: Spaced | undefined, depth: number): BreakRank {
  if (next === undefined || next.gap === 0) return "none";
  const given = own.item.class;
  if (given !== "rel" && given !== "bin") return given === "punct" ? "nested" : "inner";
  if (depth > 0) return textOf(own.item.box) === "|" || textOf(next.item.box) === "|" ? "inner" : "nested";
  return given === "rel" ? "relation" : "operator";
}

interface Joined {
  readonly text: string;
  readonly units: readonly MathPiece[];
  readonly piece: MathPiece;
}

/** The units, joined up to each unit that ends with one of the ranks. */
function joinedAt(units: readonly MathPiece[], ranks: readonly BreakRank[]): Joined[] {
  const joined: Joined[] = [];
  let begun: MathPiece[] = [];
  units.forEach((unit, index) => {
    begun.push(unit);
    if (index < units.length - 1 && !ranks.includes(unit.after)) return;
    const text = begun.map((own) => own.text).join("");
    joined.push({ text, units: begun, piece: { text, after: unit.after } });
    begun = [];
  });
  return joined;
}

/** Moves leading blanks to the end of the piece before; the formula begins and ends without blanks. */
function movedBlanks(pieces: readonly MathPiece[]): MathPiece[] {
  const moved = pieces.map((piece, index): MathPiece => {
    const next = pieces[index + 1]?.text ?? "";
    const text = piece.text.trimStart() + next.slice(0, next.length - next.trimStart().length);
    return { text, after: text.trim() === "" ? "none" : piece.after };
  });
  while (moved.length > 1 && moved.at(-1)!.text.trim() === "") moved.pop();
  const last = moved.pop();
  return [...moved, { text: last?.text.trimEnd() ?? "", after: "none" }];
}
