import { expect, test } from "vitest";
import { progressLine } from "../../src/app/progress.ts";
import type { Io } from "../../src/terminal/io.ts";

/** What is written on standard error while the clock goes from one time to the next, in milliseconds. */
function written(errIsTerminal: boolean, times: readonly number[]): string[] {
  const lines: string[] = [];
  let now = 0;
  const io = { errIsTerminal, err: (text: string) => void lines.push(text) } as Partial<Io> as Io;
  const line = progressLine(io, () => now);
  times.forEach((time, nth) => {
    now = time;
    line.show({ done: nth, total: times.length });
  });
  line.clear();
  return lines;
}

test("what takes half a second gets a line on standard error, which is taken away again", () => {
  expect(written(true, [100, 499])).toEqual([]);
  expect(written(true, [100, 600, 650, 700, 800])).toEqual([
    "\r\u001b[2Kreading 5 essays: 20 %",
    "\r\u001b[2Kreading 5 essays: 60 %",
    "\r\u001b[2Kreading 5 essays: 80 %",
    "\r\u001b[2K",
  ]);
});

test("where standard error is no terminal there is none", () => {
  expect(written(false, [100, 600, 800])).toEqual([]);
});
