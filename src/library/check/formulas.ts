/**
 * Finds formulas that do not parse, and references to missing formulas. The parser of TeX is loaded only if there are formulas.
 */
import { displayFormula } from "../../layout/math/display.ts";
import { isProblem } from "../../layout/math/parser.ts";
import { reasonOf } from "../../document/open-essay.ts";
import { beyond } from "../../text/bounds.ts";
import { TimeLimitError, withinTime } from "../../system/time-limit.ts";
import { READING } from "../boundary.ts";
import { findingAt, type OwnFinding } from "./finding.ts";
import { placeIn } from "./formula-places.ts";
import { gistOfFailure, type Member } from "./gist.ts";

/** Returns a function that checks the formulas of an essay. */
export async function formulaChecker(members: readonly Member[]): Promise<(one: Member) => OwnFinding[]> {
  if (members.every(({ gist }) => gist.formulas.length === 0)) return () => [];
  const { formulaParser, labelsIn } = await import("../../formats/tex/formula-parser.ts");
  const findings = ({ gist: { formulas, named } }: Member): OwnFinding[] => {
    const parse = formulaParser(formulas);
    const labels = new Set([...named, ...formulas.flatMap(({ tex }) => labelsIn(tex))]);
    return formulas.flatMap((formula): OwnFinding[] => {
      const { tex, display, isRough } = formula;
      const place = placeIn(formula, 0);
      const parsed = parse(tex, display);
      if (!isProblem(parsed) && displayFormula(parsed, Infinity) === undefined)
        return [findingAt(place, "warning", "bound", beyond("formulaCells"))];
      if (!isProblem(parsed))
        return referencesIn(tex)
          .filter((name) => !labels.has(name))
          .map((name) => findingAt(place, "warning", "formula", `no formula has the label “${name}”`));
      const at = isRough ? place : placeIn(formula, parsed.offset);
      return [findingAt(at, "warning", parsed.isBeyond ? "bound" : "formula", parsed.message)];
    });
  };
  return (one) => withinItsTime(one, findings);
}

/**
 * The work on formulas is counted (`Expansion`, `Work`), so that a check finds the same on every machine: 1 MB of the worst TeX takes
 * 7 seconds. The clock is for what is not counted by mistake.
 */
const PATIENCE = 4;

/** Formulas that exceed the time limit become a finding of their essay. */
function withinItsTime(one: Member, findings: (one: Member) => OwnFinding[]): OwnFinding[] {
  const length = one.gist.formulas.reduce((sum, { tex }) => sum + tex.length, 0);
  if (length === 0) return [];
  try {
    return withinTime(PATIENCE * READING.limit(length), () => findings(one));
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    return [...gistOfFailure(reasonOf(error)).findings];
  }
}

const REFERENCE = /\\(?:eqref|ref)\s{0,3}\{([^{}]{1,100})\}/g;

function referencesIn(tex: string): string[] {
  return Array.from(tex.matchAll(REFERENCE), ([, name = ""]) => name);
}
