/**
 * What stands first, and why: over the essays that ship, and over a small library made for it. `npm run relevance` asks as
 * much of real sites.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexAt } from "../../src/library/index/at.ts";
import { ask } from "../../src/library/index/ask.ts";
import type { EssayIndex } from "../../src/library/index/index.ts";
import { refresh } from "../../src/library/index/refresh.ts";
import { parseQuery, parseTyped } from "../../src/search/parse-query.ts";
import { openIndex } from "../support/index.ts";
import { essay } from "../support/library.ts";

type Expected = readonly [query: string, first: readonly string[], reason: string];

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with these files, for the time of all tests. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "ibid-test-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

/** The day from which relative dates count. */
const TODAY = "2026-05-06";

function slugs(index: EssayIndex, query: string): string[] {
  return ask(index, parseQuery(query, TODAY)).found.map((one) => index.essay(one).slug);
}

describe("the essays that ship", () => {
  let index: EssayIndex;
  beforeAll(async () => {
    ({ index } = await openIndex(join(import.meta.dirname, "../../essays"), undefined));
  });

  const cases: readonly Expected[] = [
    ["marginalia", ["marginalia"], "the title is the query"],
    ["ibid", ["ibid"], "the title is the query, but for its full stop"],
    ["what a pipe is", ["what-a-pipe-is"], "the title is the query"],
    [
      "how wide is a character?",
      ["how-wide-is-a-character"],
      "the title is the query, question mark and all",
    ],
    ["in your own hand", ["in-your-own-hand"], "the title is the query, though its words are in every essay"],
    ["keeping your place", ["keeping-your-place"], "the title is the query"],
    ["search feels slow", ["why-search-feels-slow"], "the title holds it word by word"],
    ["table argument", ["a-table-is-an-argument"], "both words are in one title only"],
    ["plain text", ["plain-text"], "the slug is the query, and the title holds it"],
    ["the index", ["the-index-at-the-back"], "the title begins with it"],
    ["Mendeleev", ["a-table-is-an-argument"], "the one essay with the name"],
    ["mendeleev gallium", ["a-table-is-an-argument"], "the one essay with both names, in any case"],
    ["title:terminal", ["how-a-terminal-draws"], "the only title with the word"],
    [
      "tag:search title:slow",
      ["why-search-feels-slow"],
      "of two essays with the tag, the one with the title",
    ],
    ["tag:guide", ["start-here"], "the only essay with the tag"],
    ['"east asian width"', ["how-wide-is-a-character"], "the one essay with the phrase, in any case"],
    ["积ん読 OR 積ん読", ["how-wide-is-a-character"], "found by parts of words, in either spelling"],
    ["读书", ["how-wide-is-a-character"], "the one essay with these characters side by side"],
    [
      "café title:wide",
      ["how-wide-is-a-character"],
      "of several essays with the word, the one with that title; the accent makes no difference",
    ],
    ["strlen", ["how-wide-is-a-character"], "the one essay with the word, in code"],
    ["order:13", ["a-table-is-an-argument"], "the only essay of that order"],
    ["ibidem", ["ibid"], "the one essay about the word"],
    ["reading long things", ["reading-long-things"], "the title is the query"],
    ["the measure", ["the-measure"], "the title is the query, and its words are in other essays"],
    ["Lovecraft", ["ibid"], "the one essay with the name, in a note"],
    ["date:2026-02 title:plain", ["plain-text"], "of two essays of that month, the one with the title"],
    ["date:1m..today", ["what-a-pipe-is"], "the only essay of the month before"],
  ];
  test.each(cases)("%s", (query, first) => {
    expect(slugs(index, query).slice(0, first.length)).toEqual(first);
  });
});

const LIBRARY = {
  "ship.md": essay({ title: "Ship", date: "2020-01-01" }, "Of vessels."),
  "shipping-news.md": essay({ title: "Shipping news", date: "2021-01-01" }, "Of parcels."),
  "harbour.md": essay(
    { title: "The harbour", date: "2022-01-01" },
    "A ship lies in the harbour. The ship is old.",
  ),
  "fleet.md": essay({ title: "The fleet", date: "2023-01-01" }, "Ships lie there, and ships come."),
  "note.md": essay(
    { title: "The note", date: "2024-01-01" },
    "Nothing of it here.[^n]\n\n[^n]: A ship, in a note.",
  ),
  "heading.md": essay({ title: "A heading", date: "2019-01-01" }, "## The ship of state\n\nText."),
  "cpp.md": essay(
    { title: "A language", date: "2018-01-01" },
    "C++ is not C. Written in C++17 by hand, with --dry-run.",
  ),
  "c.md": essay({ title: "Another language", date: "2018-02-01" }, "Plain C, and c again, and a, b, c."),
  "sharp.md": essay(
    { title: "Sharp things", date: "2018-03-01" },
    "C# runs on .NET, and F# does. node.js does not.",
  ),
  "net.md": essay(
    { title: "A net", date: "2018-04-01" },
    "The fisher's net.  Its mesh is wide. Don't e-mail.",
  ),
  "mail.md": essay(
    { title: "Letters", date: "2018-05-01" },
    "Send an email. It's free. [A page](https://example.org/deep/page?x=1).",
  ),
  "de.md": essay(
    { title: "Häuser", date: "2017-01-01", lang: "de", author: "Änne Groß" },
    "Die Häuser der Stadt sind alt.",
  ),
  "de2.md": essay(
    { title: "Bauen", date: "2017-02-01", lang: "de", author: ["Bo", "Änne Groß"] },
    "Das Haus des Bauers und die Hauses.",
  ),
  "near.md": essay({ title: "Far", date: "2016-01-01", score: 3.5 }, `The fox ${"word ".repeat(30)} jumps.`),
  "near2.md": essay(
    { title: "Close", date: "2016-02-01", score: 2 },
    "The quick brown fox often jumps high.",
  ),
};

/** Words of which one alone is in a better place than the two together. */
const FAR = "word ".repeat(30);
const TOGETHER = {
  "title.md": essay({ title: "On a call", date: "2010-01-01" }, "Text."),
  "apart.md": essay({ title: "On tools", date: "2026-01-01" }, `## A call\n\n${FAR}`),
  "near.md": essay({ title: "Habits", date: "2026-02-01" }, "A call based on need."),
  "heading.md": essay({ title: "Teams", date: "2011-01-01" }, "## Being on-call\n\nText."),
  "phrase.md": essay({ title: "Nights", date: "2012-01-01" }, `On ${FAR} on call.`),
  "often.md": essay({ title: "Weeks", date: "2013-01-01" }, "On call. Not on call. On-call, on calls."),
};

describe("words that stand together", () => {
  let index: EssayIndex;
  beforeAll(async () => {
    ({ index } = await openIndex(folderWith(TOGETHER), undefined));
  });

  const cases: readonly Expected[] = [
    [
      "on call",
      ["title", "heading", "often", "phrase", "near", "apart"],
      "in the title; side by side in a heading, with a hyphen; side by side in the text, often or once; near; apart",
    ],
    [
      "call on",
      ["title", "often", "heading", "near", "phrase", "apart"],
      "“call. On” is side by side; the others have them near, in any order: in a heading first; of two texts, the newer essay",
    ],
    ["on call -weeks date:>2012-06", ["near", "apart"], "beside other conditions"],
  ];
  test.each(cases)("%s", (query, first, reason) => expect(slugs(index, query), reason).toEqual(first));
});

describe("a library made for it", () => {
  let index: EssayIndex;
  beforeAll(async () => {
    ({ index } = await openIndex(folderWith(LIBRARY), undefined));
  });

  const cases: readonly Expected[] = [
    [
      "ship",
      ["ship", "shipping-news", "heading", "harbour", "fleet", "note"],
      "title, title in another form, heading, text, text in another form, note",
    ],
    [
      "ships",
      ["shipping-news", "ship", "heading", "fleet", "harbour", "note"],
      "other forms in titles, the newer essay first; in the text, the form that was typed first",
    ],
    ["title:shipping", ["shipping-news", "ship"], "the form that was typed before the other one"],
    ['"ship"', ["ship", "heading", "harbour", "note"], "in quotation marks, no other form"],
    ["C++", ["cpp"], "not every c"],
    ["c++17", ["cpp"], "a word with signs and digits"],
    ["C#", ["sharp"], "not every c"],
    [".NET", ["sharp"], "not every net"],
    ["net", ["net", "sharp"], "without its full stop it is a word like any other"],
    ["--dry-run", ["cpp"], "a flag"],
    ["dry run", ["cpp"], "the words of a flag"],
    ["node.js", ["sharp"], "a word with a full stop in it"],
    ["email", ["mail", "net"], "with a hyphen or without; the newer essay first"],
    ["e-mail", ["net", "mail"], "the same, as it was typed first"],
    ["its", ["mail", "net"], "with an apostrophe or without"],
    ["it's", ["mail", "net"], "the same"],
    ["dont", ["net"], "typed without its apostrophe"],
    ["example.org/deep", ["mail"], "in the address of a link"],
    ["link:deep/page", ["mail"], "the same, asked for by name"],
    ["link:/deep.page/", ["mail"], "the same, by an expression"],
    ["haus", ["de", "de2"], "another form in the title, before the text"],
    [
      "author:anne",
      ["de2", "de"],
      "in a key of the front matter, also of several; accents make no difference",
    ],
    ["score:>3", ["near"], "a number, compared"],
    ["date:<2017", ["near2", "near"], "a date, compared; the newer essay first"],
    ["date:2017-02..2018-01", ["cpp", "de2"], "from a month to another, both included"],
    ["fox NEAR/3 jumps", ["near2"], "one word apart, not thirty"],
    ["fox jumps", ["near2", "near"], "anywhere in the essay"],
    ["(fox OR harbour) -quick", ["harbour", "near"], "brackets, OR and a minus; the title first"],
    ["/h[aä]us(er)?\\b/", ["de", "de2"], "an expression, in the title first"],
    ["fishe", ["net"], "a last word that no essay has is the beginning of one"],
    ["note:ship", ["note"], "in a note, and not elsewhere"],
    ["heading:ship", ["heading"], "in a heading, and not elsewhere"],
    ['"the ship is old"', ["harbour"], "a phrase that one essay has"],
    ["fishers", ["net"], "typed without its apostrophe"],
    ["F#", ["sharp"], "not every f"],
    [
      "title:(fleet OR harbour)",
      ["fleet", "harbour"],
      "a field for a group; of two like titles the newer first",
    ],
    [
      "ship -harbour -fleet",
      ["ship", "shipping-news", "heading", "note"],
      "as for ship, without two of them",
    ],
    ["score:2..4", ["near2", "near"], "between two numbers; the newer essay first"],
    ["date:>3y", ["note"], "a date, counted from today"],
    ["date:<=10y", ["near2", "near"], "the same, from the other side"],
    ["words:<4 date:>2019", ["shipping-news", "ship"], "numbers and dates alone; the newest first"],
  ];
  test.each(cases)("%s", (query, first) => expect(slugs(index, query)).toEqual(first));

  test("passages mark the form that was found", () => {
    const { query, found } = ask(index, parseQuery("ship"));
    expect(found.length).toBe(6);
    const [phrase] = query.root?.type === "phrase" ? [query.root] : [];
    expect(phrase?.inflected).toEqual([expect.objectContaining({ words: ["shipping", "ships"] })]);
  });
});

test("the same query finds the same essays in the same order: typed in the reader or given whole, with an index in a file or in memory, asked for a few or for all, made at once or bit by bit", async () => {
  const root = folderWith(LIBRARY);
  const { index: inMemory } = await openIndex(root, undefined);
  const cache = folderWith({});
  // Files come one by one, the last by path first, so that the tables number them otherwise.
  const part = folderWith({});
  const { index: grown } = await openIndex(part, undefined);
  for (const [path, text] of Object.entries(LIBRARY).toReversed()) {
    writeFileSync(join(part, path), text);
    await refresh(grown, { root: part }, () => undefined);
  }
  const kept = indexAt(root, cache);
  await refresh(kept, { root }, () => undefined);
  const words = fc.constantFrom(
    "ship",
    "ships",
    "the",
    "c",
    "C++",
    "title:ship",
    "fox",
    "net",
    "email",
    "date:>2017",
    "-the",
    "ha*",
    "lies",
    "/s.+s/",
  );
  const queries = fc
    .array(words, { minLength: 1, maxLength: 3 })
    .chain((some) => fc.constantFrom(some.join(" "), some.join(" OR ")));
  fc.assert(
    fc.property(queries, fc.integer({ min: 1, max: 4 }), (source, few) => {
      const all = slugs(inMemory, source);
      expect(slugs(kept, source)).toEqual(all);
      expect(slugs(grown, source)).toEqual(all);
      const first = ask(inMemory, parseTyped(source), { best: few }).found;
      expect(first.slice(0, few).map((one) => inMemory.essay(one).slug)).toEqual(all.slice(0, few));
    }),
    { numRuns: 150 },
  );
  kept.close();
});
