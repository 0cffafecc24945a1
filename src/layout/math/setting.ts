/**
 * Settings, which say how a list of nodes is set, and items, which are boxes with a class.
 */
import type { Box, Narrowed } from "./box.ts";
import type { AtomFamily, FormulaNode } from "./formula.ts";
import type { Work } from "./work.ts";

/** The classes of two neighbouring items decide the gap between them (The TeXbook, chapter 18). */
export type ItemClass = AtomFamily | "ord" | "op" | "space";

export interface Item {
  readonly class: ItemClass;
  /** The class at the right side, if it differs. */
  readonly rightClass?: ItemClass;
  readonly box: Box;
  /** The width of a space, in mathematical units, 18 to the em. */
  readonly units?: number;
  /** The items inside a group, a colour or a font, which decide whether it needs brackets. */
  readonly parts?: readonly Item[];
  /** The parts of a text or of brackets on one row, between which a line may end. */
  readonly pieces?: readonly Spaced[];
  /** A fraction on one row, `a/b`, or another item that needs brackets beside a factor. */
  readonly isQuotient?: boolean;
  /** A root on one row; its sign would seem to cover what follows without a separator: `√2 (x + 1)`, `(√n)!`. */
  readonly isRoot?: boolean;
  /** A root that begins with a small index, which would seem to be the power of its predecessor: `n ⁿ√x`. */
  readonly hasIndex?: boolean;
  /** The combining character on its letters, which would join it to a neighbour with the same: `A̅ B̅`. */
  readonly mark?: string;
  /** It has a superscript, or scripts at all: further ones would be read together with them, so it gets brackets, `(aᵇ)ᶜ`. */
  readonly hasSup?: boolean;
  readonly hasScript?: boolean;
  /** Its end would be read together with a letter after it: `√2 π`, `x_q y`. */
  readonly isLoose?: boolean;
  /** It ends with a script in TeX's notation, `x^q`: a further script would seem to belong to that script. */
  readonly isWritten?: boolean;
  /** A delimiter of `\big` or `\middle`, or an integral, which is stretched when the height of its neighbours is known. */
  readonly big?: BigDelimiter;
  /** A word of upright letters, which would seem to be one name with a letter beside it. */
  readonly isWord?: boolean;
  /** A stretched bracket on one row, because its partner is on another line. */
  readonly flat?: Box;
  /** A bar, which opens, closes or separates: `bars.ts` decides. */
  readonly isBar?: true;
  /** Whether it has scripts above and below it. */
  readonly isScripted?: boolean;
  /** A name such as sin, after which a blank and the argument may follow. */
  readonly isName?: boolean;
  /** An operator such as lim, which has no single argument. */
  readonly hasLimits?: boolean;
}

export interface BigDelimiter {
  /** The delimiter's character. */
  readonly sign: string;
  /** Whether it is a bracket without a command for its size, which is stretched only around what is high. */
  readonly isPlain?: true;
  /** The least number of rows above and below the baseline. */
  readonly least?: number;
  /** Returns the item's box, scripts included, for a stretched delimiter. */
  readonly with: (delimiter: Box) => Box;
}

/** An item and the gap before it. */
export interface Spaced {
  readonly item: Item;
  /** In cells. */
  readonly gap: number;
}

/** TeX's styles: in display, limits are above and below; in scripts, fractions are on one row. */
export type Style = "display" | "text" | "script";

export interface Setting {
  readonly style: Style;
  /** Whether everything must be on one row. */
  readonly isInline: boolean;
  /** Whether it is the only content of a brace, whose point is level with the middle row; on one row, of one without a partner. */
  readonly isBraced?: boolean;
  /** KaTeX's name of the font. */
  readonly font?: string | undefined;
  /** The number of groups around the list. */
  readonly depth: number;
  /** The work left for the formula. */
  readonly work: Work;
  /** Sets nested nodes. It is a field so that modules do not import each other in a circle. */
  readonly items: (nodes: readonly FormulaNode[], setting: Setting) => Item[];
  /** Breaks a list into lines of at most `columns`; a field for the same reason. */
  readonly broken: (list: readonly Spaced[], columns: number) => Narrowed;
}

/** The deepest groups that are set; the parser refuses nearly all deeper ones. */
export const DEEPEST = 400;

/** Whether fractions and roots must be on one row. */
export function isLinear(setting: Setting): boolean {
  return setting.isInline || setting.style === "script";
}

export function styled(setting: Setting, style: Style): Setting {
  return setting.style === style ? setting : { ...setting, style };
}

/** TeX's style as one of ours. */
export function styleOf(
  style: "display" | "text" | "script" | "scriptscript" | "auto",
  setting: Setting,
): Style {
  if (style === "auto") return setting.style;
  return style === "scriptscript" ? "script" : style;
}

export function item(box: Box, given: ItemClass = "ord"): Item {
  return { class: given, box };
}
