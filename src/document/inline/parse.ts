/**
 * Parses the inlines of a paragraph, a heading or a cell: CommonMark 0.31, chapter 6, with the additions of
 * GitHub, Pandoc and note-taking programs.
 *
 *     text ─ from one special character to the next ─▶ chain of items, delimiters, open brackets
 *                                   `]`  ─▶ what is after an open bracket becomes a link, an image or a note
 *                                   end  ─▶ delimiters become emphasis ─▶ tokens
 *
 * The work is proportional to the length of the text: each bracket and each delimiter is paired or dropped
 * once, and a closer is searched for once for all its openers (`reach.ts`).
 */
import { additionAt } from "./additions.ts";
import { Brackets } from "./brackets.ts";
import { aroundTildes, characterAfter, characterBefore, escapedAt } from "./characters.ts";
import { type Address, addressAround, autolinkAt, wwwAt } from "./addresses.ts";
import { codeAfter } from "./code-elements.ts";
import { Composed } from "./composed.ts";
import { matchAt } from "./destination.ts";
import { flanking, type EmphasisSign } from "./emphasis.ts";
import { citedAt } from "./cited.ts";
import { isNameOnly } from "./names-in-text.ts";
import { codeToken, endOfHtml } from "./raw.ts";
import { mathAt } from "./math.ts";
import { playerAt } from "./player.ts";
import { Reach } from "./reach.ts";
import type { Definitions, InlineToken } from "./tokens.ts";
import { startOf } from "./spanned.ts";
import { specialsIn } from "./special.ts";
import { embedded } from "./wiki.ts";
import { tableOf } from "../../text/own.ts";

const RUNS = tableOf<RegExp>({ "*": /\*+/y, _: /_+/y, "~": /~+/y, "`": /`+/y });

/** Parses a run of inlines, or its part from `start`, if known. Throws `RangeError` if they are nested too deeply for the stack. */
export function parseInlines(text: string, definitions: Definitions, start?: number): InlineToken[] {
  return new InlineParser(text, definitions, start).run();
}

class InlineParser {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #reach: Reach;
  readonly #composed: Composed;
  readonly #brackets: Brackets;
  /** The element of code that is open, in which no formula begins. */
  #verbatim: string | undefined;

  constructor(text: string, definitions: Definitions, start: number | undefined) {
    this.#text = text;
    this.#definitions = definitions;
    this.#reach = new Reach(text);
    this.#composed = new Composed(text, definitions, start);
    this.#brackets = new Brackets(this.#composed);
  }

  run(): InlineToken[] {
    const next = specialsIn(this.#text);
    for (let at = next(0); at < this.#text.length;) at = next(this.#special(at));
    return this.#composed.tokens();
  }

  /** Parses what begins at `at`, and returns the offset to continue at. A character that begins nothing stays text. */
  #special(at: number): number {
    if (this.#text[at] === "\n") return this.#lineEnd(at, at);
    if (this.#definitions.isFull()) return at + 1;
    switch (this.#text[at]) {
      case "$":
        return this.#math(at) ?? at + 1;
      case "\\":
        return this.#math(at) ?? this.#addition(at) ?? this.#backslash(at);
      case "`":
        return this.#codeSpan(at);
      case "~":
        return this.#addition(at) ?? this.#delimiterRun(at, "~");
      case "*":
      case "_":
        return this.#delimiterRun(at, this.#text[at]);
      case "<":
        return this.#addition(at) ?? this.#angle(at);
      case "!":
        return this.#exclamation(at);
      case "^":
        if (this.#text[at + 1] === "[") return this.#brackets.open(at, "^[");
        return this.#addition(at) ?? at + 1;
      case "=":
      case "+":
        return this.#addition(at) ?? at + 2;
      case "[":
        return this.#openBracket(at);
      case "]":
        return this.#brackets.close(at);
      case "{":
      case "%":
        return this.#addition(at) ?? at + 1;
      case ":":
        return (
          this.#addition(at) ??
          this.#address(at, addressAround(this.#text, at, this.#composed.done, this.#brackets.isOpen))
        );
      default:
        return this.#address(at, wwwAt(this.#text, at, this.#brackets.isOpen));
    }
  }

  /** A line feed: a hard break after two blanks or a backslash (`from`), unless nothing follows. */
  #lineEnd(at: number, from: number): number {
    const isHard = from < at || this.#text.slice(Math.max(this.#composed.done, at - 2), at) === "  ";
    let next = at + 1;
    while (this.#text[next] === " " || this.#text[next] === "\t") next++;
    if (!isHard || next >= this.#text.length) {
      return this.#composed.skip(at + 1, next);
    }
    let end = from;
    while (end > this.#composed.done && this.#text[end - 1] === " ") end--;
    return this.#composed.token(end, next, { type: "br" });
  }

  #backslash(at: number): number {
    if (this.#text[at + 1] === "\n") return this.#lineEnd(at + 1, at);
    const text = escapedAt(this.#text, at);
    return text === undefined ? at + 1 : this.#composed.token(at, at + 2, { type: "escape", text });
  }

  #math(at: number): number | undefined {
    if (this.#verbatim !== undefined) return undefined;
    const math = mathAt(this.#text, at, this.#reach, this.#definitions.writesInBrackets);
    return math && this.#composed.token(at, math.end, { type: "math", text: math.tex, raw: math.written });
  }

  #codeSpan(at: number): number {
    const { length } = matchAt(RUNS["`"]!, this.#text, at)![0];
    const end = this.#reach.backticks(length, at + length);
    if (end < 0) return at + length;
    const code = codeToken(this.#text, at + length, end, this.#definitions.hasChunks);
    return this.#composed.token(at, code.end, code.token);
  }

  /** Parses an addition of a dialect, and returns the offset to continue at; undefined if there is none. */
  #addition(at: number): number | undefined {
    const [text, definitions] = [this.#text, this.#definitions];
    const parsed = (inner: string): InlineToken[] =>
      parseInlines(inner, definitions, startOf(inner, text, at, this.#composed.start));
    const found = additionAt({ text, reach: this.#reach, definitions, parsed }, at);
    const start = found?.start ?? at;
    if (!found || start < this.#composed.done) return undefined;
    for (const token of found.tokens) this.#composed.token(start, found.end, token);
    return this.#composed.skip(start, found.end);
  }

  #delimiterRun(at: number, mark: EmphasisSign): number {
    const run = matchAt(RUNS[mark]!, this.#text, at)![0];
    const end = at + run.length;
    if (mark === "~" && run.length > 2) return end;
    const item = this.#composed.sign(at, run);
    // As on GitHub, emphasis sees through strikethrough: `**~~one~~**`.
    const [before, after] = mark === "~" ? [at, end] : aroundTildes(this.#text, at, end);
    this.#definitions.takes("marks");
    this.#composed.delimiters.push(
      item,
      mark,
      run.length,
      flanking(mark, characterBefore(this.#text, before), characterAfter(this.#text, after)),
    );
    return end;
  }

  /** An autolink in angle brackets (6.4), or HTML (6.5). */
  #angle(at: number): number {
    const link = autolinkAt(this.#text, at);
    if (link) return this.#link(at, link.end, link.href, link.text);
    const end = endOfHtml(this.#text, at, this.#reach);
    if (end === undefined) return at + 1;
    const raw = this.#text.slice(at, end);
    if (isNameOnly(raw, this.#reach, end))
      return this.#composed.token(at, end, { type: "escape", text: raw });
    this.#verbatim = codeAfter(raw, this.#verbatim);
    return this.#composed.token(at, end, { type: "html", raw });
  }

  #address(at: number, address: Address | undefined): number {
    if (!address || address.start < this.#composed.done) return at + 1;
    const { start, end, href } = address;
    return this.#link(start, end, href, this.#text.slice(start, end));
  }

  #link(start: number, end: number, href: string, text: string): number {
    return this.#composed.token(start, end, { type: "link", href, tokens: [{ type: "text", text }] });
  }

  /** A page or a picture of a vault, or the beginning of an image; a citation after the mark is neither. */
  #exclamation(at: number): number {
    const cited = citedAt(this.#text, at + 1, this.#definitions);
    if (!cited) return this.#brackets.open(at, "![");
    return cited.type === "wikiLink"
      ? this.#composed.token(at, at + 1 + cited.raw.length, embedded(cited))
      : at + 1;
  }

  /** A footnote's citation, a wiki link, or the beginning of a link. */
  #openBracket(at: number): number {
    const token = citedAt(this.#text, at, this.#definitions);
    if (token) return this.#composed.token(at, at + token.raw.length, token);
    const player = playerAt(this.#text, at);
    if (player && this.#composed.done < at) return this.#composed.token(at - 1, player.end, player.token);
    return this.#addition(at) ?? this.#brackets.open(at, "[");
  }
}
