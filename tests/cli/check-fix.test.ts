import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../../src/text/unified-diff.ts";
import { temporaryLibrary } from "../support/library.ts";
import { run } from "../support/io.ts";

const WRONG =
  "---\ntitle: A\n---\n\nA bell\u0007 and é\u0010 more.[^1] See [b](/B-Slug).\r\n\r\n[^1] The note.\r\n";
const RIGHT = "---\ntitle: A\n---\n\nA bell and é more.[^1] See [b](/b-slug).\r\n\r\n[^1]: The note.\r\n";

function library(): string {
  return temporaryLibrary({ "a.md": WRONG, "b-slug.md": "# B\n" });
}

describe("check --fix", () => {
  test("down a pipe it is a patch, and nothing is written", async () => {
    const root = library();
    const { out, code } = await run(["check", "--fix"], { cwd: root, env: { IBID_DIR: root } });
    expect(code).toBe(1);
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe(WRONG);
    writeFileSync(join(root, "fixes.patch"), out);
    execFileSync("git", ["apply", "fixes.patch"], {
      cwd: root,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: root },
    });
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe(RIGHT);
  });

  test("a link to a file in other letters has the file's name, whatever its slug", async () => {
    const root = temporaryLibrary({ "a.md": "[b](./B.md#c)\n", "b.md": "---\nslug: other\n---\n\n# C\n" });
    const { out } = await run(["check", "--fix"], { cwd: root, env: { IBID_DIR: root } });
    expect(out).toContain("\n+[b](./b.md#c)\n");
  });

  test("where the user says so it is written, and the file keeps its mode", async () => {
    const root = library();
    chmodSync(join(root, "a.md"), 0o640);
    const asked: string[] = [];
    const confirm = (question: string): Promise<boolean> => Promise.resolve(asked.push(question) > 0);
    const { code } = await run(["check", "--fix"], { cwd: root, env: { IBID_DIR: root }, confirm });
    expect(code).toBe(0);
    expect(asked).toEqual(["Write 4 repairs in 1 file?"]);
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe(RIGHT);
    expect(statSync(join(root, "a.md")).mode & 0o777).toBe(0o640);
    expect(readdirSync(root).sort()).toEqual(["a.md", "b-slug.md"]);
  });

  test("where the user does not, nothing is", async () => {
    const root = library();
    const confirm = (): Promise<boolean> => Promise.resolve(false);
    expect((await run(["check", "--fix"], { cwd: root, env: { IBID_DIR: root }, confirm })).code).toBe(1);
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe(WRONG);
  });

  test("a file that changed since it was read is left as it is", async () => {
    const root = library();
    const confirm = (): Promise<boolean> => {
      writeFileSync(join(root, "a.md"), "Changed.\n");
      return Promise.resolve(true);
    };
    const { code, err } = await run(["check", "--fix"], { cwd: root, env: { IBID_DIR: root }, confirm });
    expect(code).toBe(1);
    expect(err).toContain("changed in the meantime");
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe("Changed.\n");
  });

  test("what is no UTF-8 is not touched, and where nothing can be mended that is said", async () => {
    const root = temporaryLibrary({ "a.md": Buffer.from([0x23, 0x20, 0x41, 0x0a, 0x07, 0xff, 0x0a]) });
    const { out, err, code } = await run(["check", "--fix"], { cwd: root, env: { IBID_DIR: root } });
    expect({ out, code }).toEqual({ out: "", code: 1 });
    expect(err).toContain("no safe fixes");
  });

  test("exits with 1 as long as there are errors, as check does", async () => {
    const root = temporaryLibrary({ "a.md": "# A\n\nA bell\u0007.\n", "b-slug.md": "# B\n\nTo [a](/A).\n" });
    const world = { cwd: root, env: { IBID_DIR: root } };
    const confirm = (): Promise<boolean> => Promise.resolve(true);
    const fix = async (...more: string[]): Promise<number> =>
      (await run(["check", "--fix", ...more], { ...world, confirm })).code;
    expect((await run(["check", "--fix", "b-slug.md"], world)).code).toBe(0);
    expect((await run(["check", "--fix", "--max-warnings", "0", "b-slug.md"], world)).code).toBe(1);
    writeFileSync(join(root, "c.md"), "# C\n\nTo [d](d.md).\n");
    expect(await fix()).toBe(1);
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe("# A\n\nA bell.\n");
    expect(await fix("a.md", "b-slug.md", "--max-warnings", "0")).toBe(0);
  });
});

/** GNU's own diff, and what it prints but for times. */
function byDiff(before: string, after: string): string {
  const root = temporaryLibrary({ "a/x": before, "b/x": after });
  try {
    execFileSync("diff", ["-u", "a/x", "b/x"], { cwd: root });
    return "";
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout).replace(/^((?:---|\+\+\+) \S+)\t.*$/gm, "$1");
  }
}

/** So many numbered lines, some of them changed. */
function lines(count: number, ...changed: readonly number[]): string {
  return Array.from(
    { length: count },
    (_, at) => `${changed.includes(at + 1) ? "changed " : ""}${at + 1}\n`,
  ).join("");
}

test.each([
  ["one line", "a\nb\nc\n", "a\nB\nc\n"],
  ["two hunks", lines(20), lines(20, 1, 20)],
  ["hunks that touch", lines(9), lines(9, 1, 8)],
  ["neighbours", "a\nb\nc\nd\n", "A\nB\nc\nD\n"],
  ["no line feed at the end", "a\nb", "a\nB"],
  ["none of it", "a\n", "a\n"],
  ["all of it", "a\nb\n", "c\nd\n"],
])("a unified diff is as diff has it: %s", (_, before, after) => {
  const own = unifiedDiff("x", before, after);
  expect(own.replaceAll(/(\d+),1\b/g, "$1")).toBe(byDiff(before, after));
});

test("a link in another case gets the case of its essay and of the folders above it", async () => {
  const root = temporaryLibrary({
    "posts/second.md": "# Second\n",
    "a.md": "# A\n\n[s](/POSTS/Second/#x) [t](/Site/SECOND)\n\n[u](/posts/SECOND?a)\n",
  });
  const confirm = (): Promise<boolean> => Promise.resolve(true);
  await run(["check", "--fix"], { cwd: root, env: { IBID_DIR: root }, confirm });
  expect(readFileSync(join(root, "a.md"), "utf8")).toBe(
    "# A\n\n[s](/posts/second/#x) [t](/Site/second)\n\n[u](/posts/second?a)\n",
  );
});
