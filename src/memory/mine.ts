/**
 * What the user marked and noted of an essay, as a search sees it.
 */
import { existsSync } from "node:fs";
import type { Essay } from "../essay/essay.ts";
import type { Mark } from "../marks/mark.ts";
import { keyOf } from "./key.ts";
import { Memory } from "./memory.ts";

/** A passage of the user's own: the words that were marked, and what was noted on them. */
export interface MinePart {
  readonly kind: "mine";
  readonly block: number;
  readonly line: number;
  readonly text: string;
}

/** Asks what is remembered in `file` when the first essay is asked for. */
export function mineOf(file: string | undefined): (essay: Essay) => MinePart[] {
  let known: Map<string, Mark[]> | undefined;
  return (essay) => ((known ??= marksIn(file)).get(keyOf(essay)) ?? []).map(partOf);
}

/** What a mark says: its note, and the passage. */
export function partOf({ anchor, note }: Mark): MinePart {
  const words = anchor.words.replace(/\s+/g, " ");
  const text = note === undefined ? words : `${note.replace(/\s+/g, " ").trim()} — ${words}`;
  return { kind: "mine", block: anchor.start.block, line: anchor.lines[0], text };
}

function marksIn(file: string | undefined): Map<string, Mark[]> {
  if (file === undefined || !existsSync(file)) return new Map();
  const memory = new Memory(file);
  const marks = Map.groupBy(memory.marks.all(), ({ essay }) => essay.file);
  memory.close();
  return marks;
}
