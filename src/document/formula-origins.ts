/**
 * Where the formulas of a text stand in it, by the tokens from which its tree is made: the tokens of a container, one after another,
 * are the text that was cut out of it, and the parser of inlines knows the offset of each formula in its run.
 *
 *     source ─ raw of each token ─▶ excerpt of a container ─▶ … ─▶ excerpt of a run ─ span of a formula ─▶ its origin
 */
import type { Token, Tokens } from "marked";
import type { Excerpt } from "./excerpt.ts";
import { comparedTex, type FormulaOrigin, MATHML } from "./formula-origin.ts";
import { partsWithMath } from "./inline/math-parts.ts";
import type { InlineToken } from "./inline/tokens.ts";
import { isMathFence } from "./convert/special-blocks.ts";
import { withoutDelimiters } from "./tags/formula-tags.ts";
import { HOLDERS } from "./token-holders.ts";
import { indexIn } from "../text/index-in.ts";

/** The text of each run of inlines, by the array of its tokens. */
export type TextOfRun = Pick<WeakMap<object, string>, "get">;

/** How often the length of the text may be searched for what is not as written. */
const IN_VAIN = 20;

/** Where to go on in an excerpt. */
interface Cursor {
  at: number;
}

/** The formulas of a text, in its order; `source` is the text that the tokens are made of. */
export function formulaOrigins(tokens: readonly Token[], source: Excerpt, runs: TextOfRun): FormulaOrigin[] {
  return MAY_HOLD.test(source.text) ? new Tracing(runs).of(tokens, source) : [];
}

/** What a text with formulas contains: a dollar, a backslash, or the name of an element, a fence, a role or a tag. */
const MAY_HOLD = /[$\\]|math|katex|latex/i;

class Tracing {
  readonly #runs: TextOfRun;
  readonly #found: FormulaOrigin[] = [];
  /** The most code units that may be searched in vain, so that the work stays in proportion to the text. */
  #patience = 0;

  constructor(runs: TextOfRun) {
    this.#runs = runs;
  }

  of(tokens: readonly Token[], source: Excerpt): FormulaOrigin[] {
    this.#patience = IN_VAIN * source.text.length;
    this.#blocks(tokens, source, { at: 0 });
    return this.#found;
  }

  #add(tex: string, written: Excerpt): void {
    this.#found.push({ compared: comparedTex(tex), written });
  }

  /** The blocks of a container; each by itself if their container adds words of its own. */
  #blocks(tokens: readonly Token[], around: Excerpt, cursor: Cursor): void {
    const container = this.#sought("lines", tokens.map(({ raw }) => raw).join(""), around, cursor);
    let start = 0;
    for (const token of tokens) {
      const end = start + token.raw.length;
      if (MAY_HOLD.test(token.raw)) {
        const own = container?.slice(start, end) ?? this.#sought("lines", token.raw, around, cursor);
        if (own) this.#block(token, own);
      }
      start = end;
    }
  }

  /** The next excerpt with a text. */
  #sought(kind: "lines" | "cell", text: string, around: Excerpt, cursor: Cursor): Excerpt | undefined {
    const found = this.#patience < 0 ? undefined : around[kind](text, cursor.at);
    if (found) cursor.at = found.end;
    else this.#patience -= around.text.length;
    return found?.own;
  }

  #block(token: Token, own: Excerpt): void {
    if (token.type === "math" || isMathFence(token)) this.#add((token as Tokens.Code).text, own);
    else if (token.type === "html") this.#html(own);
    else {
      const { text, tokens } = token as Tokens.Generic & { readonly text?: string };
      if (token.type === "enclosure" && tokens?.length === 0 && text !== undefined)
        this.#add(withoutDelimiters(text.trim()), own);
      this.#within(token, own, { at: 0 }, false);
    }
  }

  /** What a token contains, or an array of what it contains: runs, blocks, cells, or terms and definitions. */
  #within(holder: unknown, around: Excerpt, cursor: Cursor, isTable: boolean): void {
    if (typeof holder !== "object" || holder === null) return;
    if (!Array.isArray(holder)) {
      for (const name of HOLDERS)
        this.#within(
          (holder as Readonly<Record<string, unknown>>)[name],
          around,
          cursor,
          isTable || name === "header" || name === "rows",
        );
      return;
    }
    const run = this.#runs.get(holder);
    if (run !== undefined) this.#run(holder as InlineToken[], run, around, cursor, isTable);
    else if (holder.length > 0 && holder.every(isBlock)) this.#blocks(holder, around, cursor);
    else for (const one of holder) this.#within(one, around, cursor, isTable);
  }

  #run(tokens: readonly InlineToken[], run: string, around: Excerpt, cursor: Cursor, isCell: boolean): void {
    const own = this.#sought(isCell ? "cell" : "lines", run, around, cursor);
    if (own) this.#inlines(tokens, own, { at: 0 });
  }

  #inlines(tokens: readonly InlineToken[], run: Excerpt, cursor: Cursor): void {
    for (const token of tokens) {
      if (token.type === "math") {
        if (token.span) this.#add(token.text, run.slice(...token.span));
      } else if (token.type === "html" && MAY_HOLD.test(token.raw)) {
        const start = indexIn(run.text, token.raw, cursor.at);
        if (start < 0) continue;
        cursor.at = start + token.raw.length;
        this.#html(run.slice(start, cursor.at));
      } else if ("tokens" in token) this.#inlines(token.tokens, run, cursor);
    }
  }

  /** The formulas in the text of HTML, and MathML: the TeX that is written beside it, or its element. */
  #html(own: Excerpt): void {
    let element: number | undefined;
    for (const { index, 0: piece, groups } of own.text.matchAll(HTML)) {
      const { before, tex, text } = groups!;
      if (tex !== undefined) {
        const start = index + before!.length;
        this.#add(tex, own.slice(start, start + tex.length));
        element = undefined;
      } else if (text !== undefined) this.#text(own.slice(index, index + text.length));
      else if (/^<math\b/i.test(piece)) element = index;
      else if (/^<\/math\b/i.test(piece) && element !== undefined) {
        this.#found.push({ compared: MATHML, written: own.slice(element, index) });
        element = undefined;
      }
    }
  }

  #text(own: Excerpt): void {
    let at = 0;
    for (const part of partsWithMath(own.text)) {
      const { length } = typeof part === "string" ? part : part.written;
      if (typeof part !== "string") this.#add(part.tex, own.slice(at, at + length));
      at += length;
    }
  }
}

/** A comment, an annotation in TeX, any other tag, or text. */
const HTML =
  /<!--[^]*?(?:-->|$)|(?<before><annotation\b[^<>]{0,200}tex[^<>]{0,200}>)(?<tex>[^<]*)|<\/?[a-zA-Z][^<>]*>|(?<text>[^<]+)|</gi;

function isBlock(token: unknown): token is Token {
  return typeof (token as Partial<Token> | undefined)?.raw === "string";
}
