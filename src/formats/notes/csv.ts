/**
 * Notes as comma-separated values (RFC 4180), in Readwise's columns.
 */
import { fnv1a } from "../../text/hash.ts";
import { readTimestamp, timestamp } from "../../text/timestamp.ts";
import { toCsv, withFormula } from "../csv.ts";
import { asExtra, extraOf, textIn } from "./fields.ts";
import { type NotedEssay, NotesFileError, sourceAddress, type ReadMark } from "./noted.ts";

const COLUMNS = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];

export function notesCsv(essays: readonly NotedEssay[]): string {
  const others = [
    ...new Set(essays.flatMap(({ notes }) => notes.flatMap(({ mark }) => Object.keys(extraOf(mark, "csv"))))),
  ].sort();
  const own = others.filter((name) => !COLUMNS.includes(name));
  const rows = essays.flatMap((essay) =>
    essay.notes.map((note): string[] => {
      const extra = extraOf(note.mark, "csv");
      return [
        note.mark.anchor.words,
        essay.title,
        textIn(extra["Author"]) ?? authorOf(essay),
        essay.address ?? sourceAddress(essay, note),
        note.mark.note ?? "",
        String(note.lines[0]),
        timestamp(note.mark.made).slice(0, 19).replace("T", " "),
        ...own.map((name) => textIn(extra[name]) ?? ""),
      ];
    }),
  );
  return toCsv([[...COLUMNS, ...own], ...rows], { end: "\r\n", hasLines: true });
}

function authorOf({ essay }: NotedEssay): string {
  const author = essay?.data["author"];
  return typeof author === "string" ? author : "";
}

/** Reads marks from comma-separated values. Throws `NotesFileError`. */
export function readNotesCsv(text: string): ReadMark[] {
  const [header = [], ...rows] = readCsv(text.replace(/^\ufeff/, ""));
  if (!header.includes("Highlight")) throw new NotesFileError("line 1: there is no column Highlight");
  return rows.flatMap((row, index): ReadMark[] => {
    const fields = Object.fromEntries(header.map((name, column) => [name, withFormula(row[column] ?? "")]));
    const words = fields["Highlight"]!.trim();
    if (words === "" && row.every((one) => one === "")) return [];
    if (words === "") throw new NotesFileError(`row ${index + 2}: its Highlight is empty`);
    return [readRow(fields, words)];
  });
}

function readRow(fields: Readonly<Record<string, string>>, words: string): ReadMark {
  const { Title = "", URL: url = "", Note = "", Location = "", Date: date = "" } = fields;
  const line = Number(Location);
  const made = readTimestamp(date);
  const others = Object.entries(fields).filter(([name, value]) => !CONSUMED.has(name) && value !== "");
  return {
    id: `csv-${fnv1a(JSON.stringify([Title, words, date, Location, Note]))}`,
    essay: { ...(Title !== "" && { title: Title }), ...pathIn(url) },
    anchor: { words, ...(Number.isInteger(line) && line > 0 && { lines: [line, line] as const }) },
    note: Note === "" ? undefined : Note,
    made,
    changed: made,
    extra: asExtra("csv", Object.fromEntries(others)),
  };
}

const CONSUMED = new Set(["Highlight", "Title", "URL", "Note", "Location", "Date"]);

function pathIn(url: string): { path?: string } {
  const [path = ""] = url.split("#");
  return path === "" || path.includes("://") ? {} : { path };
}

/** Rows of cells. One pass: a cell in quotation marks may hold line feeds. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    const [value, next] = readCell(text, at);
    row.push(value);
    at = next + 1;
    if (text[next] === ",") {
      if (at === text.length) row.push("");
      continue;
    }
    if (text[next] === "\r" && text[at] === "\n") at++;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** A cell, and the offset of the sign that ends it. */
function readCell(text: string, start: number): [value: string, end: number] {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !",\r\n".includes(text[end]!)) end++;
    return [text.slice(start, end), end];
  }
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, end));
    if (text[end + 1] !== '"') return [parts.join(""), Math.min(text.length, end + 1)];
    parts.push('"');
    at = end + 2;
  }
}
