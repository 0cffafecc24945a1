/**
 * The rows of lists: the item under the cursor in full, and numbers that are never cut.
 */
import { expect, test } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import { progressBar } from "../../src/reader/bars.ts";
import { openPageOf } from "../../src/reader/keeper.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const LONG = "A title of many words that are more than most windows have columns for in one of their rows";
const sources = Object.fromEntries(
  Array.from({ length: 12 }, (_, nth) => [
    `e${String(nth).padStart(2, "0")}.md`,
    essay({ title: nth % 3 === 1 ? LONG : `Short ${nth}`, order: nth }, "Words.\n"),
  ]),
);

function queue(columns: number, rows: number): Reader {
  return reader(sources, { columns, rows }).press("1", "2", "a", "A");
}

const selected = (own: Reader): string[] => own.screen().filter((line) => line.startsWith(" ▌"));

test.each([
  [40, 10],
  [60, 12],
  [80, 24],
])("the title under the cursor is whole at %i×%i, wherever the cursor is", (columns, rows) => {
  const own = queue(columns, rows).press("j");
  for (let nth = 1; nth < 12; nth += 3) {
    const lines = selected(own);
    expect(lines[0]).toMatch(/ 1 min$/);
    const text = lines
      .map((line) =>
        line
          .slice(3)
          .replace(/ 1 min$/, "")
          .trim(),
      )
      .join(" ");
    expect(text).toContain(columns === 40 ? LONG.slice(0, 60) : LONG);
    own.press("j", "j", "j");
  }
});

test("a click on the second row of a title opens its essay, and one below it the next", () => {
  const own = queue(40, 14).press("j");
  const at = own.screen().findIndex((line) => line.startsWith(" ▌"));
  const click = (row: number): Reader => {
    own.send({ kind: "mouse", event: { kind: "click", row, column: 8 } });
    return own;
  };
  const next = own.screen().findIndex((line) => line.includes("Short 2"));
  expect(click(at + 1).state().screen).toMatchObject({ page: { essay: { title: LONG } } });
  own.press("q", "A", "j");
  expect(click(next).state().screen).toMatchObject({ page: { essay: { title: "Short 2" } } });
});

test("how far an essay is read, and its minutes, are whole beside a long title", () => {
  const own = queue(40, 10);
  own.send({ kind: "read", path: "e01.md", reading: { state: "begun", percent: 40 } });
  own.press("q", "A");
  expect(own.screen().join("\n")).toContain("40 % read  1 min");
});

test("the outline's cursor stays on its heading when the file changes", () => {
  const body = (...names: string[]): string => names.map((name) => `## ${name}\n\nWords.\n`).join("\n");
  const own = reader({ "a.md": essay({ title: "A" }, body("One", "Two", "Three")) }).press(
    "enter",
    "o",
    "g",
    "j",
  );
  expect(selected(own)[0]).toContain("Two");
  const change = (...names: string[]): void => {
    const { essay: open } = openPageOf(own.state())!;
    const text = essay({ title: "A" }, body(...names));
    own.send({ kind: "changed", open: openEssay({ text, problems: [] }, open.path, open.file) });
  };
  change("Zero", "Half", "One", "Two", "Three");
  expect(selected(own)[0]).toContain("Two");
  change("One");
  expect(selected(own)[0]).toContain("One");
});

test("what is read is at 99 % as long as it is read", () => {
  expect(progressBar({ done: 3000, total: 3000 })).toMatch(/ 99 %$/);
  expect(progressBar({ done: 1500, total: 3000 })).toMatch(/ 50 %$/);
});

test("the words for an empty list end with a sign where a window has no room for all of them", () => {
  const words = (columns: number, rows: number): string =>
    reader({ "a.md": essay({ title: "A" }, "Words.\n") }, { columns, rows })
      .press("L")
      .screen()
      .slice(1, -1)
      .map((line) => line.trim())
      .join(" ")
      .trim();
  expect(words(40, 10)).toMatch(/^No libraries .* blog = "~\/blog"$/);
  expect(words(20, 5)).toMatch(/^No libraries .*…$/);
});
