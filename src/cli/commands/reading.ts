/**
 * The reader, and the commands that list, show and search essays.
 */
import { choosingFlags, type Flag, flags } from "../../app/flags.ts";
import { BASIC_QUERIES } from "../../search/query-table.ts";
import type { Command } from "./command.ts";

/** Flags for the output of lists. */
const printed: readonly Flag[] = [flags.json, flags.template, flags.null, flags.listWidth, flags.theme];

function without(all: readonly Flag[], ...names: readonly string[]): Flag[] {
  return all.filter(({ name }) => !names.includes(name));
}

const shape: readonly Flag[] = [flags.notes, flags.width, flags.wrap, flags.hyphens, flags.theme];

export const read: Command = {
  name: "read",
  operands: "[DIR|FILE|SLUG|#ORDER|@NAME|-]",
  takes: "essays",
  count: [0, 1],
  summary: "open the reader, at an essay if one is named",
  flags: [...choosingFlags, ...shape, flags.plainUi, flags.listFormat],
  sorts: true,
  laysOut: true,
  examples: [
    { command: "ibid", does: "Open the shelf." },
    { command: "ibid ~/essays", does: "Open another library." },
    { command: "ibid marginalia", does: "Open an essay by its slug." },
    { command: "curl -s https://example.org/essay.md | ibid -", does: "Read standard input." },
  ],
  run: async (session, names) => (await import("../read.ts")).run(session, names),
};

export const reading: readonly Command[] = [
  {
    name: "list",
    operands: "[DIR]",
    takes: "libraries",
    count: [0, 1],
    summary: "list essays, one per line",
    flags: [...choosingFlags, flags.orphans, flags.linksTo, flags.linkedBy, flags.listFormat, ...printed],
    sorts: true,
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
    run: async (session) => (await import("../list.ts")).run(session),
  },
  {
    name: "show",
    operands: "ESSAY... | --all | --tag TAG",
    takes: "essays",
    count: [0, Infinity],
    summary: "print essays, with each footnote where it is cited",
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
    laysOut: true,
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
    run: async (session) => (await import("../show.ts")).run(session),
  },
  {
    name: "search",
    operands: "QUERY... | -e PATTERN",
    takes: "query",
    count: [1, Infinity],
    instead: flags.regex,
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
        does: "Find a phrase in notes, in essays that do not contain margin.",
      },
      {
        command: "ibid search 'footnote*' --json | jq -r '.results[].file'",
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
    hint: "to exclude a word, put -- before the query: ibid search -- word -other",
    run: async (session) => (await import("../search.ts")).run(session),
  },
  {
    name: "tags",
    operands: "[DIR]",
    takes: "libraries",
    count: [0, 1],
    summary: "list tags and the number of their essays",
    flags: [...without(choosingFlags, "sort"), flags.tagSort, flags.listFormat, ...printed],
    examples: [
      { command: "ibid tags", does: "List tags, the most used first." },
      { command: "ibid tags -s name", does: "List tags by name." },
    ],
    run: async (session) => (await import("../tags.ts")).run(session),
  },
  {
    name: "links",
    operands: "[ESSAY]",
    takes: "essays",
    count: [0, 1],
    summary: "list the links of an essay: outgoing, incoming, broken",
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
      { command: "ibid links marginalia", does: "List the links of an essay, one per line." },
      { command: "ibid links --all -f dot | dot -Tsvg > essays.svg", does: "Draw a map of the library." },
    ],
    run: async (session) => (await import("../links.ts")).run(session),
  },
];
