/**
 * Whether a text is a template that a generator fills in. Only then is `{# … #}` a comment: in an essay about templates it is an
 * example, and the essay has its tags in code.
 */
import { bareText } from "../bare-text.ts";
import { once } from "../../text/once.ts";

const known = new WeakMap<object, () => boolean>();

/** Prepares a lexer for the templates of a text. */
export function beginTemplates(lexer: object, source: string): void {
  known.set(
    lexer,
    once(() => hasTags(source)),
  );
}

/** Whether the text that a lexer reads has tags outside of code. */
export function isTemplate(lexer: object): boolean {
  return known.get(lexer)?.() === true;
}

const TAG = /\{[{%]/;
const INDENTED = /^(?: {4}|\t)/;

function hasTags(source: string): boolean {
  if (!TAG.test(source)) return false;
  return bareText(source.split("\n"), 0).lines.some((line) => TAG.test(line) && !INDENTED.test(line));
}
