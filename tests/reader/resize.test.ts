/**
 * What stays where it is when the window changes.
 */
import { expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const paragraphs = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, nth) =>
      `Paragraph ${from + nth} has enough words to be broken into lines on any screen that is narrow.`,
  ).join("\n\n");

const sections = Array.from(
  { length: 30 },
  (_, nth) => `## Section ${nth}\n\nWith a note[^${nth}].\n\n${paragraphs(nth * 3, 3)}`,
).join("\n\n");
const notes = Array.from(
  { length: 30 },
  (_, nth) => `[^${nth}]: A note of some words, to [a](/a#section-${nth}).`,
);

const sources = {
  "a.md": essay({ title: "A", order: 1 }, `${sections}\n\n${notes.join("\n")}\n`),
  "b.md": essay(
    { title: "B", order: 2 },
    `Many words[^1].\n\n[^1]: ${paragraphs(0, 40).replaceAll("\n\n", "\n\n    ")}\n`,
  ),
};

function status(own: Reader): string {
  return own.screen().at(-1)!.trim();
}

test("n goes on from the match that one is at", () => {
  const own = reader(sources).press("enter", "/", ..."Paragraph", "enter", "n", "n", "n");
  expect(status(own)).toMatch(/^4 of 90/);
  own.resize(40, 10);
  expect(own.screen().join("\n")).toContain("Paragraph 3");
  expect(status(own.press("n"))).toMatch(/^5 of 90 for Paragraph +\d+ %$/);
});

test("the link that has the focus stays on the screen", () => {
  const own = reader(sources, { columns: 80, rows: 40 }).press("enter", "5", "tab");
  own.resize(40, 10);
  expect(status(own.press("enter"))).not.toContain("Tab goes to a link");
});

test("the outline keeps its cursor on the screen, and shows where headings now are", () => {
  const own = reader(sources, { columns: 160, rows: 50 }).press("enter", "o");
  const percents = (): number[] =>
    own
      .screen()
      .flatMap((line) => /(\d+) %$/.exec(line.trimEnd())?.slice(1) ?? [])
      .map(Number);
  const rising = (values: readonly number[]): boolean =>
    values.every((one, nth) => nth === 0 || one >= values[nth - 1]!);
  // With notes in the margin too.
  expect(percents().length).toBe(30);
  expect(rising(percents())).toBe(true);
  own.press("G").resize(40, 10);
  expect(own.screen().some((line) => line.startsWith(" ▌"))).toBe(true);
  expect(rising(percents())).toBe(true);
});

test("a note in a box stays about where it was", () => {
  const own = reader(sources).press("j", "enter", "f", "f", "f", "f", "tab", "enter", "space", "space");
  const shown = (): number => Number(/Paragraph (\d+)/.exec(own.screen().join("\n"))?.[1]);
  const before = shown();
  expect(before).toBeGreaterThan(5);
  own.resize(40, 10);
  expect(Math.abs(shown() - before)).toBeLessThan(6);
});

test("what is selected stays selected, and Esc drops it only", () => {
  const own = reader(sources).press("enter", "space", "v", "4", "j");
  const marked = (): string[] =>
    own
      .screen()
      .filter((line) => line.includes("┃"))
      .map((line) => line.trim());
  const [first] = marked();
  own.resize(100, 20);
  expect(marked()[0]).toBe(first);
  expect(own.press("esc").state().screen).toMatchObject({ kind: "page", mode: { kind: "read" } });
});

test("tags keep their cursor on the screen", () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, nth) => [`${nth}.md`, essay({ title: `E${nth}`, tags: [`tag ${nth}`] })]),
  );
  const own = reader(many, { columns: 80, rows: 50 }).press("t", "G").resize(40, 10);
  expect(own.screen().some((line) => line.startsWith(" ▌"))).toBe(true);
});

test("a note that is typed while the window is small leaves the page where it was", () => {
  for (const keys of [[], ["space"]]) {
    const own = reader(sources, { columns: 160, rows: 50 }).press("enter", ...keys);
    const place = (): unknown => {
      const { screen } = own.state();
      return screen.kind === "page" && [screen.page.place.block, screen.page.top === 0];
    };
    const before = place();
    own.press("a", ..."a note");
    for (const [columns, rows] of [
      [40, 20],
      [20, 10],
      [120, 40],
    ] as const)
      own.resize(columns, rows);
    own.press("enter");
    expect(own.state().screen).toMatchObject({ mode: { kind: "read" } });
    expect(place()).toEqual(before);
  }
});
