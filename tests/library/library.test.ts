import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findEssay } from "../../src/library/find.ts";
import { NoEssayError, NoLibraryError } from "../../src/library/errors.ts";
import { locate } from "../../src/library/locate.ts";
import { libraryAt } from "../../src/library/open.ts";
import * as opening from "../../src/library/opening.ts";
import * as searching from "../../src/library/searching.ts";
import { essay, readLibrary, temporaryLibrary } from "../support/library.ts";

async function paths(root: string): Promise<string[]> {
  return (await readLibrary(root)).essays.map(({ path }) => path);
}

describe("which files", () => {
  test("Markdown at any depth; not hidden folders, node_modules or what is about the repository", async () => {
    const root = temporaryLibrary({
      "a.md": "A",
      "b.markdown": "B",
      "deep/er/c.mdx": "C",
      "d.txt": "no",
      ".hidden/e.md": "no",
      "node_modules/x/f.md": "no",
      "README.md": "no",
      "LICENSE.md": "no",
      "CODE_OF_CONDUCT.md": "no",
      "deep/README.md": "yes",
    });
    expect(await paths(root)).toEqual(["a.md", "b.markdown", "deep/README.md", "deep/er/c.mdx"]);
  });

  test("what .gitignore names, at any level, is left out", async () => {
    const root = temporaryLibrary({
      ".gitignore": "build/\n*.draft.md\n!kept.draft.md\n",
      "a.md": "A",
      "x.draft.md": "no",
      "kept.draft.md": "yes",
      "build/b.md": "no",
      "sub/.gitignore": "/only-here.md\n",
      "sub/only-here.md": "no",
      "sub/deeper/only-here.md": "yes",
    });
    expect(await paths(root)).toEqual(["a.md", "kept.draft.md", "sub/deeper/only-here.md"]);
  });

  test("the repository's .gitignore holds above the library too", async () => {
    const root = temporaryLibrary({
      ".gitignore": "private.md\n",
      ".git/HEAD": "",
      "essays/a.md": "A",
      "essays/private.md": "no",
    });
    expect(await paths(join(root, "essays"))).toEqual(["a.md"]);
  });

  /** A library with links of all kinds, and a fifo. */
  function withLinks(): string {
    const root = temporaryLibrary({ "sub/a.md": "A" });
    const outside = temporaryLibrary({ "b.md": "B", "folder/c.md": "C" });
    symlinkSync(root, join(root, "sub/loop"));
    symlinkSync(join(root, "sub/a.md"), join(root, "again.md"));
    symlinkSync(join(outside, "b.md"), join(root, "b.md"));
    symlinkSync(join(outside, "b.md"), join(root, "b-again.md"));
    symlinkSync(join(outside, "folder"), join(root, "folder"));
    symlinkSync(join(root, "nowhere"), join(root, "dead.md"));
    execFileSync("mkfifo", [join(root, "fifo.md")]);
    return root;
  }

  test("links out of the library, loops, fifos and links to nowhere are passed over and named", async () => {
    const library = await readLibrary(withLinks());
    expect(library.essays.map(({ path }) => path)).toEqual(["sub/a.md"]);
    expect(library.skipped.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "b-again.md a link that leads out of the library (follow = true in the config file allows it)",
      "b.md a link that leads out of the library (follow = true in the config file allows it)",
      expect.stringMatching(/^dead\.md a link that leads nowhere/),
      "fifo.md not a regular file",
      "folder a link that leads out of the library (follow = true in the config file allows it)",
      "sub/loop a link to a folder that was already read",
    ]);
  });

  test("where it is asked for, links out of the library are followed, each file once", async () => {
    const library = libraryAt(
      { root: withLinks(), source: "command line", followLinks: true },
      { cache: undefined },
    );
    await library.read();
    expect(library.essays.map(({ path }) => path)).toEqual(["b-again.md", "folder/c.md", "sub/a.md"]);
    expect(library.skipped.map(({ path }) => path)).toEqual(["dead.md", "fifo.md", "sub/loop"]);
  });

  test("a .gitignore that is not a regular file is not read", async () => {
    const root = temporaryLibrary({ "a.md": "A", "sub/b.md": "B" });
    execFileSync("mkfifo", [join(root, ".gitignore")]);
    symlinkSync("/dev/zero", join(root, "sub/.gitignore"));
    expect(await paths(root)).toEqual(["a.md", "sub/b.md"]);
  });
});

describe("which bytes", () => {
  test("UTF-8 with a mark, UTF-16 with a mark", async () => {
    const utf16 = Buffer.from("\ufeff---\ntitle: Größe\n---\nText", "utf16le");
    const root = temporaryLibrary({
      "a.md": "\ufeff---\ntitle: Marked\n---\nText",
      "b.md": utf16,
      "c.md": Buffer.from(utf16).swap16(),
    });
    expect((await readLibrary(root)).essays.map(({ title }) => title)).toEqual(["Marked", "Größe", "Größe"]);
  });

  test("bytes that are no UTF-8 are shown as U+FFFD and reported with their place", async () => {
    const root = temporaryLibrary({ "a.md": Buffer.from("One\ntw\xff\xfe", "latin1") });
    const [only] = (await readLibrary(root)).essays;
    expect(only?.problems).toMatchObject([{ rule: "encoding", line: 2, column: 3 }]);
  });

  test("binary content is passed over and reported; the rest goes on", async () => {
    const root = temporaryLibrary({ "a.md": Buffer.from([1, 0, 2]), "b.md": "B" });
    const library = await readLibrary(root);
    expect(library.skipped).toMatchObject([{ path: "a.md" }]);
    expect(library.essays).toHaveLength(1);
  });

  test("an empty file is an essay", async () => {
    const root = temporaryLibrary({ "empty.md": "" });
    expect((await readLibrary(root)).essays).toMatchObject([{ title: "Empty", words: 0 }]);
  });
});

describe("titles", () => {
  test("from front matter, else from a level-one heading with which the text begins, else from the file's name", async () => {
    const root = temporaryLibrary({
      "a.md": essay({ title: "Own" }, "# Heading\n"),
      "b.md": "<!-- a comment -->\n\nThe *title*\n===\n\nText\n",
      "b-with-an-intro.md": "Intro\n\n# A chapter\n",
      "c-is-plain.md": "Text",
    });
    expect((await readLibrary(root)).essays.map(({ title, titleFrom }) => [title, titleFrom])).toEqual([
      ["Own", "front matter"],
      ["B with an intro", "file name"],
      ["The title", "heading"],
      ["C is plain", "file name"],
    ]);
  });
});

test("front matter that does not parse hides nothing", async () => {
  const root = temporaryLibrary({ "a.md": "---\ntitle: Foo: bar\norder: 7\n---\n# Foo\n\nText\n" });
  expect((await readLibrary(root)).essays).toMatchObject([
    { title: "Foo: bar", order: 7, problems: [{ line: 2 }] },
  ]);
});

describe("finding an essay", () => {
  const files = {
    "ship/index.md": essay({ title: "Ship", order: 16 }),
    "de/practice.md": "P",
    "fr/practice.md": "P",
    "2020-01-01-dated.md": "D",
  };
  async function slugOf(name: string, cwd?: string): Promise<string> {
    const root = temporaryLibrary(files);
    return (await findEssay(await readLibrary(root), name, cwd ?? root)).slug;
  }
  test.each([
    ["ship", "ship"],
    ["/ship/", "ship"],
    ["SHIP", "ship"],
    ["#16", "ship"],
    ["de/practice", "de/practice"],
    ["dated", "dated"],
    ["2020-01-01-dated.md", "dated"],
    ["./ship/index.md", "ship"],
    ["ship/", "ship"],
  ])("%s", async (name, slug) => {
    expect(await slugOf(name)).toBe(slug);
  });

  test("one that is wrong is answered with the nearest", async () => {
    await expect(slugOf("shp")).rejects.toThrow(/did you mean ship\?/);
    await expect(slugOf("practice")).rejects.toThrow(/2 essays match.*de\/practice or fr\/practice/);
    await expect(slugOf("#99")).rejects.toThrow(NoEssayError);
  });

  test("one whose file can't be read is named with the reason", async () => {
    const library = await readLibrary(temporaryLibrary({ "a.md": "A", "b.md": "\u0000\u0001" }));
    await expect(findEssay(library, "b", "/")).rejects.toThrow(/^b\.md: not text: it contains NUL bytes/);
  });

  test("a file outside the library is opened all the same", async () => {
    const elsewhere = temporaryLibrary({ "x.md": "# X\n" });
    expect(await slugOf("x.md", elsewhere)).toBe("x");
  });
});

describe("which folder", () => {
  const places = { env: {}, cwd: "/" };
  test("the command line, --dir, IBID_DIR, the config, ./essays, the folder, what ships: in this order", async () => {
    const root = temporaryLibrary({
      "one/a.md": "",
      "two/a.md": "",
      "three/a.md": "",
      "four/a.md": "",
      "five/essays/a.md": "",
      "six/a.md": "",
      "seven/x.txt": "",
    });
    const at = (name: string): string => join(root, name);
    const all = {
      argument: at("one"),
      dir: at("two"),
      env: { IBID_DIR: at("three") },
      configDir: at("four"),
      cwd: at("five"),
    };
    expect(locate(all)).toEqual({ root: at("one"), source: "command line" });
    expect(locate({ ...all, argument: undefined })).toEqual({ root: at("two"), source: "--dir" });
    expect(locate({ ...all, argument: undefined, dir: undefined })).toEqual({
      root: at("three"),
      source: "IBID_DIR",
    });
    expect(locate({ configDir: at("four"), env: {}, cwd: at("five") })).toEqual({
      root: at("four"),
      source: "config",
    });
    expect(locate({ env: {}, cwd: at("five") })).toEqual({ root: at("five/essays"), source: "./essays" });
    expect(locate({ env: {}, cwd: at("six") })).toEqual({ root: at("six"), source: "current folder" });
    expect(locate({ env: {}, cwd: at("seven") }).source).toBe("essays that ship with ibid");
  });

  test("never / unasked, and a folder that is not there is named", async () => {
    expect(locate(places).source).toBe("essays that ship with ibid");
    expect(() => locate({ ...places, dir: "/no/such" })).toThrow(NoLibraryError);
    const libraries = { gone: "/no/such/library" };
    expect(() => locate({ ...places, libraries, dir: "@gone" })).toThrow(/@gone: .*\/no\/such\/library/);
  });
});

test("a link to itself ends", async () => {
  const root = temporaryLibrary({ "a.md": "A", "sub/b.md": "B" });
  symlinkSync(join(root, "sub/self"), join(root, "sub/self"));
  expect((await readLibrary(root)).essays).toHaveLength(2);
});

test("a path that is there and can't be read is not called missing", () => {
  const root = temporaryLibrary({ "a.md": "A" });
  symlinkSync(join(root, "self"), join(root, "self"));
  const places = { env: {}, cwd: root };
  expect(() => locate({ ...places, argument: "self" })).toThrow(
    /^self: can't be read: too many symbolic links/,
  );
  expect(() => locate({ ...places, argument: "a.md/b" })).toThrow(NoLibraryError);
});

test("a folder that can't be read is named, and the rest goes on", async ({ skip }) => {
  if (process.getuid?.() === 0) skip("root may read every folder");
  const root = temporaryLibrary({ "a.md": "A", "closed/b.md": "B" });
  chmodSync(join(root, "closed"), 0o000);
  const library = await readLibrary(root);
  chmodSync(join(root, "closed"), 0o700);
  expect(library.essays.map(({ path }) => path)).toEqual(["a.md"]);
  expect(library.skipped).toMatchObject([
    { path: "closed", message: "a folder that can't be read: permission denied (chmod u+rx allows it)" },
  ]);
});

test("with typography, the preview of an essay of the index keeps its front matter", async () => {
  const root = temporaryLibrary({ "a.md": "---\ntitle: '\"A\"'\nauthor: Ann\nlang: de\n---\n\nText.\n" });
  const typography = { language: undefined };
  const library = libraryAt(
    { root, source: "--dir", typography },
    { cache: temporaryLibrary({}), opening, searching },
  );
  await library.read();
  await library.ready();
  const { essay } = library.glance(library.essays[0]!);
  expect([essay.title, essay.data]).toEqual(["„A“", { title: '"A"', author: "Ann", lang: "de" }]);
});
