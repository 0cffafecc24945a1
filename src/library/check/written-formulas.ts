/**
 * The formulas of a file as they are written, by their TeX: those that the parser found, and those of front matter.
 */
import { comparedTex } from "../../document/formula-origin.ts";
import { partsWithMath } from "../../document/inline/math-parts.ts";
import type { OpenEssay } from "../../document/open-essay.ts";
import type { SourceText } from "../../document/source-text.ts";
import { firstIndex } from "../../text/bisect.ts";

/** A formula with its delimiters. */
export interface WrittenFormula {
  readonly text: string;
  /** The offset in the file, in UTF-16 code units, of the character at an offset in the text. */
  readonly offset: (at: number) => number;
}

export function writtenFormulas(
  { document }: OpenEssay,
  text: SourceText,
): ReadonlyMap<string, FormulaQueue> {
  const body = text.offsetOf(text.bodyLine);
  const all = [
    ...inFront(text.whole.slice(0, body)),
    ...(document.origins ?? []).map(({ compared, written }) => ({
      compared,
      formula: { text: written.text, offset: (at: number) => body + written.origin(at) },
    })),
  ];
  const byTex = Map.groupBy(all, ({ compared }) => compared);
  return new Map(
    Array.from(byTex, ([tex, own]) => [
      tex,
      new FormulaQueue(
        own.map(({ formula }) => formula),
        text,
      ),
    ]),
  );
}

function inFront(front: string): { readonly compared: string; readonly formula: WrittenFormula }[] {
  let end = 0;
  return partsWithMath(front).flatMap((part) => {
    const start = end;
    end += (typeof part === "string" ? part : part.written).length;
    if (typeof part === "string") return [];
    const formula = { text: part.written, offset: (at: number) => start + at };
    return [{ compared: comparedTex(part.tex), formula }];
  });
}

/** Formulas with the same TeX, each of which is given once. */
export class FormulaQueue {
  readonly #formulas: readonly (WrittenFormula & { readonly start: number })[];
  readonly #text: SourceText;
  /** For each one the index of one after it that may be free, or its own index while it is free. */
  readonly #free: number[];

  constructor(formulas: readonly WrittenFormula[], text: SourceText) {
    this.#formulas = formulas
      .map((formula) => ({ ...formula, start: formula.offset(0) }))
      .sort((a, b) => a.start - b.start);
    this.#free = [...this.#formulas.keys(), formulas.length];
    this.#text = text;
  }

  /** The next one that begins at or after `line` and before `end`, lines of the file from 1. */
  next(line: number, end: number): WrittenFormula | undefined {
    const start = this.#text.offsetOf(line);
    const index = this.#freeFrom(firstIndex(this.#formulas, (own) => own.start >= start));
    const found = this.#formulas[index];
    if (!found || found.start >= this.#text.offsetOf(end)) return undefined;
    this.#free[index] = index + 1;
    return found;
  }

  #freeFrom(index: number): number {
    let at = index;
    while (this.#free[at] !== at) at = this.#free[at] = this.#free[this.#free[at]!]!;
    return at;
  }
}
