/**
 * Definition lists, as an extension of marked's lexer (PHP Markdown Extra, "Definition Lists"; also in kramdown and Pandoc).
 *
 *     Term
 *     Another name
 *         : A definition that continues
 *       indented, or lazily.
 *
 *     : A second one.
 *
 * Pandoc also allows an indented tilde instead of the colon.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { firstOf } from "./block-rules.ts";
import { limitsOf } from "../limits.ts";
import { lineAt } from "../../text/lines.ts";

export interface DefinitionListToken extends Tokens.Generic {
  type: "definitionList";
  items: { terms: Token[][]; definitions: Token[][] }[];
}

interface Item {
  readonly terms: readonly string[];
  readonly definitions: readonly string[];
  /** Where it ends. */
  readonly end: number;
}

/** The most lines of terms above a definition. */
const MOST_TERMS = 5;
const SIGNS = new Set([0x3a, 0x7e]);
const LINE_FEED = 0x0a;
const DEFINES = /^(?: {0,3}:| {1,3}~)[ \t]{1,9}(?=\S)/;
/** A line that begins another block is not a term. */
const NO_TERM = /^(?: {4}|\t| {0,3}(?:[#>|:]|[-+*] |\d{1,9}[.)] |```|~~~|<))/;

export const definitionLists: MarkedExtension = {
  extensions: [
    {
      name: "definitionList",
      level: "block",
      tokenizer(src) {
        if (!mayDefine(src)) return undefined;
        const found: Item[] = [];
        let end = 0;
        for (let item = itemAt(src, 0); item; item = itemAt(src, afterBlanks(src, end))) {
          found.push(item);
          end = item.end;
        }
        if (found.length === 0) return undefined;
        const token: DefinitionListToken = { type: "definitionList", raw: src.slice(0, end), items: [] };
        for (const { terms, definitions } of found) {
          token.items.push({
            terms: terms.map((term) => this.lexer.inline(term.trim())),
            definitions: definitions.map((content) => this.lexer.blockTokens(content, [])),
          });
        }
        limitsOf(this.lexer).takes("marks");
        return token;
      },
    },
  ],
};

/**
 * Whether a definition may follow the few lines at the start of `src`. It copies no line, because marked asks at every
 * block.
 */
function mayDefine(src: string): boolean {
  let isLast = false;
  for (let at = src.indexOf("\n") + 1, line = 0; at > 0 && line <= MOST_TERMS; line++) {
    const first = firstOf(src, at);
    if (SIGNS.has(first)) return true;
    if (isLast || at >= src.length) return false;
    // A blank line may come between terms and definition.
    isLast = first === LINE_FEED;
    at = src.indexOf("\n", at) + 1;
  }
  return false;
}

/** The terms at `start` and their definitions; undefined if there are no definitions. */
function itemAt(src: string, start: number): Item | undefined {
  const terms: string[] = [];
  let at = start;
  for (let line = lineAt(src, at); terms.length <= MOST_TERMS; line = lineAt(src, at)) {
    if (DEFINES.test(line) || line.trim() === "") break;
    if (NO_TERM.test(line)) return undefined;
    terms.push(line);
    at += line.length + 1;
  }
  // A blank line may come between them.
  const first = afterBlanks(src, at);
  if (terms.length === 0 || terms.length > MOST_TERMS || !DEFINES.test(lineAt(src, first))) return undefined;
  const definitions: string[] = [];
  let end = first;
  for (let next = first; DEFINES.test(lineAt(src, next)); next = afterBlanks(src, end)) {
    const definition = definitionAt(src, next);
    definitions.push(definition.content);
    end = definition.end;
  }
  return { terms, definitions, end };
}

/** A definition: its line, continuation lines, and the indented lines below. */
function definitionAt(src: string, start: number): { content: string; end: number } {
  const first = lineAt(src, start);
  const lines = [first.replace(DEFINES, "")];
  let end = start + first.length + 1;
  let wasBlank = false;
  for (let at = end; at < src.length;) {
    const line = lineAt(src, at);
    const isBlank = line.trim() === "";
    const isIndented = /^(?: {2,}|\t)/.test(line);
    if (!isBlank && (DEFINES.test(line) || (wasBlank && !isIndented))) break;
    lines.push(line.replace(/^(?: {1,4}|\t)/, ""));
    at += line.length + 1;
    if (!isBlank) end = at;
    wasBlank = isBlank;
  }
  return { content: lines.join("\n").trimEnd(), end: Math.min(end, src.length) };
}

/** The offset after at most one blank line. */
function afterBlanks(src: string, at: number): number {
  return src[at] === "\n" ? at + 1 : at;
}
