/**
 * Reads a file of notes in any of the formats.
 */
import { loadAll, YAMLException } from "js-yaml";
import { readNotesCsv } from "./csv.ts";
import { readNotesMrsf } from "./mrsf.ts";
import { NotesFileError, type ReadNotes } from "./noted.ts";
import { readNotesJson } from "./notes-json.ts";
import { readNotesW3c } from "./w3c.ts";
import { isRecord } from "../../text/is-record.ts";

/** The marks in a file: JSON or lines of it, W3C's annotations, sidecars of MRSF, comma-separated values. Throws `NotesFileError`. */
export function readNotes(text: string): ReadNotes {
  const json = parsed(text);
  if (json !== undefined) return readJson(json);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (/^\s*\{/.test(text)) {
    const values = lines.map(parsed);
    if (values.every((value) => value !== undefined)) return readNotesJson(values);
  }
  if (/^["']?mrsf_version["']?\s*:/m.test(text) || /"mrsf_version"/.test(text))
    return readNotesMrsf(yaml(text));
  if (/\bhighlight\b/i.test(lines.slice(0, 2).join("\n"))) return readNotesCsv(text);
  throw new NotesFileError(
    "not a file of notes: JSON, lines of JSON, W3C annotations, an MRSF sidecar, or CSV with a column Highlight",
  );
}

function readJson(json: unknown): ReadNotes {
  if (isRecord(json) && json["mrsf_version"] !== undefined) return readNotesMrsf([json]);
  const isW3c =
    isRecord(json) && ("@context" in json || "items" in json || "target" in json || "first" in json);
  const first: unknown = Array.isArray(json) ? json[0] : undefined;
  if (isW3c || (isRecord(first) && "target" in first)) return readNotesW3c(json);
  // A line of JSON by itself is one note.
  return readNotesJson(isRecord(json) && "anchor" in json ? [json] : json);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function yaml(text: string): unknown[] {
  try {
    return loadAll(text).filter((one) => one !== null && one !== undefined);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0 } = error.mark ?? {};
    throw new NotesFileError(`line ${line + 1}: ${error.reason}`, { cause: error });
  }
}
