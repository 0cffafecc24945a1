/**
 * An index that can't answer: one that another process keeps busy, one that is damaged, one that another process replaced.
 */
import { existsSync, rmSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { GuardedIndex } from "../../src/library/guarded-index.ts";
import { indexAt } from "../../src/library/index/at.ts";
import { indexFile } from "../../src/library/index/database.ts";
import { isAsLeft } from "../../src/library/index/stamp.ts";
import { stampAnew } from "../torture/damage.ts";
import { openIndex } from "../support/index.ts";
import { essay, libraryIn, temporaryLibrary } from "../support/library.ts";

const FILES = {
  "a.md": essay({ title: "Apples", tags: ["fruit"] }, "To [the other](/b).\n"),
  "b.md": essay({ title: "Boats" }),
};

/** A library that has been read into an index, and the index's file. */
async function indexed(files: Readonly<Record<string, string>> = FILES) {
  const [root, cache] = [temporaryLibrary(files), temporaryLibrary({})];
  const library = libraryIn(root, cache, 20);
  await library.read();
  return { root, cache, library, file: indexFile(cache, root) };
}

/** What each kind of question answers. */
async function answers({ library }: Awaited<ReturnType<typeof indexed>>) {
  return {
    all: (await library.all()).map(({ slug }) => slug),
    selected: (await library.selected({ tags: [["fruit"]] })).map(({ slug }) => slug),
    tags: await library.tags({}),
    links: (await library.links()).map(({ href }) => href),
  };
}

const RIGHT = {
  all: ["a", "b"],
  selected: ["a"],
  tags: [{ tag: "fruit", count: 1 }],
  links: ["/b"],
};

describe("an index that another process keeps busy", () => {
  test("is left alone, and each question is answered all the same", async () => {
    const own = await indexed();
    const writer = new DatabaseSync(own.file);
    writer.exec("BEGIN EXCLUSIVE");
    expect(await answers(own)).toEqual(RIGHT);
    expect([existsSync(own.file), own.library.complaints]).toEqual([true, []]);
    expect(own.library.remark).toContain("another ibid is writing the index");
    writer.exec("CREATE TABLE t (x); COMMIT");
  });

  test("what was known stays until the library is read again", async () => {
    const { library, file } = await indexed();
    const before = library.essays;
    const writer = new DatabaseSync(file);
    writer.exec("BEGIN EXCLUSIVE");
    library.startingWith("a");
    expect([library.isCurrent, library.essays]).toEqual([false, before]);
    writer.close();
  });

  test("can be read while a large library is written to it", async () => {
    const { root, cache } = await indexed();
    const [writer, reader] = [indexAt(root, cache), indexAt(root, cache, 0)];
    writer.begin();
    // More than the 2 MB of SQLite's cache.
    const count = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1500)";
    writer.database.exec(`CREATE TABLE much AS ${count} SELECT randomblob(4000) FROM c`);
    expect(reader.essays()).toHaveLength(2);
    writer.rollBack();
  });
});

describe("a damaged index", () => {
  test.each(["fields", "problems"])(
    "with %s that are no JSON answers each question all the same",
    async (column) => {
      const before = await indexed();
      before.library.close();
      const database = new DatabaseSync(before.file);
      database.exec(`UPDATE files SET ${column} = '{'`);
      database.close();
      stampAnew(before.file);
      for (const question of ["all", "selected", "tags", "links"] as const) {
        const own = { ...before, library: libraryIn(before.root, before.cache) };
        await own.library.read();
        expect((await answers(own))[question]).toEqual(RIGHT[question]);
        own.library.close();
      }
    },
  );

  test("with front matter that is no JSON is read anew", async () => {
    const before = await indexed({ "a.md": "---\ntitle: Apples\nkind: fruit\n---\n\nText.\n" });
    before.library.close();
    const database = new DatabaseSync(before.file);
    database.exec(`UPDATE files SET data = '{'`);
    database.close();
    stampAnew(before.file);
    const library = libraryIn(before.root, before.cache);
    await library.read();
    expect((await library.all()).map(({ data }) => data["kind"])).toEqual(["fruit"]);
    library.close();
  });

  test("is not what a wrong statement shows: that is thrown, and the file stays", async () => {
    const { root, cache } = await indexed();
    const { index } = await openIndex(root, cache);
    let losses = 0;
    const guarded = new GuardedIndex(index, () => losses++);
    expect(() => guarded.ask(({ database }) => database.prepare("SELECT x FROM nowhere"), undefined)).toThrow(
      "nowhere",
    );
    expect(() => guarded.ask(() => JSON.parse("{") as unknown, undefined)).toThrow(SyntaxError);
    expect([losses, existsSync(indexFile(cache, root))]).toEqual([0, true]);
  });
});

describe("between the end of a transaction and its stamp", () => {
  test("no other process gets the lock, and the stamp fits when it does", async () => {
    const { root, cache, file } = await indexed();
    const { index } = await openIndex(root, cache);
    const other = new DatabaseSync(file, { timeout: 0 });
    index.begin();
    index.remove("a.md");
    const seen: boolean[] = [];
    const exec = index.database.exec.bind(index.database);
    index.database.exec = (sql) => {
      exec(sql);
      try {
        other.exec("BEGIN IMMEDIATE");
      } catch {
        return;
      }
      seen.push(isAsLeft(file));
      other.exec("ROLLBACK");
    };
    index.commit();
    expect([seen.length > 0, seen.every(Boolean)]).toEqual([true, true]);
  });

  test("a file that another process deletes meanwhile is no error", async () => {
    const { root, cache, file } = await indexed();
    const { index } = await openIndex(root, cache);
    index.begin();
    rmSync(file);
    rmSync(`${file}.stamp`);
    index.commit();
    const library = libraryIn(root, cache);
    await library.read();
    expect([library.essays.length, library.complaints, statSync(file).size > 0]).toEqual([2, [], true]);
  });
});
