/**
 * No regular expression of ibid takes more than time in proportion to what it reads: none can part a text in two ways and
 * try both (Davis et al. 2018, "The impact of regular expression denial of service in practice"), and none begins anew at each
 * character of a run. scslre finds both in the expression's automaton.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { analyse } from "scslre";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

const SRC = join(import.meta.dirname, "../src");
const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** How a pattern may take too long: `Self` and `Trade` within a match, `Move` from one start to the next. */
function dangers({ source, flags }: Pattern): string[] {
  const { reports } = analyse({ source, flags });
  // A sticky pattern is tried at one place.
  return reports.map(({ type }) => type).filter((type) => type !== "Move" || !flags.includes("y"));
}

/** Every literal pattern of a program. */
function patternsIn(text: string, lang: "ts" | "tsx"): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    if ("regex" in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags });
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(text, { lang }));
  return found;
}

describe("patterns take time in proportion to the text", () => {
  test("the analysis knows bad ones", () => {
    expect(dangers(/ +$/)).toContain("Move");
    expect(dangers(/(?:a+)+b/)).toContain("Self");
    expect(dangers(/^a*a*$/)).toContain("Trade");
    expect(dangers(/^a*b/)).toEqual([]);
  });

  test.each(FILES)("%s", (path) => {
    const found = patternsIn(readFileSync(join(SRC, path), "utf8"), path.endsWith("x") ? "tsx" : "ts");
    expect(found.filter((pattern) => dangers(pattern).length > 0)).toEqual([]);
  });
});

/** Whether the function that called for this stack was called from a file of ibid. */
function isOurs({ stack = "" }: Error): boolean {
  return stack.split("\n")[2]?.includes(SRC) === true;
}

describe("patterns that are put together take time in proportion to the text", () => {
  const Native = RegExp;
  const made: Pattern[] = [];

  beforeAll(() => {
    globalThis.RegExp = class extends Native {
      constructor(source: string | RegExp, flags?: string) {
        super(source, flags);
        if (typeof source === "string" && isOurs(new Error())) made.push(this);
      }
    } as RegExpConstructor;
  });
  afterAll(() => {
    globalThis.RegExp = Native;
    // The files of tests share their modules.
    vi.doUnmock("../src/text/once.ts");
    vi.resetModules();
  });

  test("from constants and from queries", async () => {
    // What is made at its first use is made at once.
    vi.doMock("../src/text/once.ts", () => ({
      once: <Value>(make: () => Value) => {
        const value = make();
        return () => value;
      },
    }));
    const rooms = new Set(["text", "essay", "document", "links", "layout", "search", "page", "formats"]);
    const files = FILES.filter((path) => rooms.has(path.split("/")[0]!));
    for (const path of files) await import(join(SRC, path));
    const { parseTyped } = await import("../src/search/parse-query.ts");
    const { queryMatcher } = await import("../src/search/passages.ts");
    for (const query of ["a", '"a b c"', "世界", "a* b", "title:a"]) {
      const matcher = queryMatcher(parseTyped(query));
      expect(matcher("a b c 世界").length).toBeGreaterThan(0);
    }
    expect(made.length).toBeGreaterThan(5);
    expect(made.filter((pattern) => dangers(pattern).length > 0)).toEqual([]);
  });
});
