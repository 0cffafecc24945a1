/**
 * Formulas that do not parse, and references to formulas that are not there. The parser of TeX is loaded only where there are formulas.
 */
import { isProblem } from "../../layout/math/parser.ts";
import { findingAt } from "./check-essay.ts";
import type { OwnFinding } from "./finding.ts";
import type { Member } from "./gist.ts";

/** What is wrong with the formulas of an essay, as a function of it. */
export async function formulaChecker(members: readonly Member[]): Promise<(one: Member) => OwnFinding[]> {
  if (members.every(({ gist }) => gist.formulas.length === 0)) return () => [];
  const { formulaParser } = await import("../../formats/mathematics.ts");
  return ({ gist: { formulas } }) => {
    const parse = formulaParser(formulas);
    const labels = new Set(formulas.flatMap(({ tex }) => namesIn(tex, LABEL)));
    return formulas.flatMap(({ tex, display, place }): OwnFinding[] => {
      const parsed = parse(tex, display);
      if (!isProblem(parsed))
        return namesIn(tex, REFERENCE)
          .filter((name) => !labels.has(name))
          .map((name) => findingAt(place, "warning", "formula", `no formula has the label ${name}`));
      const before = tex.slice(0, parsed.offset).split("\n");
      const line = place.line + before.length - 1;
      const column = (before.length === 1 ? place.column : 1) + Array.from(before.at(-1)!).length;
      return [findingAt({ line, column }, "warning", "formula", parsed.message)];
    });
  };
}

const LABEL = /\\label\s{0,3}\{([^{}]{1,100})\}/g;
const REFERENCE = /\\(?:eqref|ref)\s{0,3}\{([^{}]{1,100})\}/g;

function namesIn(tex: string, pattern: RegExp): string[] {
  return Array.from(tex.matchAll(pattern), ([, name = ""]) => name);
}
