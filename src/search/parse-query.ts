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
import { type Token, tokensOf } from "./lex-query.ts";
import { type Field, type Node, type Pattern, type Query, QueryError, type QueryPlace } from "./query.ts";
import {
  type TermContext,
  automatonOf,
  type Of,
  patternTerm,
  quotedTerm,
  valueTerm,
  wordTerm,
} from "./query-terms.ts";
import { fieldOf } from "./terms.ts";
import { FIELD_NAMES } from "../essay/field-table.ts";

const MOST_TERMS = 100;
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
        return quotedTerm(token, field, this.#context());
      case "pattern":
        return patternTerm(token, field, this.#context());
      case "minus":
        return this.#fail("a minus must be before a word to exclude", token);
      case "word":
        return wordTerm(token, field, this.#context());
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
      this.#fail(`${name}: write the word right after the colon, without a space`, token);
    }
    if (outer !== undefined) this.#fail(`${name}: a field can't be inside another one`, token);
    const field = fieldOf(name);
    return field === undefined
      ? valueTerm(token, this.#tokens[this.#next++], this.#context())
      : this.#term(field);
  }

  /** What a term is parsed by, when its tokens are taken. */
  #context(): TermContext {
    return {
      source: this.#source,
      today: this.#today,
      isTyped: this.#isTyped,
      isLast: this.#isUnfinished(undefined),
    };
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
