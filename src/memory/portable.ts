/**
 * Records for another machine: paths in the home folder are relative to it, because homes have different names.
 */
import { bookmarkIn, type StateRecord } from "./state-record.ts";
import { isRecord } from "../text/is-record.ts";

/** Replaces `home` at the start of the record's paths by `~`, with `/` in them on every system; `separator` is the one of this system. */
export function portable(record: StateRecord, home: string, separator: string): StateRecord {
  return withFiles(record, (file) =>
    file.startsWith(home + separator) ? `~/${file.slice(home.length + 1).replaceAll(separator, "/")}` : file,
  );
}

/** Replaces `~` at the start of the record's paths by `home`. */
export function local(record: StateRecord, home: string, separator: string): StateRecord {
  return withFiles(record, (file) =>
    file.startsWith("~/") ? home + separator + file.slice(2).replaceAll("/", separator) : file,
  );
}

function withFiles(record: StateRecord, change: (file: string) => string): StateRecord {
  if (record.kind === "essay" || record.kind === "queue") return { ...record, id: change(record.id) };
  if (record.kind === "bookmark") {
    const [file, ...rest] = bookmarkIn(record.id) ?? [""];
    return { ...record, id: JSON.stringify([change(file), ...rest]) };
  }
  const stamped = record.fields["essay"];
  if (record.kind !== "mark" || !stamped) return record;
  const [essay] = stamped;
  if (!isRecord(essay) || typeof essay["file"] !== "string") return record;
  const own = { ...essay, file: change(essay["file"]) };
  return { ...record, fields: { ...record.fields, essay: [own, stamped[1]] } };
}
