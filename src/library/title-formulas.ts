/**
 * Titles with formulas. A title is set once, when its essay is read, and the index keeps the text: so lists and the first frame show
 * it without the parser of TeX.
 *
 *     On $\zeta(s)$ and $\mathbb{R}^n$     On ζ(s) and ℝⁿ
 *
 * Essays are read in one go, without waiting, and few titles have a formula. So what sets them is loaded by `require`, which loads
 * an ES module at once (Node.js 22.12 and newer).
 */
import { createRequire } from "node:module";
import { partsWithMath } from "../document/inline/math.ts";
import type * as TitleSetting from "./title-setting.ts";

/** The longest title whose formulas are set, in UTF-16 code units. */
const LONGEST = 2_000;

/** The title with its formulas set; undefined if it has none. `macros` is TeX with definitions for it. */
export function setTitle(title: string, macros: string | undefined): string | undefined {
  if (!/[$\\]/.test(title) || title.length > LONGEST) return undefined;
  const parts = partsWithMath(title);
  return parts.every((part) => typeof part === "string") ? undefined : setting().titleOf(parts, macros);
}

/** Beside this module in the sources, beside the program where it is built. */
function setting(): typeof TitleSetting {
  const file = import.meta.url.endsWith(".ts") ? "./title-setting.ts" : "./title-setting.js";
  return createRequire(import.meta.url)(file) as typeof TitleSetting;
}
