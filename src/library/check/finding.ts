/**
 * The findings of `check`, and its rules.
 */
import type { SourcePlace } from "../../document/source-text.ts";

export type Severity = "error" | "warning";

export interface Finding {
  /** The path from the library's folder, with `/`. */
  readonly path: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly rule: RuleName;
  readonly message: string;
  /** The fix, if it is beyond doubt: the text at its place, and the text that replaces it. */
  readonly fix?: { readonly remove: string; readonly insert: string };
}

/** A finding without its file. */
export type OwnFinding = Omit<Finding, "path" | "file">;

/** A finding at a place of a source; `fix` is the change that mends it, if there is a safe one. */
export function findingAt(
  { line, column }: SourcePlace,
  severity: Severity,
  rule: RuleName,
  message: string,
  fix?: OwnFinding["fix"],
): OwnFinding {
  return { line, column, severity, rule, message, ...(fix && { fix }) };
}

/** Every rule, with its description. */
export const RULES = {
  "front-matter": "front matter that does not parse",
  field: "a front matter field of the wrong type, or an impossible date",
  encoding: "bytes that are not UTF-8",
  "control-character": "a control character in the text",
  "title-missing": "an essay with no title, and no level-one heading at its beginning",
  "slug-duplicate": "two essays of one date with the same slug",
  "order-duplicate": "two essays in a folder with the same order",
  "footnote-missing": "a citation without a note",
  "footnote-colon": "a note without the colon after its label",
  "footnote-unused": "a note that nothing cites",
  "footnote-duplicate": "a note that is defined twice",
  "link-missing": "a link to an essay that does not exist",
  "link-heading": "a link to a heading that does not exist",
  "link-case": "a link that differs from the essay's name in upper or lower case",
  "link-empty": "a link or an image without an address",
  "reference-missing": "a reference link whose label is not defined",
  "label-missing": "a reference to a label that nothing has",
  "image-missing": "an image that does not exist",
  "file-missing": "a link to a file that does not exist",
  formula: "a formula that does not parse, or refers to an unknown label",
  "code-unclosed": "a fenced code block that is never closed",
  "element-unclosed": "an HTML element that is never closed",
  bound: "a file that exceeds a limit",
  unreadable: "a file that can't be read",
  "site-config": "a configuration file of the site that does not parse",
} as const;

export type RuleName = keyof typeof RULES;

export const RULE_NAMES = Object.keys(RULES) as RuleName[];

export function isRule(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}
