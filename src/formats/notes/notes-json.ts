/**
 * Notes as JSON and as lines of JSON, with all their fields. The format is a promise, as in json.ts.
 */
import { readTimestamp, timestamp } from "../../text/timestamp.ts";
import { anchorJson, readAnchor } from "./anchor-json.ts";
import { asExtra, extraOf, type Fields, textIn, without } from "./fields.ts";
import { type Noted, type NotedEssay, NotesFileError, type ReadMark } from "./noted.ts";
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
    lines,
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
export function readNotesJson(value: unknown): ReadMark[] {
  const notes: unknown = isRecord(value) && Array.isArray(value["notes"]) ? value["notes"] : value;
  if (!Array.isArray(notes))
    throw new NotesFileError("no notes in this JSON; ibid notes -f json writes a list named notes");
  if (isRecord(value) && value["version"] !== undefined && value["version"] !== 1)
    throw new NotesFileError(`version ${JSON.stringify(value["version"])} of this format is unknown`);
  return notes.map(readNote);
}

function readNote(value: unknown, index: number): ReadMark {
  if (!isRecord(value)) throw new NotesFileError(`note ${index + 1}: not an object`);
  const essay = isRecord(value["essay"]) ? value["essay"] : {};
  const anchor = readAnchor(value["anchor"]);
  const words = anchor.words ?? textIn(value["words"]);
  if (words === undefined || words.trim() === "")
    throw new NotesFileError(`note ${index + 1}: it has no words`);
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
    made: readTimestamp(value["made"]),
    changed: readTimestamp(value["changed"]),
    extra: {
      ...(isRecord(value["extra"]) ? value["extra"] : {}),
      ...asExtra("json", without(value, ...KNOWN)),
    },
  };
}
