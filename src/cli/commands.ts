/**
 * The table of commands. `run` is loaded when the command is called for.
 */
import type { Session } from "../app/session.ts";
import { BASIC_QUERIES } from "../search/query-table.ts";
import { choosingFlags, type Flag, flags } from "../app/flags.ts";

export interface Example {
  readonly command: string;
  readonly does: string;
}

export interface Command {
  readonly name: string;
  readonly operands: string;
  /** How many operands it takes: least and most. */
  readonly count: readonly [number, number];
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** A small language that the command understands, and what it means. */
  readonly details?: readonly (readonly [string, string])[];
  readonly examples: readonly Example[];
  /** What is said after an option that the command does not know. */
  readonly hint?: string;
  /** Runs it; `commands` are the names of all of them. The exit code. */
  readonly run: (session: Session, commands: readonly string[]) => Promise<number>;
}

/** How a list is printed. */
const printed: readonly Flag[] = [flags.json, flags.template, flags.null, flags.width, flags.theme];

function without(all: readonly Flag[], ...names: readonly string[]): Flag[] {
  return all.filter(({ name }) => !names.includes(name));
}

const shape: readonly Flag[] = [flags.notes, flags.width, flags.wrap, flags.hyphens, flags.theme];

export const read: Command = {
  name: "read",
  operands: "[DIR|FILE|SLUG|-]",
  count: [0, 1],
  summary: "opens the reader, at an essay if one is named",
  flags: [...choosingFlags, ...shape, flags.plainUi, flags.listFormat],
  examples: [
    { command: "ibid", does: "opens the shelf" },
    { command: "ibid ~/essays", does: "opens another library" },
    { command: "ibid how-to-ship", does: "opens an essay by its slug" },
    { command: "curl -s https://example.org/essay.md | ibid -", does: "reads what comes down a pipe" },
  ],
  run: async (session, names) => (await import("./read.ts")).run(session, names),
};

export const commands: readonly Command[] = [
  {
    name: "list",
    operands: "[DIR]",
    count: [0, 1],
    summary: "prints the shelf, an essay a line",
    flags: [...choosingFlags, flags.orphans, flags.linksTo, flags.linkedBy, flags.listFormat, ...printed],
    examples: [
      { command: "ibid list", does: "order, slug, title, date, minutes and tags of every essay" },
      {
        command: "ibid list -t history --json | jq -r '.essays[].title'",
        does: "titles of the essays on history",
      },
      { command: "ibid list --since 2026 -s words", does: "this year's essays, the shortest first" },
      { command: "ibid list --template '{{date}}\\t{{title}}'", does: "a line of your own for each" },
      { command: "ibid list -m 'term draw'", does: "what the reader's filter finds for these words" },
    ],
    run: async (session) => (await import("./list.ts")).run(session),
  },
  {
    name: "show",
    operands: "ESSAY...",
    count: [0, Infinity],
    summary: "prints essays as text, each footnote where it is cited",
    flags: [
      ...shape,
      flags.links,
      flags.frontMatter,
      flags.section,
      flags.mine,
      flags.showFormat,
      flags.json,
      flags.embed,
      flags.title,
      flags.output,
      flags.force,
      flags.pager,
      flags.all,
      ...choosingFlags,
    ],
    examples: [
      { command: "ibid show what-a-pipe-is | wc -w", does: "counts an essay's words" },
      {
        command: "ibid show '#3' --notes end --width 60",
        does: "the essay of order 3, its notes at the end",
      },
      { command: "ibid show marginalia -f html > marginalia.html", does: "a page with notes in its margin" },
      { command: "ibid show marginalia -f speech | espeak-ng", does: "reads it out" },
      { command: "curl -s https://example.org/essay.md | ibid show -", does: "shows what comes down a pipe" },
    ],
    run: async (session) => (await import("./show.ts")).run(session),
  },
  {
    name: "search",
    operands: "QUERY...",
    count: [1, Infinity],
    summary: "searches the full text, notes included, best first",
    flags: [
      ...without(choosingFlags, "match"),
      flags.allHits,
      flags.passages,
      flags.context,
      flags.count,
      flags.names,
      flags.regex,
      flags.searchFormat,
      ...printed,
    ],
    details: BASIC_QUERIES,
    examples: [
      { command: "ibid search pipe", does: "the essays in which pipe stands, with the passages" },
      { command: "ibid search 'note:\"at the foot\" -margin'", does: "a phrase in a note, without a word" },
      {
        command: "ibid search 'footnote*' --json | jq -r '.results[].path'",
        does: "the files of what is found",
      },
      {
        command: "ibid search '(pipe OR terminal) words:<900'",
        does: "either word, in an essay of fewer than 900 words",
      },
      {
        command: "ibid search -e 'w(ide|idth)s?' --all -C 1",
        does: "an expression: every passage, with its neighbours",
      },
    ],
    hint: "; a word that is not wanted goes behind --: ibid search -- word -other",
    run: async (session) => (await import("./search.ts")).run(session),
  },
  {
    name: "tags",
    operands: "[DIR]",
    count: [0, 1],
    summary: "prints each tag with its count",
    flags: [...without(choosingFlags, "sort"), flags.tagSort, flags.listFormat, ...printed],
    examples: [
      { command: "ibid tags", does: "the most used first" },
      { command: "ibid tags -s name", does: "by name" },
    ],
    run: async (session) => (await import("./tags.ts")).run(session),
  },
  {
    name: "links",
    operands: "[ESSAY]",
    count: [0, 1],
    summary: "prints where an essay leads, what leads to it, and what leads nowhere",
    flags: [flags.all, flags.limit, flags.linksFormat, flags.json, flags.template, flags.width, flags.theme],
    examples: [
      { command: "ibid links marginalia", does: "out, in and broken, a link a line" },
      { command: "ibid links --all -f dot | dot -Tsvg > essays.svg", does: "a map of the library" },
    ],
    run: async (session) => (await import("./links.ts")).run(session),
  },
  {
    name: "notes",
    operands: "[ESSAY... | import FILE]",
    count: [0, Infinity],
    summary: "prints what you highlighted and noted, for other programs; takes it back from them",
    flags: [flags.all, flags.notesFormat, flags.json],
    details: [
      ["ibid notes", "of every essay of the library that has some; --all adds those of essays that are gone"],
      ["ibid notes ESSAY", "of these essays"],
      ["ibid notes import FILE", "reads json, jsonl, csv, w3c or mrsf; - is standard input"],
    ],
    examples: [
      { command: "ibid notes > notes.md", does: "a page worth keeping" },
      { command: "ibid notes marginalia -f anki > cards.txt", does: "cards of an essay's notes" },
      { command: "ibid notes -f csv > readwise.csv", does: "for Readwise" },
      { command: "ibid notes import notes.json", does: "what another machine wrote by -f json" },
    ],
    run: async (session) => (await import("./notes.ts")).run(session),
  },
  {
    name: "review",
    operands: "",
    count: [0, 0],
    summary: "prints five of your older highlights and notes, other ones each day",
    flags: [flags.limit, flags.reviewFormat, flags.width, flags.theme],
    examples: [
      { command: "ibid review", does: "today's" },
      { command: "ibid review -n 1 >> ~/journal.md -f markdown", does: "one a day for a journal" },
    ],
    run: async (session) => (await import("./review.ts")).run(session),
  },
  {
    name: "state",
    operands: "export | import FILE | merge FILE...",
    count: [1, Infinity],
    summary: "carries what ibid remembers to another machine: places, what was read, bookmarks, notes",
    flags: [],
    details: [
      ["ibid state export", "prints it, a line of JSON for each thing"],
      ["ibid state import FILE", "joins what is in the file with what is known here"],
      ["ibid state merge FILE...", "likewise, and writes all of it into the first file"],
    ],
    examples: [
      { command: "ibid state export > state.jsonl", does: "a copy to keep" },
      { command: "ibid state merge ~/Sync/ibid.jsonl", does: "on each machine that shares the folder" },
    ],
    run: async (session) => (await import("./state.ts")).run(session),
  },
  {
    name: "check",
    operands: "[PATH...]",
    count: [0, Infinity],
    summary: "prints what is wrong in the sources, for editors and for CI",
    flags: [
      flags.severity,
      flags.maxWarnings,
      flags.rule,
      flags.ignore,
      flags.fix,
      flags.checkFormat,
      flags.json,
    ],
    examples: [
      { command: "ibid check", does: "the whole library, drafts too" },
      { command: "ibid check draft.md --ignore title-missing", does: "one file" },
      { command: "vim -q <(ibid check)", does: "each place in the editor" },
      { command: "ibid check --fix > fixes.patch", does: "what can be mended, for git apply" },
    ],
    run: async (session) => (await import("./check.ts")).run(session),
  },
  {
    name: "path",
    operands: "ESSAY...",
    count: [1, Infinity],
    summary: "prints an essay's path, for other tools",
    flags: [flags.null],
    examples: [{ command: "ibid path what-a-pipe-is | xargs $EDITOR", does: "opens it in the editor" }],
    run: async (session) => (await import("./path.ts")).run(session),
  },
  {
    name: "completion",
    operands: "bash|zsh|fish",
    count: [1, 1],
    summary: "prints what makes Tab complete in your shell, slugs and tags included",
    flags: [],
    examples: [
      { command: 'eval "$(ibid completion bash)"', does: "in ~/.bashrc" },
      { command: "source <(ibid completion zsh)", does: "in ~/.zshrc, after compinit" },
      { command: "ibid completion fish | source", does: "in ~/.config/fish/config.fish" },
    ],
    run: async (session) => (await import("./completion.ts")).run(session),
  },
];
