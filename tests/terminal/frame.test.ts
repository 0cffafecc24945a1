/**
 * What is sent so that a screen shows the next frame, seen by a terminal.
 */
import xterm from "@xterm/headless";
import { expect, test } from "vitest";
import { type Frame, frameChange } from "../../src/terminal/frame.ts";
import { screenLines } from "../support/screen-lines.ts";

function frame(columns: number, ...rows: string[]): Frame {
  return { columns, rows: rows.map((text) => ({ text, width: text.length })) };
}

async function shown(columns: number, rows: number, ...sequences: string[]): Promise<string[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  for (const sequence of sequences) await new Promise<void>((resolve) => terminal.write(sequence, resolve));
  const lines = screenLines(terminal);
  terminal.dispose();
  return lines;
}

test("the first frame clears the screen, the next ones write what differs and no more", async () => {
  const first = frame(10, "one", "two", "");
  const second = frame(10, "one", "2", "three");
  const change = frameChange(first, second);
  expect(change).not.toContain("one");
  expect(await shown(10, 3, "old\r\nold\r\nold", frameChange(undefined, first), change)).toEqual([
    "one",
    "2",
    "three",
  ]);
  expect(frameChange(second, second)).toBe("");
});

test("a row as wide as the screen keeps its last character", async () => {
  const wide = frame(5, "abcde", "fghij");
  expect(await shown(5, 2, frameChange(undefined, wide))).toEqual(["abcde", "fghij"]);
  const next = frame(5, "vwxyz", "f");
  expect(await shown(5, 2, frameChange(undefined, wide), frameChange(wide, next))).toEqual(["vwxyz", "f"]);
});

test("another size is drawn whole", () => {
  expect(frameChange(frame(5, "a"), frame(6, "a"))).toContain("\u001b[2J");
  expect(frameChange(frame(5, "a"), frame(5, "a", "b"))).toContain("\u001b[2J");
});
