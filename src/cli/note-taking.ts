/**
 * Stores imported notes: a known note is not stored a second time, and a note that the user deleted is
 * restored.
 */
import { isDeepStrictEqual } from "node:util";
import type { Mark } from "../marks/mark.ts";
import { KnownMarks } from "../memory/known-marks.ts";
import type { Memory } from "../memory/memory.ts";
import type { ReadMark } from "../formats/notes/noted.ts";
import { EqualMarks } from "./equal-marks.ts";
import type { ImportedNote } from "./imported-notes.ts";

export interface Tally {
  /** Notes that were new or different. */
  taken: number;
  known: number;
  /** Notes that the user had deleted. */
  restored: number;
  /** Notes whose words are not in their essay. */
  orphans: number;
  /** Notes of essays that can't be read now. */
  unread: number;
  /** Notes of essays that are not in the library. */
  elsewhere: number;
}

/** Stores the notes, all or none of them; `now` is the time in milliseconds of Unix time. */
export function takeNotes(notes: readonly ImportedNote[], memory: Memory, now: number): Tally {
  return memory.atOnce(() => new Taking(memory, now).take(notes));
}

class Taking {
  readonly #now: number;
  readonly #tally: Tally = { taken: 0, known: 0, restored: 0, orphans: 0, unread: 0, elsewhere: 0 };
  readonly #known: KnownMarks;
  /** The earlier marks, including removed ones: each by itself, and twins on one passage as one. */
  readonly #equal: EqualMarks;
  /** The ids of the existing marks that notes of this file match. */
  readonly #met = new Set<string>();

  constructor({ marks }: Memory, now: number) {
    this.#now = now;
    const stored = marks.everything();
    this.#known = new KnownMarks(marks, stored);
    this.#equal = new EqualMarks([...stored, ...marks.all()]);
  }

  take(notes: readonly ImportedNote[]): Tally {
    for (const note of notes) this.#take(note);
    return this.#tally;
  }

  #take({ read, id, essay, anchor, where }: ImportedNote): void {
    const known = this.#known;
    const before = known.stored(id) ?? this.#same(essay.file, read);
    const asOne = before && known.get(before.id);
    const made = read.made ?? before?.made ?? this.#now;
    const mark: Mark = {
      id: before?.id ?? id,
      essay,
      // The stored anchor of a passage contains more than a file of another format.
      anchor: before?.anchor.words === anchor.words ? before.anchor : anchor,
      note: read.note,
      made: before?.made ?? made,
      changed: read.changed ?? made,
      removed: undefined,
      extra: { ...before?.extra, ...read.extra },
    };
    this.#met.add(mark.id);
    const after = known.put({ ...mark, removed: before?.removed });
    // A user who imports a file wants its notes, even those deleted later.
    if (after.removed !== undefined) known.restore(mark.id, this.#now);
    if (where === "elsewhere") this.#tally.elsewhere++;
    if (where === "unread") this.#tally.unread++;
    if (where === "orphan") this.#tally.orphans++;
    this.#tally[howTaken([before, asOne], after)]++;
  }

  /** An equal mark, for formats without ids: the one on this line, otherwise one that no note has matched yet. */
  #same(file: string, read: ReadMark): Mark | undefined {
    if (read.id !== undefined && !read.id.startsWith("csv-")) return undefined;
    return this.#equal.next(file, read, ({ id }) => this.#met.has(id));
  }
}

/** How a mark was imported; `before` is the earlier mark, by itself and together with its twins. */
function howTaken(before: readonly (Mark | undefined)[], after: Mark): "taken" | "restored" | "known" {
  if (after.removed !== undefined) return "restored";
  const isSame = before.some(
    (own) => own && isDeepStrictEqual({ ...own, changed: 0 }, { ...after, changed: 0 }),
  );
  return isSame ? "known" : "taken";
}
