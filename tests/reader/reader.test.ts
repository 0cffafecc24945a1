import { view } from "../../src/reader/view.ts";
import { describe, expect, test } from "vitest";
import { keymap } from "../../src/reader/keymap.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const long = Array.from(
  { length: 60 },
  (_, n) => `Paragraph ${n + 1} has ${"some words ".repeat(12)}in it.`,
).join("\n\n");

const sources = {
  "one.md": essay(
    { title: "The first", order: 1, date: "2024-01-02", tags: ["tech companies", "staff"] },
    `## Part one\n\n${long}\n\n## Part two\n\nThe end.\n`,
  ),
  "two.md": essay(
    { title: "Shipping is hard", order: 2, date: "2025-03-04", tags: ["shipping"] },
    "Short[^1].\n\n[^1]: A note.\n",
  ),
  "three.md": essay({ title: "How to ship projects", order: 3, date: "2023", tags: ["shipping", "staff"] }),
  "none.md": essay({ title: "Without order" }),
};

function shelf(): Reader {
  return reader(sources);
}

function titles(one: Reader): string[] {
  return one
    .state()
    .shelf.entries.map((entry) =>
      entry.kind === "essay" ? entry.essay.title : `[${entry.name} ${entry.count}]`,
    );
}

function underCursor(one: Reader): string | undefined {
  const entry = one.state().shelf.entries[one.state().shelf.cursor];
  return entry?.kind === "essay" ? entry.essay.title : undefined;
}

describe("the shelf", () => {
  test("shows order, title, date and minutes, the cursor on the first", () => {
    const screen = shelf().screen();
    expect(screen[0]).toMatch(/^ reader\/essays +4 essays {2}· {2}by order$/);
    expect(screen[1]).toBe("");
    expect(screen[2]).toMatch(/^ ▌ 1 {3}The first +Jan 2024 +\d+ min$/);
    expect(screen[5]).toMatch(/^ {7}Without order/);
    expect(screen[23]).toContain("1/4");
  });

  test("moves, with counts, and not beyond its ends", () => {
    expect(underCursor(shelf().press("j", "down"))).toBe("How to ship projects");
    expect(underCursor(shelf().press("3", "j", "k"))).toBe("How to ship projects");
    expect(underCursor(shelf().press("G"))).toBe("Without order");
    expect(underCursor(shelf().press("G", "9", "9", "k"))).toBe("The first");
    expect(underCursor(shelf().press("ctrl+d", "g"))).toBe("The first");
  });

  test("U takes marks back: an essay that was read half is at its place again", () => {
    const one = shelf().press("enter", "space", "q");
    const file = `${one.library.root}/one.md`;
    one.memory.stopped(file, { block: 4, words: "Paragraph 4", note: undefined, offset: 0 }, 30, false, 1);
    one.send({ kind: "read", path: "one.md", reading: { state: "begun", percent: 30 } });
    const before = one.memory.of(file);
    one.press("x", "x", "j", "2", "x");
    expect(one.screen().at(-1)).toContain("2 essays marked as read; U undoes this");
    expect(one.memory.of(file)).toBeUndefined();
    one.press("U");
    expect([...one.state().readings].filter(([, { state }]) => state !== "no")).toEqual([]);
    one.press("U", "U");
    expect(one.memory.of(file)).toEqual({ ...before, at: expect.any(Number) });
    expect(one.state().readings.get("one.md")).toEqual({ state: "begun", percent: 30 });
    expect(one.press("U").screen().at(-1)).toContain("nothing to undo");
  });

  test("sorts by each key in turn, from the top, and in reverse", () => {
    const one = shelf().press("j");
    expect(titles(one.press("s"))).toEqual([
      "[2025 1]",
      "Shipping is hard",
      "[2024 1]",
      "The first",
      "[2023 1]",
      "How to ship projects",
      "[without a date 1]",
      "Without order",
    ]);
    expect(one.rows()[1]).toMatch(/Shipping is hard +4 Mar +\d+ min$/);
    expect(underCursor(one)).toBe("Shipping is hard");
    expect(one.state().shelf.top).toBe(0);
    expect(titles(one.press("r")).slice(0, 2)).toEqual(["[2023 1]", "How to ship projects"]);
    expect(one.screen()[0]).toContain("by date, oldest first");
    expect(titles(one.press("r", "s"))).toEqual([
      "How to ship projects",
      "Shipping is hard",
      "The first",
      "Without order",
    ]);
  });

  test("groups by tag, counted; essays without a tag come last", () => {
    const one = shelf().press("T");
    expect(titles(one)).toEqual([
      "[shipping 2]",
      "Shipping is hard",
      "How to ship projects",
      "[staff 2]",
      "The first",
      "How to ship projects",
      "[tech companies 1]",
      "The first",
      "[without a tag 1]",
      "Without order",
    ]);
    expect(one.rows()[0]).toMatch(/^ {3}shipping {2}2 essays$/);
    expect(underCursor(one.press("g", "k"))).toBe("Shipping is hard");
    expect(underCursor(one.press("j", "j"))).toBe("The first");
    expect(titles(one.press("T"))).toHaveLength(4);
  });

  test("shows the essays of one tag, chosen from a list with counts", () => {
    const one = shelf().press("t");
    expect(one.rows()[0]).toMatch(/^ ▌ +2 {2}shipping$/);
    expect(titles(one.press("j", "enter"))).toEqual(["The first", "How to ship projects"]);
    expect(one.screen()[0]).toContain("2 of 4 essays  ·  tagged staff");
    expect(titles(one.press("esc"))).toHaveLength(4);
  });

  test("filters with each key, best first, the matched letters marked", () => {
    const one = shelf().press("/", "s", "h", "i", "p");
    expect(titles(one)).toEqual(["How to ship projects", "Shipping is hard"]);
    expect(one.screen()[23]).toMatch(/^ \/ ship/);
    const marked = view(one.state())[2]!.spans.filter(({ roles }) => roles.includes("found"));
    expect(marked.map(({ text }) => text)).toEqual(["ship"]);
    expect(titles(one.press("backspace", "backspace", "backspace", "backspace"))).toHaveLength(4);
    expect(titles(one.press("h", "t", "s", "p"))).toEqual(["How to ship projects"]);
    expect(titles(one.press("esc"))).toHaveLength(4);
  });

  test("keys that arrive together are taken one by one while filtering", () => {
    expect(titles(shelf().press("/", ..."hard"))).toEqual(["Shipping is hard"]);
  });

  test("searches the text if no title matches", () => {
    const one = shelf().press("/", ..."short", "enter");
    expect(one.state().screen.kind).toBe("search");
    expect(one.screen().join("\n")).toContain("Shipping is hard");
  });

  test("reports that no title matches, and the number of essays whose text does", () => {
    const none = shelf()
      .press("/", ..."zzzz")
      .screen()
      .join("\n");
    expect(none).toContain("No title, tag or description matches “zzzz”.");
    expect(none).toContain("No essay contains it either.");
    expect(none).toContain("Esc shows all essays.");
    const one = shelf()
      .press("/", ..."short")
      .screen()
      .join("\n");
    expect(one).toContain("1 essay contains it.");
    expect(one).toContain("Enter searches the texts, Esc shows all essays.");
  });

  test("an empty shelf has no preview", () => {
    const one = reader(sources, { columns: 160, rows: 24 }).press("j");
    expect(one.state().preview).toBeDefined();
    expect(one.press("/", ..."zzzz").state().preview).toBeUndefined();
    expect(one.press("esc").state().preview).toBeDefined();
  });
});

describe("an essay", () => {
  test("opens with title, date, tags and minutes, and its notes under the paragraph", () => {
    const screen = shelf()
      .press("j", "enter")
      .screen()
      .map((line) => line.trim());
    expect(screen.slice(0, 9)).toEqual([
      "",
      "Shipping is hard",
      "════════════════",
      "4 March 2025  ·  shipping  ·  1 min",
      "",
      "Short¹.",
      "",
      "¹ A note.",
      "",
    ]);
    expect(screen[23]).toMatch(/^Shipping is hard +\? help {2}· {2}q back {2}· {2}the end {2}· {2}100 %$/);
  });

  test.each([
    [80, / A title +\? help  ·  q back  ·  .*min left  ·  0 % *$/],
    [40, / A title +\? help  ·  q back  ·  0 % *$/],
    [20, / \? help  ·  q back *$/],
  ])("says the ways to the help and out at %i columns, and as much of the rest as fits", (columns, line) => {
    const long = { "a.md": essay({ title: "A title" }, Array(60).fill("Words.").join("\n\n")) };
    expect(reader(long, { columns, rows: 10 }).press("enter").screen().at(-1)).toMatch(line);
  });

  test("scrolls to its end and no further, and says how far it is", () => {
    const one = shelf().press("enter");
    expect(one.screen()[23]).toMatch(/ min left {2}· {2}\d %$/);
    one.press("G");
    expect(one.screen().map((line) => line.trim())).toContain("The end.");
    expect(one.screen()[23]).toContain("100 %");
    const end = one.screen();
    expect(one.press("space", "j", "ctrl+d").screen()).toEqual(end);
  });

  test("goes from heading to heading", () => {
    const one = shelf().press("enter", "]", "]");
    expect(one.screen().map((line) => line.trim())).toContain("Part two");
    expect(one.press("[", "[").screen()[1]?.trim()).toMatch(/^(Part one|The first)$/);
  });

  test("h and the left arrow never leave it", () => {
    expect(shelf().press("enter", "h", "left").state().screen.kind).toBe("page");
    expect(shelf().press("enter", "q").state().screen.kind).toBe("shelf");
    expect(shelf().press("enter", "esc").state().screen.kind).toBe("shelf");
  });

  test("J and K open its neighbours on the shelf, and say where there is none", () => {
    const one = shelf().press("enter", "J");
    expect(one.screen()[1]?.trim()).toBe("Shipping is hard");
    expect(one.press("K").screen()[1]?.trim()).toBe("The first");
    expect(one.press("K").screen()[23]).toContain("this is the first essay");
    expect(underCursor(one.press("2", "J", "q"))).toBe("How to ship projects");
  });

  test("f moves the notes, each time to another place", () => {
    const one = shelf().press("j", "enter");
    const status = (): string => one.screen()[23]!;
    expect(one.press("f") && status()).toContain("footnotes at the end");
    expect(one.screen().map((line) => line.trim())).toContain("────────────");
    expect(one.press("f").screen().join("\n")).not.toContain("A note");
    expect(one.press("f") && status()).toContain(
      "footnotes under the paragraph (in the margin from 114 columns on)",
    );
    one.resize(140, 24);
    const places = ["under the paragraph", "in the margin", "at the end", "hidden", "in the margin (auto)"];
    for (const place of places) expect(one.press("f") && status()).toContain(`footnotes ${place}`);
  });

  test("has its notes in the margin if the window is wide enough", () => {
    const one = shelf().resize(140, 24).press("j", "enter");
    expect(one.screen().find((line) => line.includes("Short¹."))).toContain("¹ A note.");
  });

  test("is in the middle if it has no notes", () => {
    const one = shelf().resize(140, 24).press("enter");
    const line = one.screen().find((text) => text.includes("Paragraph 1 has"))!;
    expect(line.indexOf("Paragraph")).toBe((140 - 72) / 2);
  });

  test("+ and - change the measure", () => {
    const widest = (one: Reader): number =>
      Math.max(
        ...one
          .screen()
          .slice(0, 23)
          .map((line) => line.trim().length),
      );
    const one = shelf().press("enter");
    const before = widest(one);
    expect(widest(one.press("-", "-", "-"))).toBeLessThan(before - 6);
    expect(widest(one.press("+", "+", "+"))).toBe(before);
  });

  test.each([
    [60, 20],
    [40, 10],
    [200, 60],
    [33, 50],
  ])("keeps its place when the window becomes %i by %i", (columns, rows) => {
    const one = shelf().press("enter", ...Array<string>(7).fill("space"));
    const paragraph = one.screen().find((line) => /Paragraph \d+/.test(line));
    const number = /Paragraph (\d+)/.exec(paragraph!)![1];
    one.resize(columns, rows);
    const place = one
      .screen()
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const first = /Paragraph (\d+)/.exec(place.join(" "))?.[1];
    expect(Math.abs(Number(first) - Number(number))).toBeLessThanOrEqual(1);
    one.resize(80, 24);
    expect(one.screen().find((line) => /Paragraph \d+/.test(line))).toBe(paragraph);
  });
});

describe("help", () => {
  test("lists every key of every screen from the table that binds them", () => {
    const one = reader(sources, { columns: 100, rows: 900 }).press("?");
    const text = one.screen().join("\n");
    for (const bindings of Object.values(keymap))
      for (const binding of bindings) expect(text).toContain(binding.help);
    expect(one.press("q").state().screen.kind).toBe("shelf");
  });

  test("scrolls if it does not fit, and goes back to the screen below", () => {
    const one = shelf().press("enter", "?", "G");
    expect(one.screen()[23]).not.toContain("more below");
    expect(one.press("q").state().screen.kind).toBe("page");
  });

  test("no key is bound twice on one screen", () => {
    for (const bindings of Object.values(keymap)) {
      const keys = bindings.flatMap((binding) => binding.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

test("q leaves from the shelf with 0, ^C from anywhere with 130", () => {
  expect(shelf().press("q").effects()).toEqual([{ kind: "quit", code: 0 }]);
  expect(shelf().press("enter", "ctrl+c").effects().at(-1)).toEqual({ kind: "quit", code: 130 });
});
