/**
 * Performs changes of the user's marks in the memory.
 */
import type { Essay } from "../essay/essay.ts";
import type { Mark } from "../marks/mark.ts";
import { homelessOf } from "../memory/adopt.ts";
import { isInFile, keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { bothNotes } from "../memory/twins.ts";
import { label } from "../text/visible.ts";
import { truncate } from "../text/width.ts";
import type { MarkChange, NoteChange } from "./mark-change.ts";
import type { EffectOf, Message } from "./messages.ts";
import { isOtherNote, whyNotUndone } from "./others-changes.ts";

/** Columns of the words by which a message names a mark. */
const WORDS = 40;

/** The marks of an essay. Without a file an essay has none. */
export function marksThere({ marks }: Pick<Memory, "marks">, essay: Essay): readonly Mark[] {
  return isInFile(essay) ? marks.of(keyOf(essay)) : [];
}

/** The marks for an action: those of its essay, and those whose essays are not found. */
export function readAgainFor(
  memory: Memory,
  effect: EffectOf<"reread">,
  essays: readonly Essay[],
): Extract<Message, { kind: "reread" }> {
  const homeless = homelessOf(memory.marks, [...essays, effect.essay]);
  return { ...effect, marks: marksThere(memory, effect.essay), homeless };
}

/** Makes a change; reports the marks after it, and the change that undoes it. */
export function annotate(
  { memory, now }: { readonly memory: Memory; readonly now: () => number },
  { essay, change, isUndo }: EffectOf<"annotate">,
  send: (message: Message) => void,
): void {
  if (!isInFile(essay)) return send({ kind: "said", message: "text from a pipe can't be marked" });
  const refusal = isUndo && whyNotUndone(memory, change);
  if (refusal) return send({ kind: "said", message: refusal });
  const { mark, undo, words = isUndo ? wordsOfUndo : wordsOf } = done(memory, essay, change, now());
  if (!mark) return send({ kind: "said", message: isUndo ? "nothing to undo" : "that mark is gone" });
  const until = memory.isKept || change.do === "remove" ? "" : " until you leave: it can't be saved";
  send({
    kind: "annotated",
    latest: mark.removed === undefined ? mark.id : undefined,
    path: essay.path,
    marks: marksThere(memory, essay),
    undo: isUndo ? undefined : undo,
    words: `${words(change, mark)}${until}`,
  });
}

/**
 * The changed mark, undefined if it is gone; the change that undoes it; and a message, if it is not the usual
 * one.
 */
interface Done {
  readonly mark: Mark | undefined;
  readonly undo?: MarkChange;
  readonly words?: typeof wordsOf;
}

function done(memory: Memory, essay: Essay, change: MarkChange, at: number): Done {
  const { marks } = memory;
  if (change.do === "add") {
    const { slug, title } = essay;
    const own = { file: keyOf(essay), slug, title };
    // Another reader has marked the same words in the meantime.
    const there = marks.on(own, change.anchor);
    if (there && change.note === undefined) return { mark: there };
    if (there) return noted(memory, { do: "note", id: there.id, note: change.note, over: undefined }, at);
    const mark = marks.add(own, change.anchor, at, { note: change.note });
    return { mark, undo: { do: "remove", id: mark.id, over: mark.note } };
  }
  const { id } = change;
  const before = marks.get(id);
  switch (change.do) {
    case "remove":
      if (before?.removed !== undefined) return { mark: undefined };
      return { mark: marks.remove(id, at), undo: { do: "restore", id } };
    case "restore":
      if (before?.removed === undefined) return { mark: undefined };
      return { mark: marks.restore(id, at), undo: { do: "remove", id, over: before.note } };
    case "note":
      return noted(memory, change, at);
    case "attach": {
      const { of = { file: keyOf(essay), slug: essay.slug, title: essay.title } } = change;
      return {
        // Like a note, it outlives an earlier removal elsewhere.
        mark: marks.change(id, { anchor: change.anchor, essay: of, removed: undefined }, at),
        ...(before && {
          undo: { do: "attach", id, anchor: before.anchor, of: before.essay, over: change.anchor },
        }),
      };
    }
  }
}

/** Changes a note. If another reader changed it in the meantime, both are kept. */
function noted(memory: Memory, change: NoteChange, at: number): Done {
  const { id } = change;
  const mark = memory.marks.get(id);
  const there = mark?.note;
  const note = isOtherNote(mark, change) ? bothNotes(there, change.note) : change.note;
  return {
    // A note outlives the removal of its mark by another reader.
    mark: memory.marks.change(id, { note, removed: undefined }, at),
    undo: { do: "note", id, note: there, over: note },
    ...(note !== change.note && { words: wordsOfBoth }),
  };
}

function wordsOfBoth(change: MarkChange, { anchor }: Mark): string {
  const words = `“${truncate(label(anchor.words), WORDS)}”`;
  const isEmptied = change.do === "note" && change.note === undefined;
  return `the note was changed elsewhere: ${isEmptied ? "it stays" : "both are kept"} on ${words}`;
}

function wordsOfUndo(change: MarkChange, mark: Mark): string {
  const words = `“${truncate(label(mark.anchor.words), WORDS)}”`;
  return `undone: ${change.do === "attach" ? `the mark belongs to ${words} again` : wordsOf(change, mark)}`;
}

function wordsOf(change: MarkChange, { anchor, note }: Mark): string {
  const words = `“${truncate(label(anchor.words), WORDS)}”`;
  switch (change.do) {
    case "add":
      return note === undefined ? `highlighted ${words}` : `note saved on ${words}`;
    case "remove":
      return `mark removed from ${words}`;
    case "restore":
      return `mark restored on ${words}`;
    case "note":
      return change.note === undefined ? `note removed from ${words}` : `note saved on ${words}`;
    case "attach":
      return `mark attached to ${words}`;
  }
}
