import { describe, expect, test } from "vitest";
import { visualRow } from "../../src/layout/bidi.ts";
import { lineText } from "../../src/layout/line.ts";
import { spotsIn } from "../../src/page/spots.ts";
import { view } from "../../src/reader/view.ts";
import { spotUnder } from "../../src/reader/screens/page/spot-under.ts";
import { layOut } from "../support/page.ts";
import { type Reader, reader } from "../support/reader.ts";

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

describe("an essay that runs from the right, where notes have room beside it", () => {
  const text = Array.from({ length: 60 }, (_, nth) => `אבג${nth}[^${nth}] דהו\n\n[^${nth}]: זחט${nth}`).join(
    "\n\n",
  );
  const source = { "a.md": `---\ntitle: ${TITLE}\n---\n\n${text}` };
  const rowOf = (own: Reader, words: string): string => own.screen().find((row) => row.includes(words))!;

  test("has them at its left, as far from it as a Latin one has them at its right", () => {
    const own = reader(source, { columns: 140, rows: 30 }).press("enter");
    const row = rowOf(own, "אבג0");
    expect(row.indexOf("זחט0")).toBeLessThan(row.indexOf("אבג0"));
    // 140 columns, text of 72 in the middle: it ends at column 106, and 3 columns part it from the notes.
    expect(row.trimEnd()).toHaveLength(106);
    expect(row.slice(31, 34).trim()).toBe("");
    expect(row.slice(0, 31)).toMatch(/זחט0 ¹$|¹ זחט0$/);
  });

  test("shows the note that a click on its mark asks for", () => {
    const own = reader(source, { columns: 140, rows: 30 }).press("enter");
    const row = own.screen().findIndex((line) => line.includes("אבג0"));
    const column = own.screen()[row]!.lastIndexOf("¹");
    own.send({ kind: "mouse", event: { kind: "click", row, column } });
    expect(own.state().screen).toMatchObject({ kind: "page", page: { focus: expect.anything() } });
  });

  test("has the sign of a highlight beside the right end of its lines, and another essay beside the left one", () => {
    const own = reader(source, { columns: 140, rows: 30 }).press("enter", "h");
    const row = rowOf(own, "אבג0");
    expect(row.indexOf("▌")).toBe(106);
    expect(row.trimEnd()).toHaveLength(107);
    const two = reader(source, { columns: 200, rows: 30 }, { spread: true }).press("enter", "h");
    expect(rowOf(two, "אבג0")).toMatch(/דהו ?▌ /);
    const latin = reader({ "a.md": "# Title\n\nFirst words. More.\n" }, { columns: 140, rows: 30 });
    expect(rowOf(latin.press("enter", "h"), "First")).toMatch(/^ {33}▐First/);
  });

  test("begins with the right one of two pages", () => {
    const own = reader(source, { columns: 200, rows: 30 }, { spread: true }).press("enter");
    const first = rowOf(own, "אבג0");
    expect(first.indexOf("אבג0")).toBeGreaterThan(100);
    expect(first.indexOf("זחט0")).toBeGreaterThan(first.indexOf("אבג0"));
    expect(first.search(/אבג\d\d/)).toBeLessThan(100);
  });
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
    const own = reader({ "a.md": source }, { columns: 60, rows: 22 }).press("enter", ...keys);
    return view({ ...own.state(), reorders: true }).map((row) => lineText(visualRow(row)));
  };

  test("each part of the line of date stands by itself, the first one at the right", () => {
    const rows = shown(`---\ntitle: ${TITLE}\ndate: 2020-05-06\ntags: [${text}]\n---\n\n${text}`);
    expect(rows.find((row) => row.includes("2020"))).toMatch(/ 1 min {2}· {2}והד גבא {2}· {2}6 May 2020 *$/);
  });

  test("a line of date has its parts from the right on each of its rows", () => {
    const tags = ["אבג", "דהו", "זחט", "יכל", ...Array.from({ length: 6 }, (_, nth) => `tag${nth}`)];
    const rows = shown(`---\ntitle: ${TITLE}\ndate: 2020-05-06\ntags: [${tags.join(", ")}]\n---\n\n${text}`);
    const first = rows.findIndex((row) => row.includes("6 May 2020"));
    expect(rows[first]).toMatch(/ tag\d .* לכי {2}· {2}טחז {2}· {2}והד {2}· {2}גבא {2}· {2}6 May 2020 *$/);
    expect(rows[first + 1]).toMatch(/^ +1 min {2}· {2}tag5 {2}· .*tag\d *$/);
  });

  test("the same line in a preview leaves out its last tags", () => {
    const tags = Array.from({ length: 20 }, (_, nth) => `אבג${nth}`);
    const source = `---\ntitle: ${TITLE}\ndate: 2020-05-06\ntags: [${tags.join(", ")}]\n---\n\n${text}`;
    const own = reader({ "a.md": source, "b.md": "# B\n" }, { columns: 120, rows: 20 }).press("j", "k");
    const rows = view({ ...own.state(), reorders: true }).map((row) => lineText(visualRow(row)));
    expect(rows.find((row) => row.includes("6 May 2020"))).toMatch(
      /│ +1 min {2}· {2}… {2}· .* {2}· {2}6 May 2020 *$/,
    );
  });

  test("the blank before the title in the status line stays there", () => {
    expect(shown(`---\ntitle: ${TITLE}\n---\n\n${text}`).at(-1)).toMatch(/^ םלוע םולש /);
  });

  test("an outline names its essay after its own words, and its headings begin at the right", () => {
    const rows = shown(`---\ntitle: ${TITLE}\n---\n\n## ${text}\n\n### זחט\n\n## Latin`, "o");
    expect(rows[0]).toMatch(/^ Outline of םלוע םולש *$/);
    expect(rows[1]).toMatch(/^ +\d+ % +והד גבא {3}$/);
    expect(rows[2]).toMatch(/^ +\d+ % +טחז {5}$/);
    expect(rows[3]).toMatch(/^ +\d+ % +Latin ▌ $/);
  });
});

describe("titles in lists", () => {
  const LONG = "שלום עולם של מילים רבות";
  const sources = {
    "a.md": `---\ntitle: ${LONG}\ndate: 2020-05-06\norder: 1\n---\n\nאבג דהו`,
    "b.md": "---\ntitle: Other\ndate: 2021-05-06\norder: 2\n---\n\nText",
  };
  const seen = (own: Reader): string[] =>
    view({ ...own.state(), reorders: true }).map((row) => lineText(visualRow(row)).trimEnd());
  const turned = (text: string): string => [...text].toReversed().join("");

  test("begin at the right of their column on the shelf; what the filter marks keeps its place in them", () => {
    const own = reader(sources, { columns: 60, rows: 12 });
    expect(seen(own)[1]).toMatch(new RegExp(`^ ▌ 1 +${turned(LONG)} {3,4}May 2020 +1 min$`));
    expect(seen(own)[2]).toMatch(/^ +2 {3}Other +May 2021 +1 min$/);
    own.press("/", ..."עולם");
    expect(own.state().shelf.entries).toHaveLength(1);
    expect(seen(own)[1]).toContain(turned(LONG));
  });

  test("are cut at their end, which is at the left", () => {
    const own = reader(sources, { columns: 34, rows: 8 }).press("j");
    expect(seen(own)[1]).toMatch(new RegExp(`…\\S+ .*${turned(LONG.slice(0, 9))} +1 min$`));
  });

  test("and passages begin at the right of the results", () => {
    const rows = seen(reader(sources, { columns: 60, rows: 12 }).press("F", ..."דהו"));
    expect(rows[1]).toMatch(new RegExp(`^ +May 2020 +${turned(LONG)}$`));
    expect(rows[1]).toHaveLength(59);
    expect(rows[2]).toMatch(/^ ▌ +והד גבא$/);
    expect(rows[2]).toHaveLength(59);
  });

  test("a passage has its place in the essay at its right, where its words begin", () => {
    const noted = {
      "a.md": `---\ntitle: ${LONG}\n---\n\n## דהו\n\nאבג[^1]\n\n[^1]: זחט דהו`,
      "b.md": "# Other\n",
    };
    const own = reader(noted, { columns: 60, rows: 12 }).press("F", ..."דהו");
    const passages = [rows(own), rows(own.press("down"))];
    for (const [heading, note] of passages) {
      expect(heading).toMatch(/^ .* והד :heading$/);
      expect(note).toMatch(/^ .* והד טחז :note 1$/);
      for (const row of [heading, note]) expect(row).toHaveLength(59);
    }
  });

  function rows(own: Reader): string[] {
    return seen(own).filter((row) => row.includes("והד"));
  }

  test("stand beside their detail in the queue", () => {
    const rows = seen(reader(sources, { columns: 60, rows: 12 }).press("a", "A"));
    expect(rows[1]).toMatch(new RegExp(`^ ▌ +${turned(LONG)} +1 min$`));
  });
});

describe("a library of which most titles run from right to left", () => {
  const sources = {
    "a.md": `---\ntitle: ${TITLE}\ndate: 2020-05-06\norder: 1\ntags: [דהו]\n---\n\nאבג [זחט](b.md)`,
    "b.md": "---\ntitle: אבג דהו\ndate: 2021-05-06\norder: 2\n---\n\nדהו",
    "c.md": "---\ntitle: Other\ndate: 2022-05-06\norder: 3\ntags: [tag]\n---\n\nText",
  };
  const seen = (own: Reader): string[] =>
    view({ ...own.state(), reorders: true }).map((row) => lineText(visualRow(row)));

  test("has the cursor, the numbers and the titles of its shelf at the right", () => {
    const own = reader(sources, { columns: 60, rows: 12 });
    const rows = seen(own);
    expect(rows[1]).toMatch(/^ +1 min +May 2020 +םלוע םולש {3}1 ▌ $/);
    expect(rows[2]).toMatch(/^ +1 min +May 2021 +והד גבא {3}2 {3}$/);
    expect(rows[3]).toMatch(/^ +1 min +May 2022 +Other {3}3 {3}$/);
    for (const row of rows.slice(1, 4)) expect(row).toHaveLength(60);
    own.press("/", ..."דהו");
    expect(seen(own)[1]).toMatch(/^ +1 min +May 2021 +והד גבא {3}2 ▌ $/);
  });

  test("has them there in the queue, among tags and in results", () => {
    const own = reader(sources, { columns: 60, rows: 12 }).press("a", "A");
    expect(seen(own)[1]).toMatch(/^ +1 min +םלוע םולש +▌ $/);
    const tags = seen(own.press("esc", "t"));
    expect(tags[1]).toMatch(/^ +tag {2}1 +▌ $/);
    expect(tags[2]).toMatch(/^ +והד {2}1 +$/);
    const found = seen(own.press("esc", "F", ..."דהו"));
    expect(found[1]).toMatch(/^ +May 2021 {2}והד גבא {3}$/);
    expect(found[2]).toMatch(/^ +והד {3}▌ $/);
    for (const row of [tags[1], found[1], found[2]]) expect(row!.length).toBeGreaterThan(58);
  });
});

test("a part of a right-to-left line that stands alone on its row is sent without what isolates it", () => {
  expect(lineText(visualRow({ spans: [{ text: "\u20681 min\u2069", roles: [] }] }))).toBe("1 min");
});

test("a box has its minutes after a title from right to left, whose number stays within it", () => {
  const sources = {
    "a.md": "---\ntitle: A\norder: 1\n---\n\n[there](b.md)\n",
    "b.md": "---\ntitle: سلام ۲\norder: 2\n---\n\nمتن.\n",
  };
  const own = reader(sources, { columns: 80, rows: 24 }).press("enter", "tab", "i");
  const row = view(own.state()).find((line) => lineText(line).includes("╭─"))!;
  expect(lineText(visualRow(row))).toMatch(/╭─ +[\u2068\u2069]*۲ .*[\u2068\u2069]* · 1 min ─/u);
});

test("a query that runs from right to left does not turn the words around it", () => {
  const own = reader({ "a.md": "Words.\n" }).press("F", ..."ککککپ");
  const rows = view({ ...own.state(), reorders: true }).map((row) => lineText(visualRow(row)).trim());
  expect(rows).toContain("No essay matches “پکککک”.");
  expect(rows).toContain("*پکککک finds every word that begins with it.");
});
