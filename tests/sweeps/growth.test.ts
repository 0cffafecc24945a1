/**
 * The work on a text grows with its length, whatever stands in it: four times as long takes about four times as long, and not
 * sixteen. What is compared is the processor's time of this process, so that what else the machine does is not counted.
 */
import { describe, expect, test } from "vitest";
import { filledIn } from "../../src/cli/template.ts";
import { openEssay } from "../../src/document/open-essay.ts";
import { documentJson } from "../../src/formats/document-json.ts";
import { htmlPage } from "../../src/formats/html.ts";
import type { ShownEssay } from "../../src/formats/shown-essay.ts";
import { speechOf } from "../../src/formats/speech.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { gistOf } from "../../src/library/check/gist.ts";
import { indexedEssay } from "../../src/library/index/row.ts";
import { linkIndex } from "../../src/links/link-target.ts";
import { textMatcher } from "../../src/search/find.ts";
import { fuzzyIndex, fuzzyRanges } from "../../src/search/fuzzy.ts";
import { matchWanted } from "../../src/search/fts.ts";
import { findPassages } from "../../src/search/passages.ts";
import { parseQuery } from "../../src/search/query.ts";
import { BODIES, FRONT_MATTER, MDX, TYPED } from "../support/growing.ts";

const SHORT = 6_000;
const LONG = 4 * SHORT;
/** Between n log n, which would be 4.7, and the square, which is 16. */
const MOST = 9;
/** Milliseconds that are too few to tell anything. */
const NOTHING = 60;
const ATTEMPTS = 3;

/** Milliseconds of processor time. */
function timeOf(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

function expectGrowth(work: (length: number) => void): void {
  const tried: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const short = timeOf(() => work(SHORT));
    const long = timeOf(() => work(LONG));
    if (long <= NOTHING || long <= MOST * short) return;
    tried.push(`${short.toFixed(0)} ms, and ${long.toFixed(0)} for four times as much`);
  }
  expect(tried).toEqual([]);
}

/** All that is done with an essay. */
function readAll(text: string, path = "a.md"): void {
  const open = openEssay({ text, problems: [] }, path, `/${path}`);
  const { essay, document } = open;
  for (const notes of ["inline", "margin"] as const)
    layoutDocument(document, { width: 90, notes, marks: "superscript", wrap: "even" }, {});
  indexedEssay(open);
  gistOf(open);
  const shown: ShownEssay = { essay, document, isNamed: true, resolve: () => ({ kind: "other" }) };
  JSON.stringify(documentJson(shown));
  htmlPage([shown]);
  speechOf(shown);
}

const WORDS = "Some words of a text that are here, and more of them. ".repeat(20);
const PARTS = [{ kind: "text", block: 0, line: 1, text: WORDS } as const];
const ESSAY = openEssay({ text: "# A title\n", problems: [] }, "a.md", "/a.md").essay;

describe("the work on an essay grows with its length", () => {
  test.each([...BODIES])("%s", (_, body) => expectGrowth((length) => readAll(body(length))));
  test.each([...MDX])("MDX of %s", (_, body) => expectGrowth((length) => readAll(body(length), "a.mdx")));
  test.each([...FRONT_MATTER])("%s", (_, source) => expectGrowth((length) => readAll(source(length))));
});

describe("the work on what is typed grows with its length", () => {
  test.each([...TYPED])("%s", (_, typed) => {
    const titles = fuzzyIndex([{ ...ESSAY, description: "" }]);
    expectGrowth((length) => {
      const text = typed(length);
      const query = parseQuery(text, true);
      matchWanted(query);
      findPassages(PARTS, query, { most: 3, length: 100 });
      findPassages([{ ...PARTS[0]!, text }], parseQuery("ab a"), { most: 3, length: 100 });
      textMatcher(text)(WORDS);
      textMatcher("ab a")(text);
      titles.search(text);
      fuzzyRanges(text, WORDS);
      filledIn(text, () => "x");
      linkIndex([ESSAY]).resolve(text, "b/a.md");
    });
  });
});
