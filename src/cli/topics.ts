/**
 * The topics of `ibid help`, made from tables.
 */
import { FIELD_NAMES } from "../essay/field-table.ts";
import { QUERY_END, QUERY_GROUPS, QUERY_INTRODUCTION } from "../search/query-table.ts";
import { aligned } from "./columns.ts";
import {
  CONDITIONS,
  CONFIG,
  CONFIG_END,
  ENVIRONMENT,
  EXIT_CODES,
  FILES,
  MARKDOWN,
  NOTES,
  type TermRow,
  TEMPLATES,
} from "./tables.ts";

export interface Topic {
  readonly name: string;
  readonly summary: string;
  /** The text above the table, and the text below it. */
  readonly above: string;
  readonly rows: readonly TermRow[];
  /** Tables with titles, if there is more than one. */
  readonly groups?: readonly { readonly title: string; readonly rows: readonly TermRow[] }[];
  readonly below: string;
}

export const TOPICS: readonly Topic[] = [
  {
    name: "query",
    summary: "the query language of search",
    above: QUERY_INTRODUCTION,
    rows: [],
    groups: QUERY_GROUPS.map(({ title, kinds }) => ({
      title,
      rows: kinds.map(({ query, finds }) => [query, finds] as const),
    })),
    below: QUERY_END,
  },
  {
    name: "where",
    summary: "conditions of --where",
    above: "--where CONDITION compares a field or a front matter key. If you repeat it, all must hold.",
    rows: CONDITIONS,
    below: `Quote a condition with < or > for the shell. Fields: ${FIELD_NAMES.join(", ")}.`,
  },
  {
    name: "templates",
    summary: "output lines in a format of your own",
    above: "--template TEXT prints one line for each item.",
    rows: TEMPLATES,
    below: "ibid list --template '{{date}}\\t{{title}}'",
  },
  {
    name: "footnotes",
    summary: "where footnotes are shown",
    above: "--notes PLACE, notes in the config file, f in the reader.",
    rows: NOTES,
    below: "In the reader, auto is margin if it fits, else inline.",
  },
  {
    name: "config",
    summary: "keys of the config file",
    above: "~/.config/ibid/config.toml, in TOML. Flags override it.",
    rows: CONFIG,
    below: CONFIG_END,
  },
  {
    name: "markdown",
    summary: "Markdown beyond CommonMark",
    above: "CommonMark and GitHub's tables, task lists, strikethrough and footnotes. Also:",
    rows: MARKDOWN,
    below: "docs/markdown.md has an example of each.",
  },
  {
    name: "environment",
    summary: "environment variables and files",
    above: "Environment variables and files.",
    rows: [...ENVIRONMENT, ...FILES],
    below: "On macOS and Windows the files are in the system's own folders.",
  },
  {
    name: "exit-codes",
    summary: "exit codes",
    above: "Exit codes of every command.",
    rows: EXIT_CODES,
    below: "Results go to standard output, messages to standard error.",
  },
];

/** The topic whose page the reader's keymap makes. */
export const KEYS_TOPIC = { name: "keys", summary: "keys of the reader" } as const;

export const TOPIC_NAMES: readonly string[] = [...TOPICS.map(({ name }) => name), KEYS_TOPIC.name];

/** The page of a topic; undefined if there is no topic with this name. */
export function topicPage(name: string): string | undefined {
  const topic = TOPICS.find((one) => one.name === name);
  if (!topic) return undefined;
  const tables = topic.groups?.map(({ title, rows }) => [`${title}:`, ...aligned(rows)]) ?? [
    aligned(topic.rows),
  ];
  const parts = [wrapped(topic.above), ...tables, wrapped(topic.below)];
  return parts.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function wrapped(text: string): string[] {
  return aligned([["", text.replaceAll("\n", " ")]]).map((line) => line.trim());
}
