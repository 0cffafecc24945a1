import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readRowsHere } from "../../src/library/index/row.ts";
import { temporaryLibrary } from "../support/library.ts";

test("nothing is compressed within a time limit, whose end would abort the process", () => {
  const folder = temporaryLibrary({ "a.md": "Words. ".repeat(200) });
  const isWatched: boolean[] = [];
  const zlib = process.getBuiltinModule("node:zlib");
  const compress = zlib.zstdCompressSync;
  const spy = vi.spyOn(zlib, "zstdCompressSync").mockImplementation((...given) => {
    isWatched.push((globalThis as Record<symbol, unknown>)[Symbol.for("ibid.work")] !== undefined);
    return compress(...given);
  });
  readRowsHere([{ file: join(folder, "a.md"), path: "a.md" }]);
  spy.mockRestore();
  expect(isWatched).toEqual([false]);
});
