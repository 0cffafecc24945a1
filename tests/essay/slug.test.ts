import { expect, test } from "vitest";
import { distinctSlugs, titleFromPath } from "../../src/essay/slug.ts";

test("slugs that do not collide stay", () => {
  expect(
    distinctSlugs([
      { slug: "a", path: "x/a.md" },
      { slug: "b", path: "x/b.md" },
    ]),
  ).toEqual(["a", "b"]);
});

test("slugs that collide get as many folders as they need to differ", () => {
  const essays = [
    { slug: "practice", path: "_articles/practice.md" },
    { slug: "practice", path: "_articles/de/practice.md" },
    { slug: "Practice", path: "_articles/fr/practice.md" },
    { slug: "other", path: "other.md" },
  ];
  expect(distinctSlugs(essays)).toEqual(["_articles/practice", "de/practice", "fr/Practice", "other"]);
});

test("bundles count from the folder above", () => {
  const essays = [
    { slug: "intro", path: "one/intro/index.md" },
    { slug: "intro", path: "two/intro/index.md" },
  ];
  expect(distinctSlugs(essays)).toEqual(["one/intro", "two/intro"]);
});

test("languages of one bundle are told apart by their suffix", () => {
  const essays = [
    { slug: "intro", path: "intro/index.md" },
    { slug: "intro", path: "intro/index.fr.md" },
  ];
  expect(distinctSlugs(essays)).toEqual(["intro", "intro.fr"]);
});

test("where nothing else helps, the whole path does", () => {
  const essays = [
    { slug: "same", path: "a.md" },
    { slug: "same", path: "b.md" },
  ];
  expect(distinctSlugs(essays)).toEqual(["a.md", "b.md"]);
});

test("a file's name made readable", () => {
  expect(titleFromPath("impro/notes.md")).toBe("Notes");
  expect(titleFromPath("2019-10-15-how-to_ship.md")).toBe("How to ship");
});

test("the number that Notion appends to names is no part of them", () => {
  expect(titleFromPath("Bells 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md")).toBe("Bells");
  expect(titleFromPath("Bells 0a1b2c3d.md")).toBe("Bells 0a1b2c3d");
});
