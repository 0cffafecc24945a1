/**
 * Parses a query. The operators, from the one that binds least to the one that binds most:
 *
 *     or     a OR b
 *     and    a b, a AND b
 *     not    -a, NOT a
 *     near   a NEAR/5 b
 *     term   word, word*, "a phrase", /expression/, field:term, field:>value, ( … )
 *
 * An error includes its place in the source. For a query that is still being typed, an unfinished end is
 * completed or left out instead.
 */
import { faultOf, onDay, parseTest, type Test } from "./comparison.ts";
import { type Token, tokensOf } from "./lex-query.ts";
import { slipOf } from "./mistyped.ts";
import { otherWays } from "./other-ways.ts";
import { type Field, type Node, type Pattern, type QueryPlace, type Query, QueryError } from "./query.ts";
import { Automaton } from "./regex/automaton.ts";
import { PatternError } from "./regex/program.ts";
import { fieldOf, phraseOf } from "./terms.ts";
import { queryWordsOf } from "./tokens.ts";
import { FIELD_NAMES } from "../essay/field-table.ts";
import { hasUpperCase } from "../text/fold.ts";

const MOST_TERMS = 100;
/** The most words of a phrase. */
const MOST_WORDS = 50;
const DEEPEST = 50;

/** Parses a query. Relative dates count from `today` (`YYYY-MM-DD`). Throws `QueryError`. */
export function parseQuery(source: string, today?: string): Query {
  return { source, root: new Parser(source, false, today).whole(), today };
}

/** Parses a query that is still being typed. Throws `QueryError` for an error that more typing can't repair. */
export function parseTyped(source: string, today?: string): Query {
  return { source, root: new Parser(source, true, today).whole(), today };
}

/** Throws `QueryError` for a query that is not complete, or asks for nothing. */
export function checkComplete(source: string, today?: string): void {
  if (parseQuery(source, today).root !== undefined) return;
  const place = { start: source.length - source.trimStart().length, end: source.trimEnd().length };
  throw new QueryError("it contains neither a word nor a complete expression", source, place);
}

/**
 * A query for texts that match one of the expressions and also `words`. Its source is `words`, or the
 * expressions if there are no words. Throws `QueryError`, whose source is the faulty part.
 */
export function parsePatterns(patterns: readonly string[], words = "", today?: string): Query {
  const expressions: Pattern[] = patterns.map((source) => ({
    type: "pattern",
    automaton: automatonOf(source, source, false, 0),
    start: 0,
    end: source.length,
  }));
  const { root } = parseQuery(words, today);
  const source = words.trim() === "" ? patterns.join(" ") : words;
  return { source, root: joined("and", [root, joined("or", expressions)]), today };
}

/** `start` is the offset of the expression in the query. Case counts if it contains capitals, unless `anyCase` is set. */
function automatonOf(expression: string, source: string, anyCase: boolean, start: number): Automaton {
  try {
    return new Automaton(expression, anyCase || !hasUpperCase(expression.replace(/\\./g, "")));
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const at = start + error.at;
    throw new QueryError(error.message, source, { start: at, end: Math.min(source.length, at + 1) });
  }
}

type Of<Kind extends Token["kind"]> = Extract<Token, { kind: Kind }>;

class Parser {
  readonly #source: string;
  readonly #isTyped: boolean;
  readonly #today: string | undefined;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  #terms = 0;

  constructor(source: string, isTyped: boolean, today: string | undefined) {
    this.#source = source;
    this.#isTyped = isTyped;
    this.#today = today;
    const isName = (name: string): boolean =>
      fieldOf(name) !== undefined || FIELD_NAMES.includes(name.toLowerCase());
    this.#tokens = [...tokensOf(source, isName, isTyped)];
  }

  whole(): Node | undefined {
    const root = this.#or(undefined);
    const rest = this.#tokens[this.#next];
    if (rest) this.#fail("there is no opening bracket for this one", rest);
    return root;
  }

  #or(field: Field | undefined): Node | undefined {
    const nodes = [this.#and(field)];
    for (let sign = this.#operator("OR"); sign; sign = this.#operator("OR")) {
      const behind = this.#and(field);
      if (!this.#isUnfinished(behind)) this.#bothSides("OR", sign, nodes.at(-1), behind);
      nodes.push(behind);
    }
    return joined("or", nodes);
  }

  #and(field: Field | undefined): Node | undefined {
    const nodes: (Node | undefined)[] = [];
    for (;;) {
      const sign = this.#operator("AND");
      const token = this.#peek();
      const isEnd = !token || token.kind === "close" || isOperator(token, "OR");
      const node = isEnd ? undefined : this.#not(field);
      if (sign && !this.#isUnfinished(node)) this.#bothSides("AND", sign, nodes.at(-1), node);
      if (isEnd) return joined("and", nodes);
      nodes.push(node);
    }
  }

  #not(field: Field | undefined): Node | undefined {
    const sign = this.#operator("NOT") ?? this.#take("minus");
    if (!sign) return this.#near(field);
    this.#deeper(sign);
    const node = this.#not(field);
    this.#depth--;
    if (!node && !this.#isUnfinished(node)) this.#fail("the word to exclude is missing", sign);
    return node && { type: "not", node };
  }

  #near(field: Field | undefined): Node | undefined {
    const first = this.#term(field);
    const nodes = [first];
    let distance = 0;
    for (let sign = this.#take("near"); sign; sign = this.#take("near")) {
      const behind = this.#term(field);
      if (!this.#isUnfinished(behind)) this.#bothSides("NEAR", sign, nodes.at(-1), behind);
      if (
        [nodes.at(-1), behind].some(
          (node) => node && (node.type !== "phrase" || node.field === "mine" || node.field === "link"),
        )
      )
        this.#fail("NEAR must be between words or phrases", sign);
      distance = Math.max(distance, sign.distance);
      nodes.push(behind);
    }
    const phrases = nodes.filter((node) => node?.type === "phrase");
    return phrases.length > 1 ? { type: "near", phrases, distance } : first;
  }

  #term(field: Field | undefined): Node | undefined {
    const token = this.#peek();
    if (!token) return undefined;
    if (token.kind === "operator" || token.kind === "near") {
      const name = token.kind === "near" ? "NEAR" : token.name;
      this.#fail(`${name}: a word is missing before it`, token);
    }
    this.#next++;
    if (token.kind === "close") this.#fail("there is no opening bracket for this one", token);
    if (++this.#terms > MOST_TERMS) this.#fail(`more than ${MOST_TERMS} words are asked for`, token);
    switch (token.kind) {
      case "open":
        return this.#group(token, field);
      case "field":
        return this.#named(token, field);
      case "phrase":
        return this.#quoted(token, field);
      case "pattern":
        return this.#pattern(token, field);
      case "minus":
        return this.#fail("a minus must be before a word to exclude", token);
      case "word":
        return this.#word(token, field);
    }
  }

  #group(opening: QueryPlace, field: Field | undefined): Node | undefined {
    this.#deeper(opening);
    const node = this.#or(field);
    this.#depth--;
    if (!this.#take("close") && !this.#isTyped) this.#fail("this bracket is not closed", opening);
    return node;
  }

  #named(token: Of<"field">, outer: Field | undefined): Node | undefined {
    const { name, isLast } = token;
    if (isLast) {
      if (this.#isUnfinished(undefined)) return undefined;
      this.#fail(`${name}: write the word right after the colon, without a blank`, token);
    }
    if (outer !== undefined) this.#fail(`${name}: a field can't be inside another one`, token);
    const field = fieldOf(name);
    return field === undefined ? this.#value(token) : this.#term(field);
  }

  /** A key of the front matter. */
  #value({ name: key, start }: Of<"field">): Node | undefined {
    const token = this.#tokens[this.#next++];
    if (token?.kind !== "word" && token?.kind !== "phrase")
      this.#fail(
        `${key}: a word, a number or a date must follow`,
        token ?? { start, end: this.#source.length },
      );
    const typed: Test =
      token.kind === "word" ? parseTest(token.text) : { type: "is", text: token.text, prefix: token.star };
    const test = this.#today === undefined ? typed : onDay(key, typed, this.#today);
    const fault = faultOf(key, test);
    const place = { start, end: token.end };
    if (fault !== undefined) {
      if (this.#isUnfinished(undefined)) return undefined;
      this.#fail(fault, place);
    }
    return { type: "value", key, test, ...place };
  }

  #quoted(token: Of<"phrase">, field: Field | undefined): Node | undefined {
    const { text, isClosed, star } = token;
    if (!isClosed && !this.#isTyped)
      this.#fail("this quotation mark is not closed", { start: token.start, end: token.start + 1 });
    const words = queryWordsOf(text).slice(0, MOST_WORDS);
    // The last word of an unfinished phrase may continue.
    const prefix = star || (!isClosed && !/\s$/.test(text));
    return phraseOf([words], text, { prefix, bare: false, field, ...placeOf(token) });
  }

  #word(token: Of<"word">, field: Field | undefined): Node | undefined {
    const { text, start } = token;
    const slip = this.#isUnfinished(undefined) ? undefined : slipOf(text);
    if (slip) {
      const [from, to] = slip.part ?? [0, text.length];
      this.#fail(slip.message, { start: start + from, end: start + to });
    }
    const star = /(?<!\*)\*+/.exec(text);
    const bare = star?.index === undefined ? text : text.slice(0, star.index);
    if (star && star.index + star[0].length < text.length && /[\p{L}\p{N}]/u.test(text)) {
      const place = { start: start + star.index, end: start + star.index + 1 };
      this.#fail("a star must be at the end of a word; in quotation marks it is plain text", place);
    }
    const words = queryWordsOf(bare).slice(0, MOST_WORDS);
    const ways = [words, ...otherWays(bare, words)];
    return phraseOf(ways, bare, { prefix: star !== null, bare: true, field, ...placeOf(token) });
  }

  #pattern({ text, flags, start, end }: Of<"pattern">, field: Field | undefined): Node {
    if (!/^i?$/.test(flags))
      this.#fail(`/${flags}: the only letter allowed after an expression is i`, { start, end });
    const automaton = automatonOf(text, this.#source, flags === "i", start + 1);
    return { type: "pattern", automaton, start, end, ...(field && { field }) };
  }

  #bothSides(name: string, sign: QueryPlace, before: Node | undefined, behind: Node | undefined): void {
    if (!before) this.#fail(`${name}: a word is missing before it`, sign);
    if (!behind) this.#fail(`${name}: a word is missing after it`, sign);
  }

  /** Whether a node is absent because the user has not typed it yet. */
  #isUnfinished(node: Node | undefined): boolean {
    return this.#isTyped && !node && this.#next >= this.#tokens.length;
  }

  #deeper(place: QueryPlace): void {
    if (++this.#depth > DEEPEST) this.#fail(`brackets are nested more than ${DEEPEST} deep`, place);
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take<Kind extends Token["kind"]>(kind: Kind): Of<Kind> | undefined {
    const token = this.#peek();
    if (token?.kind !== kind) return undefined;
    this.#next++;
    return token as Of<Kind>;
  }

  #operator(name: Of<"operator">["name"]): Token | undefined {
    const token = this.#peek();
    return token && isOperator(token, name) ? this.#tokens[this.#next++] : undefined;
  }

  #fail(message: string, place: QueryPlace): never {
    throw new QueryError(message, this.#source, place);
  }
}

function isOperator(token: Token, name: Of<"operator">["name"]): boolean {
  return token.kind === "operator" && token.name === name;
}

function joined(type: "and" | "or", all: readonly (Node | undefined)[]): Node | undefined {
  const nodes = all.filter((node) => node !== undefined);
  return nodes.length > 1 ? { type, nodes } : nodes[0];
}

function placeOf({ start, end }: QueryPlace): QueryPlace {
  return { start, end };
}
