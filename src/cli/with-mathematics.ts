/**
 * Adds mathematics to an essay that contains a formula. Its modules are loaded for the first such essay.
 */
import { holdsMath } from "../document/walk.ts";
import type * as MathematicsModule from "../formats/mathematics.ts";
import type { Shown } from "./shown.ts";

export async function withMathematics(shown: Shown): Promise<Shown> {
  const mathematics = await mathematicsFor(shown);
  return mathematics ? { ...shown, mathematics: mathematics.mathematicsOf(shown.document) } : shown;
}

/** The module that sets formulas; undefined for an essay without any. */
export async function mathematicsFor({
  document,
  essay,
}: Shown): Promise<typeof MathematicsModule | undefined> {
  const hasFormula = essay.shownTitle !== undefined || holdsMath(document);
  return hasFormula ? import("../formats/mathematics.ts") : undefined;
}
