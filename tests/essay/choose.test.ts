import { describe, expect, test } from "vitest";
import { type Choice, choose, groupByTag } from "../../src/essay/choose.ts";
import type { Essay } from "../../src/essay/essay.ts";

function essay(slug: string, fields: Partial<Essay> = {}): Essay {
  const title = fields.title ?? slug;
  return {
    slug,
    title,
    titleFrom: "front matter",
    tags: [],
    draft: false,
    path: `${slug}.md`,
    file: `/${slug}.md`,
    words: 100,
    data: {},
    problems: [],
    ...fields,
  };
}

const shelf = [
  essay("c", { order: 10, date: "2025-01-01", tags: ["Unix", "text"], words: 5 }),
  essay("b", {
    order: 2,
    date: "2025-07",
    tags: ["text"],
    words: 50,
    data: { author: "Ann", popularity: { score: 3 } },
  }),
  essay("old", { date: "2020", data: { popularity: { score: 20 } } }),
  essay("new", { date: "2026-02-03", tags: ["unix"] }),
  essay("draft", { order: 1, draft: true }),
  essay("undated"),
];

function chosen(choice: Choice): string[] {
  return choose(shelf, choice).map(({ slug }) => slug);
}

describe("order", () => {
  test("by order; those without one after them, newest first, then by title", () => {
    expect(chosen({})).toEqual(["b", "c", "new", "old", "undated"]);
  });
  test("by date the newest first, those without one last, reversed or not", () => {
    expect(chosen({ sort: "date" })).toEqual(["new", "b", "c", "old", "undated"]);
    expect(chosen({ sort: "date", reverse: true })).toEqual(["old", "c", "b", "new", "undated"]);
  });
  test("by any front matter key, as numbers where they are numbers", () => {
    expect(chosen({ sort: "popularity.score" }).slice(0, 2)).toEqual(["b", "old"]);
  });
  test("titles as a reader compares them: 2 before 10, accents and case no difference", () => {
    const titles = ["Part 10", "part 2", "Émile", "Eden", "zebra"].map((title) => essay(title, { title }));
    expect(choose(titles, { sort: "title" }).map(({ title }) => title)).toEqual([
      "Eden",
      "Émile",
      "part 2",
      "Part 10",
      "zebra",
    ]);
  });
  test("titles without the signs before their first word, as a library's catalogue files them", () => {
    const filed = [
      "Apples",
      "“Bread”",
      "‘Make it’ considered",
      "¿Qué?",
      "`rm` and others",
      "…then",
      "...",
      "(Up)",
    ];
    const titles = filed.toReversed().map((title) => essay(title, { title }));
    const inOrder = ["...", ...filed.filter((title) => title !== "...")];
    expect(choose(titles, { sort: "title" }).map(({ title }) => title)).toEqual(inOrder);
    // The same decides between essays of the same order and date.
    expect(choose(titles, {}).map(({ title }) => title)).toEqual(inOrder);
  });
});

describe("choice", () => {
  test.each<[string, Choice, string[]]>([
    ["a tag, whatever its case", { tags: [["UNIX"]] }, ["c", "new"]],
    ["this tag and that", { tags: [["unix"], ["text"]] }, ["c"]],
    ["this tag or that", { tags: [["unix", "text"]] }, ["b", "c", "new"]],
    ["not this tag", { withoutTags: ["text"] }, ["new", "old", "undated"]],
    ["a front matter key", { where: [{ key: "Author", operator: "=", value: "ann" }] }, ["b"]],
    ["since a day", { since: "2025-07-15" }, ["b", "new"]],
    ["since a year", { since: "2025" }, ["b", "c", "new"]],
    ["until a month", { until: "2025-01" }, ["c", "old"]],
    ["drafts too", { drafts: true, limit: 1 }, ["draft"]],
    ["the first two", { limit: 2 }, ["b", "c"]],
  ])("%s", (_, choice, slugs) => {
    expect(chosen(choice)).toEqual(slugs);
  });
});

test("tags with their essays: the most used first, one spelling each", () => {
  expect(groupByTag(shelf).map(({ tag, essays }) => [tag, essays.length])).toEqual([
    ["text", 2],
    ["Unix", 2],
  ]);
});
