import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Memory } from "../../src/memory/memory.ts";
import { anchorAt, openText } from "../support/marks.ts";

const open = openText("The same words, and once more the same words, to be marked.");
const essay = { file: "/library/a.md", slug: "a", title: "A" };

let one: Memory;
let two: Memory;

beforeEach(() => {
  one = new Memory(undefined);
  two = new Memory(undefined);
  one.marks.add(essay, anchorAt(open, "same words"), 20, { id: "later", note: "Of the first." });
  two.marks.add(essay, anchorAt(open, "same words"), 10, { id: "older", note: "Of the second." });
});

afterEach(() => {
  one.close();
  two.close();
});

function join(): void {
  const [first, second] = [one.records(), two.records()];
  one.take(second);
  two.take(first);
}

describe("a passage that was marked on two machines", () => {
  test("is one mark on both, the older one, with both notes", () => {
    join();
    expect(one.marks.all()).toMatchObject([{ id: "older", note: "Of the second.\n\nOf the first." }]);
    expect(two.marks.all()).toEqual(one.marks.all());
    expect(one.marks.counts().get(essay.file)).toBe(1);
  });

  test("has the note that is written over both", () => {
    join();
    one.marks.change("older", { note: "Of both." }, 30);
    join();
    expect(two.marks.all().map(({ note }) => note)).toEqual(["Of both."]);
    expect(two.marks.get("later")).toEqual(two.marks.get("older"));
  });

  test("is removed and restored as one", () => {
    join();
    one.marks.remove("older", 30);
    join();
    expect(two.marks.all()).toEqual([]);
    two.marks.restore("older", 40);
    join();
    expect(one.marks.all()).toMatchObject([{ id: "older", note: "Of the second.\n\nOf the first." }]);
  });

  test("keeps a note that was written without knowing of the other", () => {
    join();
    const before = two.records();
    one.marks.change("older", { note: "Of both." }, 30);
    const three = new Memory(undefined);
    three.take(before.filter(({ id }) => id === "later"));
    three.marks.change("later", { note: "Of a third." }, 40);
    one.take(three.records());
    expect(one.marks.all().map(({ note }) => note)).toEqual(["Of both.\n\nOf a third."]);
    three.close();
  });
});

test("the same words at another place are another mark", () => {
  one.marks.add(essay, anchorAt(open, "same words", 1), 30);
  one.marks.add({ ...essay, file: "/library/b.md" }, anchorAt(open, "same words"), 30);
  expect(one.marks.all()).toHaveLength(3);
});
