import { appendFileSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { ask } from "../../src/library/index/ask.ts";
import { indexFile } from "../../src/library/index/database.ts";
import type { EssayIndex } from "../../src/library/index/index.ts";
import { refresh } from "../../src/library/index/refresh.ts";
import { readRow } from "../../src/library/index/row.ts";
import { READING } from "../../src/library/boundary.ts";
import { readTextFile } from "../../src/library/read-file.ts";
import { findPassages } from "../../src/search/passages.ts";
import { parseQuery } from "../../src/search/parse-query.ts";
import { openIndex } from "../support/index.ts";
import { essay, libraryIn, readLibrary, temporaryLibrary } from "../support/library.ts";

/** The slugs in which a query is found, best first, in a library that is indexed in memory. */
async function found(files: Readonly<Record<string, string>>, query: string): Promise<string[]> {
  const { index } = await openIndex(temporaryLibrary(files), undefined);
  return slugsOf(index, query);
}

function slugsOf(index: EssayIndex, query: string): string[] {
  return ask(index, parseQuery(query)).found.map((one) => index.essay(one).slug);
}

describe("the full text", () => {
  const files = {
    "a.md": essay(
      { title: "Sails", date: "2020-01-01" },
      "A ship in the\nharbour[^1] of Málaga.\n\n[^1]: A note on “rigging”.\n",
    ),
    "b.md": essay(
      { title: "Ships", date: "2021-01-01", tags: ["Sea life", "rigs"] },
      "# The ship\n\nAnd a table:\n\n| mast | boom |\n|--|--|\n| oak | ash |\n",
    ),
    "c.md": essay(
      { title: "世界史", description: "Of the whole world" },
      "```js\nconst harbour = 1;\n```\n\n> A ship, quoted\n",
    ),
  };
  const cases: readonly [query: string, slugs: string[]][] = [
    ["ship", ["b", "a", "c"]],
    ["ship harbour", ["a", "c"]],
    ['"in the harbour"', ["a"]],
    ['"harbour of Malaga"', ["a"]],
    ["malaga", ["a"]],
    ["MÁLAGA", ["a"]],
    ["note:rigging", ["a"]],
    ["text:rigging", []],
    ["\"'rigging'\"", ["a"]],
    ["rig*", ["b", "a"]],
    ["ship -note:rigging", ["b", "c"]],
    ["-ship", []],
    ["-harbour", ["b"]],
    ["title:ships", ["b"]],
    ["heading:ship", ["b"]],
    ["tag:sea", ["b"]],
    ['tag:"sea life"', ["b"]],
    ['"life rigs"', []],
    ["whole", ["c"]],
    ["界", ["c"]],
    ["世界", ["c"]],
    ["界史", ["c"]],
    ["史世", []],
    ["oak ash", ["b"]],
    ["nothing", []],
    ["", []],
  ];
  test.each(cases)("%s", async (query, slugs) => expect(await found(files, query)).toEqual(slugs));

  test("title before headings before description and tags before text before notes; then the newer", async () => {
    const filler = "Some more words about nothing in particular. ".repeat(20);
    const ranked = {
      "note.md": essay({ title: "A" }, `${filler}[^1]\n\n[^1]: needle needle needle\n`),
      "text.md": essay({ title: "B" }, "needle ".repeat(50)),
      "about.md": essay({ title: "C", description: "a needle" }, filler),
      "heading.md": essay({ title: "D" }, `## needle\n\n${filler}`),
      "title.md": essay({ title: "needle" }, filler.repeat(20)),
    };
    expect(await found(ranked, "needle")).toEqual(["title", "heading", "about", "text", "note"]);
    const equal = {
      "old.md": essay({ title: "Old", date: "2019-05-01" }, "A needle."),
      "new.md": essay({ title: "New", date: "2024" }, "A needle."),
      "mid.md": essay({ title: "Mid", date: "2021-02" }, "A needle."),
    };
    expect(await found(equal, "needle")).toEqual(["new", "mid", "old"]);
  });

  test("a passage has its block, its note and its line", async () => {
    const root = temporaryLibrary({
      "a.md":
        "---\ntitle: A\n---\n\nFirst.\n\nSecond[^n] with\nmore[^m].\n\n- One\n- Two[^k]\n\n[^n]: Needle, noted.\n[^m]: Cites[^o].\n[^o]: A deep needle.\n[^k]: Last needle.\n",
    });
    const { index } = await openIndex(root, undefined);
    const [only] = ask(index, parseQuery("needle")).found;
    const passages = findPassages(index.parts(only!), parseQuery("needle"), { most: 9, length: 80 });
    expect(passages.map(({ kind, block, note, line, text }) => [kind, block, note, line, text])).toEqual([
      ["note", 1, 1, 13, "Needle, noted."],
      ["note", 1, 4, 15, "A deep needle."],
      ["note", 2, 3, 16, "Last needle."],
    ]);
  });
});

describe("bringing the index up to date", () => {
  function library(files: Readonly<Record<string, string>>): { root: string; cache: string } {
    return { root: temporaryLibrary(files), cache: temporaryLibrary({}) };
  }

  /** Slugs, and what a search for “needle” finds. */
  async function opened({ root, cache }: { root: string; cache: string }): Promise<[string[], string[]]> {
    const { index, complaints } = await openIndex(root, cache);
    expect(complaints).toEqual([]);
    const found = [index.essays().map(({ slug }) => slug), slugsOf(index, "needle").toSorted()] as const;
    index.close();
    return [...found];
  }

  test("each language has a file of its own, because titles have another order in it", () => {
    const { root, cache } = library({ "a.md": "needle" });
    expect(indexFile(cache, root, "sv-SE")).not.toBe(indexFile(cache, root, "en-US"));
    expect(indexFile(cache, root)).toBe(indexFile(cache, `${root}/.`));
  });

  test("while another process writes the index, this one reads the library, and the user hears nothing", async () => {
    const both = library({ "a.md": "needle" });
    await opened(both);
    writeFileSync(join(both.root, "b.md"), "needle");
    const other = new DatabaseSync(indexFile(both.cache, both.root));
    other.exec("BEGIN IMMEDIATE");
    const own = libraryIn(both.root, both.cache, 50);
    await own.read();
    expect(own.essays.map(({ slug }) => slug)).toEqual(["a", "b"]);
    expect(own.complaints).toEqual([]);
    expect(own.remark).toContain("another ibid is writing the index");
    own.close();
    other.close();
  });

  test("essays are what they are without an index", async () => {
    const both = library({
      "a.md": essay({ title: "A", tags: ["x"], popularity: { score: 3 }, order: 2 }),
      "b/index.md": "+++\ntitle = 'B'\ndate = 2024-05-06\n+++\nText",
      "c.md": "---\ntitle: [broken\n---\nText",
      "d.md": new TextDecoder().decode(new Uint8Array([0xff])),
      "sub/a.md": "# A heading *here*\n\nText.\n",
    });
    for (const _ of [1, 2]) {
      const indexed = libraryIn(both.root, both.cache);
      await indexed.read();
      const { essays } = indexed;
      indexed.close();
      const plain = (await readLibrary(both.root)).essays.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      const whole = essays.map((one) => ({ ...one, data: one.data, problems: one.problems }));
      expect(whole).toEqual(plain);
    }
  });

  test("what is new, changed or gone is seen; what is the same is not read again", async () => {
    const both = library({ "a.md": "Text", "b.md": "A needle" });
    expect(await opened(both)).toEqual([["a", "b"], ["b"]]);
    writeFileSync(join(both.root, "a.md"), "A needle too");
    writeFileSync(join(both.root, "c.md"), "New");
    rmSync(join(both.root, "b.md"));
    expect(await opened(both)).toEqual([["a", "c"], ["a"]]);
    // Its content is the same, and so is what is found.
    const { mtime } = statSync(join(both.root, "a.md"));
    const before = new Date(mtime.getTime() - 60_000);
    utimesSync(join(both.root, "a.md"), before, before);
    expect(await opened(both)).toEqual([["a", "c"], ["a"]]);
    // The same size, and its old time given back: the system knows better.
    writeFileSync(join(both.root, "a.md"), "A thimble it");
    utimesSync(join(both.root, "a.md"), before, before);
    expect(await opened(both)).toEqual([["a", "c"], []]);
    appendFileSync(join(both.root, "a.md"), " A needle");
    expect(await opened(both)).toEqual([["a", "c"], ["a"]]);
  });

  test("a file written again at once, its size the same, is seen", async () => {
    const both = library({ "a.md": "A needle" });
    for (const text of ["A thimbl", "A needle", "A bodkin"]) {
      writeFileSync(join(both.root, "a.md"), text);
      expect((await opened(both))[1]).toEqual(text.includes("needle") ? ["a"] : []);
    }
  });

  test("a file that changes while it is read is read again; one that never rests, at the next start", () => {
    const root = temporaryLibrary({ "a.md": "First" });
    const found = { file: join(root, "a.md"), path: "a.md" };
    const past = new Date(Date.now() - 60_000);
    let readings = 0;
    const changing = (changes: number): ReturnType<typeof readRow> =>
      readRow(found, {
        ...READING,
        read: (file) => {
          const content = readTextFile(file);
          if (readings++ < changes) writeFileSync(file, `Reading ${readings}`.repeat(readings));
          utimesSync(file, past, new Date(past.getTime() + readings * 1_000));
          return content;
        },
      });
    readings = 0;
    const row = changing(1);
    expect([readings > 1, "columns" in row.content && row.content.columns.join()]).toEqual([
      true,
      expect.stringContaining("reading 1"),
    ]);
    readings = 0;
    expect(changing(Infinity).modified).toBe(-1);
  });

  test("binary files are named each time, and those that can't be read", async () => {
    const both = library({ "a.md": "A\0B", "b.md": "Text" });
    mkdirSync(join(both.root, "c.md"));
    for (const _ of [1, 2]) {
      const indexed = libraryIn(both.root, both.cache);
      await indexed.read();
      const { skipped } = indexed;
      indexed.close();
      expect(skipped).toEqual([{ path: "a.md", message: "not text: it contains NUL bytes" }]);
    }
  });

  test("many files are read on threads, and none is lost", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 700 }, (_, nth) => [`${nth}.md`, `Essay ${nth}${nth % 7 === 0 ? " needle" : ""}`]),
    );
    const both = library(files);
    const [slugs, hits] = await opened(both);
    expect([slugs.length, hits.length]).toEqual([700, 100]);
    expect(await opened(both)).toEqual([slugs, hits]);
  });

  test("a single file is a library too", async () => {
    const root = join(temporaryLibrary({ "a.md": "A needle" }), "a.md");
    const { index } = await openIndex(root, undefined);
    const [only] = ask(index, parseQuery("needle")).found;
    expect(index.essay(only!).file).toBe(root);
  });
});

describe("an index that is brought up to date", () => {
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, nth) => [`${nth}.md`, essay({ title: `Essay ${nth}` })]),
  );

  /** An index of all files, five of which have changed since. */
  async function outdated(): Promise<{ root: string; index: EssayIndex }> {
    const root = temporaryLibrary(files);
    const { index } = await openIndex(root, temporaryLibrary({}));
    for (let nth = 0; nth < 5; nth++) appendFileSync(join(root, `${nth}.md`), "More.\n");
    return { root, index };
  }

  test("has every essay, if damage is found meanwhile", async () => {
    const { root, index } = await outdated();
    let isFound = false;
    await refresh(index, { root }, () => {
      if (!isFound) index.toMemory(undefined);
      isFound = true;
    });
    expect(isFound).toBe(true);
    expect(index.essays()).toHaveLength(9);
    expect(index.isWriting).toBe(false);
  });

  test("writes no more after an error, and is brought up to date the next time", async () => {
    const { root, index } = await outdated();
    const fail = (): void => {
      throw new Error("a listener that fails");
    };
    await expect(refresh(index, { root }, fail)).rejects.toThrow("a listener that fails");
    expect([index.isWriting, index.essays().length]).toEqual([false, 9]);
    expect((await refresh(index, { root }, () => undefined)).changed).toBe(true);
    expect(slugsOf(index, "more")).toHaveLength(5);
  });
});
