/**
 * LaTeX's theorem environments (amsthm), as an extension of marked's lexer; their content is Markdown.
 *
 *     \begin{theorem}[Pythagoras] \label{thm:p}        \begin{proof}
 *     In a right triangle, $a^2 + b^2 = c^2$.          Draw a square on each side.
 *     \end{theorem}                                    \end{proof}
 *
 * In the tree, each is a callout of its kind.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";
import { type Limits, limitsOf } from "../limits.ts";
import { fromTexText } from "./tex-text.ts";
import { theoremKind } from "../theorem-kinds.ts";

export interface TheoremToken extends Tokens.Generic {
  type: "theorem";
  kind: string;
  label: string | undefined;
  title: Token[];
  tokens: Token[];
}

const BEGIN = /^ {0,3}\\begin\{([A-Za-z]{2,12})(\*?)\}[ \t]{0,9}(?:\[([^\]\n]{1,200})\])?/;
const LABEL = /\\label\{([^{}\n]{1,100})\}[ \t]{0,9}/;
/** The length at the beginning of a theorem that may contain its label, in UTF-16 code units. */
const LABEL_WITHIN = 300;

const mayBegin = beginsWith("\\");

export const theorems: MarkedExtension = {
  extensions: [
    {
      name: "theorem",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        return aheadInParagraph(src, "\\", (rest) => theoremAt(rest, limits) !== undefined);
      },
      tokenizer(src) {
        if (!mayBegin(src)) return undefined;
        const found = theoremAt(src, limitsOf(this.lexer));
        if (!found) return undefined;
        const { raw, kind, label, title, content } = found;
        const token: TheoremToken = { type: "theorem", raw, kind, label, title: [], tokens: [] };
        this.lexer.inline(fromTexText(title), token.title);
        this.lexer.blockTokens(fromTexText(content), token.tokens);
        return token;
      },
    },
  ],
};

interface Found {
  readonly raw: string;
  readonly kind: string;
  readonly label: string | undefined;
  readonly title: string;
  readonly content: string;
}

function theoremAt(src: string, limits: Limits): Found | undefined {
  const [begin = "", name = "", star = "", title = ""] = BEGIN.exec(src) ?? [];
  const kind = theoremKind(name);
  if (kind === undefined || !limits.isPatient) return undefined;
  const closer = `\\end{${name}${star}}`;
  const at = src.indexOf(closer, begin.length);
  if (at < 0) {
    limits.soughtInVain(src.length);
    return undefined;
  }
  const [rest = ""] =
    /^[ \t]{0,9}(?:\n|$)/.exec(src.slice(at + closer.length, at + closer.length + 12)) ?? [];
  const content = src.slice(begin.length, at);
  const label = LABEL.exec(content.slice(0, LABEL_WITHIN));
  const unlabelled = label
    ? content.slice(0, label.index) + content.slice(label.index + label[0].length)
    : content;
  return {
    raw: src.slice(0, at + closer.length + rest.length),
    kind,
    label: label?.[1],
    title,
    content: unindented(unlabelled),
  };
}

/** The content without the indentation that all lines after the first share. */
function unindented(content: string): string {
  const [first = "", ...lines] = content.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/[^ ]/));
  const common = indents.reduce((least, own) => Math.min(least, own), Infinity);
  const kept = common === Infinity ? lines : lines.map((line) => line.slice(common));
  return [first.trimStart(), ...kept].join("\n").trim();
}
