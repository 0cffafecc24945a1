/**
 * The fields of a mark, each with the time of its last change. The later of two versions of a field
 * wins; if the times are equal, the one that sorts higher as text. So the order in which versions are
 * merged makes no difference.
 */
import type { Anchor, Mark, SeenAnchor } from "../marks/mark.ts";
import { isSeenOf } from "../marks/seen-of.ts";
import { soundAnchor, soundEssay, soundSeen, unsoundField } from "./sound-fields.ts";
import { isRecord } from "../text/is-record.ts";
import { largest } from "../text/extremes.ts";

/** A value, and the time at which it was set, in milliseconds of Unix time. The value of a removed field is null. */
type Stamped = readonly [value: unknown, at: number];

/** Fields by name: `essay`, `anchor`, `seen`, `note`, `removed`, and `extra.NAME` for fields of other programs. */
export type MarkFields = Readonly<Record<string, Stamped>>;

const EXTRA = "extra.";

/** The fields in `change`, with the time `at`. */
export function fieldsOf(
  change: { readonly [Name in keyof Mark]?: Mark[Name] | undefined },
  at: number,
): MarkFields {
  const { extra = {}, ...own } = change;
  return Object.fromEntries([
    ...Object.entries(own).map(([name, value]) => [name, [value ?? null, at]] as const),
    ...Object.entries(extra).map(([name, value]) => [EXTRA + name, [value ?? null, at]] as const),
  ]);
}

/** Merges two versions field by field: the later value wins. */
export function joined(one: MarkFields, other: MarkFields): MarkFields {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(names.map((name) => [name, later(one[name], other[name])!]));
}

function later(one: Stamped | undefined, other: Stamped | undefined): Stamped | undefined {
  if (!one || !other) return one ?? other;
  if (one[1] !== other[1]) return one[1] > other[1] ? one : other;
  return JSON.stringify(one[0]) >= JSON.stringify(other[0]) ? one : other;
}

/** The valid fields of a stored mark; empty if its text is not JSON. */
export function storedFields(text: unknown): MarkFields {
  let value: unknown;
  try {
    value = JSON.parse(String(text));
  } catch {
    return {};
  }
  if (!isRecord(value)) return {};
  const sound = Object.entries(value).filter((field) => !unsoundField("mark", Object.fromEntries([field])));
  return Object.fromEntries(sound) as MarkFields;
}

/** The mark of these fields; undefined if they do not name its essay and its words. */
export function markOf(id: string, made: number, fields: MarkFields): Mark | undefined {
  const value = (name: string): unknown => fields[name]?.[0] ?? undefined;
  const extra = Object.entries(fields).flatMap(([name, [own]]): [string, unknown][] =>
    name.startsWith(EXTRA) && own !== null ? [[name.slice(EXTRA.length), own]] : [],
  );
  const [essay, anchor] = [soundEssay(value("essay")), soundAnchor(value("anchor"))];
  if (!essay || !anchor) return undefined;
  const seen = seenOf(fields, anchor);
  const changes = Object.entries(fields).filter(([name]) => name !== "seen");
  return {
    id,
    made,
    essay,
    anchor,
    ...(seen && { seen }),
    note: value("note") as string | undefined,
    changed: largest(
      changes.map(([, [, at]]) => at),
      made,
    ),
    removed: value("removed") as number | undefined,
    extra: Object.fromEntries(extra),
  };
}

/** The anchor of the mark as it was seen last; undefined if it was seen on other words only, before it was attached to these by hand. */
function seenOf(
  { seen: stamped, anchor: [, set] = [undefined, 0] }: MarkFields,
  anchor: Anchor,
): SeenAnchor | undefined {
  const [value, at = -1] = stamped ?? [];
  const seen = soundSeen(value);
  // An older version did not say for which anchor it was made; then the time tells, too.
  const isTold = seen?.of !== undefined || at >= set;
  return seen && isTold && isSeenOf(seen, anchor) ? seen : undefined;
}
