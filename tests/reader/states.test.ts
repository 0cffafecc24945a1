/**
 * The shelf by read state; new essays; the queue.
 */
import { describe, expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const sources = Object.fromEntries(
  ["Alder", "Birch", "Cedar", "Douglas"].map((title, nth) => [
    `${title.toLowerCase()}.md`,
    essay({ title, order: nth + 1 }, "A few words.\n"),
  ]),
);

function shelf(): Reader {
  return reader(sources, undefined, {
    readings: new Map([
      ["alder.md", { state: "yes", percent: 100 }],
      ["birch.md", { state: "begun", percent: 40 }],
    ]),
    fresh: new Set(["cedar.md", "alder.md"]),
  });
}

function titles(one: Reader): string[] {
  return one.state().shelf.entries.flatMap((entry) => (entry.kind === "essay" ? [entry.essay.title] : []));
}

function underCursor(one: Reader): string | undefined {
  const { entries, cursor } = one.state().shelf;
  const entry = entries[cursor];
  return entry?.kind === "essay" ? entry.essay.title : undefined;
}

describe("the read state", () => {
  test("f shows unread, begun, finished and all essays, and the header names the choice", () => {
    const one = shelf().press("f");
    expect(titles(one)).toEqual(["Cedar", "Douglas"]);
    expect(one.screen()[0]).toContain("2 of 4 essays");
    expect(one.screen()[0]).toContain("unread");
    expect(titles(one.press("f"))).toEqual(["Birch"]);
    expect(one.screen()[0]).toContain("begun");
    expect(titles(one.press("f"))).toEqual(["Alder"]);
    expect(one.screen()[0]).toContain("finished");
    expect(titles(one.press("f"))).toHaveLength(4);
  });

  test("Esc shows all essays; an empty choice is reported", () => {
    expect(titles(shelf().press("f", "esc"))).toHaveLength(4);
    const one = reader(sources).press("f", "f");
    expect(one.screen().join("\n")).toContain("No essay here is begun.");
    expect(one.screen().join("\n")).toContain("Esc shows all essays.");
  });
});

describe("new essays", () => {
  test("are counted until they are opened, and n moves to them", () => {
    const one = shelf();
    expect(one.screen()[0]).toContain("1 new: n goes there");
    expect(underCursor(one.press("n"))).toBe("Cedar");
    expect(underCursor(one.press("n"))).toBe("Cedar");
  });

  test("a message reports that they are hidden, or that there are none", () => {
    expect(shelf().press("f", "f", "n").screen().at(-1)).toContain("hidden; Esc shows all");
    expect(reader(sources).press("n").screen().at(-1)).toContain("no new essays");
  });
});

describe("the queue", () => {
  test("a adds and removes an essay; A lists the queue in order", () => {
    const one = reader(sources).press("j", "j", "a", "g", "a");
    expect(one.screen().at(-1)).toContain("queue: 2 essays; A shows it");
    const list = one.press("A").screen();
    expect(list[0]).toContain("To read next");
    expect(list[2]).toContain("Cedar");
    expect(list[3]).toContain("Alder");
    expect(one.press("q", "a").state().queue).toEqual(["cedar.md"]);
  });

  test("d removes an essay, Enter opens one", () => {
    const one = reader(sources).press("a", "j", "a", "A", "d");
    expect(one.state().queue).toEqual(["birch.md"]);
    const page = one.press("enter").state().screen;
    expect(page.kind === "page" && page.page.essay.title).toBe("Birch");
  });

  test("K and J put an essay sooner or later; the order outlasts the list", () => {
    const one = reader(sources).press("a", "j", "a", "j", "a", "A");
    expect(one.screen()[0]).toMatch(/To read next +3 essays {2}· {2}3 min/);
    expect(one.screen().at(-1)).toMatch(/K sooner {3}J later/);
    expect(one.press("J").state().queue).toEqual(["birch.md", "alder.md", "cedar.md"]);
    expect(one.rows()[1]).toMatch(/▌ +Alder/);
    expect(one.press("5", "K").state().queue).toEqual(["alder.md", "birch.md", "cedar.md"]);
    expect(one.press("K").screen().at(-1)).toContain("it is the first");
    one.press("2", "J", "q", "A");
    expect(
      one
        .rows()
        .slice(0, 3)
        .map((row) => row.slice(3, 10).trim()),
    ).toEqual(["Birch", "Cedar", "Alder"]);
  });

  test("an empty queue says how to add an essay", () => {
    expect(reader(sources).press("A").rows()[0]).toContain("a on the shelf adds an essay");
  });
});

describe("the place in groups", () => {
  const tagged = {
    "a.md": essay({ title: "Alder", tags: ["wood", "leaf"] }, "Text.\n"),
    "b.md": essay({ title: "Birch", tags: ["wood"] }, "Text.\n"),
  };

  test("is the place within the tag, for an essay is in as many groups as it has tags", () => {
    const one = reader(tagged).press("T");
    expect(one.screen().at(-1)).toMatch(/wood {2}· {2}1\/2 *$/);
    expect(one.press("j").screen().at(-1)).toMatch(/wood {2}· {2}2\/2 *$/);
    expect(one.press("j").screen().at(-1)).toMatch(/leaf {2}· {2}1\/1 *$/);
  });

  test("is after that within the whole list, in which an essay is as often as it has tags", () => {
    const one = reader(tagged).press("T");
    const places = ["", "j", "j"].map(
      (key) => /\d+ %/.exec((key ? one.press(key) : one).screen().at(-1)!)?.[0],
    );
    expect(places).toEqual(["0 %", "50 %", "100 %"]);
  });
});

test("without colours T says why there is no other theme", () => {
  const one = reader(sources, undefined, { colorless: "NO_COLOR is set" }).press("enter", "T");
  expect(one.screen().at(-1)).toContain("no colours: NO_COLOR is set");
});

test("J and K with one essay say that it is the only one", () => {
  const one = reader({ "a.md": essay({ title: "Alder" }, "Text.\n") }).press("enter", "J");
  expect(one.screen().at(-1)).toContain("this is the only essay");
});

describe("a list without items on a narrow screen", () => {
  const narrow = { columns: 40, rows: 10 };

  test("shows its message whole, and no hints for items", () => {
    const rows = reader(sources, narrow).press("A").screen();
    expect(rows.join(" ").replace(/\s+/g, " ")).toContain(
      "The queue is empty: a on the shelf adds an essay.",
    );
    expect(rows.at(-1)).not.toContain("Enter");
    const libraries = reader(sources, narrow).press("L").screen().join(" ").replace(/\s+/g, " ");
    expect(libraries).toContain('with lines like blog = "~/blog"');
  });

  test("a header without room drops the order, then ends with …", () => {
    const one = reader(sources, narrow, { fresh: new Set(["alder.md"]) });
    expect(one.screen()[0]).not.toContain("by order");
    expect(one.screen()[0]).toMatch(/^ \S/);
  });
});
