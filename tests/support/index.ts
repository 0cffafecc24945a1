/**
 * An index by itself, brought up to date.
 */
import { indexAt } from "../../src/library/index/at.ts";
import type { EssayIndex } from "../../src/library/index/index.ts";
import { refresh } from "../../src/library/index/refresh.ts";

/** The index of the library in `root`, kept in `cache`; in memory if that is undefined. */
export async function openIndex(
  root: string,
  cache: string | undefined,
): Promise<{ readonly index: EssayIndex; readonly complaints: readonly string[] }> {
  const index = indexAt(root, cache);
  await refresh(index, { root }, () => undefined);
  return { index, complaints: index.complaint === undefined ? [] : [index.complaint] };
}
