/**
 * The interface of a highlighter: code in, tokens with roles out. The highlighter itself is loaded elsewhere, when code is
 * first shown in colour.
 */
import type { Role } from "./line.ts";

/** A token of code. */
export interface Token {
  readonly text: string;
  /** Undefined for ordinary code. */
  readonly role?: Role;
}

/** Returns the tokens of a code block, line by line, or undefined for an unknown language. */
export type Highlighter = (code: string, language: string) => readonly (readonly Token[])[] | undefined;
