import { describe, expect, test } from "vitest";
import { visualRow } from "../../src/layout/bidi.ts";
import { lineText } from "../../src/layout/line.ts";
import { spotsIn } from "../../src/page/spots.ts";
import { view } from "../../src/reader/view.ts";
import { spotUnder } from "../../src/reader/screens/page/spot-under.ts";
import { layOut } from "../support/page.ts";
import { reader } from "../support/reader.ts";

const TITLE = "שלום עולם";

test("title, date and what comes next stand at the right of an essay that runs from there", () => {
  const sources = {
    "a.md": `---\ntitle: ${TITLE}\ndate: 2020-05-06\n---\n\nאבג דהו`,
    "b.md": "---\ntitle: Other\n---\n\nText",
  };
  const screen = reader(sources, { columns: 60, rows: 20 }).press("enter").screen();
  const right = (text: string): boolean => screen.find((line) => line.includes(text))!.trimEnd().length > 55;
  expect(right(TITLE)).toBe(true);
  expect(right("6 May 2020")).toBe(true);
  expect(right("Next")).toBe(true);
  // The first part is the first one from the right.
  expect(screen.find((line) => line.includes("6 May 2020"))).toMatch(/1 min {2}· {2}6 May 2020\s*$/);
});

test("a click is for the letters that are seen under it", () => {
  const lines = layOut("אבג [דהו](/a) זחט [יכל](/b)", { width: 20 });
  const spots = spotsIn(lines);
  const seen = lineText(visualRow(lines[0]!));
  const hrefAt = (text: string): string | undefined => {
    const target = spotUnder({ lines, spots }, 0, seen.indexOf(text), true)?.target;
    return target?.kind === "link" ? target.link.href : undefined;
  };
  expect(seen).toBe("     לכי טחז והד גבא");
  expect(hrefAt("והד")).toBe("/a");
  expect(hrefAt("לכי")).toBe("/b");
  expect(hrefAt("טחז")).toBeUndefined();
});

describe("as a terminal shows it that does not reorder", () => {
  const text = "אבג דהו";
  const shown = (source: string, ...keys: string[]): string[] => {
    const own = reader({ "a.md": source }, { columns: 60, rows: 20 }).press("enter", ...keys);
    return view({ ...own.state(), reorders: true }).map((row) => lineText(visualRow(row)));
  };

  test("each part of the line of date stands by itself, the first one at the right", () => {
    const rows = shown(`---\ntitle: ${TITLE}\ndate: 2020-05-06\ntags: [${text}]\n---\n\n${text}`);
    expect(rows.find((row) => row.includes("2020"))).toMatch(/ 1 min {2}· {2}והד גבא {2}· {2}6 May 2020 *$/);
  });

  test("the blank before the title in the status line stays there", () => {
    expect(shown(`---\ntitle: ${TITLE}\n---\n\n${text}`).at(-1)).toMatch(/^ םלוע םולש /);
  });

  test("an outline names its essay after its own words, and its headings begin at the right", () => {
    const rows = shown(`---\ntitle: ${TITLE}\n---\n\n## ${text}\n\n### זחט`, "o");
    expect(rows[0]).toMatch(/^ Outline of םלוע םולש *$/);
    expect(rows[1]).toMatch(/^ +\d+ % +והד גבא {3}$/);
    expect(rows[2]).toMatch(/^ +\d+ % +טחז {3}▌ $/);
  });
});
