/**
 * Notes as a page of Markdown: essay, heading, quotation, note, date, and a link back.
 *
 *     # The title
 *
 *     ## A heading
 *
 *     > The passage.
 *
 *         The user's note.
 *
 *     — 28 November 2026, [essays/the-title.md#L12](essays/the-title.md#L12)
 */
import { longDate } from "../../essay/date.ts";
import { day } from "../../text/timestamp.ts";
import { visibleAddress, visibleLines } from "../../text/visible.ts";
import { type Noted, type NotedEssay, onOneLine, sourceAddress } from "./noted.ts";

export function notesMarkdown(essays: readonly NotedEssay[]): string {
  return essays.map((essay) => `${pageOf(essay).join("\n\n")}\n`).join("\n");
}

/** The user's marks as a section for the essay's own page. */
export function notesSection(essay: NotedEssay): string {
  const parts = essay.notes.flatMap((note) => noteOf(essay, note));
  return `${["## Highlights and notes", ...parts].join("\n\n")}\n`;
}

/** The essay's notes in the order of the text, under their headings; orphans at the end. */
function pageOf(essay: NotedEssay): string[] {
  const there = essay.notes.filter(({ state }) => state !== "orphan");
  const orphans = essay.notes.filter(({ state }) => state === "orphan");
  const section = (title: string, notes: readonly Noted[]): string[] =>
    notes.length === 0 ? [] : [`## ${title}`, ...notes.flatMap((note) => noteOf(essay, note))];
  let last: string | undefined;
  const parts = there.flatMap((note) => {
    const head = note.heading === last || note.heading === undefined ? [] : [`## ${escaped(note.heading)}`];
    last = note.heading ?? last;
    return [...head, ...noteOf(essay, note)];
  });
  return [
    `# ${escaped(essay.title)}`,
    ...parts,
    ...section(
      "No longer in the text",
      orphans.filter(({ isUncertain }) => !isUncertain),
    ),
    ...section(
      "In the text, but uncertain where",
      orphans.filter(({ isUncertain }) => isUncertain),
    ),
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
    ...(mark.note === undefined || mark.note.trim() === "" ? [] : [plainText(mark.note.trim())]),
    `— ${longDate(day(mark.made))}${where}, ${linkTo(essay, note)}`,
  ];
}

/** Paragraphs of a quotation; lines that follow each other closely (items, cells, code) keep doing so. */
function quoted(words: string): string {
  return linesOf(words)
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("  \n");
}

/** The user's note: it is plain text, and no sign in it is markup. An empty line separates paragraphs. */
function plainText(note: string): string {
  return linesOf(note)
    .map((line, index, all) => `${line}${line === "" || (all[index + 1] ?? "") === "" ? "" : "  "}`)
    .join("\n");
}

function linesOf(text: string): string[] {
  return visibleLines(text.replace(/\r\n?/g, "\n"))
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : escapedLine(line)));
}

/** The link back; if the essay's file does not exist, its place as text. */
function linkTo(essay: NotedEssay, note: Noted): string {
  const place = sourceAddress(essay, note);
  if (!essay.essay) return escaped(place);
  const address = visibleAddress(place.replace(/[<>\u0000-\u001f\u007f-\u009f]/g, encodeURIComponent));
  const target = /[\s()]/.test(address) ? `<${address}>` : address;
  return `[${escaped(place)}](${target})`;
}

function escaped(text: string): string {
  return escapedLine(visibleLines(onOneLine(text)));
}

/**
 * Signs that ibid and other programs read as markup anywhere in a line. An address is written as a link, because
 * its signs can't be escaped.
 */
const SIGNS = /https?:\/\/[^\s<>]+|[\\`*_[\]<>|~^${}]|&(?=#?\w)|=(?==)|%(?=%)|:(?=[a-z+:-])/g;

/**
 * A line of plain text, escaped for Markdown (CommonMark 2.4). Blanks at its start become no-break spaces,
 * because four blanks would make it code.
 */
function escapedLine(text: string): string {
  return text
    .replace(SIGNS, (sign) => (sign.length > 1 ? address(sign) : `\\${sign}`))
    .replace(/^[ \t]+/, (blanks) => blanks.replaceAll("\t", "    ").replaceAll(" ", "\u00a0"))
    .replace(
      /^(\s*)([-+](?=[-+\s]|$)|=(?=\s*$)|:|#{1,6}(?=\s|$)|!{3}|\?{3}|\d{1,9}[.)](?=\s|$))/,
      (_, blanks: string, sign: string) =>
        /^\d/.test(sign) ? `${blanks}${sign.slice(0, -1)}\\${sign.at(-1)}` : `${blanks}\\${sign}`,
    );
}

/** An address as a link; the punctuation after it belongs to the sentence. */
function address(text: string): string {
  let end = text.length;
  while (end > 0 && ".,;:!?)]}'\"*_".includes(text[end - 1]!)) end--;
  const rest = text.slice(end).replace(/[\]}*_]/g, (sign) => `\\${sign}`);
  return `<${text.slice(0, end)}>${rest}`;
}
