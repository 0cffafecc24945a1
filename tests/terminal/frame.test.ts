/**
 * What is sent so that a screen shows the next frame, seen by a terminal.
 */
import xterm from "@xterm/headless";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Frame, frameChange } from "../../src/terminal/frame.ts";
import { ENTER } from "../../src/terminal/sequences.ts";
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

const TEXT = "words of a row that is long enough to be worth a scroll";

test("rows that moved are scrolled, and only the new one is written", async () => {
  const rows = Array.from({ length: 12 }, (_, nth) => `${nth} ${TEXT}`);
  const before = frame(70, ...rows.slice(0, 10), "status");
  const down = frame(70, ...rows.slice(1, 11), "status");
  const change = frameChange(before, down);
  expect(change).toContain(rows[10]);
  expect(change.length).toBeLessThan(2 * rows[10]!.length);
  expect(await shown(70, 11, frameChange(undefined, before), change)).toEqual([
    ...rows.slice(1, 11),
    "status",
  ]);
  const back = frameChange(down, before);
  expect(back).toContain(rows[0]);
  expect(back.length).toBeLessThan(2 * rows[0]!.length);
  expect(await shown(70, 11, frameChange(undefined, before), change, back)).toEqual([
    ...rows.slice(0, 10),
    "status",
  ]);
});

/** Text and looks of every cell that a terminal shows. */
async function cells(columns: number, rows: number, sequences: readonly string[]): Promise<string[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  for (const sequence of [ENTER, ...sequences])
    await new Promise<void>((resolve) => terminal.write(sequence, resolve));
  const { active } = terminal.buffer;
  const all = Array.from({ length: rows * columns }, (_, at) => {
    const cell = active.getLine(Math.floor(at / columns))?.getCell(at % columns);
    const looks = [cell?.getFgColor(), cell?.getBgColor(), cell?.isBold(), cell?.isInverse()];
    return `${cell?.getChars() || " "}${looks.join(" ")}`;
  });
  terminal.dispose();
  return all;
}

test("whatever the frames, the screen is what it would be if the last one were drawn alone", async () => {
  const row = fc
    .tuple(
      fc.constantFrom("", "a", "bc", TEXT, `${TEXT}!`, `x ${TEXT}`),
      fc.constantFrom("", "1", "7", "31", "44"),
    )
    .map(([text, looks]) => ({
      text: looks === "" || text === "" ? text : `\u001b[${looks}m${text}\u001b[m`,
      width: text.length,
    }));
  const page = fc.array(row, { minLength: 20, maxLength: 20 });
  // Windows on a page, as scrolling makes them, and rows that have nothing to do with each other.
  const frames = fc.tuple(
    page,
    fc.array(fc.tuple(fc.nat(12), fc.option(row)), { minLength: 1, maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(frames, async ([rows, windows]) => {
      const all = windows.map(([top, status]): Frame => ({
        columns: 60,
        rows: [...rows.slice(top, top + 7), status ?? rows[0]!],
      }));
      const sent = all.map((one, nth) => frameChange(all[nth - 1], one));
      const alone = frameChange(undefined, all.at(-1)!);
      expect(await cells(60, 8, sent)).toEqual(await cells(60, 8, [alone]));
    }),
    { numRuns: 200 },
  );
});
