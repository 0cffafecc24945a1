/**
 * Peeks: the target of a link, a note or a citing essay in a box over the screen.
 */
import { describe, expect, test } from "vitest";
import type { Page } from "../../src/reader/state.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const filler = Array.from({ length: 40 }, (_, nth) => `Filler ${nth + 1}.`).join("\n\n");
const sources = {
  "one.md": essay(
    { title: "One", order: 1 },
    `Go to [two](/two#middle), [out](https://example.org/x) or [nowhere](/gone)[^n].\n\n${filler}\n\n[^n]: The note of one, with [two](/two).\n`,
  ),
  "two.md": essay(
    { title: "Two", order: 2 },
    `The beginning of two.\n\n${filler}\n\n## Middle\n\nThe middle of two, on to [three](/three)[^a].\n\n[^a]: The note of two.\n`,
  ),
  "three.md": essay({ title: "Three", order: 3 }, "All of three, on to [four](/four).\n"),
  "four.md": essay({ title: "Four", order: 4 }, "All of four, on to [one](/one).\n"),
};

function page(): Reader {
  return reader(sources).press("enter");
}

function pageOf(one: Reader): Page {
  const { screen } = one.state();
  if (screen.kind !== "page") throw new Error(`no page is seen, but ${screen.kind}`);
  return screen.page;
}

function text(one: Reader): string {
  return one.screen().join("\n");
}

describe("a link", () => {
  test("opens a peek at its heading, and the page below stays", () => {
    const one = page().press("tab", "i");
    expect(text(one)).toContain("The middle of two");
    expect(text(one)).not.toContain("The beginning of two");
    expect(text(one)).toContain("Two · 1 min");
    expect(text(one)).toContain("Go to two");
    const back = one.press("q");
    expect(pageOf(back).essay.title).toBe("One");
    expect(pageOf(back).top).toBe(0);
  });

  test.each([
    [40, 20],
    [20, 10],
    [120, 40],
  ])("leaves no letter of the page at its edges, at %i by %i", (columns, rows) => {
    const words = "A word and many others of one letter each: " + "a b c d e f g h ".repeat(60);
    const one = reader({
      "a.md": essay({ title: "A" }, `[b](/b) ${words}`),
      "b.md": essay({ title: "B" }, words),
    });
    const seen = one.press("enter", "tab", "i").resize(columns, rows).screen();
    const edges = seen.filter((row) => /[│╮╯╭╰]/.test(row));
    expect(edges.length).toBeGreaterThan(2);
    for (const row of edges) expect(row).toMatch(/(?:^|\s)[╭│╰].*[╮│╯](?:\s|$)/);
  });

  test("peeks go three deep; q closes them one by one", () => {
    const one = page().press("tab", "i", "tab", "i", "tab", "i");
    expect(text(one)).toContain("All of four");
    expect(one.screen().at(-1)).toContain("3 deep");
    expect(one.press("tab", "i").screen().at(-1)).toContain("peeks go three deep");
    expect(text(one.press("q"))).toContain("All of three");
    expect(text(one.press("q"))).toContain("The middle of two");
    expect(one.press("q").state().screen.kind).toBe("page");
  });

  test("Enter opens the essay at the same place, and Backspace goes back", () => {
    const one = page().press("tab", "i", "enter");
    const two = pageOf(one);
    expect(two.essay.title).toBe("Two");
    expect(two.top).toBeGreaterThan(40);
    expect(pageOf(one.press("backspace")).essay.title).toBe("One");
  });

  test("Enter follows the focused link of the box", () => {
    expect(pageOf(page().press("tab", "i", "tab", "enter")).essay.title).toBe("Three");
  });

  test("a web address and a dead link are reported", () => {
    expect(page().press("tab", "tab", "i").screen().at(-1)).toContain("https://example.org/x");
    expect(page().press("tab", "tab", "tab", "i").screen().at(-1)).toContain("no essay here has this name");
    expect(page().press("i").screen().at(-1)).toContain("Tab goes to a link");
  });
});

describe("a note", () => {
  test("of the page, and a link in it", () => {
    const one = reader(sources, undefined, { notes: "end" }).press("enter", "tab", "tab", "tab", "tab", "i");
    expect(text(one)).toContain("The note of one");
    expect(text(one.press("tab", "i"))).toContain("The beginning of two");
    expect(text(one.press("q"))).toContain("The note of one");
  });

  test("of the essay in the box", () => {
    const one = page().press("tab", "i", "tab", "tab", "i");
    expect(text(one)).toContain("note 1 of Two");
    // Nothing in it leads on, its number included.
    expect(one.screen().at(-1)).not.toContain("links");
    expect(one.press("tab", "i").screen().at(-1)).toContain("no links here to peek at");
  });
});

describe("a list", () => {
  test("peeks at a citing essay, at the paragraph with the link", () => {
    const one = reader(sources).press("j", "j", "enter", "L", "i");
    expect(text(one)).toContain("The middle of two");
    expect(one.press("q").state().screen).toMatchObject({ kind: "list", what: "citing" });
  });

  test("peeks at an essay of the shelf, at its beginning", () => {
    const one = reader(sources).press("j", "i");
    expect(text(one)).toContain("The beginning of two");
    expect(pageOf(one.press("enter")).essay.title).toBe("Two");
    expect(one.press("q").state().screen.kind).toBe("shelf");
  });
});

test.each([
  [20, 5],
  [40, 10],
  [160, 50],
])("fits %ix%i, and is laid out again for it, with what is under it", (columns, rows) => {
  const one = page().press("tab", "i").resize(columns, rows);
  expect(one.screen()).toHaveLength(rows);
  expect(text(one)).toContain("Middle");
  expect(text(one.press("q")).replace(/\s+/g, " ")).toContain("Go to two");
});

test("of an essay without text says so, and that it has no links", () => {
  const own = reader({ "a.md": essay({ title: "A" }, "") }).press("i");
  expect(own.screen().join("\n")).toContain("This essay has no text.");
  expect(own.press("i").screen().at(-1)).toContain("no links here to peek at");
});
