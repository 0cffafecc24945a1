/**
 * Turning the pages of the help: a key and its words are in one column.
 */
import { expect, test } from "vitest";
import { lineText } from "../../src/layout/line.ts";
import { listHeight } from "../../src/reader/geometry.ts";
import { helpLines } from "../../src/reader/screens/help/lines.ts";
import { reader } from "../support/reader.ts";

test.each([
  [80, 24],
  [46, 13],
])("at %i×%i no key is parted from its words, and no title from its keys", (columns, rows) => {
  const own = reader({ "a.md": "# A\n\nText.\n" }, { columns, rows }).press("?");
  const all = helpLines(own.state().keymap, "shelf", { columns, rows });
  const seen = new Set<number>();
  for (let before = -1, turns = 0; turns < 200; turns++) {
    const { screen } = own.state();
    if (screen.kind !== "help") throw new Error("the help is not shown");
    const { top } = screen;
    if (top === before) break;
    before = top;
    const shown = own.rows();
    const count = shown.findLastIndex((line) => line.trim() !== "") + 1;
    const end = Math.min(all.length, top + count);
    for (let at = top; at < end; at++) seen.add(at);
    expect(all[end]?.goesOn ?? false, lineText(all[end] ?? { spans: [] })).toBe(false);
    const isLast = top + listHeight({ columns, rows }) >= all.length;
    expect(!isLast && (all[top]!.goesOn ?? false)).toBe(false);
    own.press("space");
  }
  const unseen = all.filter((row, at) => !seen.has(at) && lineText(row).trim() !== "");
  expect(unseen.map(lineText)).toEqual([]);
});

test("a wide window has two columns, and turning its pages shows every key", () => {
  const size = { columns: 160, rows: 30 };
  const own = reader({ "a.md": "# A\n\nText.\n" }, size).press("?");
  const rows = (): string[] => own.rows().filter((row) => row.trim() !== "");
  expect(rows()[0]).toMatch(/^ On the shelf {40,}\S/);
  for (const row of rows()) expect(row.length).toBeLessThanOrEqual(160);
  const seen: string[] = [];
  for (let turns = 0; turns < 30; turns++) {
    for (const row of rows()) seen.push(row.slice(0, 80).trim(), row.slice(80).trim());
    own.press("space");
  }
  expect(own.screen().at(-1)).not.toContain("more below");
  const all = helpLines(own.state().keymap, "shelf", { ...size, columns: 78 }).map((row) =>
    lineText(row).trim(),
  );
  expect(all.filter((row) => !seen.includes(row))).toEqual([]);
});
