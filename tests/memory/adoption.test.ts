/**
 * Another process that uses the memory while essays get what was remembered of them in other files.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEssay, type OpenEssay } from "../../src/document/open-essay.ts";
import type { Essay } from "../../src/essay/essay.ts";
import { Adoption, adopted } from "../../src/memory/adopt.ts";
import { Memory } from "../../src/memory/memory.ts";
import type { EssaySource } from "../../src/memory/trace.ts";
import { temporaryLibrary } from "../support/library.ts";
import { anchorAt } from "../support/marks.ts";

const TOWER = "# The tower\n\nThe lighthouse shone on rocks alone before anybody thought of a harbour.\n";
const BRIDGE = "# The bridge\n\nTwo towns had wanted a bridge for eighty years and did not want to pay.\n";

let library: string;
let file: string;
let own: Memory;

beforeEach(() => {
  library = temporaryLibrary({ "tower.md": TOWER, "bridge.md": BRIDGE });
  file = join(temporaryLibrary({}), "memory.sqlite");
  own = new Memory(file);
});

afterEach(() => own.close());

const at = (path: string): string => join(library, path);

function opened(path: string): OpenEssay {
  return openEssay({ text: readFileSync(at(path), "utf8"), problems: [] }, path, at(path));
}

/** The essays in these files; `onOpen` is called whenever one of them is opened. */
function shelf(paths: readonly string[], onOpen: () => void = () => undefined): EssaySource {
  const open = ({ file: path }: Pick<Essay, "file">): OpenEssay => {
    onOpen();
    return opened(path.slice(library.length + 1));
  };
  return { essays: paths.map((path) => opened(path).essay), open };
}

function mark(memory: Memory, path: string, words: string, to = path): void {
  const open = opened(path);
  const { slug, title } = open.essay;
  memory.marks.add({ file: at(to), slug, title }, anchorAt(open, words), 1);
}

const wordsIn = (marks: ReturnType<typeof adopted>): string[] => marks.map(({ anchor }) => anchor.words);

test("it can't write between the decision where marks belong and their move", () => {
  mark(own, "tower.md", "shone on rocks alone");
  renameSync(at("tower.md"), at("moved.md"));
  writeFileSync(at("tower.md"), BRIDGE);
  const other = new DatabaseSync(file, { timeout: 0 });
  const tried: string[] = [];
  const all = shelf(["moved.md", "tower.md"], () => {
    try {
      other.exec("BEGIN IMMEDIATE; COMMIT");
      tried.push("written");
    } catch {
      tried.push("busy");
    }
  });
  expect(wordsIn(adopted(own, opened("moved.md"), all, 2))).toEqual(["shone on rocks alone"]);
  expect(new Set(tried)).toEqual(new Set(["busy"]));
  other.exec("BEGIN IMMEDIATE; COMMIT");
  other.close();
});

test("what it writes between two essays is known of the second", () => {
  const adoption = new Adoption(own, shelf(["tower.md", "bridge.md"]));
  expect(adoption.take(opened("tower.md"), 2)).toEqual([]);
  const other = new Memory(file);
  mark(other, "bridge.md", "wanted a bridge for eighty years", "gone.md");
  other.close();
  expect(wordsIn(adoption.take(opened("bridge.md"), 3))).toEqual(["wanted a bridge for eighty years"]);
});
