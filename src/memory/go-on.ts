/**
 * The essay to go on with.
 */
import type { Essay } from "../essay/essay.ts";
import { keyOf } from "./key.ts";
import type { Memory } from "./memory.ts";

/** Of these essays the one that was read last, begun and not seen to its end, and how far, in per cent. */
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
