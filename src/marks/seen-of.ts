/**
 * Which anchor the `seen` of a mark was made for. A mark gets another anchor if the user attaches it to other words or imports it with
 * others; a `seen` of the old words, however late another machine wrote it, then says nothing of the mark.
 */
import { textHash } from "../text/hash.ts";
import { compared } from "./compared.ts";
import type { Anchor, SeenAnchor } from "./mark.ts";

/** The identity of an anchor, the same on every machine. */
export function keyOfAnchor({ words, before, after, start, hash }: Anchor): string {
  return textHash(
    JSON.stringify([words, before, after, start.block, start.note ?? null, start.offset, hash]),
  );
}

/** Whether `seen` was made for `anchor`; one that does not say for which must at least have its words, compared as folded. */
export function isSeenOf(seen: SeenAnchor, anchor: Anchor): boolean {
  const isSame = seen.words === anchor.words || compared(seen.words).folded === compared(anchor.words).folded;
  return isSame && (seen.of === undefined || seen.of === keyOfAnchor(anchor));
}
