/**
 * How a list of nodes is set, and what it becomes: items, which are boxes with a class.
 */
import type { Box } from "./box.ts";
import type { AtomFamily, FormulaNode } from "./formula.ts";
import type { Work } from "./work.ts";

/** What stands next to an item decides by its class what blank is between them (The TeXbook, chapter 18). */
export type ItemClass = AtomFamily | "ord" | "op" | "space";

export interface Item {
  readonly class: ItemClass;
  /** Class at its right side, where that is another. */
  readonly rightClass?: ItemClass;
  readonly box: Box;
  /** Of a space: mathematical units, 18 to the em. */
  readonly units?: number;
  /** What a group, a colour or a font keeps together: whether it needs brackets is decided by what is in it. */
  readonly parts?: readonly Item[];
  /** A fraction on one row, `a/b`, or what else can't stand beside a factor without brackets. */
  readonly isQuotient?: boolean;
  /** Its last letters would be read together with a letter after it: `√2 π`, `x_q y`. */
  readonly isLoose?: boolean;
  /** Ends with a script as TeX writes it, `x^q`: another one would seem to be a script of that. */
  readonly isWritten?: boolean;
  /** A delimiter of `\big` or `\middle`, which is made higher once it is known what stands beside it. */
  readonly big?: BigDelimiter;
  /** A name such as sin, whose argument may follow after a blank. */
  readonly isName?: boolean;
  /** An operator such as lim: what follows is no argument of it alone. */
  readonly hasLimits?: boolean;
}

export interface BigDelimiter {
  /** The delimiter's character. */
  readonly sign: string;
  /** What becomes of it, with its scripts, when it is of a height. */
  readonly with: (delimiter: Box) => Box;
}

/** As TeX's styles: limits stand over and under in display, fractions on one row in scripts. */
export type Style = "display" | "text" | "script";

export interface Setting {
  readonly style: Style;
  /** Whether all is to stand on one row. */
  readonly isInline: boolean;
  /** As KaTeX names it. */
  readonly font?: string | undefined;
  /** How many groups are around it. */
  readonly depth: number;
  /** What may still be done for the formula. */
  readonly work: Work;
  /** Sets the nodes of what is nested. Handed down, so that no module imports in a circle. */
  readonly items: (nodes: readonly FormulaNode[], setting: Setting) => Item[];
}

/** Groups deeper than this are left out: the parser refuses nearly all of them before. */
export const DEEPEST = 400;

/** Whether fractions and roots are to stand on one row. */
export function isLinear(setting: Setting): boolean {
  return setting.isInline || setting.style === "script";
}

export function styled(setting: Setting, style: Style): Setting {
  return setting.style === style ? setting : { ...setting, style };
}

export function item(box: Box, given: ItemClass = "ord"): Item {
  return { class: given, box };
}
