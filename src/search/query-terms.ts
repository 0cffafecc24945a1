/**
 * The terms of a query, each made of a token or two: a word, a phrase, an expression, a value of the front matter.
 */
import { faultOf, onDay, parseTest, type Test } from "./comparison.ts";
import type { Token } from "./lex-query.ts";
import { slipOf } from "./mistyped.ts";
import { otherWays } from "./other-ways.ts";
import { type Field, type Node, QueryError, type QueryPlace } from "./query.ts";
import { Automaton } from "./regex/automaton.ts";
import { PatternError } from "./regex/program.ts";
import { phraseOf } from "./terms.ts";
import { queryWordsOf } from "./tokens.ts";
import { hasUpperCase } from "../text/fold.ts";

/** The tokens of a kind. */
export type Of<Kind extends Token["kind"]> = Extract<Token, { kind: Kind }>;

/** What a term depends on besides its own tokens. */
export interface TermContext {
  /** The whole query. */
  readonly source: string;
  /** The day from which relative dates count; without it they are not understood. */
  readonly today: string | undefined;
  /** Whether the user is still typing the query. */
  readonly isTyped: boolean;
  /** Whether the user is still typing this term: it is the last of such a query. */
  readonly isLast: boolean;
}

/** The most words of a phrase. */
const MOST_WORDS = 50;

/** A key of the front matter; `token` is its value. */
export function valueTerm(
  { name: key, start }: Of<"field">,
  token: Token | undefined,
  { source, today, isLast }: TermContext,
): Node | undefined {
  if (token?.kind !== "word" && token?.kind !== "phrase")
    fail(`${key}: a word, a number or a date must follow`, source, token ?? { start, end: source.length });
  const typed: Test =
    token.kind === "word" ? parseTest(token.text) : { type: "is", text: token.text, prefix: token.star };
  const test = today === undefined ? typed : onDay(key, typed, today);
  const fault = faultOf(key, test);
  const place = { start, end: token.end };
  if (fault !== undefined) {
    if (isLast) return undefined;
    fail(fault, source, place);
  }
  return { type: "value", key, test, ...place };
}

/** Words in quotation marks. */
export function quotedTerm(
  token: Of<"phrase">,
  field: Field | undefined,
  { source, isTyped }: TermContext,
): Node | undefined {
  const { text, isClosed, star } = token;
  if (!isClosed && !isTyped)
    fail("this quotation mark is not closed", source, { start: token.start, end: token.start + 1 });
  const words = queryWordsOf(text).slice(0, MOST_WORDS);
  // The last word of an unfinished phrase may continue.
  const prefix = star || (!isClosed && !/\s$/.test(text));
  return phraseOf([words], text, { prefix, bare: false, field, ...placeOf(token) });
}

/** A word, or words that are joined by signs; a star at its end is for any ending. */
export function wordTerm(
  token: Of<"word">,
  field: Field | undefined,
  { source, isLast }: TermContext,
): Node | undefined {
  const { text, start } = token;
  const slip = isLast ? undefined : slipOf(text);
  if (slip) {
    const [from, to] = slip.part ?? [0, text.length];
    fail(slip.message, source, { start: start + from, end: start + to });
  }
  const star = /(?<!\*)\*+/.exec(text);
  const bare = star?.index === undefined ? text : text.slice(0, star.index);
  if (star && star.index + star[0].length < text.length && /[\p{L}\p{N}]/u.test(text)) {
    const place = { start: start + star.index, end: start + star.index + 1 };
    fail("a star must be at the end of a word; in quotation marks it is plain text", source, place);
  }
  const words = queryWordsOf(bare).slice(0, MOST_WORDS);
  const ways = [words, ...otherWays(bare, words)];
  return phraseOf(ways, bare, { prefix: star !== null, bare: true, field, ...placeOf(token) });
}

/** A regular expression between slashes. */
export function patternTerm(
  { text, flags, start, end }: Of<"pattern">,
  field: Field | undefined,
  { source }: TermContext,
): Node {
  if (!/^i?$/.test(flags))
    fail(`/${flags}: the only letter allowed after an expression is i`, source, { start, end });
  const automaton = automatonOf(text, source, flags === "i", start + 1);
  return { type: "pattern", automaton, start, end, ...(field && { field }) };
}

/** `start` is the offset of the expression in the query. Case counts if it contains capitals, unless `anyCase` is set. */
export function automatonOf(expression: string, source: string, anyCase: boolean, start: number): Automaton {
  try {
    return new Automaton(expression, anyCase || !hasUpperCase(expression.replace(/\\./g, "")));
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const at = start + error.at;
    throw new QueryError(error.message, source, { start: at, end: Math.min(source.length, at + 1) });
  }
}

function fail(message: string, source: string, place: QueryPlace): never {
  throw new QueryError(message, source, place);
}

function placeOf({ start, end }: QueryPlace): QueryPlace {
  return { start, end };
}
