import { describe, expect, test } from "vitest";
import { firstFrame } from "../../src/reader/first-frame.ts";
import { frameRows } from "../../src/reader/frame.ts";
import { view } from "../../src/reader/view.ts";
import { frameChange } from "../../src/terminal/frame.ts";
import { width } from "../../src/text/width.ts";
import { essay } from "../support/library.ts";
import { reader } from "../support/reader.ts";

const sources = {
  "a.md": essay({ title: "A title" }, "Text with [a link](https://example.org) and `code`.\n"),
};
const looks = { depth: 16, hyperlinks: false } as const;

describe("rows as the terminal's owner draws them", () => {
  test.each(["", "/", "/a", "F", "?", ":", "|x"])("have the width of the painted text: after %j", (keys) => {
    for (const before of [[], ["enter"]]) {
      const state = reader(sources)
        .press(...before, ...keys)
        .state();
      for (const row of frameRows(state, view(state), looks))
        expect(row.width, row.text).toBe(width(row.text.replace(/\u001b\[[\d;]*m/g, "")));
    }
  });

  test("the end of a row is erased if the next frame has blanks there", () => {
    const one = reader(sources);
    one.send({ kind: "reading", progress: { done: 1, total: 9 } });
    const before = { columns: 80, rows: frameRows(one.state(), view(one.state()), looks) };
    expect(before.rows.at(-1)?.text).toContain("reading");
    one.press("/");
    const next = { columns: 80, rows: frameRows(one.state(), view(one.state()), looks) };
    expect(frameChange(before, next)).toContain("\u001b[K");
  });
});

test("the first frame is the whole screen, as it is drawn when everything is loaded", () => {
  for (const [columns, rows] of [
    [24, 6],
    [80, 24],
    [200, 60],
  ] as const)
    for (const message of ["", "a message ".repeat(40)]) {
      const state = reader(sources, { columns, rows }, { message }).state();
      expect(firstFrame(state)).toEqual(view(state));
    }
});
