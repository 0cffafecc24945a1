import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importedNotes } from "../../src/cli/imported-notes.ts";
import { takeNotes } from "../../src/cli/note-taking.ts";
import type { ReadMark } from "../../src/formats/notes/noted.ts";
import type { Anchor } from "../../src/marks/mark.ts";
import { Memory } from "../../src/memory/memory.ts";
import { libraryIn, readLibrary, temporaryLibrary } from "../support/library.ts";

const note = (title: string): ReadMark => ({
  essay: { title },
  anchor: { words: "some words" },
  note: undefined,
  made: 1,
  changed: undefined,
  extra: {},
});

test("an essay that can't be read stops no note, and is named once; its notes find their words when it can be", async () => {
  const root = temporaryLibrary({
    "a.md": "# A\n\nHere are some words.\n",
    "b.md": "# B\n\nAnd some words.\n",
  });
  // An index knows the essay without its text.
  const library = await libraryIn(root, temporaryLibrary({})).ready();
  await library.read();
  rmSync(join(root, "a.md"));
  const said: string[] = [];
  const notes = await importedNotes([note("A"), note("A"), note("B"), note("C")], library, (message) =>
    said.push(message),
  );
  expect(notes.map(({ where }) => where)).toEqual(["unread", "unread", "there", "elsewhere"]);
  expect(said).toEqual([expect.stringMatching(/^a\.md: /)]);
  const memory = new Memory(undefined);
  expect(takeNotes(notes, memory, 5)).toMatchObject({ taken: 4, unread: 2, elsewhere: 1 });
  expect(memory.marks.everything().map(({ essay }) => essay.title)).toEqual(["A", "A", "B", "C"]);
  memory.close();
});

test("notes are stored all or none", async () => {
  const library = await (await readLibrary(temporaryLibrary({ "a.md": "# A\n\nsome words\n" }))).ready();
  const notes = await importedNotes([note("A"), note("A")], library, () => undefined);
  const memory = new Memory(undefined);
  const broken = { ...notes[1]!, anchor: JSON.parse("{}") as Anchor };
  expect(() => takeNotes([notes[0]!, broken], memory, 5)).toThrow("anchor");
  expect(memory.marks.everything()).toEqual([]);
  memory.close();
});
