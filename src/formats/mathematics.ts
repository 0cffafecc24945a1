/**
 * The mathematics of a document: its formulas as trees, as MathML, and in words. This module loads the parser of TeX, so it is loaded
 * only for documents with mathematics.
 */
import type { Document } from "../document/document.ts";
import { allBlocks, type Formula, formulasIn } from "../document/walk.ts";
import { isProblem, type TexParser } from "../layout/math/parser.ts";
import { formulaParser, inOrder, keyOf, numbersOf, withNumbers } from "./tex/formula-parser.ts";
import type { Mathematics } from "./shown-essay.ts";
import { spokenFormula } from "./spoken/mathematics.ts";
import { mathMlWriter } from "./tex/tex.ts";
import { ownMacros, type TexMacros } from "./tex/macros.ts";
import { memoizedFor } from "../text/memoized.ts";

/** The mathematics of a document, prepared once per document. */
export const mathematicsOf = memoizedFor(prepared);

/** The parser of a document's formulas, for layout. */
export function texOf(document: Document): TexParser {
  return mathematicsOf(document).parse;
}

/** The mathematics of a document. Every formula knows the macros of all others: a note may be shown before the formula that defines its macros. */
function prepared(document: Document): Mathematics {
  const formulas = [...formulasIn(document)];
  const own = formulaParser(formulas, macrosOf(document));
  const parse = remembering(orPresented(formulas, own, isProblem));
  let written: MathMl | undefined;
  return {
    parse,
    mathMl(tex, display) {
      written ??= orPresented(formulas, mathMlOf(document, formulas), (one) => one === undefined);
      return written(tex, display);
    },
    spoken(tex, display) {
      const parsed = parse(tex, display);
      return isProblem(parsed) ? undefined : spokenFormula(parsed);
    },
  };
}

/** `read`, applied to the TeX of MathML's elements where it refuses the TeX beside them. */
function orPresented<Read>(
  formulas: readonly Formula[],
  read: (tex: string, display: boolean) => Read,
  isRefused: (own: Read) => boolean,
): (tex: string, display: boolean) => Read {
  const presented = new Map(
    formulas.map((own) => [keyOf(own.tex, own.display), own.presented] as const).filter(([, one]) => one),
  );
  if (presented.size === 0) return read;
  return (tex, display) => {
    const own = read(tex, display);
    const other = isRefused(own) ? presented.get(keyOf(tex, display)) : undefined;
    const instead = other === undefined ? own : read(other, display);
    return isRefused(instead) ? own : instead;
  };
}

/** The macros of a new document, which know the numbers of its theorems. */
function macrosOf(document: Document): TexMacros {
  const macros = ownMacros();
  for (const block of allBlocks(document))
    if (block.type === "callout" && block.number !== undefined)
      macros[`\\label@${block.id}`] = `(${block.number})`;
  return macros;
}

type MathMl = Mathematics["mathMl"];

/** The formulas as MathML. Their definitions are made anew, because the parser has made them for all formulas already. */
function mathMlOf(document: Document, formulas: readonly Formula[]): MathMl {
  const numbers = numbersOf(formulas);
  const macros = macrosOf(document);
  for (const [label, number] of numbers) macros[`\\label@${label}`] = `(${number})`;
  const write = mathMlWriter(macros);
  const numbering: MathMl = (tex, display) => {
    const numbered = withNumbers(tex, numbers);
    return (numbered === tex ? undefined : write(numbered, display, tex)) ?? write(tex, display);
  };
  return inOrder(formulas, numbering, (own) => own === undefined);
}

/** A parser that parses each formula once: layout asks for it at every width, and several times in a table. */
function remembering(parser: TexParser): TexParser {
  const parsed = new Map<string, ReturnType<TexParser>>();
  return (tex, display) => {
    const key = keyOf(tex, display);
    const own = parsed.get(key) ?? parser(tex, display);
    parsed.set(key, own);
    return own;
  };
}
