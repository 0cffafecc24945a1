/**
 * What is remembered, as records that machines exchange: lines of JSON, which any order of joining makes the same.
 *
 *     {"kind":"essay","id":"~/essays/a.md","fields":{"place":[{…},1764354000000],"finished":[true,1764354000000]}}
 *     {"kind":"bookmark","id":"[\"~/essays/a.md\",3,\"The third\"]","fields":{},"erased":1764354060000}
 *
 * Of each field the value that was set last holds; of two from the same millisecond, the one that is greater as text. What was
 * set up to the time `erased` is gone.
 */
import { joined as joinedFields, type MarkFields } from "./mark-fields.ts";

export interface StateRecord {
  /** `essay`, `bookmark`, `mark`; a newer ibid may have others. */
  readonly kind: string;
  readonly id: string;
  /** Values, each with the time at which it was set, in milliseconds of Unix time. */
  readonly fields: MarkFields;
  /** When it was removed last; absent if it never was. */
  readonly erased?: number;
  /** When it was made first; absent where nobody asks. */
  readonly made?: number;
}

/** Both versions of a record as one. */
export function joinedRecord(one: StateRecord, other: StateRecord): StateRecord {
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

/** All records of several lists, each once, in the order of their kinds and names. */
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

/** A line of a file that is no record, and why. */
export class StateLineError extends Error {}

/** The records in lines of JSON. Throws `StateLineError`, which names the line. */
export function readRecords(text: string): StateRecord[] {
  return text.split("\n").flatMap((line, index): StateRecord[] => {
    if (line.trim() === "") return [];
    const record = recordIn(line);
    if (!record) throw new StateLineError(`line ${index + 1}: no record of ibid's state`);
    return [record];
  });
}

function recordIn(line: string): StateRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { kind, id, fields, erased, made } = value;
  const isOne =
    typeof kind === "string" &&
    typeof id === "string" &&
    isObject(fields) &&
    Object.values(fields).every(isStamped) &&
    [erased, made].every((time) => time === undefined || Number.isSafeInteger(time));
  const record = value as unknown as StateRecord;
  return isOne && (SOUND[kind]?.(record) ?? true) ? record : undefined;
}

/** What a record of each kind must have besides. */
const SOUND: Readonly<Record<string, (record: StateRecord) => boolean>> = {
  bookmark: ({ id }) => bookmarkIn(id) !== undefined,
  mark: ({ fields }) => {
    const [essay, anchor] = [fields["essay"]?.[0], fields["anchor"]?.[0]];
    const isPlaced = isObject(anchor) && isObject(anchor["start"]) && isObject(anchor["end"]);
    return (
      isObject(essay) && typeof essay["file"] === "string" && isPlaced && typeof anchor["words"] === "string"
    );
  },
};

/** What a bookmark's name says: its file, its block, and how that begins; undefined if it is none. */
export function bookmarkIn(id: string): readonly [file: string, block: number, words: string] | undefined {
  try {
    const [file, block, words, ...rest] = JSON.parse(id) as unknown[];
    const isOne = typeof file === "string" && typeof block === "number" && typeof words === "string";
    return isOne && rest.length === 0 ? [file, block, words] : undefined;
  } catch {
    return undefined;
  }
}

function isStamped(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && Number.isSafeInteger(value[1]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
