/**
 * An empty shelf: it says what ibid looked for, where, and which keys help.
 */
import { shortened } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { MARKDOWN_ENDINGS } from "../../../text/markdown-file.ts";
import { label } from "../../../text/visible.ts";
import { belowHeader } from "../../bars.ts";
import { leftOut } from "../../choice-words.ts";
import { hint } from "../../keymap.ts";
import type { Shelf, State } from "../../state.ts";
import { tableOf } from "../../../text/own.ts";

/** The rows of an empty shelf, at most `height` of them; `columns` is its width. */
export function emptyRows(state: State, columns: number, height: number): Row[] {
  const [first = "", ...others] = words(state);
  const said = [
    ...wrapped(first, "strong", columns),
    ...others.flatMap((text) => wrapped(text, "quiet", columns)),
  ];
  // A low window has no room for a blank row, and shows that there is more.
  const rows = said.length < height ? belowHeader(said, state.size) : said;
  if (rows.length <= height) return rows;
  const last = rows[height - 1]!;
  return [...rows.slice(0, height - 1), shortened({ spans: [...last.spans, span(" …", "quiet")] }, columns)];
}

/** The rows under titles that have only the letters of the filter: the number of essays that contain it. */
export function textRows(state: State, columns: number): Row[] {
  const { shelf, inTexts, library, keymap } = state;
  const count = inTexts?.query === shelf.query ? inTexts.count : 0;
  if (shelf.query.trim() === "" || count === 0 || !library.index.isLoose(shelf.query)) return [];
  const says = `No title contains “${label(shelf.query.trim())}”. ${sayIt(count, shelf)}`;
  const search = hint(keymap, "filter", "search", "searches the texts");
  return [{ spans: [] }, ...[says, ...pressing(search)].flatMap((text) => wrapped(text, "quiet", columns))];
}

function sayIt(count: number, shelf: Shelf): string {
  return count === 1
    ? `1 ${essaysOf(1, shelf)} contains it.`
    : `${count} ${essaysOf(count, shelf)} contain it.`;
}

/** The listed essays, by their reading state and their tags: `unread essays tagged tea`. */
function essaysOf(count: number, { read, ...shelf }: Shelf): string {
  const state = read === "any" ? [] : [READ_WORDS[read]];
  return [...state, count === 1 ? "essay" : "essays", ...chosenWords({ ...shelf, read: "any" })].join(" ");
}

function wrapped(text: string, role: "quiet" | "strong", columns: number): Row[] {
  const lines = wrapRuns([span(text, role)], Math.max(1, columns - INDENT - 1), "greedy");
  return lines.map((spans) => ({ spans: [span(" ".repeat(INDENT)), ...spans] }));
}

/** The names of the read states. */
const READ_WORDS = { no: "unread", begun: "begun", yes: "finished" } as const;
const INDENT = 3;

function words(state: State): string[] {
  const { shelf, library, progress, keymap } = state;
  if (progress) return ["Reading …"];
  if (library.essays.length === 0) return noEssays(state);
  if (shelf.query.trim() !== "") return unmatched(state);
  return [
    `No essay here is ${chosenWords(shelf).join(" and ")}.`,
    ...pressing(hint(keymap, "shelf", "clear", "shows all essays")),
  ];
}

/** What the listed essays have in common: their tags and their reading states. */
export function chosenWords({ tags, tagsAre, read }: Pick<Shelf, "tags" | "tagsAre" | "read">): string[] {
  return [
    ...(read === "any" ? [] : [READ_WORDS[read]]),
    ...(tags.length === 0 ? [] : [`tagged ${tags.map(label).join(tagsAre === "any" ? " or " : " and ")}`]),
  ];
}

function noEssays(state: State): string[] {
  const { library, libraries } = state;
  const { fault } = library;
  if (fault)
    return [
      "The library that the config file names can't be opened.",
      `${label(fault.reason)}.`,
      ...keysFrom(state),
      `dir in ${label(fault.place)} names it; ibid help config describes the file.`,
    ];
  const left = leftOut(library);
  if (left.length > 0) return [...left, ...keysFrom(state)];
  return [
    `No essays in ${label(library.root)}.`,
    ...keysFrom(state),
    ...sourceWords(library, libraries),
    ...unread(library),
    `Looked for: files ending in ${MARKDOWN_ENDINGS}, at any depth, but not hidden folders, node_modules, ` +
      "what .gitignore names, templates and output of a site's generator, or drafts.",
  ];
}

/** The ways from an empty library. */
function keysFrom({ library, libraries, keymap }: State): string[] {
  const others = libraries.some(({ root }) => root !== library.root);
  return [
    ...(others
      ? pressing(hint(keymap, "shelf", "libraries", "opens another library of the config file"))
      : []),
    "ibid FOLDER opens another library.",
    ...pressing(hint(keymap, "shelf", "quit", "leaves")),
  ];
}

/** The most files and folders that an empty shelf names. */
const MOST = 3;

/** The files and folders that can't be read, and why: they may be the reason that there are no essays. */
function unread({ skipped, root }: State["library"]): string[] {
  const named = skipped.slice(0, MOST).map(({ path, message }) => `${label(path)} ${label(message)}.`);
  const left = skipped.length - named.length;
  return left === 0 ? named : [...named, `${left} more can't be read: ibid list ${label(root)} names them.`];
}

/** The sentence for each source of the folder. */
const SOURCES = tableOf<string>({
  "command line": "You named this folder.",
  "current folder": "This is the current folder.",
  "./essays": "This is the folder essays in the current folder.",
  config: "The config file names this folder.",
});

function sourceWords({ source, root }: State["library"], libraries: State["libraries"]): string[] {
  const named = libraries.find((one) => one.root === root);
  if (named && source !== "config") return [`The config file names this folder: ${label(named.name)}.`];
  return source === "" ? [] : [SOURCES[source] ?? `${label(source)} names this folder.`];
}

/** No title matches the filter: the number of essays whose text does, and the key that searches them. */
function unmatched({ shelf, inTexts, keymap, screen }: State): string[] {
  const { query } = shelf;
  const context = screen.kind === "shelf" && screen.isTyping ? "filter" : "shelf";
  const search = hint(keymap, context, "open", "searches the texts");
  const clear = hint(keymap, context, "clear", "shows all essays");
  const first = `No title, tag or description matches “${label(query.trim())}”.`;
  const count = inTexts?.query === query ? inTexts.count : undefined;
  if (count === 0) return [first, `No ${essaysOf(1, shelf)} contains it either.`, ...pressing(clear)];
  const essays = count === undefined ? [] : [sayIt(count, shelf)];
  return [first, ...essays, ...pressing([...search, ...clear])];
}

function pressing(hints: readonly string[]): string[] {
  return hints.length === 0 ? [] : [`${hints.join(", ")}.`];
}
