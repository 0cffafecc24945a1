import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../src/text/edit-distance.ts";
import { fuzzyIndex, fuzzyRanges } from "../../src/search/fuzzy.ts";
import { nearest } from "../../src/text/nearest.ts";
import { scoreWord } from "../../src/search/score.ts";

const titles = [
  "How to ship projects",
  "Shipping is hard",
  "Relationships at work",
  "Ça marche à Genève",
  "The Go language",
  "Going places",
  "What we talk about",
];
const index = fuzzyIndex(
  titles.map((title) => ({
    title,
    slug: title.toLowerCase().replaceAll(" ", "-"),
    tags: title.includes("ship") ? ["work life"] : [],
    description: "",
  })),
);

function found(query: string): string[] {
  return index.search(query).map((at) => titles[at]!);
}

describe("the fuzzy filter", () => {
  test.each([
    ["ship", "How to ship projects", "a whole word before the start of one"],
    ["shipp", "Shipping is hard", "the start of a word"],
    ["hip", "Shipping is hard", "inside a word, the shorter title first"],
    ["projects ship", "How to ship projects", "words in another order"],
    ["htsp", "How to ship projects", "initials"],
    ["hwshpprj", "How to ship projects", "letters with gaps"],
    ["shiping hard", "Shipping is hard", "a letter left out"],
    ["hsip projetcs", "How to ship projects", "letters swapped"],
    ["geneve", "Ça marche à Genève", "accents left out"],
  ])("%s finds %s first: %s", (query, title) => {
    expect(found(query)[0]).toBe(title);
  });

  test("whole words come first, beginnings of words next; scattered letters match only if nothing else does", () => {
    expect(found("ship")).toEqual(["How to ship projects", "Shipping is hard", "Relationships at work"]);
    expect(found("go")).toEqual(["The Go language", "Going places"]);
    // `t…w…` is in two of the titles as letters with gaps, and in none otherwise.
    expect(found("twt")).toEqual(["What we talk about"]);
  });

  test("scattered letters match only if there are no letters of one word and no typing errors", () => {
    const of = (titles: readonly string[], query: string): string[] =>
      fuzzyIndex(titles.map((title) => ({ title, slug: "", tags: [], description: "" })))
        .search(query)
        .map((at) => titles[at]!);
    const thinking = "Thinking machines and interaction models in editing";
    expect(of([thinking, "Notes on incidents"], "incidnt")).toEqual(["Notes on incidents"]);
    expect(of([thinking], "incidnt")).toEqual([thinking]);
    expect(of(["Some engineers get trusted, more or less", "An engineer and a manager"], "eng mgr")).toEqual([
      "An engineer and a manager",
    ]);
    expect(of(["Forms that are not read", "Front pages"], "font")).toEqual(["Front pages"]);
    // A wrong first letter, and a word that goes on, are not one typing error.
    expect(of(["Continued"], "font")).toEqual([]);
  });

  test("every word must match", () => {
    expect(found("ship zebra")).toEqual([]);
  });

  test("smart case: a capital asks for capitals", () => {
    expect(found("Ship")).toEqual(["Shipping is hard"]);
    expect(found("ship").length).toBeGreaterThan(1);
  });

  test("tags are searched too, below titles", () => {
    expect(found("work")[0]).toBe("Relationships at work");
    expect(found("life")).toContain("How to ship projects");
  });

  test("an empty query matches all, in their order", () => {
    expect(found("  ")).toEqual(titles);
  });

  test("the ranges of matched letters refer to the title as it is written", () => {
    expect(fuzzyRanges("geneve", "Ça marche à Genève")).toEqual([[12, 18]]);
    expect(fuzzyRanges("langauge", "The Go language")).toEqual([[7, 15]]);
    expect(fuzzyRanges("htsp", "How to ship projects")).toEqual([
      [0, 1],
      [4, 5],
      [7, 8],
      [12, 13],
    ]);
  });
});

test("a word matches best whole, then at a start, then as initials, then inside, then with gaps", () => {
  const scores = [
    ["ship", "ship it"],
    ["ship", "shipping"],
    ["si", "ship it"],
    ["hip", "shipping"],
    ["spng", "shipping"],
  ].map(([word, text]) => scoreWord(word!, text!, true)?.score ?? 0);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.every((score) => score > 0)).toBe(true);
});

// Distances by hand, after Damerau (1964) and Levenshtein (1965).
test.each([
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["ship", "shpi", 1],
  ["ca", "abc", 3],
  ["same", "same", 0],
])("from %s to %s it is %i", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
  expect(editDistance(a, b, distance)).toBe(distance);
});

test("beyond the limit a distance is not counted", () => {
  expect(editDistance("kitten", "sitting", 2)).toBe(Infinity);
  expect(editDistance("ca", "abc", 2)).toBe(Infinity);
  expect(editDistance("ship", "shp", 1)).toBe(1);
});

test("the nearest names", () => {
  expect(nearest("lits", ["list", "show", "tags", "path"])).toEqual(["list"]);
  expect(nearest("hwo-to-ship", ["how-to-ship", "how-to-shop", "other"])[0]).toBe("how-to-ship");
  expect(nearest("zzzz", ["list", "show"])).toEqual([]);
});

/** Words that are in each other, begin each other and are spelled with accents and signs. */
const WORDS = [
  "ship",
  "shipping",
  "worship",
  "hip",
  "a",
  "at",
  "tea",
  "team",
  "Zoë",
  "don't",
  "C++",
  "it",
  "IT",
  "字",
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "));

test("every title with a word precedes every title without it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: text, description: text, tags: fc.array(text, { maxLength: 2 }) }), {
        minLength: 2,
        maxLength: 30,
      }),
      fc.constantFrom(...WORDS.map((word) => word.toLowerCase())),
      (candidates, word) => {
        const of = fuzzyIndex(candidates.map((one) => ({ ...one, slug: "" }))).search(word);
        const has = (text: string): boolean => text.toLowerCase().split(" ").includes(word);
        const inTitle = of.map((at) => has(candidates[at]!.title));
        expect(inTitle).toEqual(inTitle.toSorted((a, b) => Number(b) - Number(a)));
        expect(inTitle.filter(Boolean)).toHaveLength(candidates.filter(({ title }) => has(title)).length);
        // In any field, too: what has the word stands before what has it not.
        const anywhere = of.map((at) => {
          const { title, description, tags } = candidates[at]!;
          return [title, description, ...tags].some(has);
        });
        expect(anywhere).toEqual(anywhere.toSorted((a, b) => Number(b) - Number(a)));
      },
    ),
  );
});
