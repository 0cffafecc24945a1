/**
 * Adds mathematics to an essay that contains a formula.
 */
import type * as MathematicsModule from "../formats/mathematics.ts";
import type { Shown } from "./shown.ts";

export type LoadedMathematics = typeof MathematicsModule | undefined;

export function withMathematics(shown: Shown, mathematics: LoadedMathematics): Shown {
  return mathematics ? { ...shown, mathematics: mathematics.mathematicsOf(shown.document) } : shown;
}
