/**
 * `show --output`: a file is written where the user says, and no other is touched.
 */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Ran, run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const files = { "a.md": essay({ title: "A" }, "Words.\n"), "b.md": essay({ title: "B" }) };

function shown(root: string, cwd: string, ...args: string[]): Promise<Ran> {
  return run(["show", "a", "-d", root, ...args], { cwd });
}

test("a file is written as standard output would have been, and a dash is standard output", async () => {
  const [root, cwd] = [temporaryLibrary(files), temporaryLibrary({})];
  const { out } = await shown(root, cwd);
  expect(await shown(root, cwd, "-o", "a.txt")).toEqual({ out: "", err: "", code: 0 });
  expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe(out);
  expect((await shown(root, cwd, "-o", "-")).out).toBe(out);
});

test("on a terminal, too, a file has no looks and no margin", async () => {
  const [root, cwd] = [temporaryLibrary(files), temporaryLibrary({})];
  await run(["show", "a", "-d", root, "-o", "a.txt"], { cwd, outIsTerminal: true, columns: 120 });
  expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe("# A\n\nWords.\n");
});

test("a file that is there is replaced only by --force", async () => {
  const [root, cwd] = [temporaryLibrary(files), temporaryLibrary({ "a.txt": "old" })];
  expect(await shown(root, cwd, "-o", "a.txt")).toEqual({
    out: "",
    err: "ibid: a.txt: already exists; --force replaces it\n",
    code: 2,
  });
  expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe("old");
  expect((await shown(root, cwd, "-o", "a.txt", "--force")).code).toBe(0);
  expect(readFileSync(join(cwd, "a.txt"), "utf8")).toContain("Words.");
});

test("nothing is written into the library, by --force neither, whatever links lead there", async () => {
  const root = temporaryLibrary(files);
  const cwd = temporaryLibrary({});
  symlinkSync(root, join(cwd, "notes"));
  symlinkSync(join(root, "b.md"), join(cwd, "out.md"));
  mkdirSync(join(root, "sub"));
  const refused = [
    "notes/b.md",
    "notes/new.md",
    "notes/a.txt",
    "notes/sub/x.markdown",
    "out.md",
    join(root, "b.md"),
  ];
  for (const dir of [root, join(cwd, "notes")])
    for (const name of refused) {
      const { err, code } = await shown(dir, cwd, "-o", name, "--force");
      expect([err, code]).toEqual([`ibid: ${name}: is in a library, and ibid never writes there\n`, 2]);
    }
  expect(readdirSync(root).sort()).toEqual(["a.md", "b.md", "sub"]);
  expect(readdirSync(join(root, "sub"))).toEqual([]);
  expect(readFileSync(join(root, "b.md"), "utf8")).toBe(files["b.md"]);
});

test("nothing is written into another library that the settings name, or from which an essay is shown", async () => {
  const [root, work, usual, other] = [files, files, files, { ...files, "build/x": "" }].map(temporaryLibrary);
  const config = join(temporaryLibrary({}), "config.toml");
  writeFileSync(config, `dir = "${usual}"\n[libraries]\nwork = "${work}"\ngone = "/nonexistent"\n`);
  const world = { cwd: temporaryLibrary({}), env: { IBID_CONFIG: config, IBID_STATE: temporaryLibrary({}) } };
  for (const [argv, folder] of [
    [["show", "a", "-d", root!, "-o"], work],
    [["show", "a", "-d", root!, "-o"], usual],
    [["show", "a", "-d", "@work", "-o"], usual],
    [["show", join(other!, "a.md"), "-o"], other],
    [["state", "merge"], work],
  ] as const) {
    const target = join(folder!, "new.md");
    const { err, code } = await run([...argv, target], world);
    expect([err, code]).toEqual([`ibid: ${target}: is in a library, and ibid never writes there\n`, 2]);
    expect(readdirSync(folder!)).not.toContain("new.md");
  }
});

test("state merge writes into a current folder that nobody named as a library, but over no Markdown file of it", async () => {
  const cwd = temporaryLibrary({ "a.md": files["a.md"] });
  const world = { cwd, env: { IBID_STATE: temporaryLibrary({}) } };
  expect((await run(["state", "merge", "sync.jsonl"], world)).code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual(["a.md", "sync.jsonl"]);
  for (const argv of [
    ["state", "merge", "a.md"],
    ["state", "merge", "sync.jsonl", "-d", cwd],
  ]) {
    const { err, code } = await run(argv, world);
    expect([err, code]).toEqual([`ibid: ${argv[2]}: is in a library, and ibid never writes there\n`, 2]);
  }
});

test("a library that is not there is no obstacle", async () => {
  const cwd = temporaryLibrary({ "a.md": files["a.md"] });
  const out = temporaryLibrary({});
  const argv = ["show", "a.md", "-o", join(out, "a.txt")];
  const { code } = await run(argv, { cwd, env: { IBID_DIR: join(cwd, "gone") } });
  expect([code, readdirSync(out)]).toEqual([0, ["a.txt"]]);
});

test("a folder, and a folder that is not there, are named", async () => {
  const [root, cwd] = [temporaryLibrary(files), temporaryLibrary({})];
  mkdirSync(join(cwd, "sub"));
  expect((await shown(root, cwd, "-o", "sub")).err).toBe("ibid: sub: is a folder\n");
  expect((await shown(root, cwd, "-o", "no/a.txt")).err).toBe(
    "ibid: no/a.txt: can't be written: no such file or directory\n",
  );
});

test("an essay that is not there leaves what was there", async () => {
  const [root, cwd] = [temporaryLibrary(files), temporaryLibrary({})];
  writeFileSync(join(cwd, "a.txt"), "old");
  const { code } = await run(["show", "nope", "-d", root, "-o", "a.txt", "--force"], { cwd });
  expect(code).toBe(2);
  expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe("old");
});

test.each(["text", "html", "epub", "markdown"])("without an essay, %s is nothing", async (format) => {
  const root = temporaryLibrary(files);
  expect(await run(["show", "nope", "-d", root, "-f", format])).toMatchObject({ out: "", code: 2 });
});
