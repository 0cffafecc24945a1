/**
 * TeX into the tree of a formula, by KaTeX's parser, which is loaded with this file and nowhere else.
 *
 * A formula is text of an essay, so it may not take for ever: its length, the depth of its braces, and what its macros
 * make of it are bounded before and while it is parsed. It reaches nothing outside of itself: images are not
 * fetched, links are text, and what TeX would write to the terminal is dropped. What stands in a link, or in a part with a class
 * or a style, is read whatever the address or the style is: the parser would put the command's name in its place.
 */
import katex from "katex";
import type { FormulaNode } from "../layout/math/formula.ts";
import type { TexParser, TexProblem } from "../layout/math/parser.ts";
import { BOUNDS } from "../text/bounds.ts";
import { boundedExpansion, Expansion, type MacroContext, ownMacros, type TexMacros } from "./tex-macros.ts";

/** UTF-16 code units of a formula that are read. */
const LONGEST = BOUNDS.formula.most;
/** Braces, brackets of `\left` and environments within each other. */
const DEEPEST = BOUNDS.formulaDepth.most;

/** The parser by itself, which KaTeX exports under a name that says it may change: the version is pinned by the lock file. */
const { __parse: parseTex } = katex as unknown as {
  readonly __parse: (tex: string, options: object) => unknown;
};

/**
 * A parser that keeps what formulas define (`\newcommand`, `\gdef`) for those after it: one for each essay, which is asked
 * for its formulas in their order.
 */
export function texParser(macros: TexMacros = ownMacros()): TexParser {
  const expansion = new Expansion();
  return (tex, display) => {
    const refused = refusal(tex);
    if (refused !== undefined) return refused;
    expansion.begin(tex.length);
    try {
      return parseTex(
        START + inKnownEnvironments(tex),
        optionsOf(display, macros, expansion),
      ) as FormulaNode[];
    } catch (error) {
      return problemOf(error, tex);
    }
  };
}

/** Environments that the parser does not know, and those that say the same in cells. */
const ENVIRONMENTS: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  multline: ["gather", "gather"],
  flalign: ["align", "align"],
  displaymath: ["gather*", "gather*"],
  math: ["gather*", "gather*"],
  eqnarray: ["align", "align"],
  xalignat: ["alignat", "alignat"],
};

/** Blanks keep what is behind in its place, as far as there is room for them. */
function inKnownEnvironments(tex: string): string {
  // Its relations stand in a column of their own.
  const aligned = tex.includes("{eqnarray")
    ? tex.replace(/&(\s{0,3}\\?[^&\s\\]{0,12}\s{0,3})&/g, "&$1 ")
    : tex;
  return aligned.replace(
    /\\(begin|end)\{([a-z]{4,11})(\*?)\}/g,
    (written, command: string, name: string, star: string) => {
      const known = ENVIRONMENTS[name]?.[command === "begin" ? 0 : 1];
      if (known === undefined) return written;
      return `\\${command}{${known}${/[*}]|^array$/.test(known) ? "" : star}}`.padEnd(written.length);
    },
  );
}

/** A macro before the formula, by which the parser's expansion is bounded. */
const START = "\\ibidstart ";

function optionsOf(display: boolean, macros: TexMacros, expansion: Expansion): object {
  macros["\\ibidstart"] = (context: MacroContext) => {
    // The parser itself mistrusts an address whose protocol it can't tell, without asking.
    context.settings.isTrusted = ({ command }) => command !== "\\includegraphics";
    return boundedExpansion(context, expansion);
  };
  return {
    displayMode: display,
    strict: "ignore",
    throwOnError: true,
    // Commands of KaTeX's own are macros too, several for each relation that is denied.
    maxExpand: LONGEST * 5,
    maxSize: 100,
    globalGroup: true,
    macros,
  };
}

function refusal(tex: string): TexProblem | undefined {
  if (tex.length > LONGEST) {
    const message = `a formula of more than ${LONGEST.toLocaleString("en")} characters`;
    return { message, offset: LONGEST, isBeyond: true };
  }
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    const sign = tex[at];
    if (sign === "\\") {
      if (isCommand(tex, "\\begin", at) || isCommand(tex, "\\left", at)) depth++;
      else if (isCommand(tex, "\\end", at) || isCommand(tex, "\\right", at)) depth--;
      at++;
    } else if (sign === "{") depth++;
    else if (sign === "}") depth--;
    if (depth > DEEPEST)
      return { message: `more than ${DEEPEST} groups within each other`, offset: at, isBeyond: true };
  }
  return undefined;
}

/** Whether the command stands at an offset, and not one that begins as it does, such as `\leftarrow`. */
function isCommand(tex: string, command: string, at: number): boolean {
  return tex.startsWith(command, at) && !/[a-zA-Z]/.test(tex[at + command.length] ?? "");
}

/** The parser's errors have a message that begins with its name and ends with a part of the formula. */
function problemOf(error: unknown, tex: string): TexProblem {
  if (!(error instanceof Error)) return { message: "not a formula", offset: 0 };
  if (error instanceof RangeError)
    return { message: "a formula that is too large", offset: 0, isBeyond: true };
  const { rawMessage, position } = error as { rawMessage?: unknown; position?: unknown };
  const message = typeof rawMessage === "string" ? rawMessage : error.message;
  const offset = typeof position === "number" ? position - START.length : 0;
  return {
    message: plain(message),
    offset: Math.max(0, Math.min(tex.length, offset)),
    ...(message.includes(ENDLESS) && { isBeyond: true }),
  };
}

/** What the parser says where it expands too much, and `Expansion` with it. */
const ENDLESS = "Too many expansions";

const PREFIX = "KaTeX parse error: ";

function plain(message: string): string {
  const own = message.startsWith(PREFIX) ? message.slice(PREFIX.length) : message;
  if (own.startsWith(ENDLESS)) return "macros that expand without end";
  return own.replace(/'?EOF'?/g, "the end of the formula").replaceAll("KaTeX", "the parser");
}

/** Links without addresses: what a formula links to is nobody's business. In text a quotation mark is escaped: only a tag has it. */
function withoutLinks(html: string): string {
  return html.replace(/ href="[^"]*"/g, "");
}

/**
 * What writes formulas as MathML, one `<math>` element each, undefined for what can't be read. What a formula defines is kept in
 * `macros`, as `texParser` keeps it.
 */
export function mathMlWriter(
  macros: TexMacros = ownMacros(),
): (tex: string, display: boolean) => string | undefined {
  const expansion = new Expansion();
  return (tex, display) => {
    if (refusal(tex) !== undefined) return undefined;
    expansion.begin(tex.length);
    try {
      const options = { ...optionsOf(display, macros, expansion), output: "mathml" as const };
      const html = katex.renderToString(START + inKnownEnvironments(tex), options);
      const start = html.indexOf("<math");
      const end = html.lastIndexOf("</math>");
      if (start < 0 || end < 0) return undefined;
      return withoutLinks(html.slice(start, end + "</math>".length).replace(START, ""));
    } catch {
      return undefined;
    }
  };
}
