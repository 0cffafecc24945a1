/**
 * A formula as it stands in the source. The parser makes a list of them beside the tree, because only a check needs them.
 */
import { decode } from "../text/entities.ts";
import type { Excerpt } from "./excerpt.ts";

export interface FormulaOrigin {
  /** The TeX in the form in which `comparedTex` compares it; `MATHML` for an element without TeX. */
  readonly compared: string;
  /** The source with its delimiters. */
  readonly written: Excerpt;
}

export const MATHML = "<math>";

/** TeX without what differs between the source of a formula and the tree. */
export function comparedTex(tex: string): string {
  return decode(tex).replace(/\s+/g, " ").trim();
}
