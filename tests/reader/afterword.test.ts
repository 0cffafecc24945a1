/**
 * What follows an essay, and the list of the essays that link to it: titles are read in full.
 */
import { expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const LONG = "How good engineers write bad code at big companies";
const HERE = "Seeing like a software company";
const sources = {
  "a.md": essay({ title: HERE, order: 1 }, "Words.\n"),
  "b.md": essay({ title: LONG, order: 2 }, `See [${HERE}](a.md), and [again](a.md).\n`),
  "c.md": essay({ title: "Other", order: 3 }, "See [the words of a link that are long](a.md).\n"),
};

const lines = (one: Reader): string[] => one.screen().map((line) => line.trim());

test("a title that is longer than its column goes on in a second line, and both are one link", () => {
  const one = reader(sources, { columns: 44, rows: 24 }).press("enter", "tab");
  const at = lines(one).findIndex((line) => line.includes("How good engineers"));
  expect(lines(one)[at]).not.toContain("…");
  expect(`${lines(one)[at]} ${lines(one)[at + 1]}`.replace(/^Next +/, "")).toBe(LONG);
  one.press("enter");
  expect(one.state().screen).toMatchObject({ page: { essay: { title: LONG } } });
});

test("in the list of citing essays, titles are whole, and the title of the cited essay is not repeated", () => {
  const one = reader(sources, { columns: 80, rows: 24 }).press("enter", "L");
  const shown = lines(one).slice(1, -1).join("\n");
  expect(shown).toContain(LONG);
  expect(shown).not.toContain(HERE);
  expect(shown).toMatch(/2 links/);
  expect(shown).toContain("the words of a link that are long");
});

test("an essay follows once, in the first list that has it", () => {
  const one = reader(sources, { columns: 80, rows: 24 }).press("enter");
  expect(lines(one).filter((line) => line.includes(LONG))).toEqual([`Next        ${LONG}`]);
  expect(lines(one)).toContain("Links here  Other");
});

test("no screen ends with the name of a list whose titles are on the next one", () => {
  for (let rows = 8; rows < 24; rows++) {
    const one = reader(sources, { columns: 26, rows }).press("enter");
    for (let turn = 0; turn < 4; turn++) {
      const shown = lines(one).slice(0, rows - 1);
      expect(shown.findLast((line) => line !== "")).not.toMatch(/^(?:Next|Links here|Similar)$/);
      one.press("space");
    }
  }
});
