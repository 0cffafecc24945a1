/**
 * Notes as a page of Markdown worth keeping: essay, heading, quotation, note, date, and the way back.
 *
 *     # The title
 *
 *     ## A heading
 *
 *     > The passage.
 *
 *     What the user noted.
 *
 *     — 28 November 2026, [essays/the-title.md#L12](essays/the-title.md#L12)
 */
import { longDate } from "../../essay/date.ts";
import { day } from "../../text/timestamp.ts";
import { visibleLines } from "../../text/visible.ts";
import { type Noted, type NotedEssay, onOneLine, placeOf } from "./noted.ts";

export function notesMarkdown(essays: readonly NotedEssay[]): string {
  return essays.map((essay) => `${pageOf(essay).join("\n\n")}\n`).join("\n");
}

/** The user's marks as a section for the essay's own page. */
export function notesSection(essay: NotedEssay): string {
  const parts = essay.notes.flatMap((note) => noteOf(essay, note));
  return `${["## Highlights and notes", ...parts].join("\n\n")}\n`;
}

/** The essay's notes in the order of the text, under the headings that they stand under; orphans at the end. */
function pageOf(essay: NotedEssay): string[] {
  const there = essay.notes.filter(({ state }) => state !== "orphan");
  const orphans = essay.notes.filter(({ state }) => state === "orphan");
  let last: string | undefined;
  const parts = there.flatMap((note) => {
    const head = note.heading === last || note.heading === undefined ? [] : [`## ${escaped(note.heading)}`];
    last = note.heading ?? last;
    return [...head, ...noteOf(essay, note)];
  });
  const gone = orphans.flatMap((note) => noteOf(essay, note));
  return [
    `# ${escaped(essay.title)}`,
    ...parts,
    ...(gone.length === 0 ? [] : ["## No longer in the text", ...gone]),
  ];
}

function noteOf(essay: NotedEssay, note: Noted): string[] {
  const { mark, state, words } = note;
  const was = state === "reworded" ? [`Now: “${escaped(words)}”`] : [];
  const where =
    state === "orphan" && note.heading !== undefined ? `, once under “${escaped(note.heading)}”` : "";
  return [
    quoted(mark.anchor.words),
    ...was,
    ...(mark.note === undefined ? [] : [visibleLines(mark.note.trim())]),
    `— ${longDate(day(mark.made))}${where}, ${linkTo(placeOf(essay, note))}`,
  ];
}

/** Paragraphs of a quotation; lines that follow each other closely (items, cells, code) keep doing so. */
function quoted(words: string): string {
  return visibleLines(words)
    .split("\n")
    .map((line) => (line.trim() === "" ? ">" : `> ${escapedLine(line)}`))
    .join("  \n");
}

function linkTo(place: string): string {
  const target = /[\s()<>]/.test(place) ? `<${place.replace(/[<>]/g, encodeURIComponent)}>` : place;
  return `[${escaped(place)}](${target})`;
}

function escaped(text: string): string {
  return escapedLine(visibleLines(onOneLine(text)));
}

/** A line of text as Markdown that says just that (CommonMark 2.4). */
function escapedLine(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]|&(?=#?\w)/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+#=]|\d{1,9}[.)])(?=\s|$)/, (_, blanks: string, sign: string) =>
      sign.length > 1 ? `${blanks}${sign.slice(0, -1)}\\${sign.at(-1)}` : `${blanks}\\${sign}`,
    );
}
