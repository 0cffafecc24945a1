/**
 * The work on a text grows with its length, whatever stands in it: four times as long takes about four times as long, and not
 * sixteen. What is compared is the processor's time of this thread, so that what else the machine does is not counted.
 */
import { filledIn } from "../../src/cli/template.ts";
import { frontMatterValue } from "../../src/essay/keys.ts";
import { type OpenEssay, openEssay } from "../../src/document/open-essay.ts";
import { documentJson } from "../../src/formats/document-json.ts";
import { mathematicsOf, texOf } from "../../src/formats/mathematics.ts";
import { htmlPage } from "../../src/formats/html/page.ts";
import type { ShownEssay } from "../../src/formats/shown-essay.ts";
import { speechOf } from "../../src/formats/speech.ts";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import { placeOfAnchor } from "../../src/marks/place.ts";
import type { Line } from "../../src/layout/line.ts";
import { matchesIn } from "../../src/page/matches.ts";
import { rangeOfLines, textsOfRange } from "../../src/page/marked.ts";
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
import { processorTime } from "../support/processor-time.ts";
import type { Random } from "./random.ts";

/**
 * Lengths in UTF-16 code units: the work on each is compared with that on a quarter of it, until they are in proportion.
 */
export const SOON = [16_000, 64_000, 256_000];
const THOROUGH = [256_000, 512_000];
/** Between n log n, which would be 4.7, and the square, which is 16. */
const MOST = 9;
/** Milliseconds that are too few to tell anything. */
const NOTHING = 6;

/** Milliseconds of this thread's processor time. */
function timeOf(work: () => void): number {
  const begun = processorTime();
  work();
  return processorTime() - begun;
}

type Work = (length: number) => void;

/**
 * Throws if the work grows too fast: at none of the lengths it is in proportion. `prepare` is not counted.
 */
export function expectGrowth(lengths: readonly number[], work: Work, prepare: Work = () => undefined): void {
  const tried: string[] = [];
  for (const more of lengths) {
    const found = tooFast(more, work, prepare);
    if (found === undefined) return;
    tried.push(found);
  }
  throw new Error(`the work grows too fast: ${tried.join("; ")}`);
}

/** The number of measurements. A collection of garbage, or code that is compiled just then, makes one or two of them useless. */
const TRIES = 5;

/** The least times for a length and for a quarter of it, if they are out of proportion; undefined if they are not. */
function tooFast(more: number, work: Work, prepare: Work): string | undefined {
  const less = more / 4;
  let [long, short] = [Infinity, Infinity];
  for (let nth = 0; nth < TRIES; nth++) {
    prepare(more);
    long = Math.min(
      long,
      timeOf(() => work(more)),
    );
    if (long <= NOTHING) return undefined;
    prepare(less);
    short = Math.min(
      short,
      timeOf(() => work(less)),
    );
    if (long <= MOST * short) return undefined;
  }
  return `${less}: ${short.toFixed(1)} ms, ${more}: ${long.toFixed(0)} ms`;
}

interface Opened {
  readonly open: OpenEssay;
  /** The lines of its page, as it was laid out last. */
  lines: readonly Line[];
  readonly shown: ShownEssay;
}

function opened(text: string, path: string): Opened {
  const open = openEssay({ text, problems: [] }, path, `/${path}`);
  const { essay, document } = open;
  const mathematics = mathematicsOf(document);
  const shown: ShownEssay = {
    essay,
    document,
    isNamed: true,
    resolve: () => ({ kind: "other" }),
    mathematics,
  };
  return { open, shown, lines: [] };
}

function layOut({ open: { document } }: Opened, notes: "inline" | "margin"): readonly Line[] {
  const options = { width: 90, notes, marks: "superscript", wrap: "even", tools: { tex: texOf } } as const;
  return layoutDocument(document, options, {});
}

/** Finds a letter on a page, selects all of the page, and shows where each tenth of what is selected stands. */
function select({ open: { document }, lines }: Opened): void {
  // What is known of these lines from another try does not count.
  const page = [...lines];
  matchesIn(page, { text: "a", matcher: textMatcher("a") });
  const range = rangeOfLines(document, page, 0, page.length - 1);
  const galley = galleyOf(document);
  const [start, end] = (range && galley.stretchOf(range)) ?? [0, 0];
  const tenth = Math.ceil((end - start) / 10);
  for (let at = start; at < end; at += tenth) {
    const part = galley.rangeOf([at, Math.min(end, at + tenth)]);
    if (part) textsOfRange(document, page, part);
  }
}

/**
 * Marks a passage in the middle of an essay, and looks for it when a tenth of its letters is changed. The passage begins as the
 * essay does, if it can, so that the same words are sought whatever the length: a search among likenesses has a bound, and some
 * words reach it at once, others never.
 */
function mark({ open }: Opened): void {
  const own = { ...open, document: { ...open.document } };
  const { text } = galleyOf(own.document);
  const half = Math.floor(text.length / 2);
  const middle = Math.max(half, text.indexOf(text.slice(0, 40), half));
  const range = galleyOf(own.document).rangeOf([middle, Math.min(text.length, middle + 300)]);
  const anchor = range && anchorOf(own, range);
  if (!anchor) return;
  placeOfAnchor({ ...anchor, hash: "" }, own);
  placeOfAnchor({ ...anchor, hash: "", words: anchor.words.replace(/(.{9})./gsu, "$1#") }, own);
}

/** All that is done with an essay, each by itself: what grows slowly would hide what grows fast. */
const STAGES: readonly ((opened: Opened) => void)[] = [
  (one) => void layOut(one, "margin"),
  (one) => void (one.lines = layOut(one, "inline")),
  select,
  ({ open }) => void indexedEssay(open),
  ({ open }) => void gistOf(open),
  ({ shown }) => void JSON.stringify(documentJson(shown)),
  ({ shown }) => void htmlPage([shown]),
  ({ shown }) => void speechOf(shown),
  mark,
];

/** An attack, made with texts of these lengths. Throws if work grows too fast. */
type Attack = (lengths: readonly number[]) => void;

function ofEssay(body: (length: number) => string, path = "a.md"): Attack {
  return (lengths) => {
    const known = new Map<number, Opened>();
    const open = (length: number): void => void known.set(length, opened(body(length), path));
    expectGrowth(lengths, open);
    for (const stage of STAGES)
      expectGrowth(
        lengths,
        (length) => stage(known.get(length)!),
        (length) => {
          if (!known.has(length)) open(length);
          const own = known.get(length)!;
          if (stage === select && own.lines.length === 0) own.lines = layOut(own, "inline");
        },
      );
  };
}

const WORDS = "Some words of a text that are here, and more of them. ".repeat(20);
const PARTS = [{ kind: "text", block: 0, line: 1, text: WORDS } as const];
const ESSAY = openEssay({ text: "# A title\n", problems: [] }, "a.md", "/a.md").essay;

/** A query; its beginning, where it is refused for its length. */
function understood(text: string): Query {
  try {
    return parseTyped(text);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return parseTyped(text.slice(0, 40));
  }
}

function ofTyped(typed: (length: number) => string): Attack {
  return (lengths) => {
    const titles = fuzzyIndex([{ ...ESSAY, description: "" }]);
    expectGrowth(lengths, (length) => {
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
  };
}

/** Paragraphs that each match only a word of the query; half of them are wished. */
function manyPassages(lengths: Parameters<Attack>[0]): void {
  const query = parseQuery("ab absent");
  expectGrowth(lengths, (length) => {
    const count = Math.ceil(length / 32);
    const parts = Array.from({ length: count }, (_, line) => ({
      ...PARTS[0]!,
      block: line,
      line,
      text: "ab",
    }));
    findPassages(parts, query, { most: count / 2, length: 100 });
  });
}

/** Every attack, by what it does. */
export const ATTACKS: ReadonlyMap<string, Attack> = new Map([
  ...Array.from(BODIES, ([name, body]) => [name, ofEssay(body)] as const),
  ...Array.from(MDX, ([name, body]) => [`MDX of ${name}`, ofEssay(body, "a.mdx")] as const),
  ...Array.from(FRONT_MATTER, ([name, source]) => [name, ofEssay(source)] as const),
  ...Array.from(TYPED, ([name, typed]) => [`typed: ${name}`, ofTyped(typed)] as const),
  ["many passages", manyPassages] as const,
]);

/** An attack with texts so long that the smallest piece of work that grows too fast shows. */
export function growth(chance: Random): Promise<void> {
  const [name, attack] = chance.one([...ATTACKS]);
  try {
    attack(THOROUGH);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return Promise.resolve();
}
