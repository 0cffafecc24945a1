import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Memory } from "../../src/memory/memory.ts";
import { openSqlite } from "../../src/system/sqlite.ts";
import { type Ran, run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

const place = { block: 1, words: "Some", note: undefined, offset: 2 };

/** A machine: its state folder, and a library. */
interface Machine {
  readonly ibid: (...argv: readonly string[]) => Promise<Ran>;
  readonly memory: () => Memory;
  readonly library: string;
  readonly state: string;
}

function machine(): Machine {
  const state = temporaryLibrary({});
  const library = temporaryLibrary({ "a.md": "# A\n\nText.\n" });
  const env = { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: state };
  return {
    library,
    state,
    ibid: (...argv) => run([...argv, "--dir", library], { env }),
    memory: () => new Memory(join(state, "memory.sqlite")),
  };
}

function read({ memory }: Machine): unknown {
  const own = memory();
  const known = [own.all(), own.bookmarks().map(({ line }) => line)];
  own.close();
  return known;
}

test("a file that two machines share joins what both know", async () => {
  const [one, two] = [machine(), machine()];
  const shared = join(temporaryLibrary({}), "ibid.jsonl");
  const first = one.memory();
  first.stopped("/a.md", place, 40, false, 1);
  first.bookmark("/a.md", place, "By the first", 2);
  first.close();
  const second = two.memory();
  second.stopped("/b.md", place, 100, true, 3);
  second.close();
  expect((await one.ibid("state", "merge", shared)).err).toBe("ibid: nothing new\n");
  expect((await two.ibid("state", "merge", shared)).err).toBe("ibid: 2 records taken\n");
  expect((await one.ibid("state", "merge", shared)).err).toBe("ibid: 1 record taken\n");
  expect(read(two)).toEqual(read(one));
  const before = readFileSync(shared, "utf8");
  expect((await two.ibid("state", "merge", shared)).err).toBe("ibid: nothing new\n");
  expect(readFileSync(shared, "utf8")).toBe(before);
  expect((await one.ibid("state", "export")).out).toBe(before);
});

test("a newer ibid's records stay in the file, whatever their form, and stop no others", async () => {
  const dreams = [
    '{"kind":"dream","id":"x","fields":{"of":["sheep",1]}}',
    '{"kind":"dream","id":"y","of":["sheep"],"fields":7}',
    '{"kind":"dream","of":"goats"}',
  ];
  const queued = '{"kind":"queue","id":"/a.md","fields":{"place":[1,5]}}';
  const shared = join(temporaryLibrary({}), "ibid.jsonl");
  const text = [...dreams, queued].map((line) => `${line}\n`).join("");
  writeFileSync(shared, text);
  const one = machine();
  expect((await one.ibid("state", "import", shared)).err).toBe(
    "ibid: 1 record taken, 3 records of a newer ibid left out\n",
  );
  for (const argv of [[shared], [shared, shared]])
    expect((await one.ibid("state", "merge", ...argv)).err).toBe("ibid: nothing new\n");
  expect(readFileSync(shared, "utf8").split("\n").sort()).toEqual(text.split("\n").sort());
});

test("an export of what can't be read is none, and fails, so that no backup is replaced by it", async () => {
  const one = machine();
  one.memory().close();
  const database = openSqlite(join(one.state, "memory.sqlite"));
  database.exec("PRAGMA user_version = 99");
  database.close();
  const newer = await one.ibid("state", "export");
  expect([newer.code, newer.out]).toEqual([2, ""]);
  expect(newer.err).toMatch(/nothing was exported: .* was written by a newer ibid/);
  const nowhere = await run(["state", "export"], {
    env: { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: "" },
  });
  expect(nowhere).toEqual({ out: "", err: "ibid: nothing was exported: IBID_STATE is empty\n", code: 2 });
});

test("what is wrong is reported, and nothing is written", async () => {
  const one = machine();
  const file = join(temporaryLibrary({ "x.jsonl": '{"kind":"essay"}\n' }), "x.jsonl");
  const wrong = await one.ibid("state", "import", file);
  expect([wrong.code, wrong.err]).toEqual([2, `ibid: ${file}: line 1: not a record of ibid's state\n`]);
  expect((await one.ibid("state", "merge", file)).code).toBe(2);
  expect(readFileSync(file, "utf8")).toBe('{"kind":"essay"}\n');
  const good = join(temporaryLibrary({}), "good.jsonl");
  for (const argv of [
    ["import", "/nowhere.jsonl"],
    ["merge", good, "/nowhere.jsonl"],
  ]) {
    const { code, err } = await one.ibid("state", ...argv);
    expect([code, err]).toEqual([2, "ibid: /nowhere.jsonl: no such file\n"]);
  }
  expect(existsSync(good)).toBe(false);
  expect((await one.ibid("state", "import", one.library)).err).toMatch(/: not a regular file; nothing was/);
  expect((await one.ibid("state", "sing")).err).toMatch(/ibid state export, ibid state import FILE/);
  const inLibrary = await one.ibid("state", "merge", join(one.library, "state.jsonl"));
  expect([inLibrary.code, inLibrary.err]).toEqual([
    2,
    expect.stringMatching(/is in a library, and ibid never writes there/),
  ]);
});

test("a file that export writes can be imported, however many records it has; one that never ends is refused", async () => {
  const own = machine();
  const file = join(own.state, "long.jsonl");
  const line = (nth: number): string =>
    JSON.stringify({ kind: "of a newer ibid", id: String(nth), fields: {} });
  writeFileSync(file, Array.from({ length: 150_000 }, (_, nth) => `${line(nth)}\n`).join(""));
  expect((await own.ibid("state", "import", file)).err).toBe(
    "ibid: nothing new, 150000 records of a newer ibid left out\n",
  );
  const fifo = join(own.state, "fifo");
  execFileSync("mkfifo", [fifo]);
  expect((await own.ibid("state", "import", fifo)).err).toMatch(/fifo: not a regular file; nothing was/);
});

test("a current folder that was not named as a library is refused only for its Markdown files", async () => {
  const cwd = temporaryLibrary({
    "books/a.md": "# A\n\nText.\n",
    "sync/x.txt": "",
    "books/images/x.txt": "",
  });
  const env = { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: temporaryLibrary({}) };
  const merge = (file: string): Promise<Ran> => run(["state", "merge", file], { env, cwd });
  expect((await merge("sync/ibid.jsonl")).code).toBe(0);
  expect((await merge("ibid.jsonl")).code).toBe(0);
  expect((await merge("books/ibid.jsonl")).code).toBe(0);
  expect((await merge("books/ibid.md")).err).toMatch(/is in a library/);
  expect((await merge("books/images/ibid.jsonl")).code).toBe(0);
});

const ANCHOR = { words: "Text.", start: { block: 1, offset: 0 }, end: { block: 1, offset: 5 } };

/** A mark on "Text.", as the state's file has it, with other fields. */
function markLine(file: string, fields: Readonly<Record<string, unknown>>): string {
  const own = { essay: [{ file, slug: "a", title: "A" }, 5], anchor: [ANCHOR, 5], ...fields };
  return `${JSON.stringify({ kind: "mark", id: "m", made: 5, fields: own })}\n`;
}

test.each([
  ["note", { note: [{ o: 1 }, 5] }],
  ["removed", { removed: ["yesterday", 5] }],
  ["anchor", { anchor: [{ ...ANCHOR, before: 7 }, 5] }],
  ["anchor", { anchor: [{ ...ANCHOR, end: { block: "1", offset: 5 } }, 5] }],
  ["essay", { essay: [{ file: "/a.md", slug: {} }, 5] }],
  ["note", { note: ["Mine.", 9e15] }],
])("a mark whose %s has another type is refused with its line", async (name, fields) => {
  const one = machine();
  const text = `\n${markLine("/a.md", fields)}`;
  const file = join(temporaryLibrary({ "x.jsonl": text }), "x.jsonl");
  for (const verb of ["import", "merge"]) {
    const { code, err } = await one.ibid("state", verb, file);
    expect([code, err]).toEqual([
      2,
      `ibid: ${file}: line 2: the field "${name}" of the mark has an invalid value\n`,
    ]);
  }
});

test.each([
  ["essay", "/a.md", { place: [null, 1] }],
  ["essay", "/a.md", { place: [{ percent: "most" }, 1] }],
  ["essay", "/a.md", { finished: ["yes", 1] }],
  ["bookmark", '["/a.md",1,"Some"]', { place: [{ line: {} }, 1] }],
])("an item of kind %s is refused where a field has another type", async (kind, id, fields) => {
  const one = machine();
  const text = JSON.stringify({ kind, id, fields });
  const file = join(temporaryLibrary({ "x.jsonl": text }), "x.jsonl");
  const { code, err } = await one.ibid("state", "import", file);
  expect([code, err]).toEqual([2, expect.stringMatching(/line 1: the field .* has an invalid value/)]);
});

test.each([
  '{"note":[{"o":1},5]',
  '{"note":[5,5]',
  '{"note":"Mine."',
  '{"anchor":[{"words":3},6]',
  '{"essay":[null,6]',
  '{"removed":[{},6]',
  "no JSON",
])("a stored mark with %s stops no command", async (fields) => {
  const one = machine();
  const memory = one.memory();
  memory.marks.add(
    { file: join(one.library, "a.md"), slug: "a", title: "A" },
    { ...ANCHOR, before: "", after: "", lines: [3, 3], hash: "" },
    5,
    { note: "Sound.", id: "sound" },
  );
  memory.marks.add(
    { file: join(one.library, "a.md"), slug: "a", title: "A" },
    { ...ANCHOR, before: "", after: "", lines: [3, 3], hash: "" },
    5,
    { id: "unsound" },
  );
  memory.close();
  const database = openSqlite(join(one.state, "memory.sqlite"));
  const row = database.prepare("SELECT fields FROM marks WHERE id = 'unsound'").get();
  const own = fields.startsWith("{")
    ? JSON.stringify({
        ...(JSON.parse(String(row?.["fields"])) as object),
        ...(JSON.parse(`${fields}}`) as object),
      })
    : fields;
  database.prepare("UPDATE marks SET fields = ? WHERE id = 'unsound'").run(own);
  database.close();
  for (const argv of [
    ["notes"],
    ["show", "a", "--mine"],
    ["search", "mine:sound"],
    ["review"],
    ["state", "export"],
  ]) {
    const { out, err, code } = await one.ibid(...argv);
    expect([argv, code, err]).toEqual([argv, 0, ""]);
    expect(out).toContain("Sound");
  }
});

test("merge writes its first file, so that can't be standard input", async () => {
  const { err, code } = await run(["state", "merge", "-"], { input: "" });
  expect([err, code]).toEqual([expect.stringContaining("can't be -"), 2]);
});
