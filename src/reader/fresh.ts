/**
 * Essays that are new since the last visit, and not yet opened.
 */
import type { Essay } from "../essay/essay.ts";
import type { State } from "./state.ts";

type Freshness = Pick<State, "readings" | "fresh">;

export function isNew({ readings, fresh }: Freshness, { path }: Essay): boolean {
  return fresh.has(path) && !readings.has(path);
}

/** The last number for a library's essays: each frame shows it, and only a reading or another library changes it. */
const counts = new WeakMap<readonly Essay[], Freshness & { readonly count: number }>();

/** The number of new essays among those of the library. */
export function countNew({ library: { essays }, readings, fresh }: State): number {
  if (fresh.size === 0) return 0;
  const last = counts.get(essays);
  if (last?.readings === readings && last.fresh === fresh) return last.count;
  const count = essays.filter((essay) => isNew({ readings, fresh }, essay)).length;
  counts.set(essays, { readings, fresh, count });
  return count;
}
