import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { Screen } from "../../src/terminal/screen.ts";

test.each([
  [0, 0, { columns: 80, rows: 24 }],
  [120, 50, { columns: 120, rows: 50 }],
])("a terminal of %i columns and %i rows", (columns, rows, size) => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns, rows });
  const screen = new Screen(stdin as unknown as NodeJS.ReadStream, stdout as unknown as NodeJS.WriteStream);
  expect(screen.size).toEqual(size);
});
