/**
 * The work on a text grows with its length, whatever stands in it: four times as long takes about four times as long, and not
 * sixteen. What is compared is the processor's time of this process, so that what else the machine does is not counted.
 */
import { describe, expect, test } from "vitest";
import { filledIn } from "../../src/cli/template.ts";
import { frontMatterValue } from "../../src/essay/keys.ts";
import { type OpenEssay, openEssay } from "../../src/document/open-essay.ts";
import { documentJson } from "../../src/formats/document-json.ts";
import { mathematicsOf, texOf } from "../../src/formats/mathematics.ts";
import { htmlPage } from "../../src/formats/html-page.ts";
import type { ShownEssay } from "../../src/formats/shown-essay.ts";
import { speechOf } from "../../src/formats/speech.ts";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import { placeOf } from "../../src/marks/place.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { gistOf } from "../../src/library/check/gist.ts";
import { indexedEssay } from "../../src/library/index/row.ts";
import { linkIndex } from "../../src/links/link-target.ts";
import { textMatcher } from "../../src/search/find.ts";
import { fuzzyIndex, fuzzyRanges } from "../../src/search/fuzzy.ts";
import { matchWanted } from "../../src/search/fts.ts";
import { findPassages } from "../../src/search/passages.ts";
import { parseQuery, parseTyped } from "../../src/search/parse-query.ts";
import { type Query, QueryError } from "../../src/search/query.ts";
import { BODIES, FRONT_MATTER, MDX, TYPED } from "../support/growing.ts";

/** UTF-16 code units: the work on each is compared with that on four times as many. */
const LENGTHS = [4_000, 16_000];
/** Where the work on so short a text says nothing, or too much, that on a longer one decides. */
const LONGER = [16_000, 64_000];
const LONGEST = [64_000, 256_000];
/** Between n log n, which would be 4.7, and the square, which is 16. */
const MOST = 9;
/** Milliseconds that are too few to tell anything. */
const NOTHING = 40;

/** Milliseconds of processor time. */
function timeOf(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/**
 * A collection of garbage or a machine that is busy doubles a time now and then; the square of a length quadruples it at each
 * step. So what seems to grow too fast is tried again, and with longer texts.
 */
function expectGrowth(
  work: (length: number) => void,
  prepare: (length: number) => unknown = () => undefined,
): void {
  const tried: string[] = [];
  for (const [less, more] of [LENGTHS, LONGER, LONGER, LONGEST, LONGEST]) {
    prepare(less!);
    prepare(more!);
    const short = timeOf(() => work(less!));
    const long = timeOf(() => work(more!));
    const isTelling = long > NOTHING;
    if (isTelling && long <= MOST * short) return;
    if (isTelling) tried.push(`${less}: ${short.toFixed(0)} ms, ${more}: ${long.toFixed(0)} ms`);
    else if (more === LONGER[1]) return;
  }
  expect(tried).toEqual([]);
}

interface Opened {
  readonly open: OpenEssay;
  readonly shown: ShownEssay;
}

function opened(text: string, path: string): Opened {
  const open = openEssay({ text, problems: [] }, path, `/${path}`);
  const { essay, document } = open;
  const mathematics = mathematicsOf(document);
  return { open, shown: { essay, document, isNamed: true, resolve: () => ({ kind: "other" }), mathematics } };
}

function layOut({ open: { document } }: Opened, notes: "inline" | "margin"): void {
  const options = { width: 90, notes, marks: "superscript", wrap: "even", tools: { tex: texOf } } as const;
  layoutDocument(document, options, {});
}

/** Marks a passage in the middle of an essay, and looks for it when a tenth of its letters is changed. */
function mark({ open }: Opened): void {
  const own = { ...open, document: { ...open.document } };
  const { text } = galleyOf(own.document);
  const middle = Math.floor(text.length / 2);
  const range = galleyOf(own.document).rangeOf([middle, Math.min(text.length, middle + 300)]);
  const anchor = range && anchorOf(own, range);
  if (!anchor) return;
  placeOf({ ...anchor, hash: "" }, own);
  placeOf({ ...anchor, hash: "", words: anchor.words.replace(/(.{9})./gsu, "$1#") }, own);
}

/** All that is done with an essay, each by itself: what grows slowly would hide what grows fast. */
const STAGES: readonly ((opened: Opened) => void)[] = [
  (one) => layOut(one, "inline"),
  (one) => layOut(one, "margin"),
  ({ open }) => void indexedEssay(open),
  ({ open }) => void gistOf(open),
  ({ shown }) => void JSON.stringify(documentJson(shown)),
  ({ shown }) => void htmlPage([shown]),
  ({ shown }) => void speechOf(shown),
  mark,
];

function expectAllGrowth(body: (length: number) => string, path = "a.md"): void {
  expectGrowth((length) => void openEssay({ text: body(length), problems: [] }, path, `/${path}`));
  const known = new Map<number, Opened>();
  const of = (length: number): Opened => {
    const own = known.get(length) ?? opened(body(length), path);
    known.set(length, own);
    return own;
  };
  for (const stage of STAGES) expectGrowth((length) => stage(of(length)), of);
}

const WORDS = "Some words of a text that are here, and more of them. ".repeat(20);
const PARTS = [{ kind: "text", block: 0, line: 1, text: WORDS } as const];
const ESSAY = openEssay({ text: "# A title\n", problems: [] }, "a.md", "/a.md").essay;

describe("the work on an essay grows with its length", () => {
  test.each([...BODIES])("%s", (_, body) => expectAllGrowth(body));
  test.each([...MDX])("MDX of %s", (_, body) => expectAllGrowth(body, "a.mdx"));
  test.each([...FRONT_MATTER])("%s", (_, source) => expectAllGrowth(source));
});

/** A query; its beginning, where it is refused for its length. */
function understood(text: string): Query {
  try {
    return parseTyped(text);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return parseTyped(text.slice(0, 40));
  }
}

describe("the work on what is typed grows with its length", () => {
  test.each([...TYPED])("%s", (_, typed) => {
    const titles = fuzzyIndex([{ ...ESSAY, description: "" }]);
    expectGrowth((length) => {
      const text = typed(length);
      const query = understood(text);
      matchWanted(query);
      findPassages(PARTS, query, { most: 3, length: 100 });
      findPassages([{ ...PARTS[0]!, text }], parseQuery("ab a"), { most: 3, length: 100 });
      textMatcher(text)(WORDS);
      textMatcher("ab a")(text);
      titles.search(text);
      fuzzyRanges(text, WORDS);
      filledIn(text, () => "x");
      frontMatterValue({ a: { b: "c" } }, text);
      linkIndex([ESSAY]).resolve(text, "b/a.md");
    });
  });
});
