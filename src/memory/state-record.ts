/**
 * Records that machines exchange: lines of JSON, which can be merged in any order with the same result.
 *
 *     {"kind":"essay","id":"~/essays/a.md","fields":{"place":[{…},1764354000000],"finished":[true,1764354000000]}}
 *     {"kind":"bookmark","id":"[\"~/essays/a.md\",3,\"The third\"]","fields":{},"erased":1764354060000}
 *
 * The latest value of each field wins; if the times are equal, the one that sorts higher as text. Values that
 * were set up to the time `erased` are removed.
 */
import { isTime } from "../text/timestamp.ts";
import { joined as joinedFields, type MarkFields } from "./mark-fields.ts";
import { unsoundField } from "./sound-fields.ts";
import { isRecord } from "../text/is-record.ts";

export interface StateRecord {
  /** `essay`, `bookmark`, `mark`, `queue`; a newer ibid may have others. */
  readonly kind: string;
  readonly id: string;
  /** Values, each with its time in milliseconds of Unix time. */
  readonly fields: MarkFields;
  /** The time of the last removal; absent if there was none. */
  readonly erased?: number;
  /** The time of creation, for kinds that have one. */
  readonly made?: number;
  /** A record of a newer ibid that has another form, as it is in the file. */
  readonly whole?: Readonly<Record<string, unknown>>;
}

const KINDS: ReadonlySet<string> = new Set(["essay", "bookmark", "mark", "queue"]);

/** Whether a record is of a kind that only a newer ibid has: it stays in a file, but the memory has no place for it. */
export function isUnknown({ kind }: Pick<StateRecord, "kind">): boolean {
  return !KINDS.has(kind);
}

/** What a file contains of a record. */
export function inFile(record: StateRecord): object {
  return record.whole ?? record;
}

/** Merges two versions of a record. */
export function joinedRecord(one: StateRecord, other: StateRecord): StateRecord {
  if (one.whole || other.whole)
    return JSON.stringify(one.whole ?? null) >= JSON.stringify(other.whole ?? null) ? one : other;
  const erased = Math.max(one.erased ?? -1, other.erased ?? -1);
  const made = Math.min(one.made ?? Infinity, other.made ?? Infinity);
  const fields = Object.entries(joinedFields(one.fields, other.fields)).filter(([, [, at]]) => at > erased);
  return {
    kind: one.kind,
    id: one.id,
    fields: Object.fromEntries(fields),
    ...(erased >= 0 && { erased }),
    ...(Number.isFinite(made) && { made }),
  };
}

/** Merges several lists of records; returns each record once, sorted by kind and id. */
export function joinedRecords(...lists: readonly (readonly StateRecord[])[]): StateRecord[] {
  const all = new Map<string, StateRecord>();
  for (const record of lists.flat()) {
    const key = JSON.stringify([record.kind, record.id]);
    const known = all.get(key);
    all.set(key, joinedRecord(known ?? record, record));
  }
  return Array.from(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, record]) => record);
}

/** A line of a file is not a record. */
export class StateLineError extends Error {}

/**
 * Reads records from lines of JSON. Throws `StateLineError`, which names the line, and the field if a field is at
 * fault.
 */
export function readRecords(text: string): StateRecord[] {
  return text.split("\n").flatMap((line, index): StateRecord[] => {
    if (line.trim() === "") return [];
    const record = recordIn(line);
    if (typeof record === "string") throw new StateLineError(`line ${index + 1}: ${record}`);
    return [record];
  });
}

const NO_RECORD = "not a record of ibid's state";

/** The record of a line, or its fault. */
function recordIn(line: string): StateRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return NO_RECORD;
  }
  if (!isRecord(value)) return NO_RECORD;
  const { kind, id, fields, erased, made } = value;
  if (typeof kind === "string" && isUnknown({ kind })) return ofNewer(value, kind);
  if (typeof kind !== "string" || typeof id !== "string" || !isRecord(fields)) return NO_RECORD;
  if (kind === "bookmark" && bookmarkIn(id) === undefined) return NO_RECORD;
  const lacks = kind === "mark" && ["essay", "anchor"].find((name) => !Object.hasOwn(fields, name));
  const field = lacks || unsoundField(kind, fields);
  if (field) return `the field ${JSON.stringify(field)} of the ${kind} has an invalid value`;
  const time = Object.entries({ erased, made }).find(([, own]) => own !== undefined && !isTime(own));
  return time ? `${time[0]} is not a time` : (value as unknown as StateRecord);
}

const NAMES: ReadonlySet<string> = new Set(["kind", "id", "fields", "erased", "made"]);

/** A record of a newer ibid: with the fields that every kind has, or as a whole. */
function ofNewer(value: Readonly<Record<string, unknown>>, kind: string): StateRecord {
  const { id, fields, erased, made } = value;
  const isUsual =
    typeof id === "string" &&
    isRecord(fields) &&
    unsoundField(kind, fields) === undefined &&
    [erased, made].every((time) => time === undefined || isTime(time)) &&
    Object.keys(value).every((name) => NAMES.has(name));
  if (isUsual) return value as unknown as StateRecord;
  return { kind, id: typeof id === "string" ? id : JSON.stringify(value), fields: {}, whole: value };
}

/** The file, block and first words in a bookmark's id; undefined if it is not an id. */
export function bookmarkIn(id: string): readonly [file: string, block: number, words: string] | undefined {
  try {
    const [file, block, words, ...rest] = JSON.parse(id) as unknown[];
    const isOne = typeof file === "string" && typeof block === "number" && typeof words === "string";
    return isOne && rest.length === 0 ? [file, block, words] : undefined;
  } catch {
    return undefined;
  }
}
