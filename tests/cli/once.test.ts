/**
 * What a command reads, it reads once: the config file, each essay's file; and each essay is parsed once.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { Lexer } from "marked";
import { afterEach, expect, test, vi } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** Runs a command; how often each file was read, by its name, and how many texts were parsed. */
async function counted(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
  cache = "",
): Promise<{ reads: Record<string, number>; parses: number; out: string }> {
  const root = temporaryLibrary({ ...files, "ibid.toml": 'theme = "light"\nnotes = "end"\n' });
  const read = vi.spyOn(fs, "readFileSync");
  const opened = vi.spyOn(fs, "openSync");
  const lex = vi.spyOn(Lexer.prototype, "lex");
  syncBuiltinESMExports();
  const { out } = await run([...argv, "-d", root], {
    env: { IBID_CONFIG: join(root, "ibid.toml"), IBID_CACHE: cache, IBID_STATE: "" },
    cwd: root,
  });
  const own = [...read.mock.calls, ...opened.mock.calls]
    .map(([file]) => String(file))
    .filter((file) => file.startsWith(root));
  const reads: Record<string, number> = {};
  for (const file of own) reads[file.slice(root.length + 1)] = (reads[file.slice(root.length + 1)] ?? 0) + 1;
  return { reads, parses: lex.mock.calls.length, out };
}

const FILES = {
  "a.md": essay({ title: "A" }, "To [b](/b).\n"),
  "b.md": "# A heading gives the title\n\nWords.\n",
  "c.md": essay({ title: "C" }),
};

test.each([
  ["list", ["list"], 1],

  ["tags", ["tags"], 1],
  ["check", ["check"], 3],
])("%s", async (_, argv, parses) => {
  const counts = await counted(argv, FILES);
  expect(counts.reads).toEqual({ "ibid.toml": 1, "a.md": 1, "b.md": 1, "c.md": 1 });
  expect(counts.parses).toBe(parses);
});

test("show of a slug reads and parses the file that is called so, and no other", async () => {
  const counts = await counted(["show", "b"], FILES);
  expect(counts.reads).toEqual({ "ibid.toml": 1, "b.md": 1 });
  expect(counts.parses).toBe(1);
});

test("show of a slug reads the library too if its links need it, and parses no file twice", async () => {
  const counts = await counted(["show", "a"], FILES);
  // The one that is shown, and the one whose title stands in its heading.
  expect(counts.parses).toBe(2);
  expect(counts.reads).toEqual({ "ibid.toml": 1, "a.md": 2, "b.md": 1, "c.md": 1 });
});

test("show of a file reads and parses that alone", async () => {
  const counts = await counted(["show", "a.md", "--theme", "dark", "-f", "ansi"], FILES);
  expect(counts.reads).toEqual({ "ibid.toml": 1, "a.md": 1 });
  expect(counts.parses).toBe(1);
});

test("search, whose index is made in memory, reads and parses each file once, and the found one again for its lines", async () => {
  const counts = await counted(["search", "words"], FILES);
  expect(counts.reads).toEqual({ "ibid.toml": 1, "a.md": 1, "b.md": 2, "c.md": 1 });
  expect(counts.parses).toBe(3);
});
