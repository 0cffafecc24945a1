/**
 * A formula within a paragraph: one row of text, in pieces between which a line may end (The TeXbook, chapter 18: after
 * relations, and after binary operators, but not within brackets).
 *
 *     f(x, y) =| ax² +· bx +· c         | after a relation    · after an operator
 *
 * What is long may be parted within brackets, too: after operators and commas, and if that is not enough, at its blanks.
 */
import { beside, blankBox, textOf } from "./box.ts";
import type { FormulaNode } from "./formula.ts";
import { itemsOf, settingOf } from "./items.ts";
import { type Spaced, spaced } from "./spacing.ts";
import { ifNotTooLarge } from "./work.ts";
import { width } from "../../text/width.ts";

/**
 * What may be done after a piece: nothing, or end the line, for which a relation is the best place, then an operator, then an
 * operator or a comma within brackets, and the worst any other blank.
 */
export type BreakRank = "none" | "inner" | "nested" | "operator" | "relation";

export interface MathPiece {
  /** With the blanks that follow it, which are dropped where the line ends. */
  readonly text: string;
  /** The last piece has `none`. */
  readonly after: BreakRank;
}

/** A piece that is wider, in columns, may be parted within its brackets. */
const LONG = 12;
/** A piece of that may be parted at each of its blanks, if it is wider. */
const LONGER = 18;

/** Where a line ends at an operator: a paragraph's lines end after it, those of a display before it. */
export type Side = "after" | "before";

/** The formula in one line: the texts of the pieces together are all of it. Undefined where it is too large to be set. */
export function inlineFormula(nodes: readonly FormulaNode[]): readonly MathPiece[] | undefined {
  return ifNotTooLarge(() => piecesOf(nodes, "after"));
}

/** As `inlineFormula`, within what is being set. */
export function piecesOf(nodes: readonly FormulaNode[], side: Side): readonly MathPiece[] {
  const setting = settingOf(true);
  const units = movedBlanks(unitsOf(spaced(itemsOf(nodes, setting), setting), side));
  return joinedAt(units, ["relation", "operator"]).flatMap((main) => {
    if (width(main.text) <= LONG) return [main.piece];
    return joinedAt(main.units, ["nested"]).flatMap((nested) =>
      width(nested.text) > LONGER ? nested.units : [nested.piece],
    );
  });
}

/** The formula in one line; empty where it is too large to be set. */
export function inlineText(nodes: readonly FormulaNode[]): string {
  return (inlineFormula(nodes) ?? []).map(({ text }) => text).join("");
}

/** Each item by itself, and of one with blanks, such as text, each word. */
function unitsOf(list: readonly Spaced[], side: Side): MathPiece[] {
  const units: MathPiece[] = [];
  let depth = 0;
  list.forEach((own, index) => {
    const { item, gap } = own;
    if (item.class === "close" && depth > 0) depth--;
    if (item.class === "open" && item.rightClass === undefined) depth++;
    const words = wordsOf(textOf(beside([blankBox(gap), item.box])));
    const after = rankBetween(own, list[index + 1], depth, side);
    words.forEach((text, nth) => {
      const isLast = nth === words.length - 1;
      units.push({ text, after: isLast ? after : AFTER_SIGN.test(text) ? "nested" : "inner" });
    });
  });
  return units;
}

/** Text parted behind its blanks, not behind those at its beginning. */
function wordsOf(text: string): string[] {
  return text.split(/(?<=\S )(?! )/);
}

/** An operator by itself, or a comma; a bar keeps together what is around it. */
const AFTER_SIGN = /^[^\p{L}\p{N}\s|] $|[,;] $/u;

function rankBetween(own: Spaced, next: Spaced | undefined, depth: number, side: Side): BreakRank {
  if (next === undefined || next.gap === 0) return "none";
  const given = side === "after" ? own.item.class : next.item.class;
  if (side === "before" && (own.item.class === "rel" || own.item.class === "bin")) return "none";
  if (given !== "rel" && given !== "bin") return own.item.class === "punct" ? "nested" : "inner";
  if (depth > 0) return textOf(own.item.box) === "|" || textOf(next.item.box) === "|" ? "inner" : "nested";
  return given === "rel" ? "relation" : "operator";
}

interface Joined {
  readonly text: string;
  readonly units: readonly MathPiece[];
  readonly piece: MathPiece;
}

/** Units joined to longer ones, up to each that has one of the ranks. */
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

/** Blanks at the beginning of a piece belong to the end of the one before it; the formula begins and ends with none. */
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
