/**
 * Notes as JSON and as lines of JSON, with all their fields. The format is a promise, as in json.ts.
 */
import { timestamp } from "../../text/timestamp.ts";
import { anchorJson, readAnchor } from "./anchor-json.ts";
import { asExtra, extraOf, type Fields, textIn, without } from "./fields.ts";
import { type Noted, type NotedEssay, NotesFileError, type ReadMark, type ReadNotes } from "./noted.ts";
import { Reading } from "./reading.ts";
import { isRecord } from "../../text/is-record.ts";

export function notesJson(essays: readonly NotedEssay[]): object {
  return { version: 1, notes: essays.flatMap((essay) => essay.notes.map((note) => noteJson(essay, note))) };
}

export function noteJson(essay: NotedEssay, { mark, state, words, lines, heading }: Noted): Fields {
  return {
    ...extraOf(mark, "json"),
    id: mark.id,
    essay: { slug: essay.slug, title: essay.title, path: essay.path, file: essay.file },
    state,
    words,
    lines: lines ?? null,
    heading: heading ?? null,
    note: mark.note ?? null,
    made: timestamp(mark.made),
    changed: timestamp(mark.changed),
    anchor: anchorJson(mark.anchor),
    extra: without(mark.extra, "json"),
  };
}

const KNOWN = [
  "id",
  "essay",
  "state",
  "words",
  "lines",
  "heading",
  "note",
  "made",
  "changed",
  "anchor",
  "extra",
];

/** Reads marks from a file of JSON, or of lines of JSON. Throws `NotesFileError`. */
export function readNotesJson(value: unknown): ReadNotes {
  const notes: unknown = isRecord(value) && Array.isArray(value["notes"]) ? value["notes"] : value;
  if (!Array.isArray(notes))
    throw new NotesFileError("no notes in this JSON; ibid notes -f json writes a list named notes");
  if (isRecord(value) && value["version"] !== undefined && value["version"] !== 1)
    throw new NotesFileError(`version ${JSON.stringify(value["version"])} of this format is unknown`);
  const reading = new Reading();
  for (const [index, note] of notes.entries()) {
    const place = `note ${index + 1}`;
    reading.take(readNote(note, place, reading), place, isRecord(note) ? textIn(note["note"]) : undefined);
  }
  return reading;
}

/** A mark; undefined for a note without words. */
function readNote(value: unknown, place: string, reading: Reading): ReadMark | undefined {
  if (!isRecord(value)) return undefined;
  const essay = isRecord(value["essay"]) ? value["essay"] : {};
  const anchor = readAnchor(value["anchor"]);
  const words = anchor.words ?? textIn(value["words"]);
  if (words === undefined || words.trim() === "") return undefined;
  const id = textIn(value["id"]);
  return {
    ...(id !== undefined && { id }),
    essay: Object.fromEntries(
      ["slug", "title", "path", "file"].flatMap((name) => {
        const text = textIn(essay[name]);
        return text === undefined ? [] : [[name, text]];
      }),
    ),
    anchor: { ...anchor, words },
    note: textIn(value["note"]),
    made: reading.time(value["made"], place),
    changed: reading.time(value["changed"], place),
    extra: {
      ...(isRecord(value["extra"]) ? value["extra"] : {}),
      ...asExtra("json", without(value, ...KNOWN)),
    },
  };
}
