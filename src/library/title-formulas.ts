/**
 * Titles with formulas. A title is set once, when its essay is read, and the index keeps the text: so lists and the first frame show
 * it without the parser of TeX.
 *
 *     On $\zeta(s)$ and $\mathbb{R}^n$     On ζ(s) and ℝⁿ
 *
 * Essays are read synchronously, and few titles have a formula. So `require` loads the module that sets them,
 * because it loads an ES module synchronously (Node.js 22.12 and newer).
 */
import { createRequire } from "node:module";
import { partsWithMath } from "../document/inline/math-parts.ts";
import { loadedOnce } from "../system/time-limit.ts";
import { once } from "../text/once.ts";
import type * as TitleSetting from "./title-setting.ts";

/** The longest title whose formulas are set, in UTF-16 code units. */
const LONGEST = 2_000;

/** The title with its formulas set; undefined if it has none. `macros` is TeX with definitions for it. */
export function setTitle(title: string, macros: string | undefined): string | undefined {
  if (!/[$\\]/.test(title) || title.length > LONGEST) return undefined;
  const parts = partsWithMath(title);
  return parts.every((part) => typeof part === "string") ? undefined : setting().titleOf(parts, macros);
}

/**
 * A function that sets a formula with its delimiters on one line; it returns undefined for what can't be set. `macros`, which is called
 * before the first one, returns TeX with definitions.
 */
export function formulaSetter(macros: () => readonly string[]): (written: string) => string | undefined {
  const set = once(() => setting().setterOf(macros()));
  return (written) => set()(withoutSigns(written));
}

/** The TeX between delimiters, of which the closing one is as long as the opening one. */
export function withoutSigns(written: string): string {
  const { length } = /^(?:\$\$|\$`|\$|\\{1,2}[([])?/.exec(written)![0];
  return written.slice(length, written.length - length).trim();
}

/** The module stands next to this one in the sources, and next to the program in the build. */
const setting = loadedOnce((): typeof TitleSetting => {
  const file = import.meta.url.endsWith(".ts") ? "./title-setting.ts" : "./title-setting.cjs";
  return createRequire(import.meta.url)(file) as typeof TitleSetting;
});
