/**
 * A mark by its fields, each with the time of its last change. Of two versions of a field the later one holds; of two from the same
 * millisecond, the one that is greater as text: whoever joins what, in whichever order, gets the same.
 */
import type { Anchor, Mark, MarkedEssay } from "../marks/mark.ts";

/** A value, and when it was set, in milliseconds of Unix time. A field that is taken away is null. */
type Stamped = readonly [value: unknown, at: number];

/** By name: `essay`, `anchor`, `note`, `removed`, and `extra.NAME` for what another program wrote. */
export type MarkFields = Readonly<Record<string, Stamped>>;

const EXTRA = "extra.";

/** The fields that are set in `change`, as changed at `at`. */
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

/** Both, each field as it was set last. */
export function joined(one: MarkFields, other: MarkFields): MarkFields {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(names.map((name) => [name, later(one[name], other[name])!]));
}

function later(one: Stamped | undefined, other: Stamped | undefined): Stamped | undefined {
  if (!one || !other) return one ?? other;
  if (one[1] !== other[1]) return one[1] > other[1] ? one : other;
  return JSON.stringify(one[0]) >= JSON.stringify(other[0]) ? one : other;
}

export function markOf(id: string, made: number, fields: MarkFields): Mark {
  const value = (name: string): unknown => fields[name]?.[0] ?? undefined;
  const extra = Object.entries(fields).flatMap(([name, [own]]): [string, unknown][] =>
    name.startsWith(EXTRA) && own !== null ? [[name.slice(EXTRA.length), own]] : [],
  );
  return {
    id,
    made,
    essay: value("essay") as MarkedEssay,
    anchor: value("anchor") as Anchor,
    note: value("note") as string | undefined,
    changed: Math.max(made, ...Object.values(fields).map(([, at]) => at)),
    removed: value("removed") as number | undefined,
    extra: Object.fromEntries(extra),
  };
}
