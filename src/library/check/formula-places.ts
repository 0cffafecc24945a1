/**
 * The formulas of an essay with their places. The parser knows where each stands in its source (`document/formula-origins.ts`); a formula
 * of the tree is the next one of its block that has the same TeX.
 */
import type { Block } from "../../document/document.ts";
import { comparedTex, MATHML } from "../../document/formula-origin.ts";
import { partsWithMath } from "../../document/inline/math-parts.ts";
import type { OpenEssay } from "../../document/open-essay.ts";
import type { SourcePlace, SourceText } from "../../document/source-text.ts";
import { type Formula, formulasIn } from "../../document/walk.ts";
import { type CharacterPlace, characterPlaces } from "./character-places.ts";
import { writtenFormulas } from "./written-formulas.ts";

/** The place of a character of a formula, from which on characters stand side by side in the source. */
export interface PlacedAnchor extends SourcePlace {
  /** The offset of the character in the TeX, in UTF-16 code units. */
  readonly at: number;
}

export interface PlacedFormula extends Formula {
  /** At least one, in order. */
  readonly anchors: readonly PlacedAnchor[];
  /** Whether only its element of MathML or the beginning of its block is known. */
  readonly isRough?: true;
}

/** Lines of the file: from `line` to before `end`. */
export interface Lines {
  readonly line: number;
  readonly end: number;
}

/** A formula, and the lines that contain it. */
type Placeable = Formula & Lines;

/** Every formula in order: of front matter, of the title, of the text; `lines` are those of each block. */
export function placedFormulas(open: OpenEssay, text: SourceText, lines: readonly Lines[]): PlacedFormula[] {
  const { essay } = open;
  const { blocks, notes, macros } = open.document;
  const front = { line: 1, end: text.bodyLine };
  const all: Placeable[] = [
    ...(macros === undefined ? [] : [{ tex: macros, display: true, ...front }]),
    ...[...titleOf(open, "front matter"), essay.description ?? ""].flatMap((own) => writtenIn(own, front)),
    ...titleOf(open, "heading").flatMap((own) =>
      writtenIn(own, { line: text.bodyLine, end: lines[0]?.line ?? Infinity }),
    ),
    ...blocks.flatMap((block, index) => formulasOf([block], lines[index]!)),
    ...notes.flatMap(({ label, blocks: own }) =>
      formulasOf(own, { line: text.definitionLine(label) ?? text.bodyLine, end: Infinity }),
    ),
  ];
  if (all.length === 0) return [];
  const written = writtenFormulas(open, text);
  const found = all.map(({ tex, line, end }): { anchors: CharacterPlace[]; isRough?: true } => {
    const own = written.get(comparedTex(tex))?.next(line, end);
    if (own) return { anchors: characterPlaces(tex, own) };
    const element = written.get(MATHML)?.next(line, end);
    return { anchors: [{ at: 0, offset: element?.offset(0) ?? text.offsetOf(line) }], isRough: true };
  });
  const places = text.places(found.flatMap(({ anchors }) => anchors.map(({ offset }) => offset)));
  return all.map(({ tex, display }, nth): PlacedFormula => {
    const { anchors, ...rest } = found[nth]!;
    return {
      tex,
      display,
      anchors: anchors.map(({ at, offset }) => ({ at, ...places.get(offset)! })),
      ...rest,
    };
  });
}

/** The place of the character at an offset of a formula. */
export function placeIn({ tex, anchors }: PlacedFormula, offset: number): SourcePlace {
  const { at, line, column } = anchors.findLast((own) => own.at <= offset) ?? anchors[0]!;
  return { line, column: column + Array.from(tex.slice(at, offset)).length };
}

/** The title, if it is written in a place. A heading that is the title is not among the blocks. */
function titleOf({ essay, showsTitle, writesTitle }: OpenEssay, from: "front matter" | "heading"): string[] {
  const isThere = from === "heading" ? writesTitle && !showsTitle : essay.titleFrom === from;
  return isThere ? [essay.title] : [];
}

/** The formulas in a text that is not Markdown. */
function writtenIn(text: string, lines: Lines): Placeable[] {
  return partsWithMath(text).flatMap((part) =>
    typeof part === "string" ? [] : [{ tex: part.tex, display: false, ...lines }],
  );
}

function formulasOf(blocks: readonly Block[], lines: Lines): Placeable[] {
  return Array.from(formulasIn({ blocks, notes: [] }), (formula) => ({ ...formula, ...lines }));
}
