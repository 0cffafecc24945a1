/**
 * Notes as comma-separated values (RFC 4180), in the columns that Readwise imports. The columns of its own export are read too.
 */
import { fnv1a } from "../../text/hash.ts";
import { timestamp } from "../../text/timestamp.ts";
import { toCsv, withFormula } from "../csv.ts";
import { WEB } from "../../links/address.ts";
import { csvRows } from "./csv-rows.ts";
import { asExtra, extraOf, textIn } from "./fields.ts";
import { type NotedEssay, NotesFileError, type ReadMark, type ReadNotes, sourceAddress } from "./noted.ts";
import { Reading } from "./reading.ts";

const COLUMNS = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];
/** The column that says what `Location` counts. */
const LOCATION_TYPE = "Location Type";
/** The columns by their names in lower case, also by those of Readwise's own export. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ...[...COLUMNS, LOCATION_TYPE].map((name) => [name.toLowerCase(), name] as const),
  ["book title", "Title"],
  ["book author", "Author"],
  ["highlighted at", "Date"],
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
        textIn(extra["Location"]) ?? String(note.lines?.[0] ?? ""),
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

/**
 * Reads marks from comma-separated values, or values with semicolons or tabs between them; the case of the columns' names makes no
 * difference. A row without a highlight is left out. Throws `NotesFileError`.
 */
export function readNotesCsv(text: string): ReadNotes {
  const [first, ...rows] = csvRows(text, isNotesHeader);
  const header = namesOf(first?.cells ?? []);
  if (!header.includes("Highlight")) throw new NotesFileError("line 1: there is no column Highlight");
  const reading = new Reading();
  for (const { cells, line } of rows) {
    if (cells.every((one) => one === "")) continue;
    const fields = Object.fromEntries(header.map((name, column) => [name, withFormula(cells[column] ?? "")]));
    reading.take(readRow(fields, `line ${line}`, reading), `line ${line}`, fields["Note"]);
  }
  return reading;
}

/** Whether these are the names of columns, one of which has the highlights. */
export function isNotesHeader(cells: readonly string[]): boolean {
  return namesOf(cells).includes("Highlight");
}

/** The names of the columns as ibid writes them. A column whose name another one has is known by its own. */
function namesOf(cells: readonly string[]): string[] {
  const names = cells.map((name) => name.trim());
  const usual = names.map((name) => USUAL.get(name.toLowerCase()) ?? name);
  return names.map((name, column) => {
    const own = usual[column]!;
    const isTaken = name !== own && (names.includes(own) || usual.indexOf(own) < column);
    return isTaken ? name : own;
  });
}

/** A mark; undefined for a row without words. */
function readRow(
  fields: Readonly<Record<string, string>>,
  place: string,
  reading: Reading,
): ReadMark | undefined {
  const { Title = "", URL: url = "", Note = "", Location = "", Date: date = "" } = fields;
  const words = (fields["Highlight"] ?? "").trim();
  if (words === "") return undefined;
  // A page, or a place in a book of Amazon's, is no line.
  const isLine = (fields[LOCATION_TYPE] ?? "") === "";
  const line = isLine ? Number(Location) : Number.NaN;
  const made = reading.time(date, place);
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

const CONSUMED = new Set(["Highlight", "Title", "URL", "Note", "Location", "Date"]);

function sourceIn(url: string): Pick<ReadMark["essay"], "path" | "address"> {
  const [source = ""] = url.split("#");
  if (WEB.test(source)) return { address: source };
  return source === "" || source.includes("://") ? {} : { path: source };
}
