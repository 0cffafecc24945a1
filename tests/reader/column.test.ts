/** The place of the column: it depends on the window and the measure, and on nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsForMargin, hasSpread, pageMargin, pageShape, widestText } from "../../src/reader/geometry.ts";
import { reader, type Reader } from "../support/reader.ts";

const NOTES = ["auto", "inline", "margin", "end", "none"] as const;
const GAP = 3;
const words = "Some words of a paragraph that goes on for a while, over more than a line of it. ".repeat(3);
const sources = {
  "a.md": `---\norder: 1\n---\n# Noted\n\n${words}[^1]\n\n[^1]: ${"A note of some words. ".repeat(9)}`,
  "b.md": `---\norder: 2\n---\n# Plain\n\n${words}`,
};

const view = fc.record({
  size: fc.record({ columns: fc.integer({ min: 20, max: 300 }), rows: fc.integer({ min: 5, max: 60 }) }),
  measure: fc.integer({ min: 20, max: 200 }),
  spread: fc.boolean(),
});

function left(own: Reader): number {
  return own
    .screen()
    .find((line) => line.includes("Some words of"))!
    .indexOf("Some words of");
}

function status(own: Reader): string {
  return own.screen().at(-1)!;
}

describe("the column stands still", () => {
  test.each([100, 107, 114, 120, 136, 142, 160])("in a window of %i columns", (columns) => {
    const places = ["enter", "j"].flatMap((first) => {
      const own = reader(sources, { columns, rows: 40 }).press(...(first === "j" ? ["j", "enter"] : [first]));
      return NOTES.map(() => left(own.press("f")));
    });
    expect(new Set(places).size).toBe(1);
  });

  test("whatever the window and the measure", () => {
    fc.assert(
      fc.property(view, (look) => {
        const shapes = NOTES.map((notes) => pageShape({ ...look, notes }));
        expect(new Set(shapes.map(({ text }) => text)).size).toBe(1);
        const [{ text }] = shapes as [(typeof shapes)[number]];
        const at = pageMargin(look, text);
        const { columns } = look.size;
        // In the middle, or left of it so that notes have just their 30 columns.
        const isMoved = !hasSpread(look) && at < Math.floor((columns - text) / 2);
        expect(!isMoved || columns - at - text === GAP + 30 + 1).toBe(true);
        expect(at).toBeGreaterThanOrEqual(isMoved ? 8 : 0);
        const beside = shapes.filter(({ notes }) => notes === "margin");
        const least = hasSpread(look) ? 24 : 30;
        expect(beside.every(({ width }) => width <= text + GAP + 44 && width >= text + GAP + least)).toBe(
          true,
        );
        expect(shapes.every(({ width, notes }) => notes === "margin" || width === text)).toBe(true);
      }),
    );
  });
});

test("notes stand beside text that stands in the middle where 30 columns are left there", () => {
  const own = reader(sources, { columns: 142, rows: 40 }).press("enter");
  expect(left(own)).toBe((142 - 72) / 2);
  expect(own.screen().some((line) => line.includes("Some words of") && line.length > 110)).toBe(false);
  expect(own.screen().some((line) => /\S {3,}¹ A note/.test(line))).toBe(true);
});

test("two pages of 200 columns have notes in the outer margins", () => {
  const own = reader(sources, { columns: 200, rows: 60 }, { spread: true }).press("enter");
  expect(own.screen().some((line) => /^ *¹ A note/.test(line) && line.includes("of"))).toBe(true);
});

test("a box over the text leaves the notes beside it, and the other one of two pages", () => {
  const narrow = { columns: 130, rows: 24 };
  const note = "A note of some words. ".repeat(9);
  const rest = `${words}\n\n`.repeat(12);
  const source = `---\norder: 1\n---\n# Noted\n\n${words}[^1]\n\n${rest}${words}[link](b.md) and[^2]\n\n[^1]: ${note}\n[^2]: ${note}`;
  const essays = { ...sources, "a.md": source };
  const noted = (own: Reader): string[] => own.screen().map((line) => line.slice(notesFrom).trim());
  const notesFrom = 99;
  const one = reader(essays, narrow).press("enter", "G", "tab");
  const before = noted(one);
  expect(before.join(" ")).toContain("A note of some words");
  one.press("i");
  expect(one.screen().join("\n")).toContain("╭─");
  expect(noted(one).slice(0, -1)).toEqual(before.slice(0, -1));
  const two = reader(essays, { columns: 170, rows: 24 }, { spread: true, notes: "none" }).press("enter");
  const right = two.screen().map((line) => line.slice(85).trim());
  two.press("tab", "enter");
  expect(two.screen().join("\n")).toContain("note 1 ─");
  expect(
    two
      .screen()
      .map((line) => line.slice(85).trim())
      .slice(0, -1),
  ).toEqual(right.slice(0, -1));
});

test("a sign is under a note in the margin that goes on with the next screen", () => {
  const long = {
    ...sources,
    "a.md": `---\norder: 1\n---\n# Noted\n\n${words.repeat(4)}[^1]\n\n${words}\n\n[^1]: ${words.repeat(2)}`,
  };
  const signs = (rows: number): number[] =>
    reader(long, { columns: 142, rows })
      .press("enter")
      .screen()
      .flatMap((line) => (line.includes("⋮") ? [line.indexOf("⋮")] : []));
  expect(signs(24)).toEqual([(142 - 72) / 2 + 72 + GAP]);
  expect(signs(60)).toEqual([]);
});

/** The columns of notes at the left of two pages. */
const NOTES_AT_LEFT = 26;

test("a note of two pages is whole in the margin of the page with its mark, or under its text", () => {
  const note = `${words} END`;
  const places = Array.from({ length: 12 }, (_, count) => {
    const source = `---\norder: 1\n---\n# Noted\n\n${words.repeat(1 + (count % 5))}[^1]\n\n${"A line.\n\n".repeat(count)}## Head\n\n${words}\n\n${words}\n\n[^1]: ${note}`;
    const own = reader({ ...sources, "a.md": source }, { columns: 200, rows: 24 }, { spread: true });
    const screen = own.press("enter").screen();
    const left = screen.map((line) => line.slice(0, NOTES_AT_LEFT)).join(" ");
    expect(screen.join("\n")).toContain("END");
    expect(screen.some((line) => line.includes("⋮"))).toBe(false);
    expect(left.includes("END")).toBe(left.includes("Some"));
    return left.includes("END");
  });
  expect(places).toContain(true);
});

test("the title does not touch the upper edge, nor the text the status line", () => {
  const own = reader({ "a.md": `# Long\n\n${`${words}\n\n`.repeat(30)}` }, { columns: 80, rows: 24 });
  own.press("enter");
  expect(own.screen()[0]).toBe("");
  expect(own.screen()[1]?.trim()).toBe("Long");
  for (let turn = 0; turn < 9; turn++) expect(own.press("space").screen()[22]).toBe("");
  // A jump to the beginning shows the row above the title, too.
  expect(own.press("g").screen()[1]?.trim()).toBe("Long");
});

test("f says from which width on notes stand in the margin, and they do", () => {
  /** The status line after `f` that has the words; empty if none of the places has them. */
  const after = (own: Reader, words: string): string => {
    for (let press = 0; press < NOTES.length; press++)
      if (status(own.press("f")).includes(words)) return status(own);
    return "";
  };
  for (const [columns, spread] of [
    [80, false],
    [160, true],
  ] as const) {
    const own = reader(sources, { columns, rows: 50 }, { spread }).press("enter");
    const from = Number(/from (\d+) columns on/.exec(after(own, "columns on"))?.[1]);
    expect(from).toBeGreaterThan(columns);
    expect(after(own.resize(from, 50), "in the margin")).not.toContain("columns on");
    expect(after(own.resize(from - 1, 50), "in the margin")).toContain(`from ${from} columns`);
  }
});

describe("the measure", () => {
  test("ends at what the window holds, and the next - acts", () => {
    const own = reader(sources).press("enter", "+", "+", "+", "+", "+");
    expect(status(own)).toContain("78 columns, no more fit");
    expect(status(own.press("-"))).toContain("measure: 74 columns");
  });

  test("each press changes the text, or says that no more fits", () => {
    const key = fc.constantFrom<"+" | "-">("+", "-");
    fc.assert(
      fc.property(view, fc.array(key, { maxLength: 12 }), ({ size, measure, spread }, keys) => {
        const { columns, rows } = size;
        const own = reader(sources, { columns: Math.max(40, columns), rows }, { measure, spread });
        own.press("enter");
        for (const one of keys) {
          const before = pageShape(own.state()).text;
          own.press(one);
          const after = pageShape(own.state()).text;
          const most = Math.min(200, widestText(own.state()));
          const moved = one === "+" ? after - before : before - after;
          const isAtEnd = one === "+" ? before >= most : before <= 20;
          expect(isAtEnd ? moved === 0 : moved > 0).toBe(true);
          expect(columnsForMargin(own.state())).toBeGreaterThanOrEqual(columns > 40 ? columns : 40);
        }
      }),
      { numRuns: 40 },
    );
  });
});
