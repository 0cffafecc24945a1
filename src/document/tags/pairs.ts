/**
 * Finds the tags of a parsed text that another tag closes, in a different block or line: their content is
 * shown, and the tags themselves are hidden.
 */
import type { Token } from "marked";
import type { InlineToken } from "../inline/tokens.ts";
import { HOLDERS } from "../token-holders.ts";
import { readTag, type Tag } from "./tag.ts";

/** Generators' tags in a piece of HTML. */
export const TAG_IN_HTML = /\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\}/g;

/** A token, and the number of a tag in it, from 0. */
interface Place {
  readonly token: object;
  readonly nth: number;
}

export class Pairs {
  readonly #tokens: readonly Token[];
  readonly #closed = new WeakMap<object, Set<number>>();
  #isKnown = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Whether a tag in a token is closed; `nth` is its number, from 0. */
  isClosed(token: object, nth = 0): boolean {
    // Most texts have no tags and never get here.
    if (!this.#isKnown) this.#pair();
    return this.#closed.get(token)?.has(nth) === true;
  }

  #pair(): void {
    this.#isKnown = true;
    const open = new Map<string, Place[]>();
    for (const { raw, place } of tagsAmong(this.#tokens)) {
      const tag = readTag(raw);
      if (tag.isEmpty) continue;
      const same = open.get(keyOf(tag)) ?? [];
      open.set(keyOf(tag), same);
      const opener = tag.isClosing ? same.pop() : undefined;
      if (opener) this.#close(opener);
      else if (!tag.isClosing) same.push(place);
    }
  }

  #close({ token, nth }: Place): void {
    const known = this.#closed.get(token);
    if (known) known.add(nth);
    else this.#closed.set(token, new Set([nth]));
  }
}

/** The key that a tag and its closing tag share; the first has a sign in Mustache, `{{#each x}} … {{/each}}`. */
function keyOf({ isCall, name }: Tag): string {
  return isCall ? "" : name.replace(/^[#^]/, "");
}

const LAST_FIRST = HOLDERS.toReversed();

/** Yields every tag in reading order. Iterative, so that nesting cannot overflow the stack. */
function* tagsAmong(tokens: readonly Token[]): Generator<{ raw: string; place: Place }> {
  const waiting: unknown[] = tokens.toReversed();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (let at = next.length - 1; at >= 0; at--) waiting.push(next[at]);
    else if (typeof next === "object" && next !== null) {
      const token = next as Readonly<Record<string, unknown>>;
      if (token["type"] === "shortcode") yield { raw: String(token["text"]), place: { token, nth: 0 } };
      else if (token["type"] === "html") {
        const found = String(token["raw"]).match(TAG_IN_HTML) ?? [];
        for (const [nth, raw] of found.entries()) yield { raw, place: { token, nth } };
      } else for (const key of LAST_FIRST) if (typeof token[key] === "object") waiting.push(token[key]);
    }
  }
}

const NONE: ReadonlyMap<number, number> = new Map();

/** Pairs of tags among these tokens, by their indices. No pair crosses another. */
export function enclosedIn(tokens: readonly InlineToken[]): ReadonlyMap<number, number> {
  if (!tokens.some(({ type }) => type === "shortcode")) return NONE;
  const ends = new Map<number, number>();
  const open: { readonly key: string; readonly nth: number }[] = [];
  const waiting = new Map<string, number>();
  tokens.forEach((token, nth) => {
    if (token.type !== "shortcode") return;
    const tag = readTag(token.text);
    const key = keyOf(tag);
    if (tag.isEmpty) return;
    if (!tag.isClosing) {
      open.push({ key, nth });
      waiting.set(key, (waiting.get(key) ?? 0) + 1);
    } else if ((waiting.get(key) ?? 0) > 0)
      for (let last = open.pop(); last; last = open.pop()) {
        waiting.set(last.key, waiting.get(last.key)! - 1);
        if (last.key === key) {
          ends.set(last.nth, nth);
          break;
        }
      }
  });
  return ends;
}
