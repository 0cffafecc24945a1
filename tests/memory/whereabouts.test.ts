import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openEssay, type OpenEssay } from "../../src/document/open-essay.ts";
import type { Essay } from "../../src/essay/essay.ts";
import { anchorsOf } from "../../src/marks/place.ts";
import { adopted } from "../../src/memory/adopt.ts";
import { Memory } from "../../src/memory/memory.ts";
import { mayHaveArrived, tracesOf } from "../../src/memory/whereabouts.ts";
import type { EssaySource } from "../../src/memory/trace.ts";
import { readFileSync } from "node:fs";
import { temporaryLibrary } from "../support/library.ts";
import { anchorAt } from "../support/marks.ts";

const TOWER = `# The tower

The lighthouse was built before anybody thought of a harbour below it, and it shone on rocks alone.

Its keeper wrote down the weather, three times a day, in a hand that no letter of his family resembles.
`;
const BRIDGE = `# The bridge

Two towns had wanted a bridge for eighty years, and neither of them wanted to pay for the other's half.

It was a baker who asked what the ferry had cost them, and added it up on the wall of his shop in chalk.
`;
const OTHER =
  "# Something else\n\nNothing that was ever marked is said in this essay, of which there are many.\n";

let library: string;
let memory: Memory;

beforeEach(() => {
  library = temporaryLibrary({ "a.md": TOWER, "b.md": BRIDGE });
  memory = new Memory(undefined);
});

const at = (path: string): string => join(library, path);
const write = (path: string, text: string): void => writeFileSync(at(path), text);

function opened(path: string): OpenEssay {
  return openEssay({ text: readFileSync(at(path), "utf8"), problems: [] }, path, at(path));
}

function shelf(...paths: readonly string[]): EssaySource {
  const open = ({ file }: Pick<Essay, "file">): OpenEssay => opened(file.slice(library.length + 1));
  return { essays: paths.map((path) => opened(path).essay), open };
}

function mark(path: string, words: string): void {
  const open = opened(path);
  const { slug, title } = open.essay;
  memory.marks.add({ file: at(path), slug, title }, anchorAt(open, words), 1);
}

/** The words that are marked in an essay, after the library's `paths` are opened in this order. */
function marked(path: string, among: EssaySource): string[] {
  return adopted(memory, opened(path), among, 2).map(({ anchor }) => anchor.words);
}

function swap(): void {
  renameSync(at("a.md"), at("c.md"));
  renameSync(at("b.md"), at("a.md"));
  renameSync(at("c.md"), at("b.md"));
}

describe("marks go where their text is", () => {
  beforeEach(() => mark("a.md", "before anybody thought of a harbour below it"));

  test("if another essay takes the old path, whichever is opened first", () => {
    renameSync(at("a.md"), at("c.md"));
    write("a.md", OTHER);
    const all = shelf("a.md", "b.md", "c.md");
    const first = marked("a.md", all);
    expect([first, marked("c.md", all)]).toEqual([[], ["before anybody thought of a harbour below it"]]);
  });

  test("if the essay is edited on its way, and its old path taken", () => {
    write("c.md", TOWER.replace("three times a day", "twice a day"));
    write("a.md", OTHER);
    const all = shelf("a.md", "b.md", "c.md");
    expect(marked("c.md", all)).toHaveLength(1);
    expect(marked("a.md", all)).toEqual([]);
  });

  test.each([
    ["a.md", "b.md"],
    ["b.md", "a.md"],
  ])("if two files swap their names (%s is opened first)", (first, second) => {
    mark("b.md", "asked what the ferry had cost them");
    swap();
    const all = shelf("a.md", "b.md");
    const [one, two] = [marked(first, all), marked(second, all)];
    expect({ [first]: one, [second]: two }).toEqual({
      "a.md": ["asked what the ferry had cost them"],
      "b.md": ["before anybody thought of a harbour below it"],
    });
  });

  test("if two essays of one title swap their files, each of which has marks", () => {
    const named = (text: string): string => text.replace(/^# .*/, "# A note");
    write("a.md", named(TOWER));
    write("b.md", named(BRIDGE));
    memory = new Memory(undefined);
    mark("a.md", "it shone on rocks alone");
    mark("b.md", "on the wall of his shop in chalk");
    swap();
    const all = shelf("a.md", "b.md");
    expect([marked("a.md", all), marked("b.md", all)]).toEqual([
      ["on the wall of his shop in chalk"],
      ["it shone on rocks alone"],
    ]);
  });
});

test("marks go to the essay that is called the same rather than to a book that quotes all of it", () => {
  mark("a.md", "before anybody thought of a harbour below it");
  mark("a.md", "in a hand that no letter of his family resembles");
  mark("a.md", "wrote down the weather, three times a day");
  renameSync(at("a.md"), at("c.md"));
  write("book.md", `# A book\n\n${BRIDGE}\n${TOWER}`);
  write("c.md", TOWER.replace("three times", "3 times"));
  const all = shelf("b.md", "book.md", "c.md");
  expect(marked("book.md", all)).toEqual([]);
  expect(marked("c.md", all)).toHaveLength(3);
});

describe("marks stay", () => {
  beforeEach(() => mark("a.md", "before anybody thought of a harbour below it"));

  test("with an essay that was copied", () => {
    write("c.md", TOWER);
    const all = shelf("a.md", "b.md", "c.md");
    expect([marked("c.md", all), marked("a.md", all)]).toEqual([
      [],
      ["before anybody thought of a harbour below it"],
    ]);
  });

  test("as orphans, if the essay was rewritten in its place", () => {
    write("a.md", OTHER);
    const all = shelf("a.md", "b.md");
    expect([marked("b.md", all), marked("a.md", all)]).toEqual([
      [],
      ["before anybody thought of a harbour below it"],
    ]);
  });

  test("if an essay of the same title has other words", () => {
    rmSync(at("a.md"));
    write("c.md", OTHER.replace("Something else", "The tower"));
    expect(marked("c.md", shelf("b.md", "c.md"))).toEqual([]);
  });

  test("new ones too, where a file has got other marks with its text", () => {
    renameSync(at("a.md"), at("c.md"));
    write("a.md", OTHER);
    mark("a.md", "of which there are many");
    const all = shelf("a.md", "b.md", "c.md");
    expect(marked("a.md", all)).toEqual(["of which there are many"]);
    expect(marked("c.md", all)).toEqual(["before anybody thought of a harbour below it"]);
  });
});

test("an essay is looked at if it is called as one that is gone, or in whose file another is", () => {
  mark("a.md", "before anybody thought of a harbour below it");
  renameSync(at("a.md"), at("c.md"));
  const candidates = (...paths: readonly string[]): string[] => {
    const { essays } = shelf(...paths);
    const seen = memory.texts.seen();
    const mayBe = mayHaveArrived(tracesOf(memory.marks.all(), seen), essays, seen);
    return essays.filter(mayBe).map(({ path }) => path);
  };
  expect(candidates("b.md", "c.md")).toEqual(["c.md"]);
  write("a.md", OTHER);
  expect(candidates("a.md", "b.md", "c.md")).toEqual(["c.md"]);
  write("a.md", TOWER);
  expect(candidates("a.md", "b.md", "c.md")).toEqual([]);
});

describe("an essay under another name and another title is recognised by its text", () => {
  const titled = (text: string, title: string): string => `---\ntitle: ${title}\n---\n\n${text}`;
  const LATER = BRIDGE.replace("in chalk.", "in chalk, and nobody ever wiped it off again.");

  beforeEach(() => {
    write("a.md", titled(BRIDGE, "The first name"));
    mark("a.md", "neither of them wanted to pay");
    adopted(memory, opened("a.md"), shelf("a.md"), 2);
  });

  test("also if it is not the text in which the words were marked", () => {
    write("a.md", titled(LATER, "The first name"));
    expect(marked("a.md", shelf("a.md"))).toHaveLength(1);
    rmSync(at("a.md"));
    write("c.md", titled(LATER, "Whole new"));
    expect(marked("c.md", shelf("c.md"))).toEqual(["neither of them wanted to pay"]);
    expect(memory.marks.all().map(({ essay }) => essay.title)).toEqual(["Whole new"]);
  });

  test("and one with as many words is opened once, if its text is another", () => {
    rmSync(at("a.md"));
    write("c.md", titled(BRIDGE, "Whole new"));
    write("d.md", titled(BRIDGE.replace("baker", "mason"), "As long"));
    write("e.md", titled(`${BRIDGE}\nMore.\n`, "Longer"));
    const all = shelf("c.md", "d.md", "e.md");
    const candidates = (): string[] => {
      const seen = memory.texts.seen();
      const mayBe = mayHaveArrived(tracesOf(memory.marks.all(), seen), all.essays, seen);
      return all.essays.filter(mayBe).map(({ path }) => path);
    };
    expect(candidates()).toEqual(["c.md", "d.md"]);
    expect(marked("d.md", all)).toEqual([]);
    expect(candidates()).toEqual(["c.md"]);
    expect(marked("c.md", all)).toEqual(["neither of them wanted to pay"]);
  });
});

describe("a small edit on the way", () => {
  const FOX =
    "# Alpha\n\nThe quick brown fox jumps over dogs. It is a classic line.\n\n" +
    "Many other things could be said about typing drills and fonts.\n";

  beforeEach(() => {
    write("a.md", FOX);
    mark("a.md", "It is a classic line.");
    mark("b.md", "neither of them wanted to pay");
  });

  test("next to the only mark, of two essays that swapped their names", () => {
    swap();
    write("b.md", FOX.replace("Many other things", "Lots of other things"));
    const all = shelf("a.md", "b.md");
    expect([marked("a.md", all), marked("b.md", all)]).toEqual([
      ["neither of them wanted to pay"],
      ["It is a classic line."],
    ]);
  });

  test("within the only mark, of an essay that was renamed", () => {
    rmSync(at("a.md"));
    write("c.md", FOX.replace("a classic", "a real classic"));
    expect(marked("c.md", shelf("b.md", "c.md"))).toEqual(["It is a classic line."]);
  });
});

describe("a chain of edits", () => {
  const SIMPLE = "We chose the simple way. It worked well for us. Then came winter.\n";
  const TWIN = "Later again we met. It worked well for us. Then came spring.\n";
  const INTRO = "# A chain\n\nIntro words here stand first.\n\n";

  /** Whether the mark on the words is placed after each of the texts was opened in turn, and the block. */
  function blocks(...texts: readonly string[]): (number | undefined)[] {
    write("a.md", INTRO + SIMPLE);
    mark("a.md", "It worked well for us.");
    return texts.map((text, nth) => {
      write("a.md", INTRO + text);
      const open = opened("a.md");
      const [own] = anchorsOf(open, adopted(memory, open, shelf("a.md"), 10 + nth));
      return own?.placed?.range.start.block;
    });
  }

  test("ends in an orphan where a twin was seen and the words then deleted", () => {
    const deleted = SIMPLE.replace(" It worked well for us.", "");
    expect(blocks(`${SIMPLE}\n${TWIN}`, `${deleted}\n${TWIN}`)).toEqual([1, undefined]);
  });

  test("is followed where each edit leaves a part of the company", () => {
    const once = SIMPLE.replace("We chose the simple way.", "We took another road.");
    const twice = once.replace("Then came winter.", "Now it is summer.");
    expect(blocks(once, twice)).toEqual([1, 1]);
  });

  test("is no change of the mark by the user, and leaves its words as they were marked", () => {
    blocks(`New.\n\n${SIMPLE}`);
    const [own] = memory.marks.of(at("a.md"));
    expect(own).toMatchObject({
      made: 1,
      changed: 1,
      anchor: { start: { block: 1 } },
      seen: { start: { block: 2 } },
    });
  });
});
