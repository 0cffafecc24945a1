/**
 * The table of flags, from which parser, help and completion are made.
 */
import { DEFAULTS } from "./defaults.ts";

export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** The name of the value; a flag without it takes none. */
  readonly value?: string;
  /** The possible values, if they are few. */
  readonly values?: readonly string[];
  /** The kind of its value; any text if absent. A number is whole and at least `least`. */
  readonly check?: "number" | "date" | "condition";
  readonly least?: number;
  /** Whether it may be repeated. */
  readonly multiple?: true;
  readonly help: string;
  /** The value if neither the flag nor the config file sets one, as help shows it. */
  readonly usual?: string;
}

/** Formats of every list. */
const LIST_FORMATS = ["text", "ansi", "tsv", "csv", "json", "jsonl"] as const;

export const flags = {
  dir: { name: "dir", short: "d", value: "DIR", help: "the library: a folder of essays, or one file" },
  drafts: { name: "drafts", help: "include drafts" },
  tag: {
    name: "tag",
    short: "t",
    value: "TAG",
    multiple: true,
    help: "only essays tagged TAG (repeat for all of several; a,b for any of them)",
  },
  notTag: { name: "not-tag", short: "T", value: "TAG", multiple: true, help: "only essays not tagged TAG" },
  where: {
    name: "where",
    value: "CONDITION",
    check: "condition",
    multiple: true,
    help: "only essays of which this holds: author=Ann, words<800, read=no, marks>0 (see ibid help where)",
  },
  since: {
    name: "since",
    value: "DATE",
    check: "date",
    help: "only essays from DATE on: 2025, 2025-07, 2025-07-08, 30d, 2w, 6m, 1y, yesterday",
  },
  until: { name: "until", value: "DATE", check: "date", help: "only essays up to DATE, itself included" },
  match: {
    name: "match",
    short: "m",
    value: "WORDS",
    help: "fuzzy-match title, slug, tags and description, best first",
  },
  sort: {
    name: "sort",
    short: "s",
    value: "KEY",
    help: "sort by order, date, title, words, path, read, or any front matter key",
    usual: DEFAULTS.sort,
  },
  tagSort: {
    name: "sort",
    short: "s",
    value: "KEY",
    values: ["count", "name"],
    help: "sort by count (the most used first) or by name",
    usual: "count",
  },
  searchSort: {
    name: "sort",
    short: "s",
    value: "KEY",
    help: "sort by order, date, title, words, path, read, or any front matter key",
    usual: "best match first",
  },
  reverse: { name: "reverse", short: "r", help: "reverse the order" },
  limit: { name: "limit", short: "n", value: "N", check: "number", least: 1, help: "show only the first N" },
  notes: {
    name: "notes",
    value: "PLACE",
    values: ["inline", "margin", "end", "none"],
    help: "where footnotes stand: inline (under the paragraph), margin, end, none",
    usual: "inline",
  },
  width: {
    name: "width",
    short: "w",
    value: "COLUMNS",
    check: "number",
    least: 1,
    help: "the widest line, in columns; a pipe has no limit",
    usual: "72 on a terminal",
  },
  listWidth: {
    name: "width",
    short: "w",
    value: "COLUMNS",
    check: "number",
    least: 1,
    help: "the widest line, in columns; a pipe has no limit",
    usual: "the terminal's",
  },
  color: {
    name: "color",
    value: "WHEN",
    values: ["auto", "always", "never"],
    help: "use colours: auto, always, never",
    usual: DEFAULTS.color,
  },
  theme: {
    name: "theme",
    value: "THEME",
    help: "auto (light or dark, as the terminal is), terminal, light, dark, contrast, or a theme file",
    usual: DEFAULTS.theme,
  },
  wrap: {
    name: "wrap",
    value: "HOW",
    values: ["even", "greedy"],
    help: "break paragraphs even (as a whole) or greedy (line by line)",
    usual: DEFAULTS.wrap,
  },
  links: {
    name: "links",
    value: "PLACE",
    values: ["inline", "end", "none"],
    help: "show addresses of links in text: inline (behind each), end (a numbered list), none",
    usual: DEFAULTS.links,
  },
  frontMatter: {
    name: "front-matter",
    help: "show the front matter as it is written (text, ansi, markdown)",
  },
  output: { name: "output", short: "o", value: "FILE", help: "write to a new file; - is standard output" },
  embed: { name: "embed", help: "put the pictures of the library into an HTML page (EPUB always has them)" },
  title: { name: "title", value: "TEXT", help: "the title of the page or the book" },
  force: { name: "force", help: "let --output replace a file that is there" },
  hyphens: {
    name: "hyphens",
    value: "WHEN",
    values: ["auto", "always", "never"],
    help: "hyphenate: auto (on a screen, in lines under 50 columns), always, never",
    usual: DEFAULTS.hyphens,
  },
  mine: { name: "mine", help: "include your highlights and notes" },
  section: { name: "section", value: "HEADING", help: "show only what is under this heading" },
  showFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: ["text", "ansi", "markdown", "html", "epub", "json", "jsonl", "speech"],
    help: "text, ansi, markdown (the source), html (a page), epub (a book), json, jsonl (a block a line), speech (to be read out)",
    usual: "ansi on a terminal, else text",
  },
  orphans: { name: "orphans", help: "only essays that no other essay links to" },
  linksTo: {
    name: "links-to",
    value: "ESSAY",
    multiple: true,
    help: "only essays that link to ESSAY",
  },
  linkedBy: {
    name: "linked-by",
    value: "ESSAY",
    multiple: true,
    help: "only essays that ESSAY links to",
  },
  severity: {
    name: "severity",
    value: "LEVEL",
    values: ["warning", "error"],
    help: "show findings of this severity and above",
    usual: DEFAULTS.severity,
  },
  maxWarnings: {
    name: "max-warnings",
    value: "N",
    check: "number",
    least: 0,
    help: "exit with 1 if there are more than N warnings, too",
  },
  listFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: LIST_FORMATS,
    help: "text, ansi, tsv, csv (with a header), json, jsonl (an item a line)",
    usual: "ansi on a terminal, else text",
  },
  allHits: { name: "all", help: "every essay that is found, with every passage" },
  count: { name: "count", short: "c", help: "the number of passages of each essay instead of the passages" },
  names: { name: "names", short: "l", help: "the slugs only, a line each" },
  regex: { name: "regex", short: "e", help: "the query is a regular expression" },
  context: {
    name: "context",
    short: "C",
    value: "N",
    check: "number",
    least: 0,
    help: "N paragraphs before and after each passage",
  },
  passages: {
    name: "passages",
    value: "N",
    check: "number",
    least: 0,
    help: "at most N passages of an essay (the default is 3)",
  },
  searchFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: LIST_FORMATS,
    help: "text, ansi, tsv or csv (a passage a line), json, jsonl (an essay a line)",
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
    help: "markdown (a page), json, jsonl, csv (as Readwise takes it), w3c (Web Annotation), mrsf (Sidemark) or anki",
  },
  checkFormat: {
    name: "format",
    short: "f",
    value: "FORMAT",
    values: ["text", "tsv", "csv", "json", "jsonl", "github", "sarif"],
    help: "text (file:line:column: message), tsv, csv, json, jsonl, github (workflow commands), sarif",
    usual: "text",
  },
  rule: {
    name: "rule",
    value: "RULE",
    multiple: true,
    help: "run only this rule (repeat, or a,b, for several)",
  },
  fix: {
    name: "fix",
    help: "show a diff of what can be fixed without doubt; on a terminal, ask whether to apply it",
  },
  ignore: { name: "ignore", value: "RULE", multiple: true, help: "do not run this rule" },
  all: { name: "all", help: "all essays of the library" },
  template: {
    name: "template",
    value: "TEXT",
    help: "print a line like TEXT for each item, such as '{{slug}}\\t{{title}}' (see ibid help templates)",
  },
  json: { name: "json", help: "short for --format json" },
  null: {
    name: "null",
    short: "0",
    help: "print slugs or tags, or templates, each ended by NUL, for xargs -0",
  },
  plainUi: {
    name: "plain-ui",
    help: "run the reader line by line, for screen readers and simple terminals",
  },
  pager: { name: "pager", short: "p", help: "show the output in $PAGER" },
  debug: { name: "debug", help: "print a stack trace if ibid crashes, and problems of the index" },
  help: { name: "help", short: "h", help: "show this help" },
  version: { name: "version", short: "V", help: "show the version" },
} as const satisfies Record<string, Flag>;

/** Flags that every command takes. */
export const commonFlags: readonly Flag[] = [flags.dir, flags.color, flags.debug, flags.help, flags.version];

/** Flags that choose essays and put them in order. */
export const choosingFlags: readonly Flag[] = [
  flags.tag,
  flags.notTag,
  flags.where,
  flags.since,
  flags.until,
  flags.drafts,
  flags.match,
  flags.sort,
  flags.reverse,
  flags.limit,
];
