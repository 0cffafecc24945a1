/**
 * Front matter's keys, whatever their case, and dotted paths into nested maps.
 */
import type { FrontMatter } from "./essay.ts";

/** Front matter with its keys in lower case; the first spelling of a key wins. */
export type Keys = ReadonlyMap<string, unknown>;

/** The keys of parsed front matter; none if it is no table. */
export function keysOf(data: unknown): Keys {
  const keys = new Map<string, unknown>();
  if (typeof data !== "object" || data === null || Array.isArray(data)) return keys;
  for (const [key, value] of Object.entries(data)) {
    const lower = key.toLowerCase();
    if (!keys.has(lower)) keys.set(lower, value);
  }
  return keys;
}

/** The value at `name`, or at a dotted path such as `popularity.score`. */
export function valueAt(keys: Keys, name: string): unknown {
  let rest = name.toLowerCase();
  let known = keys;
  while (!known.has(rest)) {
    const dot = rest.indexOf(".");
    const inner = dot < 0 ? undefined : known.get(rest.slice(0, dot));
    if (inner === undefined) return undefined;
    known = keysOf(inner);
    rest = rest.slice(dot + 1);
  }
  return known.get(rest);
}

/** As `valueAt`, on the front matter itself. */
export function frontMatterValue(data: FrontMatter, name: string): unknown {
  return valueAt(keysOf(data), name);
}
