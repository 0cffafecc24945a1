/**
 * Spans that Pandoc, Obsidian and others add to Markdown: `==marked==`, `x^raised^`, `H~lowered~O`. Raised or
 * lowered text follows a letter, a digit or a bracket directly, and contains no blank (Pandoc's manual,
 * "Superscripts and subscripts").
 */
import { matchAt } from "./destination.ts";

export interface SignedSpan {
  readonly type: "mark" | "sup" | "sub";
  /** Its content, and where it ends. */
  readonly inner: string;
  readonly end: number;
}

const MARK = /==(?![\s=])([^=\n]{1,500})==(?!=)/y;
const SUP = /\^((?:[^\s^[\]\\]|\\[^\n]){1,50})\^/y;
const SUB = /~((?:[^\s~\\]|\\[^\n]){1,50})~(?!~)/y;
/** A character that raised or lowered text may follow: of ASCII, which needs no Unicode's classes compiled, and any other one. */
const ASCII_BASE = /[A-Za-z\d)\]}*_]/;
const OTHER_BASE = /[\p{L}\p{N}]/u;

/** The span that begins at `at`, if one does; `before` is the character before it. */
export function spanAt(text: string, at: number, before: string): SignedSpan | undefined {
  const sign = text[at];
  const isMark = sign === "=";
  if (!isMark && !isBase(before)) return undefined;
  const match = matchAt(isMark ? MARK : sign === "^" ? SUP : SUB, text, at);
  if (!match || /\s$/.test(match[1]!)) return undefined;
  return {
    type: isMark ? "mark" : sign === "^" ? "sup" : "sub",
    // A blank after a backslash does not end raised or lowered text.
    inner: match[1]!.replaceAll("\\ ", "\u00a0"),
    end: at + match[0].length,
  };
}

function isBase(character: string): boolean {
  return ASCII_BASE.test(character) || (character > "\u007f" && OTHER_BASE.test(character));
}

const ATTRIBUTES =
  /\{((?:\s*(?:[#.][\w:-]{1,60}|[\w:-]{1,60}=(?:"[^"\n]{0,200}"|[^\s"{}]{1,200}))){1,20})\s*\}/y;

/** The classes in the attributes that begin at `at`, and where those end; undefined if there are none. */
export function attributesAt(
  text: string,
  at: number,
): { readonly classes: readonly string[]; readonly end: number } | undefined {
  const match = text[at] === "{" ? matchAt(ATTRIBUTES, text, at) : null;
  if (!match) return undefined;
  const classes = match[1]!.match(/(?<=\.)[\w:-]+/g) ?? [];
  return { classes, end: at + match[0].length };
}

const OBJECT = /\]\[([A-Za-z_]\w{0,60}(?:\.\w{1,60}){1,12})?\]/y;

/**
 * The end of a reference to an object of a program whose text, from `start` to `at`, is code (mkdocs-autorefs): `` [`f`][a.b.f] ``,
 * `` [`a.b.f`][] ``. Only the generator knows the page to which it leads.
 */
export function objectAt(
  text: string,
  start: number,
  at: number,
): { readonly classes: readonly string[]; readonly end: number } | undefined {
  const isCode = text[start] === "`" && text[at - 1] === "`" && !text.slice(start + 1, at - 1).includes("`");
  const match = isCode && at - start < 200 ? matchAt(OBJECT, text, at) : null;
  return match ? { classes: [], end: at + match[0].length } : undefined;
}
