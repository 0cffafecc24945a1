import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Memory } from "../../src/memory/memory.ts";
import { type Ran, run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

const place = { block: 1, words: "Some", note: undefined, offset: 2 };

/** A machine: its state folder, and a library. */
interface Machine {
  readonly ibid: (...argv: readonly string[]) => Promise<Ran>;
  readonly memory: () => Memory;
  readonly library: string;
}

function machine(): Machine {
  const state = temporaryLibrary({});
  const library = temporaryLibrary({ "a.md": "# A\n\nText.\n" });
  const env = { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: state };
  return {
    library,
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

test("a newer ibid's records stay in the file", async () => {
  const shared = join(temporaryLibrary({}), "ibid.jsonl");
  const dream = '{"kind":"dream","id":"x","fields":{"of":["sheep",1]}}\n';
  writeFileSync(shared, dream);
  const one = machine();
  expect((await one.ibid("state", "merge", shared)).code).toBe(0);
  expect(readFileSync(shared, "utf8")).toBe(dream);
});

test("what is wrong is reported, and nothing is written", async () => {
  const one = machine();
  const file = join(temporaryLibrary({ "x.jsonl": '{"kind":"essay"}\n' }), "x.jsonl");
  const wrong = await one.ibid("state", "import", file);
  expect([wrong.code, wrong.err]).toEqual([2, `ibid: ${file}: line 1: no record of ibid's state\n`]);
  expect((await one.ibid("state", "merge", file)).code).toBe(2);
  expect(readFileSync(file, "utf8")).toBe('{"kind":"essay"}\n');
  expect((await one.ibid("state", "import", "/nowhere.jsonl")).err).toMatch(/nowhere\.jsonl: /);
  expect((await one.ibid("state", "sing")).err).toMatch(/ibid state export, ibid state import FILE/);
  const inLibrary = await one.ibid("state", "merge", join(one.library, "state.jsonl"));
  expect([inLibrary.code, inLibrary.err]).toEqual([
    2,
    expect.stringMatching(/is in the library, into which nothing is written/),
  ]);
});
