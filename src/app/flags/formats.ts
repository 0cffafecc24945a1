/**
 * Formats, one flag for each kind of answer, and what a list prints.
 */
import type { Flag } from "./flag.ts";

/** Formats of every list. */
const LIST_FORMATS = ["text", "ansi", "tsv", "csv", "json", "jsonl"] as const;

export const formats = {
  showFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: ["text", "ansi", "markdown", "html", "epub", "json", "jsonl", "speech"],
    help: "text, ansi, markdown (the source), html (a page), epub (a book), json, jsonl (one block per line), speech (to be read out)",
    usual: "ansi on a terminal, else text",
  },
  listFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: LIST_FORMATS,
    help: "text, ansi, tsv, csv (with a header), json, jsonl (one item per line)",
    usual: "ansi on a terminal, else text",
  },
  searchFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: LIST_FORMATS,
    help: "text, ansi, tsv or csv (one passage per line), json, jsonl (one essay per line)",
    usual: "ansi on a terminal, else text",
  },
  linksFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: [...LIST_FORMATS, "dot"],
    help: "text, ansi, tsv, csv, json, jsonl, dot (for Graphviz)",
    usual: "ansi on a terminal, else text",
  },
  reviewFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: ["text", "ansi", "markdown"],
    help: "text, ansi or markdown",
  },
  notesFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: ["markdown", "json", "jsonl", "csv", "w3c", "mrsf", "anki"],
    help: "markdown (a page), json, jsonl, csv (for Readwise), w3c (Web Annotation), mrsf (Sidemark) or anki",
  },
  checkFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: ["text", "tsv", "csv", "json", "jsonl", "github", "sarif"],
    help: "text (file:line:column: message), tsv, csv, json, jsonl, github (workflow commands), sarif",
    usual: "text",
  },
  json: { name: "json", help: "short for --format json" },
  template: {
    name: "template",
    value: "TEXT",
    completes: "text",
    help: "print a line like TEXT for each item, such as '{{slug}}\\t{{title}}' (see ibid help templates)",
  },
  null: {
    name: "null",
    short: "0",
    help: "print only slugs (or tags, or templates), each ended by NUL, for xargs -0",
  },
  nullPaths: { name: "null", short: "0", help: "end each path with NUL, for xargs -0" },
} as const satisfies Record<string, Flag>;

type Value<Name extends keyof typeof formats> = (typeof formats)[Name] extends {
  readonly values: readonly (infer One)[];
}
  ? One
  : never;

export type ShowFormat = Value<"showFormat">;
export type ListFormat = Value<"listFormat" | "searchFormat">;
export type LinksFormat = Value<"linksFormat">;
export type ReviewFormat = Value<"reviewFormat">;
export type NotesFormat = Value<"notesFormat">;
export type CheckFormat = Value<"checkFormat">;

/** The format that the command line asks for, for each kind of answer; undefined if the kind has no such format. */
export interface Formats {
  readonly show: ShowFormat | undefined;
  readonly list: ListFormat | undefined;
  readonly links: LinksFormat | undefined;
  readonly review: ReviewFormat | undefined;
  readonly notes: NotesFormat | undefined;
  readonly check: CheckFormat | undefined;
}
