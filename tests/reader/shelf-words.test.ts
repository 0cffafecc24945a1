/**
 * What the shelf says of itself: where the cursor is, what is not there, and which keys do something then.
 */
import { describe, expect, test } from "vitest";
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
