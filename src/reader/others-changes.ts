/**
 * What another reader of the same memory changed since the user's own change. An undo takes back that change alone, so it leaves a mark as it
 * is if somebody else wrote its note, removed it or attached it to other words.
 */
import { keyOfAnchor } from "../marks/seen-of.ts";
import type { Mark } from "../marks/mark.ts";
import type { Memory } from "../memory/memory.ts";
import type { MarkChange, NoteChange } from "./mark-change.ts";

/** The message about an undo that would take back a change of another reader; undefined if it may be done. */
export function whyNotUndone({ marks }: Pick<Memory, "marks">, change: MarkChange): string | undefined {
  const mark = change.do === "add" ? undefined : marks.get(change.id);
  if (!mark || change.do === "add" || change.do === "restore") return undefined;
  const isRemoved = mark.removed !== undefined;
  if (change.do === "remove")
    return isRemoved || mark.note === change.over
      ? undefined
      : "the note was changed elsewhere, so the mark stays";
  if (isRemoved) return "the mark was removed elsewhere, so it stays removed";
  if (change.do === "note")
    return isOtherNote(mark, change) ? "the note was changed elsewhere, so it stays" : undefined;
  const isElsewhere = change.over && keyOfAnchor(mark.anchor) !== keyOfAnchor(change.over);
  return isElsewhere ? "the mark was attached elsewhere, so it stays there" : undefined;
}

/** Whether the stored note of a mark differs both from the one that the user saw and from the new one. */
export function isOtherNote(mark: Pick<Mark, "note"> | undefined, { note, over }: NoteChange): boolean {
  return mark?.note !== over && mark?.note !== note;
}
