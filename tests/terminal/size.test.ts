import { expect, test } from "vitest";
import { fakeTerminal } from "../support/terminal.ts";

test.each([
  [0, 0, { columns: 80, rows: 24 }],
  [120, 50, { columns: 120, rows: 50 }],
])("a terminal of %i columns and %i rows", (columns, rows, size) => {
  expect(fakeTerminal({ columns, rows }).screen.size).toEqual(size);
});
