/**
 * Commands of TeX that front matter defines, in the forms that sites use for KaTeX, MathJax and Pandoc.
 *
 *     macros: { "\\R": "\\mathbb{R}", norm: ["\\|#1\\|", 1] }        header-includes: \newcommand{\R}{\mathbb{R}}
 */
import { isRecord } from "../text/is-record.ts";

/** Keys of definitions, in lower case; they may be nested. */
const KEYS: ReadonlySet<string> = new Set([
  "katex",
  "mathjax",
  "math",
  "tex",
  "latex",
  "macros",
  "katex_macros",
  "katex-macros",
  "mathjax_macros",
  "mathjax-macros",
  "latex_macros",
  "latex-macros",
  "tex_macros",
  "header-includes",
  "header_includes",
  "preamble",
]);

/** The deepest nesting, and the greatest number of definitions. */
const DEEPEST = 4;
const MOST = 500;
const NAME = /^\\{0,2}([A-Za-z]{1,50})$/;
const DEFINES = /^\s*\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|[gx]?def)\b/;

/** The definitions in front matter, as TeX; undefined if there are none. */
export function texMacros(data: Readonly<Record<string, unknown>>): string | undefined {
  const found = definitionsIn(data, 0).slice(0, MOST).join("\n");
  return found === "" ? undefined : found;
}

function definitionsIn(data: Readonly<Record<string, unknown>>, depth: number): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (KEYS.has(key.toLowerCase())) return definitionsOf(value, depth + 1);
    return depth === 0 || !isDefinition(value) ? [] : definition(key, value);
  });
}

function definitionsOf(value: unknown, depth: number): string[] {
  if (depth > DEEPEST) return [];
  if (typeof value === "string") return value.split("\n").filter((line) => DEFINES.test(line));
  if (Array.isArray(value)) return value.slice(0, MOST).flatMap((one) => definitionsOf(one, depth + 1));
  return isMap(value) ? definitionsIn(value, depth) : [];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && !(value instanceof Date);
}

/** A definition's body, or a list of the body and the number of arguments (MathJax, "Defining TeX macros"). */
type Definition = string | readonly [string, ...unknown[]];

function isDefinition(value: unknown): value is Definition {
  return typeof value === "string" || (Array.isArray(value) && typeof value[0] === "string");
}

function definition(key: string, value: Definition): string[] {
  const name = NAME.exec(key)?.[1];
  const body = typeof value === "string" ? value : value[0];
  if (name === undefined || !/[\\^_{]|#[1-9]|^[A-Za-z]{1,3}$/.test(body)) return [];
  const count = Array.from(body.matchAll(/#([1-9])/g)).reduce(
    (most, [, own]) => Math.max(most, Number(own)),
    0,
  );
  return [`\\newcommand{\\${name}}${count === 0 ? "" : `[${count}]`}{${body}}`];
}
