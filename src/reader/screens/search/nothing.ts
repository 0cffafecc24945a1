/**
 * A search that found nothing: what was looked for, where, what may find more, and which keys help. While the library is read, it found
 * nothing yet.
 */
import { isolated } from "../../../layout/direction.ts";
import { asOneText } from "../../../layout/flow.ts";
import { type Row, type Span, span } from "../../../layout/line.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { counted } from "../../../text/counted.ts";
import { label } from "../../../text/visible.ts";
import { belowHeader } from "../../bars.ts";
import { leftOut } from "../../choice-words.ts";
import { hint } from "../../keymap.ts";
import type { Progress } from "../../../library/index/refresh.ts";
import { libraryName } from "../../library-name.ts";
import type { Search, State } from "../../state.ts";
import { INDENT, roomFor } from "./rows.ts";

export function nothingLines(search: Search, state: State): Row[] {
  const { size } = state;
  const paragraphs = paragraphsFor(search, state);
  const lines = paragraphs
    .filter((runs) => runs.some(({ text }) => text !== ""))
    .flatMap((runs) => wrapRuns(asOneText(runs), roomFor("title", size.columns), "greedy"));
  const rows = lines.map((spans): Row => ({ spans: [span(" ".repeat(INDENT.title)), ...spans] }));
  return belowHeader(rows, size);
}

/** Whether the library is read and has nothing to find, whatever the query. */
export function hasNothing({ library, progress }: State): boolean {
  return progress === undefined && library.essays.length === 0;
}

function paragraphsFor(search: Search, state: State): Span[][] {
  const { library, progress } = state;
  if (progress) return nothingYet(search, library.essays.length, progress);
  return hasNothing(state) ? noEssays(state) : noMatch(search, state);
}

/** The essays that are read so far do not match. Each time that more are, the search is performed again. */
function nothingYet({ query }: Search, read: number, { total }: Progress): Span[][] {
  const all = total > read ? ` of ${total}` : "";
  return [
    [span("Nothing found yet: the library is being read.", "strong")],
    [span(`“${isolated(label(query.trim()))}” is in none of the first ${read}${all} essays.`, "quiet")],
    [span("Matches in the others are shown as soon as these are read.", "quiet")],
  ];
}

/** The library has nothing to find. */
function noEssays({ library, libraries, keymap }: State): Span[][] {
  const back = hint(keymap, "search", "back", "goes back");
  const left = leftOut(library);
  const why = left.length > 0 ? left : [`${libraryName(library)} has no essays.`];
  const hasOthers = libraries.some(({ root }) => root !== library.root);
  const other = hasOthers ? hint(keymap, "shelf", "libraries", "opens another library there") : [];
  return [
    [span("There is nothing to search.", "strong")],
    ...why.map((words) => [span(words, "quiet")]),
    [span(`${[...back, ...other].join(", ")}.`, "quiet")],
  ];
}

function noMatch(search: Search, state: State): Span[][] {
  const { keymap } = state;
  return [
    [span(`No essay matches “${isolated(label(search.query.trim()))}”.`, "strong")],
    [span(whereWords(state), "quiet")],
    betterRuns(search, state),
    [span(search.suggestion === undefined ? widerWords(search.query) : "", "quiet")],
    [span(hint(keymap, "search", "back", "goes back.").join(""), "quiet")],
  ];
}

/** The library that was searched. The search does not depend on what the shelf lists. */
function whereWords({ library, shelf }: State): string {
  const where = `Searched: ${counted(library.essays.length, "essay")} of ${libraryName(library)}`;
  const isPart = shelf.tags.length > 0 || shelf.read !== "any";
  return `${where}, with titles, notes and tags${isPart ? ", also those that the shelf does not list now" : ""}.`;
}

/** A better spelling, and the key that searches for it. */
function betterRuns({ suggestion }: Search, { keymap }: State): Span[] {
  if (suggestion === undefined) return [];
  const [searches = ""] = hint(keymap, "search", "open", "searches for it.");
  return [
    span("Did you mean ", "quiet"),
    span(isolated(label(suggestion)), "strong"),
    span(`? ${searches}`, "quiet"),
  ];
}

/** The words about a query that may find more; empty if none is known. */
function widerWords(query: string): string {
  const words = query.trim().split(/\s+/);
  if (words.some((word) => /^[-(/]|:|\b(?:OR|AND|NOT|NEAR)\b/.test(word))) return "";
  if (query.includes('"')) return "Without quotation marks, the words may be anywhere in an essay.";
  if (words.length > 1) return "An essay must have every word: write OR between words to find either.";
  return words[0]!.endsWith("*")
    ? ""
    : `${isolated(`${label(words[0]!)}*`)} finds every word that begins with it.`;
}
