/**
 * What layout needs of a highlighter: code in, spans of roles out. The highlighter itself is loaded elsewhere,
 * when code is first shown in colour.
 */
import type { Role } from "./line.ts";

/** A piece of code that is one thing. */
export interface Token {
  readonly text: string;
  /** Undefined for what is nothing in particular. */
  readonly role?: Role;
}

/** The tokens of a code block, line by line; undefined for a language that it does not know. */
export type Highlighter = (code: string, language: string) => readonly (readonly Token[])[] | undefined;
