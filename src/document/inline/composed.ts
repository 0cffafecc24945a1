/**
 * What an inline parser has made of its text so far: a chain of items up to an offset, and the delimiters among them that are not
 * paired yet.
 */
import { Delimiters } from "./emphasis.ts";
import { Chain } from "./items.ts";
import { spanned } from "./spanned.ts";
import { tokensOf } from "./to-tokens.ts";
import type { Definitions, InlineToken } from "./tokens.ts";

export class Composed {
  readonly text: string;
  readonly definitions: Definitions;
  readonly chain = new Chain();
  readonly delimiters = new Delimiters(this.chain);
  /** The offset of the text in its run, if known. */
  readonly start: number | undefined;
  #done = 0;

  constructor(text: string, definitions: Definitions, start: number | undefined) {
    this.text = text;
    this.definitions = definitions;
    this.start = start;
  }

  /** The text before this offset is in the chain. */
  get done(): number {
    return this.#done;
  }

  /** Puts the text before `until` into the chain. */
  flush(until: number): void {
    if (until > this.#done) this.chain.push({ text: this.text.slice(this.#done, until) });
    this.#done = Math.max(this.#done, until);
  }

  /** Puts the text before `at` into the chain and leaves out the text from there to `end`. Returns `end`. */
  skip(at: number, end: number): number {
    this.flush(at);
    return (this.#done = end);
  }

  /** Adds a token for the text between two offsets. Returns `end`. */
  token(start: number, end: number, token: InlineToken): number {
    this.definitions.takes("marks");
    this.flush(start);
    this.chain.push({ token: spanned(token, start, end, this.start) });
    return (this.#done = end);
  }

  /** Adds text that may become a delimiter or a bracket. Returns its item. */
  sign(at: number, text: string): ReturnType<Chain["push"]> {
    this.flush(at);
    this.#done = at + text.length;
    return this.chain.push({ text });
  }

  /** The tokens of the whole text. */
  tokens(): InlineToken[] {
    this.flush(this.text.length);
    this.delimiters.process(undefined);
    return tokensOf(this.chain, false);
  }
}
