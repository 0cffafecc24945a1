/**
 * Twins: marks that were made twice, on the same words at the same place of the same essay, in two readers,
 * or on two machines that were merged later. They are shown as one mark, but stored separately. The shown
 * mark follows from the stored marks alone, so the order in which machines are merged makes no difference.
 * Notes that another program wrote, such as a comment and the replies to it, each stay a mark of their own.
 */
import { isRecord } from "../text/is-record.ts";
import type { Mark } from "../marks/mark.ts";
import { largest } from "../text/extremes.ts";

/** Each passage once, in the order of the first of its marks: the oldest of them, with the notes of all. */
export function withoutTwins(marks: readonly Mark[]): Mark[] {
  const passages = Map.groupBy(marks, passageKey);
  return passages.size === marks.length ? [...marks] : Array.from(passages.values(), asOne);
}

/** The marks on the passage of a mark, including the mark itself. */
export function twinsOf(mark: Mark, marks: readonly Mark[]): Mark[] {
  const key = passageKey(mark);
  return marks.filter((one) => passageKey(one) === key);
}

/** Whether a mark is on a passage. */
export function isOn(mark: Mark, passage: Pick<Mark, "essay" | "anchor">): boolean {
  return passageKey(mark) === passageKey({ ...passage, id: mark.id });
}

/**
 * The identity of a passage: its essay, its words, their context, and the ordinal among several places; for a note of another program
 * also whose note it is.
 */
export function passageKey(
  mark: Pick<Mark, "essay" | "anchor" | "id"> & Partial<Pick<Mark, "extra">>,
): string {
  const { essay, anchor, id, extra = {} } = mark;
  const { words, before, after, rivals, start, hash } = anchor;
  // If another program exported only the words, they may belong to different places.
  const isBare = before === "" && after === "" && hash === "";
  return JSON.stringify([
    essay.file,
    words,
    before,
    after,
    rivals?.nth ?? 0,
    start.note ?? 0,
    isBare ? id : "",
    ...writersOf(id, extra),
  ]);
}

/** The author of a note in each format of another program, and its id there; none for a note of the user. */
function writersOf(id: string, extra: Mark["extra"]): unknown[] {
  return FOREIGN.flatMap(([format, author]) => {
    const fields = extra[format];
    if (!isRecord(fields)) return [];
    const name = fields["id"] === id ? undefined : fields["id"];
    const by = fields[author] === "" ? undefined : fields[author];
    return name === undefined && by === undefined ? [] : [[format, name ?? null, by ?? null]];
  });
}

/** The formats whose notes have authors, with the field of the author. */
const FOREIGN = [
  ["mrsf", "author"],
  ["w3c", "creator"],
] as const;

/** Twins as one mark: the oldest, with the notes of all. Throws if there are none. */
export function asOne(twins: readonly Mark[]): Mark {
  const all = twins.toSorted((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1));
  const [first] = all;
  if (!first) throw new Error("no mark");
  if (all.length === 1) return first;
  const seen = first.seen ?? all.find((one) => one.seen)?.seen;
  return {
    ...first,
    ...(seen && { seen }),
    note: notesOf(all),
    changed: largest(all.map(({ changed }) => changed)),
    extra: Object.fromEntries(all.toReversed().flatMap(({ extra }) => Object.entries(extra))),
  };
}

/** The notes of marks in their order, one below the other; a note that another contains is left out. */
function notesOf(marks: readonly Mark[]): string | undefined {
  return marks.map(({ note }) => note).reduce((all, note) => bothNotes(all, note), undefined);
}

/** Two notes in one, the second below the first, unless one of them contains the other. */
export function bothNotes(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.includes(other) || other.includes(one)) return other.length > one.length ? other : one;
  return `${one}\n\n${other}`;
}
