/**
 * Spans that Pandoc, Obsidian and others add to Markdown: `==marked==`, `x^raised^`, `H~lowered~O`. What is raised or lowered
 * stands right behind a letter, a digit or a bracket, and holds no blank (Pandoc's manual, "Superscripts and subscripts").
 */
import { matchAt } from "./destination.ts";

export interface Span {
  readonly type: "mark" | "sup" | "sub";
  /** What stands in it, and where it ends. */
  readonly inner: string;
  readonly end: number;
}

const MARK = /==(?![\s=])([^=\n]{1,500})==(?!=)/y;
const SUP = /\^([^\s^[\]]{1,50})\^/y;
const SUB = /~([^\s~]{1,50})~(?!~)/y;
/** What may be followed by something raised or lowered. */
const BASE = /[\p{L}\p{N})\]}*_]/u;

/** The span that begins at `at`, if one does; `before` is the character before it. */
export function spanAt(text: string, at: number, before: string): Span | undefined {
  const sign = text[at];
  const isMark = sign === "=";
  if (!isMark && !BASE.test(before)) return undefined;
  const match = matchAt(isMark ? MARK : sign === "^" ? SUP : SUB, text, at);
  if (!match || /\s$/.test(match[1]!)) return undefined;
  return {
    type: isMark ? "mark" : sign === "^" ? "sup" : "sub",
    inner: match[1]!,
    end: at + match[0].length,
  };
}
