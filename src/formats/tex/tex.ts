/**
 * TeX to the tree of a formula, by KaTeX's parser. Only this module loads it.
 *
 * A formula is an essay's text, so its length, its depth and the output of its macros are bounded. It reaches nothing outside:
 * images are not fetched, links are text, and TeX's messages to the terminal are dropped. The content of a link, or of a
 * part with a class or a style, is parsed whatever the address or the style; the parser alone would show the command's name instead.
 */
import katex from "katex";
import { rowTags } from "../../layout/math/display.ts";
import type { FormulaNode } from "../../layout/math/formula.ts";
import type { TexParser, TexProblem } from "../../layout/math/parser.ts";
import { beyond, BOUNDS } from "../../text/bounds.ts";
import { escaped } from "../html/text.ts";
import { boundedExpansion, Expansion, type MacroContext } from "./expansion.ts";
import { ownMacros, type TexMacros } from "./macros.ts";
import { tableOf } from "../../text/own.ts";

/** The longest formula, in UTF-16 code units. */
const LONGEST = BOUNDS.formula.most;
/** The deepest nesting of braces, `\left` and environments. */
const DEEPEST = BOUNDS.formulaDepth.most;

/** The bare parser. KaTeX's name for the export says that it may change; the lock file pins the version. */
const { __parse: parseTex } = katex as unknown as {
  readonly __parse: (tex: string, options: object) => unknown;
};

/**
 * A parser that keeps the macros that formulas define (`\newcommand`, `\gdef`) for later formulas. Each essay needs its own, and
 * parses its formulas in document order.
 */
export function texParser(macros: TexMacros = ownMacros()): TexParser {
  const expansion = new Expansion();
  const parse: TexParser = (tex, display) => {
    const refused = refusal(tex);
    if (refused !== undefined) return refused;
    expansion.begin(tex.length);
    try {
      return parseTex(
        START + inKnownEnvironments(tex),
        optionsOf(display, macros, expansion),
      ) as FormulaNode[];
    } catch (error) {
      // Markdown has displays within a paragraph, in which TeX allows tags and environments.
      return isLaxer(error, tex, display) ? parse(tex, true) : problemOf(error, tex);
    }
  };
  return parse;
}

/** What TeX allows in displays only. */
const DISPLAY_ONLY = /\\tag\b|\\begin\s{0,3}\{/;

/** Whether a formula in a paragraph that was refused may be accepted as a display. */
function isLaxer(error: unknown, tex: string, display: boolean): boolean {
  return !display && error !== COMMENT && DISPLAY_ONLY.test(tex);
}

/** Thrown for a comment without a line end: in a paragraph, it would hide the rest of the formula, as in `$50%$`. */
const COMMENT = new Error("a % without a backslash hides the rest of the formula");

/** The offset of the comment in the last line. */
function commentIn(tex: string): number {
  const from = tex.lastIndexOf("\n") + 1;
  for (let at = from; at < tex.length; at++) {
    if (tex[at] === "%") return at;
    if (tex[at] === "\\") at++;
  }
  return from;
}

/** Environments that the parser does not know, with those that look the same in cells. */
const ENVIRONMENTS = tableOf<readonly [begin: string, end: string]>({
  multline: ["gather", "gather"],
  flalign: ["align", "align"],
  displaymath: ["gather*", "gather*"],
  math: ["gather*", "gather*"],
  eqnarray: ["align", "align"],
  xalignat: ["alignat", "alignat"],
});

/** The TeX with unknown environments replaced, and padded with blanks so that offsets in it stay right. */
function inKnownEnvironments(tex: string): string {
  // eqnarray has a separate column for relations.
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

/** A macro before each formula, which installs the bound on expansion. */
const START = "\\ibidstart ";

function optionsOf(display: boolean, macros: TexMacros, expansion: Expansion): object {
  macros["\\ibidstart"] = (context: MacroContext) => {
    // This is set here because the parser's own setting rejects addresses with an unknown protocol without asking.
    context.settings.isTrusted = ({ command }) => command !== "\\includegraphics";
    return boundedExpansion(context, expansion);
  };
  return {
    displayMode: display,
    strict: (code: string) => {
      if (code === "commentAtEnd" && !display) throw COMMENT;
      return "ignore";
    },
    throwOnError: true,
    // Many of KaTeX's own commands are macros, too; a negated relation takes several.
    maxExpand: LONGEST * 5,
    maxSize: 100,
    globalGroup: true,
    macros,
  };
}

function refusal(tex: string): TexProblem | undefined {
  if (tex.length > LONGEST) return { message: beyond("formula"), offset: LONGEST, isBeyond: true };
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    const sign = tex[at];
    if (sign === "\\") {
      if (isCommand(tex, "\\begin", at) || isCommand(tex, "\\left", at)) depth++;
      else if (isCommand(tex, "\\end", at) || isCommand(tex, "\\right", at)) depth--;
      at++;
    } else if (sign === "{") depth++;
    else if (sign === "}") depth--;
    if (depth > DEEPEST) return { message: beyond("formulaDepth"), offset: at, isBeyond: true };
  }
  return undefined;
}

/** Whether the command is at an offset; a longer name, such as `\leftarrow` for `\left`, does not count. */
function isCommand(tex: string, command: string, at: number): boolean {
  return tex.startsWith(command, at) && !/[a-zA-Z]/.test(tex[at + command.length] ?? "");
}

/** The problem for a parser's error, whose message begins with the parser's name and ends with a part of the formula. */
function problemOf(error: unknown, tex: string): TexProblem {
  if (!(error instanceof Error)) return { message: "not a formula", offset: 0 };
  if (error === COMMENT) return { message: COMMENT.message, offset: commentIn(tex) };
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

/** The message of the parser, and of `Expansion`, for too many expansions. */
const ENDLESS = "Too many expansions";

const PREFIX = "KaTeX parse error: ";

function plain(message: string): string {
  const own = message.startsWith(PREFIX) ? message.slice(PREFIX.length) : message;
  if (own.startsWith(ENDLESS)) return "macros that expand without end";
  return own.replace(/'?EOF'?/g, "the end of the formula").replaceAll("KaTeX", "the parser");
}

/** The MathML without addresses of links. In text, quotation marks are escaped; only tags contain them. */
function withoutLinks(html: string): string {
  return html.replace(/ href="[^"]*"/g, "");
}

/** The MathML with the author's TeX in its annotation, instead of what was parsed. */
function withSource(html: string, source: string): string {
  const from = html.lastIndexOf(ANNOTATION);
  const to = html.lastIndexOf("</annotation>");
  return from < 0 || to < from
    ? html
    : html.slice(0, from + ANNOTATION.length) + escaped(source) + html.slice(to);
}

const ANNOTATION = '<annotation encoding="application/x-tex">';

/** The cell that KaTeX leaves empty for its style sheet to number. */
const NUMBER_CELL = '<mtd class ="mml-eqn-num"></mtd>';

/** The MathML with the tags of rows in their cells. */
function withTags(html: string, parsed: () => readonly FormulaNode[]): string {
  if (!html.includes(NUMBER_CELL)) return html;
  const tags = rowTags(parsed());
  let row = 0;
  return html.replaceAll(NUMBER_CELL, () => {
    const tag = tags[row++] ?? "";
    const text = tag.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return tag === "" ? "<mtd></mtd>" : `<mtd><mtext>${text}</mtext></mtd>`;
  });
}

/**
 * Returns a function that writes a formula as a `<math>` element, with its `source` in it; undefined if the formula can't be parsed. It stores the macros that
 * formulas define in `macros`, as `texParser` does.
 */
export function mathMlWriter(
  macros: TexMacros = ownMacros(),
): (tex: string, display: boolean, source?: string) => string | undefined {
  const expansion = new Expansion();
  const write = (tex: string, display: boolean, source = tex): string | undefined => {
    if (refusal(tex) !== undefined) return undefined;
    expansion.begin(tex.length);
    try {
      const options = optionsOf(display, macros, expansion);
      const written = START + inKnownEnvironments(tex);
      const html = withTags(katex.renderToString(written, { ...options, output: "mathml" }), () => {
        expansion.begin(tex.length);
        return parseTex(written, options) as FormulaNode[];
      });
      const start = html.indexOf("<math");
      const end = html.lastIndexOf("</math>");
      if (start < 0 || end < 0) return undefined;
      return withSource(withoutLinks(html.slice(start, end + "</math>".length)), source);
    } catch (error) {
      return isLaxer(error, tex, display)
        ? write(tex, true, source)?.replace(' display="block"', "")
        : undefined;
    }
  };
  return write;
}
