/**
 * Directives of reStructuredText that stayed in Markdown, as an extension of marked's lexer: a site was moved, or its generator reads
 * both (docutils, "reStructuredText Markup Specification", "Directives").
 *
 *     .. note::                 .. image:: a.png          .. _a-name:
 *                                  :alt: A tree
 *        Text.
 *
 * Each becomes the token of its meaning. What ibid does not know is a quiet sign with its name, and its content.
 */
import type { Lexer, MarkedExtension, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";
import { CALLOUTS } from "./directives/kinds.ts";
import { withoutFields } from "./directives/options.ts";
import { boxToken, type Directive, directiveToken } from "./directives/tokens.ts";

const OPENING = /^ {0,3}\.\. ([A-Za-z][\w:+-]{0,40})::(?:[ \t]{1,9}([^\n]{0,1000}))?(?:\n|$)/;
const LABEL = /^ {0,3}\.\. _([\w.@ -]{1,100}):[ \t]{0,9}(?:\n|$)/;
/** A line of the content: more indented than the two periods, or blank. */
const CONTENT = /^(?:(?: {2}|\t)[^\n]*|[ \t]*)(?:\n|$)/;

const mayBegin = beginsWith(".");

export const restDirectives: MarkedExtension = {
  extensions: [
    {
      name: "restDirective",
      level: "block",
      start: (src) => aheadInParagraph(src, ".", (rest) => OPENING.test(rest) || LABEL.test(rest)),
      tokenizer(src) {
        if (!mayBegin(src)) return undefined;
        const [label, anchor] = LABEL.exec(src) ?? [];
        if (label !== undefined) return { type: "label", raw: label, anchor };
        const directive = directiveAt(src);
        return directive && (directiveToken(directive, this.lexer) ?? unknown(directive, this.lexer));
      },
    },
  ],
};

function directiveAt(src: string): Directive | undefined {
  const [opening, name = "", rest = ""] = OPENING.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const lines: string[] = [];
  let end = opening.length;
  for (let line = lineAt(src, end); line !== ""; line = lineAt(src, end)) {
    lines.push(line.replace(/\n$/, ""));
    end += line.length;
  }
  while (lines.at(-1)?.trim() === "") end -= lines.pop()!.length + 1;
  const { options, body } = withoutFields(unindented(lines).join("\n"));
  const argument = rest.trim();
  // What follows the name of a callout is its text.
  const isText = argument !== "" && CALLOUTS.has(name) && name !== "admonition" && name !== "topic";
  const content = isText ? { argument: "", body: `${argument}\n${body}` } : { argument, body };
  return { raw: src.slice(0, Math.max(opening.length, end)), name, options, ...content };
}

/** The line of a directive's content at `at`; empty if there is none. */
function lineAt(src: string, at: number): string {
  const end = src.indexOf("\n", at);
  return CONTENT.exec(src.slice(at, end < 0 ? src.length : end + 1))?.[0] ?? "";
}

/** Lines without the indentation that all of them have. */
function unindented(lines: readonly string[]): string[] {
  const spaced = lines.map((line) => line.replace(/^\t{1,9}/, (tabs) => " ".repeat(4 * tabs.length)));
  const indents = spaced.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = indents.reduce((least, own) => Math.min(least, own), Infinity);
  return common === Infinity ? [] : spaced.map((line) => line.slice(common));
}

function unknown({ raw, name, argument, body }: Directive, lexer: Lexer): Tokens.Generic {
  const token = boxToken(raw, "", "", body, lexer);
  token.tokens.unshift({ type: "stray", raw: "", text: `‹${name}›`, rest: argument });
  return token;
}
