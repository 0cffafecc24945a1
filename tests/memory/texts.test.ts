/**
 * The place, the finished state, bookmarks and the queue go with an essay's text when its file is renamed or moved.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openEssay, type OpenEssay } from "../../src/document/open-essay.ts";
import type { Essay } from "../../src/essay/essay.ts";
import { adopted, maybeMoved } from "../../src/memory/adopt.ts";
import { Memory } from "../../src/memory/memory.ts";
import type { EssaySource } from "../../src/memory/trace.ts";
import { temporaryLibrary } from "../support/library.ts";

const TOWER = "# The tower\n\nThe lighthouse was built before anybody thought of a harbour below it.\n";
const BRIDGE = "# The bridge\n\nTwo towns had wanted a bridge for eighty years, and paid for none.\n";
const OTHER = "# Something else\n\nNothing of the others is in this essay.\n";
const place = { block: 1, words: "The lighthouse", note: undefined, offset: 3 };

let library: string;
let memory: Memory;

const at = (path: string): string => join(library, path);

function opened(path: string): OpenEssay {
  return openEssay({ text: readFileSync(at(path), "utf8"), problems: [] }, path, at(path));
}

function shelf(...paths: readonly string[]): EssaySource {
  const open = ({ file }: Pick<Essay, "file">): OpenEssay => opened(file.slice(library.length + 1));
  return { essays: paths.map((path) => opened(path).essay), open };
}

const open = (path: string, among: EssaySource): void => void adopted(memory, opened(path), among, 10);

function moved(from: string, to: string): void {
  mkdirSync(dirname(at(to)), { recursive: true });
  renameSync(at(from), at(to));
}

beforeEach(() => {
  library = temporaryLibrary({ "a.md": TOWER, "b.md": BRIDGE });
  memory = new Memory(undefined);
  open("a.md", shelf("a.md", "b.md"));
  memory.stopped(at("a.md"), place, 40, false, 1);
});

describe("an essay that is renamed or moved", () => {
  test("keeps its place, bookmarks and place in the queue, and its old path has none of them", () => {
    memory.bookmark(at("a.md"), place, "The lighthouse was built", 2);
    memory.queue.add(at("a.md"), 3);
    moved("a.md", "years/tower.md");
    const all = shelf("b.md", "years/tower.md");
    expect(maybeMoved(memory, all.essays).map(({ path }) => path)).toEqual(["years/tower.md"]);
    open("years/tower.md", all);
    const file = at("years/tower.md");
    expect(memory.all()).toEqual([expect.objectContaining({ file, percent: 40, state: "begun", place })]);
    expect(memory.bookmarks()).toEqual([expect.objectContaining({ file, place })]);
    expect(memory.queue.files()).toEqual([file]);
    expect(maybeMoved(memory, all.essays)).toEqual([]);
  });

  test("keeps them under another title, because its text is the same", () => {
    writeFileSync(at("a.md"), `---\ntitle: One\n---\n\n${TOWER}`);
    open("a.md", shelf("a.md", "b.md"));
    writeFileSync(at("c.md"), `---\ntitle: Another\n---\n\n${TOWER}`);
    rmSync(at("a.md"));
    const all = shelf("b.md", "c.md");
    expect(maybeMoved(memory, all.essays).map(({ path }) => path)).toEqual(["c.md"]);
    open("c.md", all);
    expect(memory.all()).toEqual([expect.objectContaining({ file: at("c.md"), percent: 40 })]);
  });

  test("is still the same after it comes back, also for another machine that knew each step", () => {
    const other = new Memory(undefined);
    for (const [from, to] of [
      ["a.md", "c.md"],
      ["c.md", "a.md"],
    ] as const) {
      moved(from, to);
      open(to, shelf("b.md", to));
      other.take(memory.records());
      expect(other.all().map(({ file, percent }) => [file, percent])).toEqual([[at(to), 40]]);
    }
  });

  test("stays finished if it was only marked as read, never opened", () => {
    memory.mark(at("b.md"), "yes", 5);
    memory.texts.note(opened("b.md").essay, "");
    moved("b.md", "bridge.md");
    open("bridge.md", shelf("a.md", "bridge.md"));
    expect(memory.of(at("bridge.md"))).toMatchObject({ state: "yes", percent: 100 });
  });

  test("joins what is known of both of its paths: the later place, finished if either was", () => {
    moved("a.md", "c.md");
    memory.mark(at("c.md"), "yes", 0);
    open("c.md", shelf("b.md", "c.md"));
    expect(memory.all()).toEqual([expect.objectContaining({ file: at("c.md"), percent: 40, state: "yes" })]);
  });
});

test("two essays that swap their files keep each its own", () => {
  open("b.md", shelf("a.md", "b.md"));
  memory.stopped(at("b.md"), place, 80, true, 2);
  moved("a.md", "c.md");
  moved("b.md", "a.md");
  moved("c.md", "b.md");
  open("b.md", shelf("a.md", "b.md"));
  expect(memory.of(at("a.md"))).toMatchObject({ percent: 80, state: "yes" });
  expect(memory.of(at("b.md"))).toMatchObject({ percent: 40, state: "begun" });
});

test("another essay under the old path has nothing of it, and a copy beside the essay neither", () => {
  writeFileSync(at("copy.md"), TOWER);
  open("copy.md", shelf("a.md", "b.md", "copy.md"));
  expect(memory.of(at("copy.md"))).toBeUndefined();
  expect(maybeMoved(memory, shelf("a.md", "copy.md").essays)).toEqual([]);
  moved("a.md", "c.md");
  writeFileSync(at("a.md"), OTHER);
  const all = shelf("a.md", "b.md", "c.md");
  open("c.md", all);
  open("a.md", all);
  expect(memory.all().map(({ file }) => file)).toEqual([at("c.md")]);
});
