/**
 * `/` in lists: what is typed narrows them, Esc shows all again, and their keys work on what is shown.
 */
import { describe, expect, test } from "vitest";
import { hasWords, rangesOf } from "../../src/reader/narrowing.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const headings = ["Introduction", "Café culture", "Shipping", "Shipping late", "The end"];
const sources = Object.fromEntries(
  ["alpha", "banana", "cran", "cran-task", "r-package"].map((tag, nth) => [
    `e${nth}.md`,
    essay(
      { title: `Essay on ${tag}`, order: nth + 1, tags: [tag, "all"] },
      headings.map((heading) => `## ${heading}\n\n${"Some words here. ".repeat(40)}\n`).join("\n"),
    ),
  ]),
);

const typed = (own: Reader, words: string): Reader => own.press("/", ...words);
const rows = (own: Reader): string[] =>
  own
    .screen()
    .slice(1, -1)
    .map((line) => line.trim())
    .filter((line) => line !== "");

describe("the list of tags", () => {
  test("letters that are keys of the list narrow it, and Enter shows the essays of the tag", () => {
    const own = typed(reader(sources).press("t"), "cra");
    expect(rows(own)).toEqual([
      expect.stringMatching(/^▌ +1 +cran$/),
      expect.stringMatching(/^1 +cran-task$/),
    ]);
    expect(own.screen().at(-1)).toMatch(/^ \/ cra .*Enter show.*Tab keep.*Esc show all.*1\/2$/);
    own.press("down", "enter");
    expect(own.state().shelf).toMatchObject({ tags: ["cran-task"], shown: 1 });
  });

  test("Tab keeps what is shown, for the keys of the list; Esc shows all with the cursor on the same tag", () => {
    const own = typed(reader(sources).press("t"), "cran").press("tab", "j", "tab");
    expect(own.screen().at(-1)).toContain("“cran”");
    expect(own.state().screen).toMatchObject({ kind: "tags", list: { chosen: ["cran-task"], are: "any" } });
    own.press("esc");
    expect(rows(own)).toHaveLength(6);
    expect(own.screen().find((line) => line.startsWith(" ▌"))).toMatch(/cran-task$/);
    expect(own.press("esc").state().screen.kind).toBe("shelf");
  });
});

test("an outline is narrowed without accents and case, and Enter goes to the heading", () => {
  const own = typed(reader(sources).press("enter", "o"), "cafe");
  expect(rows(own)).toEqual([expect.stringContaining("Café culture")]);
  expect(own.press("enter").screen()[0]).toContain("Café culture");
});

test("a list in which nothing has the words says so, with the key that shows all", () => {
  const own = typed(reader(sources).press("enter", "o"), "zebra");
  expect(rows(own)).toEqual(["Nothing here has “zebra”: Esc shows all."]);
  expect(own.press("enter").state().screen.kind).toBe("list");
  expect(rows(own.press("esc"))).toHaveLength(headings.length);
});

test("the queue keeps its order and what is hidden, whatever is moved and removed while it is narrowed", () => {
  const own = typed(reader(sources).press("5", "a", "A"), "cran").press("tab", "J", "esc");
  const titles = (): string[] => rows(own).map((line) => line.replace(/^▌ */, "").replace(/ +\d+ min$/, ""));
  const [alpha, banana, cran, task, r] = ["alpha", "banana", "cran", "cran-task", "r-package"].map(
    (tag) => `Essay on ${tag}`,
  );
  expect(titles()).toEqual([alpha, banana, task, cran, r]);
  typed(own, "banana").press("tab", "d", "esc");
  expect(titles()).toEqual([alpha, task, cran, r]);
});

test("the help shows the keys with the words, below the titles of their screens", () => {
  const own = typed(reader(sources).press("?"), "bookmark");
  expect(rows(own)[0]).toBe("On the shelf");
  for (const row of rows(own)) expect(row).toMatch(/bookmark|^On |^In |^While /i);
  expect(own.press("tab", "esc", "esc").state().screen.kind).toBe("shelf");
});

test("the output of a command shows the lines with the words", () => {
  const own = reader(sources).press("|", ..."sort", "enter");
  own.send({ kind: "answer", text: "one apple\ntwo pears\nthree apples\n", ending: "" });
  typed(own, "apple");
  expect(own.state().screen).toMatchObject({ kind: "answer", lines: ["one apple", "three apples"] });
  own.press("esc");
  expect(own.state().screen).toMatchObject({ lines: { length: 3 } });
});

test("every word counts, an upper case letter asks for itself, and what is marked is what was found", () => {
  expect(["Big ship", "a ship", "big"].filter(hasWords("ship big"))).toEqual(["Big ship"]);
  expect(["Big ship", "big ship"].filter(hasWords("Big"))).toEqual(["Big ship"]);
  expect(rangesOf("cafe on", "On Café, on")).toEqual([
    [0, 2],
    [3, 7],
    [9, 11],
  ]);
});

test("in a list of essays, their tags are found, too", () => {
  const own = typed(reader(sources).press("2", "a", "A"), "all");
  expect(rows(own)).toEqual([
    expect.stringContaining("Essay on alpha"),
    expect.stringContaining("Essay on banana"),
  ]);
});
