/**
 * Converts the tables of the memory to records, and back.
 */
import type { Database } from "../system/sqlite.ts";
import { markOf, storedFields } from "./mark-fields.ts";
import { bookmarkIn, joinedRecord, type StateRecord } from "./state-record.ts";
import { tableOf } from "../text/own.ts";

type Row = Record<string, unknown>;

/** Stores the time of a removal. */
export function bury(database: Database, kind: string, id: string, at: number): void {
  database
    .prepare(
      `INSERT INTO tombstones (kind, id, at) VALUES (?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET at = max(at, excluded.at)`,
    )
    .run(kind, id, at);
}

/** The id of a bookmark, the same on every machine. */
export function bookmarkId({ file, block, words }: Row): string {
  return JSON.stringify([file, block, words]);
}

/** All records, including those of removed items. */
export function recordsIn(database: Database): StateRecord[] {
  const all = new Map<string, StateRecord>();
  const add = (record: StateRecord): void => void all.set(`${record.kind} ${record.id}`, record);
  for (const row of database.prepare("SELECT * FROM tombstones").all())
    add({ kind: String(row["kind"]), id: String(row["id"]), fields: {}, erased: Number(row["at"]) });
  for (const own of READERS.flatMap((read) => read(database))) {
    const grave = all.get(`${own.kind} ${own.id}`);
    add(grave ? joinedRecord(own, grave) : own);
  }
  return [...all.values()];
}

function essayRecords(database: Database): StateRecord[] {
  return database
    .prepare("SELECT * FROM essays")
    .all()
    .map((row) => {
      const { file, percent, block, words, note, offset, at, finished, finished_at: finishedAt } = row;
      const place = { percent, block, words, note, offset };
      const isFinished = [finished === 1, Math.max(Number(finishedAt), 0)] as const;
      return {
        kind: "essay",
        id: String(file),
        fields: { place: [place, Number(at)], finished: isFinished },
      };
    });
}

function bookmarkRecords(database: Database): StateRecord[] {
  return database
    .prepare("SELECT * FROM bookmarks")
    .all()
    .map((row) => {
      const { note, offset, line, at } = row;
      return {
        kind: "bookmark",
        id: bookmarkId(row),
        fields: { place: [{ note, offset, line }, Number(at)] },
      };
    });
}

function markRecords(database: Database): StateRecord[] {
  return database
    .prepare("SELECT * FROM marks")
    .all()
    .map(({ id, made, fields }) => ({
      kind: "mark",
      id: String(id),
      made: Number(made),
      fields: storedFields(fields),
    }));
}

function queueRecords(database: Database): StateRecord[] {
  return database
    .prepare("SELECT file, place, at FROM queue")
    .all()
    .map(({ file, place, at }) => ({
      kind: "queue",
      id: String(file),
      fields: { place: [Number(place), Number(at)] },
    }));
}

const READERS = [essayRecords, bookmarkRecords, markRecords, queueRecords];

/** Merges records with the stored ones; returns the number of changed records. Unknown kinds are skipped. */
export function takeInto(database: Database, records: readonly StateRecord[]): number {
  const known = new Map(recordsIn(database).map((record) => [`${record.kind} ${record.id}`, record]));
  let changed = 0;
  for (const record of records) {
    const put = WRITERS[record.kind];
    if (!put) continue;
    const before = known.get(`${record.kind} ${record.id}`);
    const after = joinedRecord(before ?? record, record);
    if (before && JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))) continue;
    put(database, after);
    known.set(`${record.kind} ${record.id}`, after);
    if (after.erased !== undefined) bury(database, record.kind, record.id, after.erased);
    changed++;
  }
  return changed;
}

function sorted({ fields, ...rest }: StateRecord): unknown {
  return [rest.made, rest.erased, Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))];
}

const WRITERS = tableOf<(database: Database, record: StateRecord) => void>({
  essay: putEssay,
  bookmark: putBookmark,
  mark: putMark,
  queue: putQueued,
});

type Cell = string | number | null;

/** A value of a place, in the form for its column. */
function cell(place: Row, name: string): Cell {
  const value = place[name];
  return typeof value === "string" || typeof value === "number" ? value : null;
}

/** Stores an essay; a field that is missing has the time 0. */
function putEssay(database: Database, { id, fields }: StateRecord): void {
  database.prepare("DELETE FROM essays WHERE file = ?").run(id);
  if (Object.keys(fields).length === 0) return;
  const [place, at] = (fields["place"] ?? [{}, 0]) as readonly [Row, number];
  const [finished, finishedAt] = fields["finished"] ?? [false, 0];
  const columns = ["percent", "block", "words", "note", "offset"].map((name) => cell(place, name));
  const [percent = 0, block = -1, words = "", note = null, offset = 0] = columns;
  database
    .prepare(
      `INSERT INTO essays (file, percent, block, words, note, offset, at, finished, finished_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      percent ?? 0,
      block ?? -1,
      words ?? "",
      note,
      offset ?? 0,
      at,
      finished === true ? 1 : 0,
      finishedAt,
    );
}

function putBookmark(database: Database, { id, fields }: StateRecord): void {
  const [file, block, words] = bookmarkIn(id) ?? ["", -1, ""];
  database
    .prepare("DELETE FROM bookmarks WHERE file = ? AND block = ? AND words = ?")
    .run(file, block, words);
  const [place, at] = (fields["place"] ?? [undefined, 0]) as readonly [Row | undefined, number];
  if (!place) return;
  database
    .prepare(
      "INSERT INTO bookmarks (file, block, words, note, offset, line, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .run(file, block, words, cell(place, "note"), cell(place, "offset") ?? 0, cell(place, "line") ?? "", at);
}

function putMark(database: Database, { id, made = 0, fields }: StateRecord): void {
  const file = markOf(id, made, fields)?.essay.file ?? "";
  database
    .prepare("INSERT OR REPLACE INTO marks (id, file, made, fields) VALUES (?, ?, ?, ?)")
    .run(id, file, made, JSON.stringify(fields));
}

function putQueued(database: Database, { id, fields }: StateRecord): void {
  database.prepare("DELETE FROM queue WHERE file = ?").run(id);
  const [place, at] = fields["place"] ?? [];
  if (typeof place === "number" && at !== undefined)
    database.prepare("INSERT INTO queue (file, place, at) VALUES (?, ?, ?)").run(id, place, at);
}
