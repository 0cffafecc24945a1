/**
 * `.gitignore` by its manual, held against the implementation that npm's tools use.
 */
import fc from "fast-check";
import ignore from "ignore";
import { describe, expect, test } from "vitest";
import { discover } from "../../src/library/discover.ts";
import { IgnoreFile } from "../../src/library/ignore-file.ts";
import { beyond } from "../../src/text/bounds.ts";
import { temporaryLibrary } from "../support/library.ts";

function ignored(patterns: string, path: string): boolean {
  const parts = path.split("/");
  const file = new IgnoreFile("/", patterns);
  // As a library is walked through: what lies in a folder that is ignored is never asked for.
  for (let count = 1; count < parts.length; count++)
    if (file.ignores(parts.slice(0, count).join("/"), true) === true) return true;
  return file.ignores(path, false) === true;
}

describe("gitignore(5)", () => {
  test.each([
    ["a.md", "a.md", true],
    ["a.md", "x/a.md", true],
    ["/a.md", "x/a.md", false],
    ["x/a.md", "y/x/a.md", false],
    ["drafts/", "drafts/a.md", true],
    ["drafts/", "drafts", false],
    ["*.md", "x/y.md", true],
    ["*.md\n!keep.md", "x/keep.md", false],
    ["x/*\n!x/keep.md", "x/keep.md", false],
    ["x/\n!x/keep.md", "x/keep.md", true],
    ["**/x/a.md", "x/a.md", true],
    ["**/x/a.md", "y/z/x/a.md", true],
    ["x/**", "x/y/a.md", true],
    ["x/**/a.md", "x/a.md", true],
    ["x/**/a.md", "x/y/z/a.md", true],
    ["x*z.md", "x/z.md", false],
    ["[a-c].md", "b.md", true],
    ["[!a-c].md", "b.md", false],
    ["?.md", "b.md", true],
    ["# a\n\\#b.md", "#b.md", true],
    ["\\!a.md", "!a.md", true],
    ["a.md   ", "a.md", true],
    ["a\\*.md", "a*.md", true],
    ["a\\*.md", "ab.md", false],
  ])("%j, %s", (patterns, path, expected) => {
    expect(ignored(patterns, path)).toBe(expected);
    expect(ignore().add(patterns).ignores(path)).toBe(expected);
  });

  const name = fc
    .array(fc.constantFrom("a", "b", ".", "md"), { minLength: 1, maxLength: 3 })
    .map((parts) => `x${parts.join("")}`);
  const part = fc.oneof(name, fc.constantFrom("*", "**", "*.md", "xa*", "x?", "*a*", "[ax]*"));
  const pattern = fc
    .tuple(
      fc.constantFrom("", "!"),
      fc.constantFrom("", "/"),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", "/"),
    )
    .map(([not, start, parts, end]) => not + start + parts.join("/") + end);

  test("random lists of patterns", () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 4 }),
        fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/")),
        (patterns, path) => {
          const list = patterns.join("\n");
          expect(ignored(list, path)).toBe(ignore().add(list).ignores(path));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("a file with more patterns than are used", () => {
  const many = "*.tmp\n".repeat(5_000);

  test("says so, and plain names are still used", () => {
    const file = new IgnoreFile("/", `${many}*.md\nb.txt\n!c.tmp\n`);
    expect(file.excess).toMatch(/20,000 characters/);
    expect(["a.tmp", "a.md", "b.txt", "c.tmp"].map((path) => file.ignores(path, false))).toEqual([
      true,
      undefined,
      true,
      false,
    ]);
  });

  test("plain names have no limit", () => {
    const names = Array.from({ length: 60_000 }, (_, nth) => `name-${nth}\n`).join("");
    const file = new IgnoreFile("/", `${names}!x/name-7\n`);
    expect(file.excess).toBeUndefined();
    const paths = Array.from({ length: 20_000 }, (_, nth) => `x/name-${nth}`);
    expect(paths.filter((path) => file.ignores(path, false) === false)).toEqual(["x/name-7"]);
  });
});

test.each([
  [`${"**/a/".repeat(200)}b.md`, `${"a/".repeat(100)}x.md`],
  [`${"*a".repeat(400)}b`, "a".repeat(250)],
  ["a".repeat(300_000), "a.md"],
  ["\\".repeat(100_000), "a.md"],
  ["[".repeat(900), "[".repeat(250)],
])("%# is matched at once", (patterns, path) => {
  expect(ignored(patterns, path)).toBe(false);
});

describe("patterns that take too long with all names together", () => {
  test("are not used any more", () => {
    const effort = { left: 300 };
    const file = new IgnoreFile("/", "*a*b*c\n");
    expect(file.ignores("xaxbxc", false, effort)).toBe(true);
    while (effort.left > 0) file.ignores("a".repeat(20), false, effort);
    expect(file.ignores("xaxbxc", false, effort)).toBeUndefined();
  });

  test("a folder with a long path costs as much as its path", () => {
    const file = new IgnoreFile("/", "x\ny/z\n");
    const costs = [100, 400].map((depth) => {
      const effort = { left: 1e9 };
      file.ignores("a/".repeat(depth), true, effort);
      return 1e9 - effort.left;
    });
    expect(costs[1]).toBeLessThan(5 * costs[0]!);
  });

  test("the library says so, and all of its files are listed", () => {
    const patterns = `*[${"0".repeat(900)}]z\n`.repeat(20);
    const names = Array.from({ length: 60 }, (_, nth) => `${"b".repeat(230)}${nth}.md`);
    const files = Object.fromEntries(names.map((name) => [name, "a"]));
    const { files: found, skipped } = discover(
      temporaryLibrary({ ".git": "", ".gitignore": patterns, ...files }),
    );
    expect(found).toHaveLength(60);
    expect(skipped).toEqual([{ path: ".gitignore", message: beyond("ignoring") }]);
  });
});
