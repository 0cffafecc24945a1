/**
 * Links of vaults and of sites whose essays have equal names.
 */
import { expect, test } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import type { Essay } from "../../src/essay/essay.ts";
import { linkIndex } from "../../src/links/link-target.ts";

function essays(files: Readonly<Record<string, string>>): Essay[] {
  return Object.entries(files).map(
    ([path, text]) => openEssay({ text, problems: [] }, path, `/${path}`).essay,
  );
}

function leadsTo(all: readonly Essay[], href: string, from = "a.md"): string | undefined {
  const target = linkIndex(all).resolve(href, from);
  return target.kind === "essay" ? target.essay.path : undefined;
}

test("a page is found by its name with blanks, its title and its other names", () => {
  const all = essays({
    "notes/On margins.md": "Text.\n",
    "b.md": "---\ntitle: How wide is a column?\naliases: [Columns, The measure]\n---\n",
  });
  expect(leadsTo(all, "On margins")).toBe("notes/On margins.md");
  expect(leadsTo(all, "notes/On margins#A part")).toBe("notes/On margins.md");
  expect(leadsTo(all, "on margins")).toBe("notes/On margins.md");
  expect(leadsTo(all, "How wide is a column?")).toBe("b.md");
  expect(leadsTo(all, "the measure")).toBe("b.md");
  expect(leadsTo(all, "Nowhere")).toBeUndefined();
});

test("a page of Logseq's is found by the name that its file spells, and a block is no page", () => {
  const all = essays({
    "pages/Page___Sub page.md": "- Text.\n",
    "b.md": "alias:: [[Other]], x\n\n- Text.\n",
  });
  expect(leadsTo(all, "Page/Sub page")).toBe("pages/Page___Sub page.md");
  expect(leadsTo(all, "Other")).toBe("b.md");
  expect(linkIndex(all).resolve("((6399a6c8-8d5c-4e09-8bd4-1a2b3c4d5e6f))", "b.md").kind).toBe("other");
});

test("of essays of one name the date of the address decides", () => {
  const all = essays({
    "2022/01-06-conduct.md": "Text.\n",
    "2023/01-06-conduct.md": "Text.\n",
    "blog/2024-02-03-conduct.md": "Text.\n",
  });
  expect(leadsTo(all, "/blog/2023/01/06/conduct/")).toBe("2023/01-06-conduct.md");
  expect(leadsTo(all, "/2022/1/6/conduct/")).toBe("2022/01-06-conduct.md");
  expect(leadsTo(all, "2024-02-03-conduct")).toBe("blog/2024-02-03-conduct.md");
});
