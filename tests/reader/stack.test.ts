/**
 * The stack of screens: what lies under it, and that it does not grow.
 */
import { expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { reader } from "../support/reader.ts";

const paragraphs = Array.from({ length: 60 }, (_, nth) => `Words of paragraph ${nth} with a needle.`).join(
  "\n\n",
);
const sources = {
  "one.md": essay({ title: "One", order: 1 }, paragraphs),
  "two.md": essay({ title: "Two", order: 2 }, paragraphs),
};

test("twenty rounds of search and open leave a stack of bounded depth, the shelf at its bottom", () => {
  const own = reader(sources).press("enter");
  for (let round = 0; round < 20; round++)
    own.press("F", ..."needle", round % 2 === 0 ? "down" : "up", "enter");
  const { below } = own.state();
  expect(below.length).toBeLessThanOrEqual(16);
  expect(below[0]).toMatchObject({ kind: "shelf" });
  for (let steps = 0; steps < 40; steps++) own.press("q", "esc");
  expect(own.state().screen.kind).toBe("shelf");
});

test("a resize lays out what is seen, and what lies under it when it is seen again", () => {
  const own = reader(sources).press("enter", "F", ..."needle", "enter");
  const pages = (): readonly unknown[] =>
    own.state().below.flatMap((screen) => (screen.kind === "page" ? [screen.page] : []));
  const before = pages();
  own.resize(40, 12);
  expect(pages()).toEqual(before);
  own.press("q", "esc");
  const { screen } = own.state();
  expect(screen.kind === "page" && screen.page.look.size).toEqual({ columns: 40, rows: 12 });
  expect(own.screen().every((line) => line.length <= 40)).toBe(true);
});

test("a page is found, selected and boxed in without being copied", () => {
  const own = reader(sources).press("enter");
  const linesOf = (): unknown => {
    const { screen } = own.state();
    return screen.kind === "page" ? screen.page.lines : undefined;
  };
  const lines = linesOf();
  own.press("/", ..."needle");
  expect(linesOf()).toBe(lines);
  own.press("enter", "v", "j", "j");
  expect(linesOf()).toBe(lines);
});
