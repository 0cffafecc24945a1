/**
 * What is remembered of essays that were moved, for commands that ask for it without opening essays.
 */
import { existsSync } from "node:fs";
import type { Session } from "../app/session.ts";
import { UnreadableError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import { Adoption, maybeMoved } from "../memory/adopt.ts";
import { Memory } from "../memory/memory.ts";
import { mayHaveArrived, tracesOf } from "../memory/whereabouts.ts";

/**
 * Gives marks and reading states to the essays that were moved. The command itself reports what can't be read or
 * stored.
 */
export async function adoptMoved(library: Library, { options }: Session): Promise<void> {
  if (options.memory === undefined || !existsSync(options.memory)) return;
  const memory = new Memory(options.memory);
  try {
    const essays = await library.all();
    const marked = essays.filter(mayHaveArrived(tracesOf(memory.marks.all()), essays));
    const moved = new Set([...marked, ...maybeMoved(memory, essays)]);
    const ready = moved.size > 0 ? await library.ready() : library;
    const adoption = new Adoption(memory, ready);
    for (const essay of moved) {
      try {
        adoption.take(ready.open(essay), Date.now());
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
      }
    }
  } finally {
    memory.close();
  }
}
