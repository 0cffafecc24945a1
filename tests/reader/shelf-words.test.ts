/**
 * What the shelf says of itself: where the cursor is, what is not there, and which keys do something then.
 */
import { describe, expect, test } from "vitest";
import type { Choice } from "../../src/essay/choose.ts";
import { shelve } from "../../src/reader/shelve.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const sources = {
  "a.md": essay({ title: "A", order: 1, date: "2020-01-01", tags: ["tea"] }, "Of burnout.\n"),
  "b.md": essay({ title: "B", order: 2, date: "2020-02-02", tags: ["tea", "cups"] }, "Words.\n"),
  "c.md": essay({ title: "C", order: 3, date: "2019-01-01", tags: ["cups"] }, "Of burnout.\n"),
};

const end = (own: Reader): string => own.screen().at(-1)!;
const text = (own: Reader): string => own.screen().join(" ").replace(/ +/g, " ");

describe("by date", () => {
  test("the place is the number of the essay among all, and a count goes to it", () => {
    const own = reader(sources).press("s");
    expect(end(own)).toMatch(/2020 {2}· {2}1\/3$/);
    expect(end(own.press("G"))).toMatch(/2019 {2}· {2}3\/3$/);
    expect(end(own.press("2", "g"))).toMatch(/2020 {2}· {2}2\/3$/);
    expect(end(own.press("3", "G"))).toMatch(/2019 {2}· {2}3\/3$/);
  });
});

test("a new order is named in the last row where the header has no room for it", () => {
  const narrow = reader(sources, { columns: 30, rows: 20 });
  expect(end(narrow.press("s"))).toContain("by date, newest first");
  expect(end(narrow.press("r"))).toContain("by date, oldest first");
  expect(end(narrow.press("j"))).not.toContain("by date");
  expect(text(narrow.press("T"))).toContain("by date, oldest first, grouped");
  const wide = reader(sources).press("s");
  expect(wide.screen()[0]).toContain("by date");
  expect(end(wide)).not.toContain("by date");
});

describe("a choice on the command line", () => {
  const chosen = (choice: Choice, of: Readonly<Record<string, string>> = sources): string => {
    const own = reader(of, { columns: 120, rows: 24 });
    const { root, targets } = own.library;
    const { all: essays } = own.state().library;
    const library = shelve({ root, essays, targets, skipped: [], choice, isLibrary: true });
    own.send({ kind: "library", library });
    return text(own);
  };

  test("is named as the same choice by a key is", () => {
    expect(chosen({ tags: [["tea"]], since: "2020-02" })).toContain(
      "1 of 3 essays · tagged tea · dated 2020-02 or later · by order",
    );
    expect(chosen({ where: [{ key: "order", operator: "<", value: "3" }], withoutTags: ["x"] })).toContain(
      "2 of 3 essays · not tagged x · order<3",
    );
    expect(chosen({ limit: 2 })).toContain("2 of 3 essays · by order");
    expect(chosen({})).toContain(" 3 essays · by order");
  });

  test("that leaves nothing is named, and what it leaves out", () => {
    const nothing = chosen({ tags: [["x", "y"]], until: "1999" });
    expect(nothing).toContain("No essay here is tagged x or y and dated 1999 or earlier.");
    expect(nothing).toContain(
      "The options of the command line leave out all 3 essays of /home/reader/essays.",
    );
    expect(nothing).not.toContain("Looked for");
    expect(chosen({ where: [{ key: "author", operator: "=", value: "Ann" }] })).toContain(
      "No essay here has author=Ann.",
    );
    expect(chosen({ limit: 0 })).toContain("The options choose no essay.");
  });

  test("without drafts leaves nothing of a library of drafts: their number and the option are named", () => {
    const drafts = { "a.md": essay({ title: "A", draft: true }), "b.md": essay({ title: "B", draft: true }) };
    const nothing = chosen({}, drafts);
    expect(nothing).toContain("No essays in /home/reader/essays, but 2 drafts.");
    expect(nothing).toContain("ibid --drafts /home/reader/essays shows them.");
    expect(chosen({ drafts: true }, drafts)).toContain(" 2 essays");
  });
});

describe("within chosen tags", () => {
  const tagged = (): Reader => reader(sources).press("t", "space", "enter");

  test("the filter counts the essays with the tags, and names these", () => {
    const own = tagged();
    const [tag] = own.state().shelf.tags;
    expect(text(own.press("/", ..."burnout"))).toContain(`1 essay tagged ${tag} contains it.`);
  });

  test("the filter names the reading state before the essays", () => {
    const own = tagged();
    const [tag] = own.state().shelf.tags;
    own.press("f", "/", ..."zzqq");
    expect(text(own)).toContain(`No unread essay tagged ${tag} contains it either.`);
  });

  test("a choice that no essay satisfies names its tags and what is read", () => {
    const own = tagged();
    const [tag] = own.state().shelf.tags;
    own.press("f", "f");
    expect(text(own)).toContain(`No essay here is begun and tagged ${tag}.`);
  });
});

describe("where nothing is listed", () => {
  test("only keys that do something are in the status line", () => {
    const own = reader(sources).press("f", "f");
    expect(end(own)).toMatch(/^ Esc show all {3}\? help {3}q quit$/);
    expect(end(reader({}))).toMatch(/^ L libraries {3}\? help {3}q quit$/);
    expect(end(reader(sources).press("/", ..."zzzzqq"))).not.toContain("open");
  });

  test("an empty library of the config file names the key to another, and one that is gone is marked", () => {
    const { root } = reader({}).state().library;
    const libraries = [
      { name: "own", root },
      { name: "other", root: "/no/such/folder", isMissing: true },
    ];
    const own = reader({}, undefined, { libraries });
    expect(text(own)).toContain("L opens another library of the config file.");
    expect(text(own)).toContain("The config file names this folder: own.");
    expect(text(own.press("L"))).toMatch(/ other +\/no\/such\/folder +not found/);
    expect(text(own)).not.toMatch(/ own .*not found.* other /);
  });

  test("a library of the config file that can't be opened is named with the reason, the place and the keys", () => {
    const own = reader({}, undefined, { libraries: [{ name: "other", root: "/other" }] });
    const fault = { reason: "/gone: no such folder or file", place: "config.toml:3" };
    own.send({ kind: "library", library: { ...own.state().library, fault } });
    expect(text(own)).toContain(
      "The library that the config file names can't be opened. /gone: no such folder or file.",
    );
    expect(text(own)).toContain("L opens another library of the config file.");
    expect(text(own)).toContain("dir in config.toml:3 names it");
    expect(end(own)).toMatch(/^ L libraries {3}\? help {3}q quit$/);
  });

  test("a low window shows that the words go on", () => {
    const own = reader({}, { columns: 40, rows: 6 });
    expect(own.screen().at(-2)).toMatch(/…$/);
    expect(own.screen().length).toBe(6);
  });
});
