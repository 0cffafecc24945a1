/**
 * `show --output`: a file is written where the user says, and no other is touched.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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

test("no essay of the library is written, by --force neither, and no new one", async () => {
  const root = temporaryLibrary(files);
  for (const name of ["b.md", "new.md", "new/x.markdown"]) {
    const { err, code } = await shown(root, root, "-o", name, "--force");
    expect([err, code]).toEqual([
      `ibid: ${name}: would become an essay of the library; ibid writes no essays\n`,
      2,
    ]);
  }
  expect(readdirSync(root).sort()).toEqual(["a.md", "b.md"]);
  expect(readFileSync(join(root, "b.md"), "utf8")).toBe(files["b.md"]);
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
