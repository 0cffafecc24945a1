import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Anchor } from "../../src/marks/mark.ts";
import { Memory } from "../../src/memory/memory.ts";
import { temporaryLibrary } from "../support/library.ts";

const essay = { file: "/library/a.md", slug: "a", title: "An essay" };
const anchor: Anchor = {
  words: "these words",
  before: "before ",
  after: " after",
  start: { block: 1, offset: 7 },
  end: { block: 1, offset: 18 },
  heading: "A heading",
  lines: [5, 5],
  hash: "0123456789abcdef",
};

function file(): string {
  return join(temporaryLibrary({}), "memory.sqlite");
}

describe("a mark", () => {
  test("is kept with all its fields", () => {
    const path = file();
    const one = new Memory(path);
    const mark = one.marks.add(essay, anchor, 10, { note: "A thought.", extra: { colour: "yellow" } });
    one.close();
    const two = new Memory(path);
    expect(two.marks.of(essay.file)).toEqual([mark]);
    expect(mark).toEqual({
      id: mark.id,
      essay,
      anchor,
      note: "A thought.",
      made: 10,
      changed: 10,
      removed: undefined,
      extra: { colour: "yellow" },
    });
    expect(two.marks.of("/library/b.md")).toEqual([]);
    two.close();
  });

  test("is changed, removed with a tombstone, and restored", () => {
    const { marks, close } = opened();
    const { id } = marks.add(essay, anchor, 10);
    expect(marks.change(id, { note: "Later." }, 20)).toMatchObject({ note: "Later.", made: 10, changed: 20 });
    expect(marks.change(id, { note: undefined }, 30)?.note).toBeUndefined();
    marks.remove(id, 40);
    expect(marks.all()).toEqual([]);
    expect(marks.everything()).toMatchObject([{ id, removed: 40, anchor }]);
    expect(marks.restore(id, 50)).toMatchObject({ removed: undefined, changed: 50 });
    expect(marks.of(essay.file)).toHaveLength(1);
    expect(marks.change("nobody", { note: "" }, 60)).toBeUndefined();
    close();
  });

  test("is changed by two readers at once, and each change stays", () => {
    const path = file();
    const [one, two] = [new Memory(path), new Memory(path)];
    const { id } = one.marks.add(essay, anchor, 10);
    two.marks.change(id, { note: "By the second." }, 20);
    one.marks.change(id, { extra: { colour: "red" } }, 30);
    expect(two.marks.get(id)).toMatchObject({ note: "By the second.", extra: { colour: "red" } });
    one.close();
    two.close();
  });

  test("is remembered until the reader is left where nothing can be written", () => {
    const one = new Memory(undefined);
    one.marks.add(essay, anchor, 10);
    expect(one.marks.all()).toHaveLength(1);
    one.close();
  });
});

function opened(): { readonly marks: Memory["marks"]; readonly close: () => void } {
  const memory = new Memory(file());
  return { marks: memory.marks, close: () => memory.close() };
}

test("what another process writes is noticed, and what this one writes is not", () => {
  const path = file();
  const [one, two] = [new Memory(path), new Memory(path)];
  expect(one.isWrittenElsewhere()).toBe(false);
  one.marks.add(essay, anchor, 10);
  expect(one.isWrittenElsewhere()).toBe(false);
  two.marks.add(essay, anchor, 20);
  expect([one.isWrittenElsewhere(), one.isWrittenElsewhere()]).toEqual([true, false]);
  one.close();
  two.close();
});
