/**
 * The parser's macro expander, and the limit of its output.
 */
import { BOUNDS } from "../../text/bounds.ts";

/** The name of the parser's method that returns a macro's definition. */
const EXPANSION = "_getExpansion";

/** The parser's macro expander, as passed to macros that are functions. */
export interface MacroContext {
  readonly macros: {
    readonly get: (name: string) => unknown;
    readonly set: (name: string, value: unknown, isGlobal?: boolean) => void;
  };
  /** Decides whether a link or a style is shown. */
  readonly settings: { isTrusted: (asked: { readonly command: string }) => boolean };
  readonly consumeArg: () => { readonly tokens: readonly MacroToken[] };
  readonly consumeArgs: (count: number, ...rest: readonly unknown[]) => readonly (readonly MacroToken[])[];
  readonly future: () => MacroToken;
  readonly popToken: () => MacroToken;
  readonly isDefined: (name: string) => boolean;
  readonly consumeSpaces: () => void;
  readonly [EXPANSION]: (name: string) => { readonly tokens?: readonly MacroToken[] } | null | undefined;
  readonly pushTokens: (tokens: readonly MacroToken[]) => void;
}

export interface MacroToken {
  readonly text: string;
}

/** Tokens per character of a formula that macros may always produce. Formulas need 1 or 2 on average. */
const FREE = 5;
/** Tokens per character that a formula may take from the store of short ones: `\iff` alone makes 234. */
const SHORT = 60;

/**
 * The limit of the tokens that an essay's macros produce. A formula has an allowance for each of its characters, then a
 * share of a store for short formulas, in which the parser's own commands make many tokens, and then a store for macros that
 * write long texts. All formulas share the stores. So the work stays proportional to the text, on any machine, and a formula
 * that empties a store does not affect ordinary ones.
 */
export class Expansion {
  #short: number = BOUNDS.shortExpansion.most;
  #long: number = BOUNDS.expansion.most;
  #free = 0;
  #share = 0;

  /** Starts a formula of `length` UTF-16 code units. */
  begin(length: number): void {
    this.#free = FREE * length;
    this.#share = Math.min(SHORT * length, this.#short);
  }

  spend(tokens: number): void {
    const free = Math.min(tokens, this.#free);
    const share = Math.min(tokens - free, this.#share);
    const rest = tokens - free - share;
    this.#free -= free;
    this.#share -= share;
    this.#short -= share;
    if (rest > this.#long) {
      this.#long = 0;
      throw new Error("Too many expansions");
    }
    this.#long -= rest;
  }
}

/**
 * Counts the expander's output in `expansion`. Without it, `\def\a#1{\a{#1#1}}` would fill the memory: the parser bounds the number
 * of expansions, but not their size. Returns the empty expansion of the macro that calls it.
 */
export function boundedExpansion(context: MacroContext, expansion: Expansion): string {
  const expander = context as {
    -readonly [Name in keyof MacroContext]: MacroContext[Name];
  };
  // The number of argument references in the current macro, plus 1: each reference copies the argument's tokens.
  let places = 1;
  const { pushTokens, consumeArgs, [EXPANSION]: expansionOf } = expander;
  expander.pushTokens = (tokens) => {
    expansion.spend(tokens.length + 1);
    pushTokens.call(expander, tokens);
  };
  expander[EXPANSION] = (name) => {
    places = 1;
    const found = expansionOf.call(expander, name);
    places = found?.tokens?.reduce((sum, { text }) => (text === "#" ? sum + 1 : sum), 1) ?? 1;
    return found;
  };
  expander.consumeArgs = (wanted, ...rest) => {
    const args = consumeArgs.call(expander, wanted, ...rest);
    for (const arg of args) expansion.spend(arg.length * places);
    return args;
  };
  return "";
}
