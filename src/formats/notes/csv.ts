/**
 * Notes as comma-separated values (RFC 4180), in the columns that Readwise imports. The columns of its own export are read too.
 */
import { fnv1a } from "../../text/hash.ts";
import { readTimestamp, timestamp } from "../../text/timestamp.ts";
import { toCsv, withFormula } from "../csv.ts";
import { WEB } from "../../links/address.ts";
import { asExtra, extraOf, textIn } from "./fields.ts";
import {
  type NotedEssay,
  NotesFileError,
  onOneLine,
  type ReadMark,
  type ReadNotes,
  sourceAddress,
} from "./noted.ts";

const COLUMNS = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];
/** The names of these columns in Readwise's own export. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["Book Title", "Title"],
  ["Book Author", "Author"],
  ["Highlighted at", "Date"],
]);

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
        textIn(extra["Location"]) ?? String(note.lines[0]),
        timestamp(note.mark.made).slice(0, 19).replace("T", " "),
        ...own.map((name) => textIn(extra[name]) ?? ""),
      ];
    }),
  );
  return toCsv([[...COLUMNS, ...own], ...rows], { end: "\r\n", hasLines: true, keepsSigns: true });
}

function authorOf({ essay }: NotedEssay): string {
  const author = essay?.data["author"];
  return typeof author === "string" ? author : "";
}

/** Reads marks from comma-separated values; a row without a highlight is left out. Throws `NotesFileError`. */
export function readNotesCsv(text: string): ReadNotes {
  const [first = [], ...rows] = readCsv(text.replace(/^\ufeff/, ""));
  const names = first.map((name) => name.trim());
  const header = names.map((name) => {
    const usual = ALIASES.get(name) ?? name;
    return names.includes(usual) ? name : usual;
  });
  if (!header.includes("Highlight")) throw new NotesFileError("line 1: there is no column Highlight");
  const marks: ReadMark[] = [];
  const wordless: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.every((one) => one === "")) continue;
    const fields = Object.fromEntries(header.map((name, column) => [name, withFormula(row[column] ?? "")]));
    const words = fields["Highlight"]!.trim();
    if (words === "") wordless.push(wordlessIn(fields, index + 2));
    else marks.push(readRow(fields, words));
  }
  return { marks, wordless };
}

/** A row without words, for a message: `row 7: “Its note.”` */
function wordlessIn({ Note: note = "" }: Readonly<Record<string, string>>, row: number): string {
  return note.trim() === "" ? `row ${row}` : `row ${row}: “${onOneLine(note)}”`;
}

function readRow(fields: Readonly<Record<string, string>>, words: string): ReadMark {
  const { Title = "", URL: url = "", Note = "", Location = "", Date: date = "" } = fields;
  // A page, or a place in a book of Amazon's, is no line.
  const isLine = (fields[LOCATION_TYPE] ?? "") === "";
  const line = isLine ? Number(Location) : Number.NaN;
  const made = readTimestamp(date);
  const others = Object.entries(fields).filter(
    ([name, value]) => value !== "" && (!CONSUMED.has(name) || (name === "Location" && !isLine)),
  );
  return {
    id: `csv-${fnv1a(JSON.stringify([Title, words, date, Location, Note]))}`,
    essay: { ...(Title !== "" && { title: Title }), ...sourceIn(url) },
    anchor: { words, ...(Number.isInteger(line) && line > 0 && { lines: [line, line] as const }) },
    note: Note === "" ? undefined : Note,
    made,
    changed: made,
    extra: asExtra("csv", Object.fromEntries(others)),
  };
}

/** The column that says what `Location` counts. */
const LOCATION_TYPE = "Location Type";
const CONSUMED = new Set(["Highlight", "Title", "URL", "Note", "Location", "Date"]);

function sourceIn(url: string): Pick<ReadMark["essay"], "path" | "address"> {
  const [source = ""] = url.split("#");
  if (WEB.test(source)) return { address: source };
  return source === "" || source.includes("://") ? {} : { path: source };
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
