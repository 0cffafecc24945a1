/**
 * docs/math.md shows each command that KaTeX has and that means something in cells: the names are read from KaTeX's sources, which come
 * with the package.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SOURCES = "node_modules/katex/src";
const PAGE = readFileSync("docs/math.md", "utf8");

/** What has no meaning of its own in cells, or none for an author. */
const NOT_SHOWN: readonly RegExp[] = [
  // TeX's primitives, and names that only other macros of KaTeX use.
  /^\\(?:(?:b|e)group|expandafter|noexpand|relax|futurelet|global|long|show|message|errmessage|TextOrMath|DOTS[BIX]|sixptsize|t?mspace|ordinarycolon|arraystretch|fi|cr|@.*|.*@.*)$/,
  /^\\\\/,
  // Beginnings of names, that KaTeX uses for its internal commands.
  /^\\[dtx]$/,
  // Where a line may end.
  /^\\(?:allowbreak|nobreak|begin\{|[bc]op)$/,
  // Sizes and colours.
  /^\\(?:[Hh]uge|LARGE|[Ll]arge|small|footnotesize|scriptsize|normalsize|tiny)$/,
  /^\\(?:blue|gold|gray|green|maroon|mint|purple|red|teal|orange|pink|ka)(?:[A-I]|Blue|Green)?$/,
];

/** The names in a source, but for those in its comments. */
function namesIn(source: string): string[] {
  const code = source.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
  return Array.from(code.matchAll(/"\\\\((?:[a-zA-Z@]+|[^a-zA-Z\s"]))"/g), ([, name]) => `\\${name}`);
}

function commands(): Set<string> {
  const files = readdirSync(`${SOURCES}/functions`).map((name) => `functions/${name}`);
  const sources = [...files.filter((name) => name.endsWith(".ts")), "macros.ts", "symbols.ts"];
  return new Set(sources.flatMap((name) => namesIn(readFileSync(`${SOURCES}/${name}`, "utf8"))));
}

test("each command of KaTeX is on the page, but for those without a meaning in cells", () => {
  const all = [...commands()].filter((name) => !NOT_SHOWN.some((pattern) => pattern.test(name)));
  expect(all.length).toBeGreaterThan(800);
  const isShown = (name: string): boolean => {
    for (let at = PAGE.indexOf(name); at >= 0; at = PAGE.indexOf(name, at + 1))
      if (!/[a-zA-Z]/.test(name.at(-1)!) || !/[a-zA-Z]/.test(PAGE[at + name.length] ?? "")) return true;
    return false;
  };
  expect(all.filter((name) => !isShown(name))).toEqual([]);
});
