/**
 * The user's marks of an essay, as parts for a search.
 */
import { existsSync } from "node:fs";
import type { Essay } from "../essay/essay.ts";
import type { Mark } from "../marks/mark.ts";
import { once } from "../text/once.ts";
import { keyOf } from "./key.ts";
import type { Memory } from "./memory.ts";

/** A mark as a part of an essay: its note and its words. */
export interface MinePart {
  readonly kind: "mine";
  readonly block: number;
  readonly line: number;
  readonly text: string;
  readonly mark?: string;
}

/** Returns a function that looks up the marks of an essay in a memory, which is asked for on the first call. */
export function mineOf(memory: () => Memory): (essay: Essay) => MinePart[] {
  const known = once(() => marksIn(memory()));
  return (essay) => (known().get(keyOf(essay)) ?? []).map(partOf);
}

/** The number of matching marks whose essays are gone. */
export function countOfGone(memory: Memory, isFound: (text: string) => boolean): number {
  return Array.from(marksIn(memory)).reduce((sum, [essay, marks]) => {
    const found = marks.filter((mark) => isFound(partOf(mark).text));
    return found.length === 0 || existsSync(essay) ? sum : sum + found.length;
  }, 0);
}

/** The note of a mark, and its passage. */
export function partOf({ anchor, note }: Mark): MinePart {
  const words = anchor.words.replace(/\s+/g, " ");
  const text = note === undefined ? words : `${note.replace(/\s+/g, " ").trim()} — ${words}`;
  return { kind: "mine", block: anchor.start.block, line: anchor.lines[0], text };
}

function marksIn({ marks }: Memory): Map<string, Mark[]> {
  return Map.groupBy(marks.all(), ({ essay }) => essay.file);
}
