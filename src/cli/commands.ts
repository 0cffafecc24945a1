/**
 * The table of commands. The module of a command is loaded when it runs.
 */
import type { Session } from "../app/session.ts";
import { BASIC_QUERIES } from "../search/query-table.ts";
import { RULES } from "../library/check/finding.ts";
import type { Row } from "./tables.ts";
import { choosingFlags, type Flag, flags } from "../app/flags.ts";

export interface Example {
  readonly command: string;
  readonly does: string;
}

export interface Command {
  readonly name: string;
  readonly operands: string;
  /** The least and the most operands. */
  readonly count: readonly [number, number];
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** A table of its own: rules, queries, forms. */
  readonly details?: { readonly title: string; readonly rows: readonly Row[] };
  readonly examples: readonly Example[];
  /** A hint after an unknown option. */
  readonly hint?: string;
  /** Runs the command and returns the exit code; `commands` are the names of all commands. */
  readonly run: (session: Session, commands: readonly string[]) => Promise<number>;
}

/** Flags for the output of lists. */
const printed: readonly Flag[] = [flags.json, flags.template, flags.null, flags.listWidth, flags.theme];

function without(all: readonly Flag[], ...names: readonly string[]): Flag[] {
  return all.filter(({ name }) => !names.includes(name));
}

const shape: readonly Flag[] = [flags.notes, flags.width, flags.wrap, flags.hyphens, flags.theme];

export const read: Command = {
  name: "read",
  operands: "[DIR|FILE|SLUG|-]",
  count: [0, 1],
  summary: "open the reader, at an essay if one is named",
  flags: [...choosingFlags, ...shape, flags.plainUi, flags.listFormat],
  examples: [
    { command: "ibid", does: "Open the shelf." },
    { command: "ibid ~/essays", does: "Open another library." },
    { command: "ibid marginalia", does: "Open an essay by its slug." },
    { command: "curl -s https://example.org/essay.md | ibid -", does: "Read standard input." },
  ],
  run: async (session, names) => (await import("./read.ts")).run(session, names),
};

export const commands: readonly Command[] = [
  {
    name: "list",
    operands: "[DIR]",
    count: [0, 1],
    summary: "list essays, one a line",
    flags: [...choosingFlags, flags.orphans, flags.linksTo, flags.linkedBy, flags.listFormat, ...printed],
    examples: [
      { command: "ibid list", does: "List order, slug, title, date, minutes and tags of every essay." },
      {
        command: "ibid list -t history --json | jq -r '.essays[].title'",
        does: "Print the titles of the essays tagged history.",
      },
      { command: "ibid list --since 2026 -s words", does: "List essays since 2026, the shortest first." },
      {
        command: "ibid list --where 'words>800' --linked-by start-here",
        does: "List long essays that one essay links to.",
      },
      {
        command: "ibid list --template '{{date}}\\t{{title}}'",
        does: "Print a date and a title on each line.",
      },
      { command: "ibid list -m 'term draw'", does: "Filter as / does in the reader." },
    ],
    run: async (session) => (await import("./list.ts")).run(session),
  },
  {
    name: "show",
    operands: "ESSAY... | --all | --tag TAG",
    count: [0, Infinity],
    summary: "print essays, each footnote where it is cited",
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
      { command: "ibid show what-a-pipe-is | wc -w", does: "Count the words of an essay." },
      {
        command: "ibid show '#3' --notes end --width 60",
        does: "Print the essay of order 3, notes at the end.",
      },
      {
        command: "ibid show -t history -f epub -o history.epub",
        does: "Make a book of the essays tagged history.",
      },
      { command: "ibid show marginalia --links end", does: "List the addresses of links after the text." },
      {
        command: "ibid show marginalia -f html > marginalia.html",
        does: "Make a page with notes in its margin.",
      },
      { command: "ibid show marginalia -f speech | espeak-ng", does: "Read an essay aloud." },
      { command: "curl -s https://example.org/essay.md | ibid show -", does: "Print standard input." },
    ],
    run: async (session) => (await import("./show.ts")).run(session),
  },
  {
    name: "search",
    operands: "QUERY...",
    count: [1, Infinity],
    summary: "search the full text, notes included, best match first",
    flags: [
      ...without(choosingFlags, "match", "sort"),
      flags.searchSort,
      flags.allHits,
      flags.passages,
      flags.context,
      flags.count,
      flags.names,
      flags.regex,
      flags.searchFormat,
      ...printed,
    ],
    details: { title: "Queries", rows: BASIC_QUERIES },
    examples: [
      { command: "ibid search pipe", does: "List the essays that contain pipe, with the passages." },
      {
        command: "ibid search 'note:\"in the\" -margin'",
        does: "Find a phrase in a note, in essays without a word.",
      },
      {
        command: "ibid search 'footnote*' --json | jq -r '.results[].path'",
        does: "Print the files of the results.",
      },
      {
        command: "ibid search '(pipe OR terminal) words:<1300'",
        does: "Find either word, in essays of fewer than 1300 words.",
      },
      {
        command: "ibid search -e 'w(ide|idth)s?' --all -C 1",
        does: "Find a regular expression; show every passage, with its neighbours.",
      },
    ],
    hint: "; a word that is not wanted goes behind --: ibid search -- word -other",
    run: async (session) => (await import("./search.ts")).run(session),
  },
  {
    name: "tags",
    operands: "[DIR]",
    count: [0, 1],
    summary: "list tags and the number of their essays",
    flags: [...without(choosingFlags, "sort"), flags.tagSort, flags.listFormat, ...printed],
    examples: [
      { command: "ibid tags", does: "List tags, the most used first." },
      { command: "ibid tags -s name", does: "List tags by name." },
    ],
    run: async (session) => (await import("./tags.ts")).run(session),
  },
  {
    name: "links",
    operands: "[ESSAY]",
    count: [0, 1],
    summary: "list the links of an essay: out, in and broken",
    flags: [
      flags.all,
      flags.limit,
      flags.linksFormat,
      flags.json,
      flags.template,
      flags.listWidth,
      flags.theme,
    ],
    examples: [
      { command: "ibid links marginalia", does: "List the links of an essay, one a line." },
      { command: "ibid links --all -f dot | dot -Tsvg > essays.svg", does: "Draw a map of the library." },
    ],
    run: async (session) => (await import("./links.ts")).run(session),
  },
  {
    name: "notes",
    operands: "[ESSAY... | import FILE]",
    count: [0, Infinity],
    summary: "export your highlights and notes, or import them",
    flags: [flags.all, flags.notesFormat, flags.json],
    details: {
      title: "Forms",
      rows: [
        ["ibid notes", "export those of all essays; --all adds those of essays that are gone"],
        ["ibid notes ESSAY...", "export those of these essays"],
        ["ibid notes import FILE", "import json, jsonl, csv, w3c or mrsf; - is standard input"],
      ],
    },
    examples: [
      { command: "ibid notes > notes.md", does: "Export all highlights and notes as Markdown." },
      {
        command: "ibid notes marginalia -f anki > cards.txt",
        does: "Make flash cards of the notes of an essay.",
      },
      { command: "ibid notes -f csv > readwise.csv", does: "Export for Readwise." },
      { command: "ibid notes import notes.json", does: "Import what -f json exported on another machine." },
    ],
    run: async (session) => (await import("./notes.ts")).run(session),
  },
  {
    name: "review",
    operands: "",
    count: [0, 0],
    summary: "print five of your older highlights and notes, others each day",
    flags: [flags.limit, flags.reviewFormat, flags.width, flags.theme],
    examples: [
      { command: "ibid review", does: "Print today's." },
      { command: "ibid review -n 1 >> ~/journal.md -f markdown", does: "Append one to a journal." },
    ],
    run: async (session) => (await import("./review.ts")).run(session),
  },
  {
    name: "state",
    operands: "export | import FILE | merge FILE...",
    count: [1, Infinity],
    summary: "export, import or merge what ibid remembers",
    flags: [],
    details: {
      title: "Forms",
      rows: [
        ["ibid state export", "print it, a line of JSON for each item"],
        ["ibid state import FILE", "merge a file into what ibid remembers here"],
        ["ibid state merge FILE...", "the same, and write the result to the first file"],
      ],
    },
    examples: [
      { command: "ibid state export > state.jsonl", does: "Make a backup." },
      { command: "ibid state merge ~/Sync/ibid.jsonl", does: "Merge with a file that machines share." },
    ],
    run: async (session) => (await import("./state.ts")).run(session),
  },
  {
    name: "check",
    operands: "[PATH...]",
    details: { title: "Rules", rows: Object.entries(RULES) },
    count: [0, Infinity],
    summary: "check the sources of essays, for editors and CI",
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
      { command: "ibid check", does: "Check the whole library, drafts included." },
      {
        command: "ibid check essays/ibid.md --ignore title-missing",
        does: "Check one file, without one rule.",
      },
      { command: "vim -q <(ibid check)", does: "Step through the findings in the editor." },
      { command: "ibid check --fix > fixes.patch", does: "Make a patch for git apply." },
    ],
    run: async (session) => (await import("./check.ts")).run(session),
  },
  {
    name: "path",
    operands: "ESSAY...",
    count: [1, Infinity],
    summary: "print the paths of essays, for other tools",
    flags: [flags.null],
    examples: [{ command: "ibid path what-a-pipe-is | xargs $EDITOR", does: "Open an essay in the editor." }],
    run: async (session) => (await import("./path.ts")).run(session),
  },
  {
    name: "completion",
    operands: "bash|zsh|fish",
    count: [1, 1],
    summary: "print the completion script of a shell",
    flags: [],
    examples: [
      { command: 'eval "$(ibid completion bash)"', does: "For ~/.bashrc." },
      { command: "source <(ibid completion zsh)", does: "For ~/.zshrc, after compinit." },
      { command: "ibid completion fish | source", does: "For ~/.config/fish/config.fish." },
    ],
    run: async (session) => (await import("./completion.ts")).run(session),
  },
];
