import { expect, test } from "vitest";
import { lineOf, placeOf } from "../../src/page/place.ts";
import { layOut } from "../support/page.ts";

const markdown = Array.from(
  { length: 12 },
  (_, n) =>
    `Paragraph ${n}[^${n}] ${"of many words ".repeat(n * 3)}\n\n[^${n}]: Note ${n} ${"with words ".repeat(n)}`,
).join("\n\n");

test("in the same layout every line finds itself again", () => {
  const lines = layOut(markdown, { width: 40 });
  lines.forEach((_, index) => expect(lineOf(lines, placeOf(lines, index))).toBe(index));
});

test("in another width a place keeps its paragraph, and its words", () => {
  const wide = layOut(markdown, { width: 72 });
  const narrow = layOut(markdown, { width: 30 });
  wide.forEach((line, index) => {
    const found = narrow[lineOf(narrow, placeOf(wide, index))]!;
    expect([found.block, found.note]).toEqual([line.block, line.note]);
  });
});

test("a place in a note that is no longer shown is where its paragraph ends", () => {
  const shown = layOut(markdown, { width: 40 });
  const hidden = layOut(markdown, { width: 40, notes: "none" });
  const inNote = shown.findIndex((line) => line.note === 5);
  expect(hidden[lineOf(hidden, placeOf(shown, inNote))]!.block).toBeGreaterThanOrEqual(shown[inNote]!.block);
});
