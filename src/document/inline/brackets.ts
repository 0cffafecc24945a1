/**
 * The open brackets of an inline parser. What is after one becomes a link, an image, a note or a span when it is closed; each is
 * closed or dropped once.
 */
import type { Bracket } from "./bracket.ts";
import type { Composed } from "./composed.ts";
import type { Chain } from "./items.ts";
import { attributesAt, objectAt } from "./spans.ts";
import { targetOf } from "./target.ts";

export class Brackets {
  readonly #composed: Composed;
  readonly #brackets: Bracket[] = [];
  /** Open brackets below this one are in the text of a link; links contain no links. */
  #linkFloor = 0;

  constructor(composed: Composed) {
    this.#composed = composed;
  }

  /** Whether a bracket is open. */
  get isOpen(): boolean {
    return this.#brackets.length > 0;
  }

  /** Opens a bracket, and returns the offset to continue at. */
  open(at: number, opens: Bracket["opens"]): number {
    const around = this.#brackets.at(-1);
    if (around) around.holdsBracket = true;
    const start = at + opens.length;
    const item = this.#composed.sign(at, opens);
    const delimiter = this.#composed.delimiters.last;
    this.#brackets.push({ opens, item, start, delimiter, holdsBracket: false });
    return start;
  }

  /** Closes the last open bracket, and returns the offset to continue at. Without one, the character stays text. */
  close(at: number): number {
    const bracket = this.#brackets.pop();
    if (!bracket) return at + 1;
    const isInert = bracket.opens === "[" && this.#brackets.length < this.#linkFloor;
    this.#linkFloor = Math.min(this.#linkFloor, this.#brackets.length);
    if (isInert) return at + 1;
    if (bracket.opens === "^[") return this.#note(bracket, at);
    const target = targetOf(this.#composed.text, bracket, at, this.#composed.definitions);
    if (!target) return this.#bracketed(bracket, at) ?? at + 1;
    this.#wrap(bracket, at, { type: bracket.opens === "[" ? "link" : "image", href: target.href });
    if (bracket.opens === "[") this.#linkFloor = this.#brackets.length;
    return this.#composed.skip(at, target.end);
  }

  /** A span with attributes after it, as in Pandoc: `[text]{.smallcaps}`; code that refers to an object. */
  #bracketed(bracket: Bracket, at: number): number | undefined {
    if (bracket.opens !== "[") return undefined;
    const { text } = this.#composed;
    const span = attributesAt(text, at + 1) ?? objectAt(text, bracket.start, at);
    if (!span) return undefined;
    this.#wrap(bracket, at, { type: "span", classes: span.classes });
    return this.#composed.skip(at, span.end);
  }

  #note(bracket: Bracket, at: number): number {
    if (
      this.#composed.text.slice(bracket.start, at).trim() === "" ||
      !this.#composed.definitions.takes("notes")
    )
      return at + 1;
    this.#wrap(bracket, at, { type: "inlineNote" });
    return this.#composed.skip(at, at + 1);
  }

  /** Replaces all items after an open bracket by one. */
  #wrap(bracket: Bracket, at: number, wrap: Parameters<Chain["wrapBetween"]>[2]): void {
    this.#composed.flush(at);
    this.#composed.definitions.takes("marks");
    this.#composed.delimiters.process(bracket.delimiter);
    this.#composed.chain.wrapBetween(bracket.item, undefined, wrap);
    this.#composed.chain.remove(bracket.item);
  }
}
