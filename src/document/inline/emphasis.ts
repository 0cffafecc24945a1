/**
 * Emphasis, by CommonMark's delimiter stack (0.31, 6.2 and its appendix, "process emphasis"), with GitHub's strikethrough
 * (GFM 6.5) as a third delimiter. It looks at each delimiter a bounded number of times.
 */
import { type Chain, type Item, type Wrap } from "./items.ts";

export type EmphasisSign = "*" | "_" | "~";

/** A run of delimiters that may open or close emphasis. */
export interface Delimiter {
  readonly item: Item;
  readonly mark: EmphasisSign;
  /** The original length of the run; `left` is what remains of it. */
  readonly length: number;
  left: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
const WHITESPACE = /\s/;

type Kind = "whitespace" | "punctuation" | "other";

/** A character's class for emphasis; the start and the end of the text count as whitespace. */
function kindOf(character: string): Kind {
  if (character === "" || WHITESPACE.test(character)) return "whitespace";
  const code = character.charCodeAt(0);
  if (code < 0x80)
    return (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code < 32
      ? "other"
      : "punctuation";
  return PUNCTUATION.test(character) ? "punctuation" : "other";
}

/** Letters and punctuation of Chinese, Japanese and Korean, which have no blanks between words. */
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303f\uff00-\uffef]/u;
/** The first of these characters, as a UTF-16 code unit. */
const FIRST_CJK = 0x1100;

function isCjk(character: string): boolean {
  return character.charCodeAt(0) >= FIRST_CJK && CJK.test(character);
}

/**
 * Whether a run between these characters may open or close emphasis (CommonMark's left- and right-flanking). CommonMark wants a blank or
 * punctuation around `**“so”**`; beside a character of Chinese, Japanese or Korean none is needed (markdown-cjk-friendly, "Specification").
 */
export function flanking(
  mark: EmphasisSign,
  before: string,
  after: string,
): { readonly canOpen: boolean; readonly canClose: boolean } {
  const [left, right] = [kindOf(before), kindOf(after)];
  const isLeft = right !== "whitespace" && (right !== "punctuation" || left !== "other");
  const isRight = left !== "whitespace" && (left !== "punctuation" || right !== "other");
  if (mark !== "_") {
    const [cjkBefore, cjkAfter] = [isCjk(before), isCjk(after)];
    const isBeside = cjkBefore || cjkAfter;
    return {
      canOpen: isLeft || (right !== "whitespace" && isBeside),
      canClose: isRight || (left !== "whitespace" && isBeside),
    };
  }
  return {
    canOpen: isLeft && (!isRight || left === "punctuation"),
    canClose: isRight && (!isLeft || right === "punctuation"),
  };
}

export class Delimiters {
  readonly #chain: Chain;
  last: Delimiter | undefined;

  constructor(chain: Chain) {
    this.#chain = chain;
  }

  push(item: Item, mark: EmphasisSign, length: number, can: { canOpen: boolean; canClose: boolean }): void {
    const delimiter: Delimiter = {
      item,
      mark,
      length,
      left: length,
      ...can,
      previous: this.last,
      next: undefined,
    };
    if (this.last) this.last.next = delimiter;
    this.last = delimiter;
  }

  /** Resolves all delimiters after `bottom` and removes them. */
  process(bottom: Delimiter | undefined): void {
    /** For each kind of closer, the delimiter below which it has no opener. */
    const floors = new Map<string, Delimiter | undefined>();
    let closer = this.#firstAfter(bottom);
    while (closer) {
      if (!closer.canClose) {
        closer = closer.next;
        continue;
      }
      const key = `${closer.mark}${closer.canOpen}${closer.mark === "~" ? closer.length : closer.length % 3}`;
      const opener = this.#openerFor(closer, bottom, floors.has(key) ? floors.get(key) : bottom);
      if (opener) closer = this.#join(opener, closer);
      else {
        floors.set(key, closer.previous);
        const next: Delimiter | undefined = closer.next;
        if (!closer.canOpen) this.#remove(closer);
        closer = next;
      }
    }
    this.last = bottom;
    if (bottom) bottom.next = undefined;
  }

  #firstAfter(bottom: Delimiter | undefined): Delimiter | undefined {
    if (bottom) return bottom.next;
    let first = this.last;
    while (first?.previous) first = first.previous;
    return first;
  }

  #openerFor(
    closer: Delimiter,
    bottom: Delimiter | undefined,
    floor: Delimiter | undefined,
  ): Delimiter | undefined {
    for (let one = closer.previous; one && one !== bottom && one !== floor; one = one.previous)
      if (one.mark === closer.mark && one.canOpen && belong(one, closer)) return one;
    return undefined;
  }

  /** Wraps the items between two delimiters; returns the next possible closer. */
  #join(opener: Delimiter, closer: Delimiter): Delimiter | undefined {
    const used = closer.mark === "~" ? closer.left : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
    const type: Wrap["type"] = closer.mark === "~" ? "del" : used === 2 ? "strong" : "em";
    this.#chain.wrapBetween(opener.item, closer.item, { type });
    // The delimiters between them can't be paired any more.
    opener.next = closer;
    closer.previous = opener;
    this.#shorten(opener, used);
    const { next } = closer;
    this.#shorten(closer, used);
    return closer.left > 0 ? closer : next;
  }

  #shorten(delimiter: Delimiter, by: number): void {
    delimiter.left -= by;
    delimiter.item.content = { text: delimiter.mark.repeat(delimiter.left) };
    if (delimiter.left > 0) return;
    this.#chain.remove(delimiter.item);
    this.#remove(delimiter);
  }

  #remove(delimiter: Delimiter): void {
    if (delimiter.previous) delimiter.previous.next = delimiter.next;
    if (delimiter.next) delimiter.next.previous = delimiter.previous;
    else this.last = delimiter.previous;
  }
}

/** CommonMark's rule of three (6.2, rules 9 and 10); strikethrough needs runs of the same length. */
function belong(opener: Delimiter, closer: Delimiter): boolean {
  if (closer.mark === "~") return opener.length === closer.length;
  const either = closer.canOpen || opener.canClose;
  return !(either && closer.length % 3 !== 0 && (opener.length + closer.length) % 3 === 0);
}
