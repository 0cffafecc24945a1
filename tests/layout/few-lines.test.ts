/**
 * Text on a few lines: nothing in it is repeated, and nothing but its end is left out.
 */
import { expect, test } from "vitest";
import { fewLines } from "../../src/layout/few-lines.ts";
import { span } from "../../src/layout/line.ts";
import { width } from "../../src/text/width.ts";

const TEXTS = [
  "Zebra quick brown fox jumps over the lazy dogs and cats and mice and men and women and children of all",
  "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
  "A word that is Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsstelle long",
];

test.each(TEXTS)("a text is its beginning and a sign: %s", (text) => {
  for (let columns = 3; columns < 60; columns++) {
    for (const most of [1, 2, 3, 9]) {
      const lines = fewLines([span(text)], columns, most).map((spans) =>
        spans.map((own) => own.text).join(""),
      );
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      const shown = lines.join("").replaceAll(" ", "");
      const all = text.replaceAll(" ", "");
      expect(shown === all || (shown.endsWith("…") && all.startsWith(shown.slice(0, -1)))).toBe(true);
    }
  }
});

test.each([
  [8, 2, ["one two", "three…"]],
  // "one two" and the sign are wider than seven columns.
  [7, 1, ["one…"]],
  [8, 1, ["one two…"]],
])("in %i columns, the last of %i lines ends between words", (columns, most, wanted) => {
  const lines = fewLines([span("one two three four five")], columns, most);
  expect(lines.map((spans) => spans.map(({ text }) => text).join(""))).toEqual(wanted);
});
