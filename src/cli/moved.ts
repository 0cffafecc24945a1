/**
 * What is remembered of essays that were moved, for commands that ask for it without opening essays.
 */
import type { Session } from "../app/session.ts";
import { UnreadableError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import { Adoption, maybeMoved } from "../memory/adopt.ts";
import { arrivalsAmong } from "./arrivals.ts";

/** Gives marks and reading states to the essays that were moved. The command itself reports what can't be read. */
export async function adoptMoved(library: Library, session: Session): Promise<void> {
  const memory = session.memory();
  const essays = await library.all();
  const marked = essays.filter(await arrivalsAmong(library, memory));
  const moved = new Set([...marked, ...maybeMoved(memory, essays)]);
  if (moved.size === 0) return;
  const ready = await library.ready();
  const adoption = new Adoption(memory, ready);
  for (const essay of moved) {
    try {
      adoption.take(ready.open(essay), Date.now());
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
    }
  }
}
