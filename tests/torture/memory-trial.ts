/**
 * A memory that is damaged: it opens, says so, and gives nothing that was never put into it.
 */
import { join } from "node:path";
import { Memory } from "../../src/memory/memory.ts";
import { damage } from "./damage.ts";
import type { Random } from "./random.ts";
import { World } from "./world.ts";

export function memory(chance: Random): Promise<void> {
  const world = new World();
  try {
    const file = join(world.state, "memory.sqlite");
    const entries = chance.between(1, 400);
    const place = { block: 3, words: "These words stand there", note: undefined, offset: 0 };
    const one = new Memory(file);
    for (let nth = 0; nth < entries; nth++) one.stopped(`/essay-${nth}.md`, place, nth % 100, false, nth);
    one.bookmark("/essay-0.md", place, "A line", entries);
    one.close();
    const how = damage(file, chance);
    const two = new Memory(file);
    const kept = two.all();
    two.bookmarks();
    two.stopped("/new.md", place, 1, false, entries + 1);
    if (two.of("/new.md") === undefined) throw new Error(`after ${how} nothing is remembered`);
    two.close();
    const three = new Memory(file);
    // What SQLite can't see, a flipped bit in a text, stays; nothing that it can see may.
    if (three.complaint !== undefined) throw new Error(`after ${how} it complains again: ${three.complaint}`);
    if (three.all().length < kept.length) throw new Error(`after ${how} what was kept is lost`);
    three.close();
    return Promise.resolve();
  } finally {
    world.close();
  }
}
