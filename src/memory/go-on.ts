/**
 * The essay to continue with.
 */
import type { Essay } from "../essay/essay.ts";
import { keyOf } from "./key.ts";
import type { Memory } from "./memory.ts";

/** Returns the unfinished essay that was read last, and how much of it was read, in per cent; undefined if there is none. */
export function toGoOn(
  memory: Memory,
  essays: readonly Essay[],
): { readonly essay: Essay; readonly percent: number } | undefined {
  const begun = memory.all().filter(({ state, percent }) => state === "begun" && percent < 100);
  if (begun.length === 0) return undefined;
  const byKey = new Map(essays.map((essay) => [keyOf(essay), essay]));
  for (const { file, percent } of begun) {
    const essay = byKey.get(file);
    if (essay) return { essay, percent };
  }
  return undefined;
}
