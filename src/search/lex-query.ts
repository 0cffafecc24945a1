/**
 * The tokens of a query: words, phrases, brackets, operators, fields, expressions.
 */
import type { QueryPlace } from "./query.ts";

export type Token = QueryPlace &
  (
    | { readonly kind: "open" | "close" | "minus" }
    | { readonly kind: "operator"; readonly name: "AND" | "OR" | "NOT" }
    | { readonly kind: "near"; readonly distance: number }
    /** The value follows immediately; `isLast` if there is none. */
    | { readonly kind: "field"; readonly name: string; readonly isLast: boolean }
    | { readonly kind: "phrase"; readonly text: string; readonly isClosed: boolean; readonly star: boolean }
    | { readonly kind: "pattern"; readonly text: string; readonly flags: string }
    | { readonly kind: "word"; readonly text: string }
  );

/** The distance of NEAR without a number, in words: FTS5's default. */
const DISTANCE = 10;

const BLANKS = /\s+/y;
const QUOTE = /["“”„«»]/;
const PHRASE = /["“”„«»]([^"“”„«»]*)(["“”„«»]?)(\*?)/y;
const OPERATOR = /(?:(AND|OR|NOT)|NEAR(?:\/(\d{1,3})|\/$)?)(?=[\s()]|$)/y;
/** The name of a field right before its value: `https://…`, `std::vector` and `Title: subtitle` are not fields. */
const FIELD = /(\p{L}[\p{L}\p{N}_.-]{1,60}):(?![:]|\/\/)/uy;
const PATTERN = /\/((?:[^\\/[\s]|\\.|\[(?:[^\]\\]|\\.){0,200}\]|\s(?![\s/]))+)\/([gimsuy]?)(?=[\s)]|$)/y;
/** An expression between slashes in which a class of characters is not closed: `/a[/`. */
const OPEN_CLASS = /\/((?:[^\\/[\s]|\\.)*\[(?:[^\]\\/\s]|\\.)*)\/([gimsuy]?)(?=[\s)]|$)/y;

/**
 * The tokens of a source, in their order. `isName` returns whether a name is a field even if a blank follows;
 * `isTyped` is set if the user is still typing.
 */
export function* tokensOf(
  source: string,
  isName: (name: string) => boolean,
  isTyped: boolean,
): Generator<Token> {
  let at = 0;
  /** Whether the next token is the value of a field. */
  let isValue = false;
  const sticky = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const start = at;
    const place = (length: number): QueryPlace => ({ start, end: (at = start + length) });
    const blanks = sticky(BLANKS);
    if (blanks) {
      at += blanks[0].length;
      continue;
    }
    const character = source[at]!;
    const found = isValue ? null : (sticky(OPERATOR) ?? sticky(FIELD));
    const field = found?.[0].endsWith(":") ? found[1]! : undefined;
    const wasValue = isValue;
    isValue = false;
    if (character === "(") {
      yield { kind: "open", ...place(1) };
    } else if (character === ")") {
      yield { kind: "close", ...place(1) };
    } else if (character === "-" && !wasValue && /^-[^\s-]/.test(source.slice(at, at + 2))) {
      yield { kind: "minus", ...place(1) };
    } else if (QUOTE.test(character)) {
      const [whole, text = "", closing, star] = sticky(PHRASE)!;
      yield { kind: "phrase", text, isClosed: closing !== "", star: star !== "", ...place(whole.length) };
    } else if (
      found &&
      field !== undefined &&
      (isName(field) || !isEndOfWord(source, at + found[0].length, isTyped))
    ) {
      isValue = /^[^\s)]/.test(source.slice(at + found[0].length, at + found[0].length + 1));
      yield { kind: "field", name: field, isLast: !isValue, ...place(found[0].length) };
    } else if (found && field === undefined) {
      const [whole, name, distance] = found;
      const own = place(whole.length);
      if (name === undefined) yield { kind: "near", distance: Number(distance ?? DISTANCE), ...own };
      else yield { kind: "operator", name: name as "AND" | "OR" | "NOT", ...own };
    } else {
      const pattern = character === "/" ? (sticky(PATTERN) ?? sticky(OPEN_CLASS)) : null;
      if (pattern) {
        const [whole, text = "", flags = ""] = pattern;
        yield { kind: "pattern", text, flags, ...place(whole.length) };
      } else {
        const length = lengthOfWord(source, at);
        yield { kind: "word", text: source.slice(at, at + length), ...place(length) };
      }
    }
  }
}

/** Whether a colon ends a word of a title (`Shipping: a guide`) and no value follows. */
function isEndOfWord(source: string, end: number, isTyped: boolean): boolean {
  return end < source.length ? /\s/.test(source[end]!) : !isTyped;
}

/** A word goes up to the next blank, or to the bracket that closes what was opened before it: `(see f(x))`. */
function lengthOfWord(source: string, from: number): number {
  let own = 0;
  let at = from;
  for (; at < source.length && !/\s/.test(source[at]!); at++) {
    if (source[at] === "(") own++;
    if (source[at] !== ")") continue;
    if (own === 0) break;
    own--;
  }
  return at - from;
}
