import { describe, expect, test } from "vitest";
import type { Essay } from "../../src/essay/essay.ts";
import { linkIndex } from "../../src/links/link-target.ts";

function essay(path: string, slug: string): Essay {
  return {
    path,
    slug,
    title: slug,
    titleFrom: "front matter",
    tags: [],
    draft: false,
    file: path,
    words: 1,
    data: {},
    problems: [],
  };
}

const index = linkIndex([
  essay("blog/ship.md", "how-to-ship"),
  essay("blog/2024/index.md", "2024"),
  essay("notes/a.md", "notes/a"),
  essay("essays/a.md", "essays/a"),
  essay("_posts/2020-01-02-tables.md", "tables"),
  essay("Größe.md", "Größe"),
  { ...essay("docs/01.md", "01"), data: { id: "intro-id" } },
]);

/** What a link in `blog/here.md` leads to. */
function target(href: string): string {
  const found = index.resolve(href, "blog/here.md");
  if (found.kind === "essay")
    return `${found.essay.path}${found.heading === undefined ? "" : `#${found.heading}`}${found.wrongCase ? " (case)" : ""}`;
  return found.kind === "here"
    ? `#${found.heading}`
    : found.kind === "missing"
      ? `missing ${found.slug}`
      : found.kind;
}

describe("where a link leads", () => {
  test.each([
    ["/how-to-ship", "blog/ship.md"],
    ["/how-to-ship/", "blog/ship.md"],
    ["/how-to-ship/#the-end", "blog/ship.md#the-end"],
    ["how-to-ship", "blog/ship.md"],
    ["../how-to-ship", "blog/ship.md"],
    ["ship.md", "blog/ship.md"],
    ["./ship.md#top", "blog/ship.md#top"],
    ["../blog/ship.md", "blog/ship.md"],
    ["ship", "blog/ship.md"],
    ["2024/", "blog/2024/index.md"],
    ["/blog/how-to-ship.html", "blog/ship.md"],
    ["/2020/01/02/tables.html?x=1", "_posts/2020-01-02-tables.md"],
    ["2020-01-02-tables", "_posts/2020-01-02-tables.md"],
    ["/essays/a", "essays/a.md"],
    ["../notes/a.md", "notes/a.md"],
    ["/How-To-Ship", "blog/ship.md (case)"],
    ["/Gr%C3%B6%C3%9Fe", "Größe.md"],
    ["/base/intro-id#a", "docs/01.md#a"],
    ["#a-heading", "#a-heading"],
    ["", "#"],
    ["https://example.org/how-to-ship", "external"],
    ["//example.org/x", "external"],
    ["mailto:somebody@example.org", "external"],
    ["javascript:alert(1)", "other"],
    ["file:///etc/passwd", "other"],
    ["/picture.png", "other"],
    ["/feed.xml", "other"],
    ["@/notes/a.md", "notes/a.md"],
    ["{{ page.url }}", "other"],
    ["other.html", "other"],
    ["/nowhere/", "missing nowhere"],
    ["nowhere.md", "missing nowhere"],
    ["/%E0%A4%A", "missing %E0%A4%A"],
  ])("%s: %s", (href, expected) => expect(target(href)).toBe(expected));
});

test("the page at the root is the home page, whatever its slug", () => {
  const site = linkIndex([essay("index.md", "welcome"), essay("blog/a.md", "a")]);
  const path = (href: string, from: string): string | undefined => {
    const found = site.resolve(href, from);
    return found.kind === "essay" ? found.essay.path : found.kind;
  };
  for (const href of ["/", "/index.html", "/index", "../", "/#end"])
    expect(path(href, "blog/a.md")).toBe("index.md");
  expect(path("./", "b.md")).toBe("index.md");
  expect(path("./", "blog/a.md")).toBe("here");
  expect(path("", "b.md")).toBe("here");
});

test("an essay is known by the addresses that its front matter gives it, old ones too", () => {
  const named = linkIndex([
    {
      ...essay("guides/index.md", "guides"),
      data: { url: "/the-walkthrough/", aliases: ["/old/place.html", "older"] },
    },
  ]);
  for (const href of ["/the-walkthrough", "/the-walkthrough/#end", "/old/place", "/older/"])
    expect(named.resolve(href, "a.md").kind).toBe("essay");
  expect(named.resolve("/other-place", "a.md").kind).toBe("missing");
});

test("of two essays of one name, the one beside the link's is meant", () => {
  const translated = linkIndex([
    essay("guide/start.md", "guide/start"),
    essay("guide/fr/start.md", "fr/start"),
    essay("guide/fr/next.md", "next"),
  ]);
  const path = (href: string, from: string): string | undefined => {
    const found = translated.resolve(href, from);
    return found.kind === "essay" ? found.essay.path : undefined;
  };
  expect(path("../start/", "guide/fr/next.md")).toBe("guide/fr/start.md");
  expect(path("/start/", "guide/other.md")).toBe("guide/start.md");
  expect(path("/fr/start/", "guide/other.md")).toBe("guide/fr/start.md");
});

test("of two essays in one folder that have one name, the date in the address decides", () => {
  const own = (date: string): Essay => ({ ...essay(`blog/${date}-lists.md`, `blog/${date}-lists.md`), date });
  const { resolve } = linkIndex([own("2013-10-29"), own("2013-11-04")]);
  const path = (href: string): string | undefined => {
    const found = resolve(href, "");
    return found.kind === "essay" ? found.essay.path : undefined;
  };
  expect(path("/blog/2013/10/29/lists/")).toBe("blog/2013-10-29-lists.md");
  expect(path("/blog/2013/11/04/lists/#end")).toBe("blog/2013-11-04-lists.md");
});
