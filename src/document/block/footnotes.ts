/**
 * Footnote definitions (`[^label]: …`, as in GitHub) as an extension of marked's lexer. Citations are inlines:
 * see `inline/parse.ts`.
 *
 * A definition contains blocks, like a list item: its further lines are indented by four columns, except
 * for a paragraph's lazy continuation lines (CommonMark, "laziness").
 *
 *     [^label]: The first paragraph of the note
 *     goes on lazily.
 *
 *         A second paragraph, indented.
 *
 * marked lexes every block before the first inline, so a citation knows all labels, wherever they are defined.
 */
import type { Lexer, MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { limitsOf } from "../limits.ts";
import { append } from "../../text/append.ts";
import { lineAt } from "../../text/lines.ts";

export interface FootnoteDefinition extends Tokens.Generic {
  type: "footnoteDefinition";
  label: string;
  tokens: Token[];
}

const DEFINITION = /^ {0,3}\[\^((?:\\[^\s]|[^\]\\\s[])+)\]:[ \t]*/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const BLANK = /^[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** The starts of blocks that may interrupt a paragraph (CommonMark 0.31, chapters 4 and 5). */
const INTERRUPTS =
  /^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|>|(?:[-*_][ \t]*){3,}$|[-+*][ \t]+\S|1[.)][ \t]+\S|<\/?[a-zA-Z!?])/;

/**
 * The definition of a link, alone on its line. In CommonMark it does not interrupt a paragraph, but in kramdown it follows the notes of
 * a page directly, and no author continues a note with one.
 */
const LINK = /^ {0,3}\[(?!\^)[^\]\\[]+\]:[ \t]*(?=\S*[/.#])\S+(?:[ \t]+(?:["'(].*)?)?$/;

const labelsOf = new WeakMap<object, Set<string>>();

/** A label for comparison: without case, as in GitHub. */
export function noteLabel(label: string): string {
  return label.toLowerCase().toUpperCase();
}

export const footnotes: MarkedExtension = {
  extensions: [
    {
      name: "footnoteDefinition",
      level: "block",
      start: (src) => aheadInParagraph(src, "[", (rest) => DEFINITION.test(rest)),
      tokenizer(src) {
        const found = readDefinition(src);
        if (!found || !limitsOf(this.lexer).takes("notes")) return undefined;
        return defineNote(this.lexer, found.label, found.raw, found.content);
      },
    },
  ],
};

/** The definition of a note with this content, which the lexer knows from now on. */
export function defineNote(lexer: Lexer, label: string, raw: string, content: string): FootnoteDefinition {
  labels(lexer).add(noteLabel(label));
  const token: FootnoteDefinition = { type: "footnoteDefinition", raw, label, tokens: [] };
  lexer.blockTokens(content, token.tokens);
  return token;
}

function labels(lexer: Lexer): Set<string> {
  let known = labelsOf.get(lexer);
  if (!known) labelsOf.set(lexer, (known = new Set()));
  return known;
}

/** Whether this lexer has met a definition with this label. */
export function isDefined(lexer: Lexer, label: string): boolean {
  return labelsOf.get(lexer)?.has(noteLabel(label)) === true;
}

function readDefinition(src: string): { raw: string; label: string; content: string } | undefined {
  const match = DEFINITION.exec(src);
  if (!match) return undefined;
  const content: string[] = [];
  let length = match[0].length;
  const first = lineAt(src, length);
  content.push(first);
  length += first.length + 1;
  let fence = FENCE.exec(first)?.[1];
  while (length < src.length) {
    const line = lineAt(src, length);
    if (BLANK.test(line)) {
      const blanks = blankLines(src, length);
      if (!INDENTED.test(lineAt(src, blanks.end))) break;
      append(content, blanks.lines);
      length = blanks.end;
      continue;
    }
    if (INDENTED.test(line)) {
      const dedented = line.replace(INDENTED, "");
      fence = nextFence(fence, dedented);
      content.push(dedented);
    } else if (
      fence === undefined &&
      isParagraph(content.at(-1)) &&
      !INTERRUPTS.test(line) &&
      !DEFINITION.test(line) &&
      !LINK.test(line)
    ) {
      content.push(line);
    } else break;
    length += line.length + 1;
  }
  return { raw: src.slice(0, length), label: match[1]!, content: content.join("\n") };
}

function blankLines(src: string, start: number): { lines: string[]; end: number } {
  const lines: string[] = [];
  let end = start;
  while (end < src.length) {
    const line = lineAt(src, end);
    if (!BLANK.test(line)) break;
    lines.push("");
    end += line.length + 1;
  }
  return { lines, end };
}

/** The fence that is open after a line. */
function nextFence(open: string | undefined, line: string): string | undefined {
  const marker = FENCE.exec(line)?.[1];
  if (marker === undefined) return open;
  if (open === undefined) return marker;
  return marker[0] === open[0] && marker.length >= open.length ? undefined : open;
}

/** Whether a line belongs to a paragraph that another line could continue lazily. */
function isParagraph(line: string | undefined): boolean {
  return (
    line !== undefined &&
    !BLANK.test(line) &&
    !/^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|(?:[-*_][ \t]*){3,}$)/.test(line)
  );
}
