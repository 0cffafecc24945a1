import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Memory } from "../../src/memory/memory.ts";
import { local, portable } from "../../src/memory/portable.ts";
import {
  joinedRecords,
  readRecords,
  StateLineError,
  type StateRecord,
} from "../../src/memory/state-record.ts";
import type { Anchor } from "../../src/marks/mark.ts";
import { temporaryLibrary } from "../support/library.ts";
import { anchorAt, openText } from "../support/marks.ts";

const open = openText("Some words to mark, and some more of them.");
const edited = openText("Once there were some words to mark, and a few more words.");
const essay = { file: "/library/a.md", slug: "a", title: "A" };

/** What a user may do on one machine. */
type Deed =
  | {
      readonly do: "stop" | "finish" | "forget";
      readonly file: string;
      readonly at: number;
      readonly percent: number;
    }
  | { readonly do: "bookmark" | "unbookmark"; readonly block: number; readonly at: number }
  | { readonly do: "queue" | "unqueue" | "first"; readonly file: string; readonly at: number }
  | {
      readonly do: "mark" | "note" | "remove" | "restore" | "attach" | "see";
      readonly id: string;
      readonly at: number;
      readonly note: string;
    };

const time = fc.integer({ min: 1, max: 40 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constantFrom("stop" as const, "finish" as const, "forget" as const),
    file: fc.constantFrom("/a.md", "/b.md"),
    at: time,
    percent: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({
    do: fc.constantFrom("bookmark" as const, "unbookmark" as const),
    block: fc.integer({ min: 0, max: 2 }),
    at: time,
  }),
  fc.record({
    do: fc.constantFrom("queue" as const, "unqueue" as const, "first" as const),
    file: fc.constantFrom("/a.md", "/b.md", "/c.md"),
    at: time,
  }),
  fc.record({
    do: fc.constantFrom<("mark" | "note" | "remove" | "restore" | "attach" | "see")[]>(
      "mark",
      "note",
      "remove",
      "restore",
      "attach",
      "see",
    ),
    id: fc.constantFrom("one", "two"),
    at: time,
    note: fc.constantFrom("x", "y"),
  }),
);

function done(deeds: readonly Deed[]): Memory {
  const memory = new Memory(undefined);
  for (const own of deeds) doIt(memory, own);
  return memory;
}

function doIt(memory: Memory, own: Deed): void {
  const place = { block: 1, words: "Some", note: undefined, offset: 2 };
  switch (own.do) {
    case "stop":
    case "finish":
      return memory.stopped(own.file, place, own.percent, own.do === "finish", own.at);
    case "forget":
      return memory.mark(own.file, "no", own.at);
    case "bookmark":
      return memory.bookmark("/a.md", { ...place, block: own.block }, "A line", own.at);
    case "queue":
      return memory.queue.add(own.file, own.at);
    case "first":
      return memory.queue.arrange(
        [own.file, ...memory.queue.files().filter((file) => file !== own.file)],
        own.at,
      );
    case "unqueue":
      return memory.queue.remove(own.file, own.at);
    case "unbookmark": {
      const found = memory.bookmarks().find((one) => one.place.block === own.block);
      return found ? memory.unbookmark(found.id, own.at) : undefined;
    }
    case "mark":
      return void memory.marks.add(essay, anchorAt(open, "words"), own.at, { id: own.id, note: own.note });
    case "note":
      return void memory.marks.change(own.id, { note: own.note }, own.at);
    case "remove":
      return void memory.marks.remove(own.id, own.at);
    case "attach":
      return void memory.marks.change(own.id, { anchor: anchorAt(open, "some", 0) }, own.at);
    case "see": {
      const mark = memory.marks.stored(own.id);
      const later = mark && { mark, anchor: anchorAt(edited, mark.anchor.words) };
      return later && memory.marks.see([later], own.at);
    }
    case "restore":
      return void memory.marks.restore(own.id, own.at);
  }
}

describe("two machines", () => {
  test("know the same after each took what the other knows, in any order, twice or thrice", () => {
    const deeds = fc.array(deed, { maxLength: 12 });
    fc.assert(
      fc.property(deeds, deeds, deeds, (a, b, c) => {
        const [one, two, three] = [done(a), done(b), done(c)];
        const [first, second, third] = [one.records(), two.records(), three.records()];
        one.take(second);
        one.take(third);
        one.take(second);
        two.take(joinedRecords(third, first));
        three.take(two.records());
        three.take(one.records());
        three.take(first);
        expect([two, three].map(({ queue }) => queue.files())).toEqual([
          one.queue.files(),
          one.queue.files(),
        ]);
        const shown = ({ marks }: Memory): unknown => marks.all();
        expect([shown(two), shown(three)]).toEqual([shown(one), shown(one)]);
        const marks = one.marks.all();
        expect(marks.map(({ anchor, seen = anchor }) => seen.words)).toEqual(
          marks.map(({ anchor }) => anchor.words),
        );
        const known = [one, two, three].map((memory) => {
          const records = joinedRecords(memory.records());
          memory.close();
          return records;
        });
        expect(known[1]).toEqual(known[0]);
        expect(known[2]).toEqual(known[0]);
        expect(known[0]).toEqual(joinedRecords(first, second, third));
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ["other words", "Some words", "some more"],
    ["the same words elsewhere", "he went home. Then", "he went home. Late"],
  ])("agree on a mark that one attached to %s, whenever the other saw it where it was", (_, from, to) => {
    const text = openText("Some words, some more. Once he went home. Then he went home. Late he slept.");
    const words = (own: string): string => own.replace(/\. .*/, ".");
    const [one, two] = [new Memory(undefined), new Memory(undefined)];
    const at = (own: string): Anchor => anchorAt(text, words(own), own.endsWith("Late") ? 1 : 0);
    const mark = one.marks.add(essay, at(from), 1);
    two.take(one.records());
    two.marks.change(mark.id, { anchor: at(to) }, 2);
    const moved = openText(
      "New. Some words, some more. Once he went home. Then he went home. Late he slept.",
    );
    const old = anchorAt(moved, words(from));
    one.marks.see([{ mark, anchor: old }], 3);
    expect(one.marks.get(mark.id)?.seen).toMatchObject(old);
    one.take(two.records());
    two.take(one.records());
    const attached = two.marks.get(mark.id);
    expect(one.marks.get(mark.id)).toEqual(attached);
    expect(attached?.anchor).toEqual(at(to));
    expect(attached?.seen).toBeUndefined();
    // Where it is now, it can be seen again.
    if (attached) two.marks.see([{ mark: attached, anchor: anchorAt(moved, words(to)) }], 5);
    expect(two.marks.get(mark.id)?.seen?.words).toBe(words(to));
    one.close();
    two.close();
  });

  test("take nothing twice", () => {
    const one = done([
      { do: "stop", file: "/a.md", at: 3, percent: 10 },
      { do: "bookmark", block: 1, at: 4 },
      { do: "mark", id: "one", at: 5, note: "x" },
    ]);
    const two = new Memory(undefined);
    expect(two.take(one.records())).toBe(3);
    expect(two.take(one.records())).toBe(0);
    expect(two.all()).toEqual(one.all());
    expect(two.bookmarks()).toEqual(one.bookmarks());
    expect(two.marks.all()).toEqual(one.marks.all());
    one.close();
    two.close();
  });

  test("read the same queue, in the order in which essays were added anywhere", () => {
    const one = done([
      { do: "queue", file: "/c.md", at: 1 },
      { do: "queue", file: "/a.md", at: 5 },
    ]);
    const two = done([{ do: "queue", file: "/b.md", at: 3 }]);
    two.take(one.records());
    expect(two.queue.files()).toEqual(["/c.md", "/b.md", "/a.md"]);
    two.queue.remove("/c.md", 7);
    one.take(two.records());
    expect(one.queue.files()).toEqual(["/b.md", "/a.md"]);
    one.queue.add("/c.md", 2);
    two.take(one.records());
    expect(two.queue.files()).toEqual(["/b.md", "/a.md", "/c.md"]);
    one.close();
    two.close();
  });

  test("change different fields of a mark, and both changes stay", () => {
    const one = done([{ do: "mark", id: "one", at: 5, note: "x" }]);
    const two = new Memory(undefined);
    two.take(one.records());
    one.marks.change("one", { note: "a better one" }, 10);
    two.marks.change("one", { extra: { colour: "red" } }, 20);
    two.take(one.records());
    expect(two.marks.get("one")).toMatchObject({ note: "a better one", extra: { colour: "red" } });
    one.close();
    two.close();
  });
});

describe("a mark that one machine removes and another changes", () => {
  /** What both know after they joined: the note, or that it was removed. */
  function joined(removed: number, noted: number): readonly (string | undefined)[] {
    const one = done([{ do: "mark", id: "one", at: 5, note: "x" }]);
    const two = new Memory(undefined);
    two.take(one.records());
    one.marks.remove("one", removed);
    // The reader writes a note on a mark that is there, whatever happened to it elsewhere.
    two.marks.change("one", { note: "a better one", removed: undefined }, noted);
    const [first, second] = [one.records(), two.records()];
    one.take(second);
    two.take(first);
    two.take(first);
    const known = [one, two].map(({ marks }) => marks.all()[0]?.note);
    one.close();
    two.close();
    return known;
  }

  test("is gone if it was removed later", () => {
    expect(joined(20, 10)).toEqual([undefined, undefined]);
  });

  test("is there, with what was written, if that was later", () => {
    expect(joined(10, 20)).toEqual(["a better one", "a better one"]);
  });

  test("is not brought back by its essay's new path", () => {
    const one = done([{ do: "mark", id: "one", at: 5, note: "x" }]);
    const two = new Memory(undefined);
    two.take(one.records());
    one.marks.remove("one", 10);
    two.marks.change("one", { essay: { ...essay, file: "/library/b.md" } }, 20);
    two.take(one.records());
    expect(two.marks.all()).toEqual([]);
    one.close();
    two.close();
  });
});

test("what was removed stays removed, unless it was set again later", () => {
  const one = done([{ do: "stop", file: "/a.md", at: 3, percent: 10 }]);
  const old = one.records();
  one.mark("/a.md", "no", 5);
  one.take(old);
  expect(one.of("/a.md")).toBeUndefined();
  one.stopped("/a.md", { block: 0, words: "", note: undefined, offset: 0 }, 20, false, 9);
  one.take(old);
  expect(one.of("/a.md")).toMatchObject({ percent: 20 });
  one.close();
});

test("records survive as lines of JSON, and what is none is named by its line", () => {
  const memory = done([
    { do: "finish", file: "/a.md", at: 3, percent: 100 },
    { do: "mark", id: "one", at: 5, note: "x" },
    { do: "bookmark", block: 1, at: 4 },
  ]);
  const records = joinedRecords(memory.records());
  memory.close();
  const lines = records.map((record) => JSON.stringify(record));
  expect(readRecords(`${lines.join("\n")}\n\n`)).toEqual(records);
  for (const wrong of [
    "{",
    "[]",
    '{"kind":"mark","id":"x","fields":{}}',
    '{"kind":"bookmark","id":"x","fields":{}}',
  ])
    expect(() => readRecords(`${lines[0]}\n${wrong}\n`)).toThrow(StateLineError);
  expect(() => readRecords(`${lines[0]}\n7\n`)).toThrow(/line 2: not a record/);
  // A newer ibid's kinds are no fault.
  expect(readRecords('{"kind":"dream","id":"x","fields":{}}')).toHaveLength(1);
});

test("records of unknown forms are merged in any order with the same result", () => {
  const value = fc.constantFrom(
    '"fields":{}',
    '"fields":{"a":["x",1]}',
    '"fields":{"a":["y",2]}',
    '"own":1',
    '"own":2',
  );
  const one = value.map((own) => readRecords(`{"kind":"dream","id":"x",${own}}`));
  fc.assert(
    fc.property(one, one, one, (a, b, c) => {
      const all = joinedRecords(a, b, c);
      expect(all).toEqual(joinedRecords(c, joinedRecords(b, a)));
      expect(all).toEqual(joinedRecords(joinedRecords(a, c), b, all));
    }),
  );
});

test("files of the home folder are named from there", () => {
  const [essays, bookmarks, marks]: StateRecord[] = [
    { kind: "essay", id: "/home/ann/a.md", fields: {} },
    { kind: "bookmark", id: '["/home/ann/a.md",1,"Some"]', fields: {} },
    { kind: "mark", id: "one", fields: { essay: [{ ...essay, file: "/home/ann/a.md" }, 1] } },
  ];
  for (const record of [essays!, bookmarks!, marks!]) {
    const carried = portable(record, "/home/ann", "/");
    expect(JSON.stringify(carried)).toContain("~/a.md");
    expect(JSON.stringify(carried)).not.toContain("/home/ann");
    expect(JSON.stringify(local(carried, "/Users/ann", "/"))).toContain("/Users/ann/a.md");
    expect(local(carried, "/home/ann", "/")).toEqual(record);
    // On Windows, they have other separators, and a record has none of them.
    const there = local(carried, "C:\\Users\\ann", "\\");
    expect(JSON.stringify(there)).not.toContain("/");
    expect(portable(there, "C:\\Users\\ann", "\\")).toEqual(carried);
  }
});

test("is kept in the file", () => {
  const file = join(temporaryLibrary({}), "memory.sqlite");
  const one = new Memory(file);
  one.mark("/a.md", "yes", 5);
  one.mark("/a.md", "no", 6);
  one.close();
  const two = new Memory(file);
  expect(two.records()).toEqual([{ kind: "essay", id: "/a.md", fields: {}, erased: 6 }]);
  two.close();
});
