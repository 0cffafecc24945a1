/**
 * The tokens of a query: words, phrases, brackets, operators, fields, expressions.
 */
import type { QueryPlace } from "./query.ts";

type Sign =
  | { readonly kind: "open" | "close" | "minus" }
  | { readonly kind: "operator"; readonly name: "AND" | "OR" | "NOT" }
  | { readonly kind: "near"; readonly distance: number }
  /** The value follows immediately; `isLast` if there is none. */
  | { readonly kind: "field"; readonly name: string; readonly isLast: boolean }
  | { readonly kind: "phrase"; readonly text: string; readonly isClosed: boolean; readonly star: boolean }
  | { readonly kind: "pattern"; readonly text: string; readonly flags: string }
  | { readonly kind: "word"; readonly text: string };

export type Token = QueryPlace & Sign;

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

/** A place in a query at which a token begins. */
interface Cursor {
  readonly source: string;
  readonly at: number;
  /** Whether the token is the value of a field: then it is neither an operator nor a field, and a minus is part of it. */
  readonly isValue: boolean;
  /** Whether a name is a field even if a blank follows. */
  readonly isName: (name: string) => boolean;
  /** Whether the user is still typing. */
  readonly isTyped: boolean;
}

/** A token, and its length in UTF-16 code units. */
type Found = readonly [sign: Sign, length: number];

/** The kinds of tokens, each of which finds its own; the first that does so counts. */
const KINDS: readonly ((cursor: Cursor) => Found | undefined)[] = [
  bracket,
  minus,
  phrase,
  field,
  operator,
  pattern,
];

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
  let isValue = false;
  while (at < source.length) {
    const blanks = matchAt(BLANKS, { source, at });
    if (blanks) {
      at += blanks[0].length;
      continue;
    }
    const [sign, length] = signAt({ source, at, isValue, isName, isTyped });
    yield { ...sign, start: at, end: at + length };
    at += length;
    isValue = sign.kind === "field" && !sign.isLast;
  }
}

function signAt(cursor: Cursor): Found {
  for (const kind of KINDS) {
    const found = kind(cursor);
    if (found) return found;
  }
  return word(cursor);
}

function matchAt(regex: RegExp, { source, at }: Pick<Cursor, "source" | "at">): RegExpExecArray | null {
  regex.lastIndex = at;
  return regex.exec(source);
}

function bracket({ source, at }: Cursor): Found | undefined {
  if (source[at] === "(") return [{ kind: "open" }, 1];
  return source[at] === ")" ? [{ kind: "close" }, 1] : undefined;
}

function minus({ source, at, isValue }: Cursor): Found | undefined {
  return !isValue && /^-[^\s-]/.test(source.slice(at, at + 2)) ? [{ kind: "minus" }, 1] : undefined;
}

function phrase(cursor: Cursor): Found | undefined {
  if (!QUOTE.test(cursor.source[cursor.at]!)) return undefined;
  const [whole, text = "", closing, star] = matchAt(PHRASE, cursor)!;
  return [{ kind: "phrase", text, isClosed: closing !== "", star: star !== "" }, whole.length];
}

function field(cursor: Cursor): Found | undefined {
  const { source, at, isValue, isName, isTyped } = cursor;
  const found = isValue ? null : matchAt(FIELD, cursor);
  if (!found) return undefined;
  const [{ length }, name = ""] = found;
  const end = at + length;
  if (!isName(name) && isEndOfWord(source, end, isTyped)) return undefined;
  return [{ kind: "field", name, isLast: !/^[^\s)]/.test(source.slice(end, end + 1)) }, length];
}

function operator(cursor: Cursor): Found | undefined {
  const found = cursor.isValue ? null : matchAt(OPERATOR, cursor);
  if (!found) return undefined;
  const [{ length }, name, distance] = found;
  if (name === undefined) return [{ kind: "near", distance: Number(distance ?? DISTANCE) }, length];
  return [{ kind: "operator", name: name as "AND" | "OR" | "NOT" }, length];
}

function pattern(cursor: Cursor): Found | undefined {
  if (cursor.source[cursor.at] !== "/") return undefined;
  const found = matchAt(PATTERN, cursor) ?? matchAt(OPEN_CLASS, cursor);
  return found
    ? [{ kind: "pattern", text: found[1] ?? "", flags: found[2] ?? "" }, found[0].length]
    : undefined;
}

function word({ source, at }: Cursor): Found {
  const length = lengthOfWord(source, at);
  return [{ kind: "word", text: source.slice(at, at + length) }, length];
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
