/**
 * The formulas of an essay with their places. The tree knows the lines of each block; within them, a formula is where its first
 * line stands between its delimiters, outside of code and comments, after the formula before it.
 */
import type { Block } from "../../document/document.ts";
import { partsWithMath } from "../../document/inline/math.ts";
import type { OpenEssay } from "../../document/open-essay.ts";
import type { Place, Sought, SourceText } from "../../document/source-text.ts";
import { type Formula, formulasIn } from "../../document/walk.ts";

export interface PlacedFormula extends Formula {
  readonly place: Place;
  /** Whether only the beginning of its block is known: its source is written otherwise, with entities for example. */
  readonly isRough?: true;
}

/** Lines of the file: from `line` to before `end`. */
export interface Lines {
  readonly line: number;
  readonly end: number;
}

/** A formula, and the lines that contain it. */
type Placeable = Formula & Lines;

/** Every formula in order: of front matter, of its title, of the text; `lines` are those of each block. */
export function placedFormulas(open: OpenEssay, text: SourceText, lines: readonly Lines[]): PlacedFormula[] {
  const { blocks, notes, macros } = open.document;
  const front = { line: 1, end: text.bodyLine };
  const all: Placeable[] = [
    ...(macros === undefined ? [] : [{ tex: macros, display: true, ...front }]),
    ...titleFormulas(open).map((own) => ({ ...own, ...front })),
    ...blocks.flatMap((block, index) => formulasOf([block], lines[index]!)),
    ...notes.flatMap(({ label, blocks: own }) =>
      formulasOf(own, { line: text.definitionLine(label) ?? text.bodyLine, end: Infinity }),
    ),
  ];
  const places = text.inOrder(all.map(soughtOf));
  return all.map(({ tex, display, line }, nth): PlacedFormula => {
    const place = places[nth];
    return place ? { tex, display, place } : { tex, display, place: { line, column: 1 }, isRough: true };
  });
}

function titleFormulas({ essay }: OpenEssay): Formula[] {
  if (essay.titleFrom !== "front matter") return [];
  return partsWithMath(essay.title).flatMap((part) =>
    typeof part === "string" ? [] : [{ tex: part.tex, display: false }],
  );
}

function formulasOf(blocks: readonly Block[], lines: Lines): Placeable[] {
  return Array.from(formulasIn({ blocks, notes: [] }), (formula) => ({ ...formula, ...lines }));
}

function soughtOf({ tex, line, end }: Placeable): Sought {
  const [first = ""] = tex.split("\n", 1);
  // The number after a display becomes a tag.
  const text = first.replace(/\\tag\{[^{}]{0,40}\}$/, "") || first;
  const isWhole = !tex.includes("\n");
  const isBare = /^\\(?:begin|eqref|ref)\b/.test(tex);
  const isMeant = (whole: string, at: number): boolean =>
    isBare || (OPENED.test(before(whole, at)) && (!isWhole || isClosed(whole, at + text.length)));
  return { text, line, end, isMeant };
}

/** The length of the text beside a formula that can hold its delimiter, in UTF-16 code units. */
const AROUND = 40;

function before(whole: string, at: number): string {
  return whole.slice(Math.max(0, at - AROUND), at);
}

/** An opening sign, the end of a generator's tag or an element's, or the info of a fence, before blanks and signs of quotations. */
const OPENED = /(?:\$`?|\\[([]|[>}]|\bmath)[\s>]{0,20}$/;

/** Whether a closing sign, the beginning of a tag, or the end of a fence follows blanks; a line may end before it. */
function isClosed(whole: string, at: number): boolean {
  const rest = whole.slice(at, at + AROUND);
  return /^[\s>]{0,20}[$\\`<{~]/.test(rest);
}
