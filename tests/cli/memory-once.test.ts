/**
 * A command opens what is remembered at most once, only if it needs it, and closes it whatever happens.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import { Marks } from "../../src/memory/marks.ts";
import { Memory } from "../../src/memory/memory.ts";
import { type Ran, run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";
import { anchorAt } from "../support/marks.ts";

const TEXT = "# Margins\n\nReaders have always written in margins.\n";

let library: string;
let state: string;

beforeEach(() => {
  library = temporaryLibrary({ "margins.md": TEXT, "other.md": "# Other\n\nNothing of it.\n" });
  state = temporaryLibrary({});
});

afterEach(() => vi.restoreAllMocks());

const file = (): string => join(state, "memory.sqlite");

function ibid(...argv: readonly string[]): Promise<Ran> {
  return run([...argv, "--dir", library], { env: { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: state } });
}

function markedOnce(): void {
  const path = join(library, "margins.md");
  const open = openEssay({ text: TEXT, problems: [] }, "margins.md", path);
  const memory = new Memory(file());
  memory.marks.add({ file: path, slug: "margins", title: "Margins" }, anchorAt(open, "always"), 1);
  memory.close();
}

/** The connections to the file of the memory that a command opens; each checks the whole file. */
async function openedBy(...argv: readonly string[]): Promise<{ ran: Ran; connections: DatabaseSync[] }> {
  const prepared = vi.spyOn(DatabaseSync.prototype, "prepare");
  const ran = await ibid(...argv);
  const connections = prepared.mock.contexts.filter(
    (own, nth) => prepared.mock.calls[nth]![0].includes("quick_check") && isOn(own as DatabaseSync),
  );
  return { ran, connections: connections as DatabaseSync[] };
}

/** A connection that is closed again does not say where it was; no other database is checked. */
function isOn(database: DatabaseSync): boolean {
  return !database.isOpen || database.location() === file();
}

test.each([
  [["search", "mine:always", "-s", "marks"]],
  [["search", "mine:nothing"]],
  [["list", "--where", "marks>0", "--template", "{{marks}}"]],
  [["show", "--all", "--mine"]],
  [["notes"]],
  [["review"]],
  [["state", "export"]],
])("%j opens it once and closes it", async (argv) => {
  markedOnce();
  const { connections } = await openedBy(...argv);
  expect(connections.map(({ isOpen }) => isOpen)).toEqual([false]);
});

test.each([["search", "always"], ["list"], ["show", "margins"]])(
  "%s opens it if asked only",
  async (...argv) => {
    markedOnce();
    expect((await openedBy(...argv)).connections).toEqual([]);
  },
);

test.each([[["list", "--where", "marks>0"]], [["notes"]], [["show", "margins", "--mine"]]])(
  "%j closes it after an error",
  async (argv) => {
    markedOnce();
    for (const method of ["all", "of"] as const)
      vi.spyOn(Marks.prototype, method).mockImplementation(() => {
        throw new Error("a fault in ibid");
      });
    const { ran, connections } = await openedBy(...argv);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("a fault in ibid")]);
    expect(connections.map(({ isOpen }) => isOpen)).toEqual([false]);
  },
);

test.each([
  [["search", "mine:always", "-s", "marks"]],
  [["search", "mine:always"]],
  [["notes"]],
  [["show", "margins", "--mine"]],
])("%j reports a problem with it once", async (argv) => {
  markedOnce();
  const database = new DatabaseSync(file());
  database.exec("PRAGMA user_version = 99");
  database.close();
  expect((await ibid(...argv)).err.match(/written by a newer ibid/g)).toHaveLength(1);
});

test("what only asks makes no file", async () => {
  for (const argv of [
    ["list", "--where", "read=no"],
    ["search", "mine:x"],
    ["notes"],
    ["review"],
    ["show", "margins", "--mine"],
  ])
    await ibid(...argv);
  expect(existsSync(file())).toBe(false);
});
