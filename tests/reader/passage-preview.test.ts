import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Essay } from "../../src/essay/essay.ts";
import type { Row, Span } from "../../src/layout/line.ts";
import { UnreadableError } from "../../src/library/errors.ts";
import { partOf } from "../../src/memory/mine.ts";
import { listHeight } from "../../src/reader/geometry.ts";
import type { Settings } from "../../src/reader/start.ts";
import type { Size } from "../../src/reader/state.ts";
import { view } from "../../src/reader/view.ts";
import { parseTyped } from "../../src/search/parse-query.ts";
import { findPassages } from "../../src/search/passages.ts";
import { width } from "../../src/text/width.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const WIDE: Size = { columns: 160, rows: 50 };
/** The list and the rule beside it: the pane begins after them. */
const PANE = 83;
/** The row of the passage in the pane. */
const THIRD = Math.floor(listHeight(WIDE) / 3);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reader whose cursor has rested on a passage of a search. */
function searched(
  sources: Readonly<Record<string, string>>,
  query: string,
  size = WIDE,
  settings: Settings = {},
): Reader {
  return rested(reader(sources, size, settings).press("F", ...query));
}

function rested(own: Reader): Reader {
  vi.advanceTimersByTime(1_000);
  return own;
}

function pane(own: Reader): string[] {
  return own.rows().map((row) => row.slice(PANE).trimEnd());
}

/** What is marked in the pane, and whatever else in it is not quiet. */
function loud(own: Reader): Span[] {
  return (own.state().preview?.rows ?? [])
    .flatMap((row: Row) => row.spans)
    .filter(({ roles }) => !roles.includes("quiet"));
}

function here(own: Reader): string[] {
  return view(own.state())
    .flatMap(({ spans }) => spans)
    .filter(({ roles }) => roles.includes("matchHere"))
    .map(({ flow }) => flow!.text);
}

const paragraphs = (count: number, word: string): string =>
  Array.from({ length: count }, (_, nth) => `Paragraph ${word} ${nth} is about nothing.`).join("\n\n");

const around = (text: string): string =>
  `${paragraphs(40, "before")}\n\n${text}\n\n${paragraphs(40, "after")}\n`;

test("the passage under the cursor stands a third from the top of its essay, its words marked, the rest quiet", () => {
  const sources = {
    "a.md": essay({ title: "On sails" }, around("A Ship, and ships[^1] on [[b]].\n\n[^1]: Rigging.")),
    "b.md": "# B",
  };
  const own = searched(sources, "ship");
  const text = "A Ship, and ships¹ on b.";
  expect(pane(own).slice(THIRD - 2, THIRD + 3)).toEqual([
    "Paragraph before 39 is about nothing.",
    "",
    text,
    "",
    "    ¹ Rigging.",
  ]);
  expect(loud(own).map((span) => [span.text, span.roles.includes("matchHere")])).toEqual([
    ["Ship", true],
    ["ships", false],
  ]);
  // The list is the one of a screen without room for a pane.
  const list = own.rows().map((row) => row.slice(0, PANE - 3).trimEnd());
  expect(list).toEqual(
    searched(sources, "ship", { ...WIDE, columns: 126 })
      .rows()
      .map((row) => row.trimEnd()),
  );
  expect(own.resize(200, 30).rows()[Math.floor(listHeight({ columns: 200, rows: 30 }) / 3)]).toContain(text);
});

test("near its ends, an essay fills the pane, and its title is above its beginning", () => {
  const first = searched(
    { "a.md": essay({ title: "On sails" }, `A ship.\n\n${paragraphs(40, "after")}`) },
    "ship",
  );
  expect(pane(first)[0]).toBe("On sails");
  const last = searched(
    { "a.md": essay({ title: "On sails" }, `${paragraphs(40, "before")}\n\nA ship.`) },
    "ship",
  );
  expect(pane(last).findLastIndex((row) => row === "A ship.")).toBe(listHeight(WIDE) - 1);
});

test("an essay that matches by its title shows its beginning, with the title marked", () => {
  const own = searched({ "a.md": essay({ title: "Ships" }, paragraphs(90, "word")) }, "title:ships");
  expect(pane(own)[0]).toBe("Ships");
  expect(loud(own).map(({ text }) => text)).toEqual(["Ships"]);
});

test("the pane shows where Enter leads, also from one item, cell or note to the next", () => {
  const items = Array.from(
    { length: 60 },
    (_, nth) => `- Item ${nth}${nth % 20 === 7 ? " of a *needle*" : ""}`,
  );
  const cells = Array.from(
    { length: 60 },
    (_, nth) => `| ${nth % 25 === 3 ? `the needle` : "x"} | cell ${nth} |`,
  );
  const sources = {
    "list.md": essay({ title: "List" }, around(items.join("\n"))),
    "table.md": essay({ title: "Table" }, around(["| a | b |", "|---|---|", ...cells].join("\n"))),
    "notes.md": essay(
      { title: "Notes" },
      around("Cited[^a] and[^b].\n\n[^a]: One.\n\n[^b]: A needle in it."),
    ),
    "code.md": essay({ title: "Code" }, around("```\none\ntwo\na needle\n```")),
  };
  const own = searched(sources, "needle");
  const seen: string[] = [];
  for (let row = 0; row < 8; row++) {
    const there = here(own);
    expect(there).toHaveLength(1);
    const page = own.press("enter");
    expect(here(page)).toEqual(there);
    seen.push(there[0]!);
    rested(own.press("q", "down"));
  }
  expect(seen.filter((text) => text.startsWith("Item"))).toEqual(
    [7, 27, 47].map((nth) => `Item ${nth} of a needle`),
  );
});

test("where only the address of a link has the words, its paragraph is shown, and Enter leads to it", () => {
  const text = "A [link](https://example.org/needle) in the middle.";
  const own = searched({ "a.md": essay({ title: "A" }, around(text)) }, "link:needle");
  expect(pane(own)[THIRD]).toBe("A link in the middle.");
  expect(own.press("enter").screen().join("\n")).toContain("A link in the middle.");
  expect(own.state().message).toBe("");
});

test("a passage in the user's own marks is shown on its highlight, wherever its words are now", () => {
  const text = "A sentence of ships. Another one.";
  const own = reader({ "a.md": essay({ title: "A" }, around(text)) }, WIDE);
  own.press("enter", "/", ..."ships", "enter", "h");
  const { screen } = own.state();
  if (screen.kind !== "page") throw new Error("no page");
  const { essay: marked, marks } = screen.page;
  const query = "mine:ships";
  const parsed = parseTyped(query);
  const moved = marks.map((mark) => ({ ...partOf(mark), mark: mark.id, block: 3 }));
  const passages = findPassages(moved, parsed, { most: 9, length: 200 });
  own.press("q", "F", ...query);
  const results = [{ essay: marked, passages }];
  own.send({ kind: "found", query, parsed, results, count: 1, suggestion: undefined });
  expect(pane(rested(own))[THIRD]).toBe(text);
  expect(loud(own).map((span) => [span.text, span.roles.includes("mine")])).toEqual([["ships", true]]);
  // Without colours, the sign in the gutter shows it.
  const signs = own.rows().map((row) => row[PANE - 1] ?? " ");
  expect(signs.flatMap((sign, row) => (sign === "▐" ? [row] : []))).toEqual([THIRD]);
});

test("right-to-left text is at the right of its lines", () => {
  const sources = { "a.md": essay({ title: "שלום" }, "אבג דהו ship") };
  const own = searched(sources, "ship");
  expect(
    own
      .rows()
      .find((row) => row.slice(PANE).includes("אבג"))!
      .trimEnd(),
  ).toHaveLength(PANE + 72);
});

test("there is a pane where 43 columns are left, if the user wants previews and something was found", () => {
  const sources = { "a.md": essay({ title: "A" }, `A ship ${"x".repeat(200)}`) };
  const isBeside = (own: Reader): boolean =>
    own
      .rows()
      .slice(0, listHeight(own.state().size))
      .every((row) => row[PANE - 2] === "│");
  const has = (query: string, columns: number, wantsPreview = true): boolean =>
    isBeside(searched(sources, query, { columns, rows: 30 }, { wantsPreview }));
  expect(has("ship", 127)).toBe(true);
  expect(has("ship", 126)).toBe(false);
  expect(has("ship", 160, false)).toBe(false);
  for (const query of ["", "zzqq", "title:/(/"]) expect([query, has(query, 160)]).toEqual([query, false]);
  const own = searched(sources, "ship", { columns: 127, rows: 30 });
  // As every list, the pane leaves the last column blank.
  expect(Math.max(...own.rows().map((row) => row.trimEnd().length))).toBe(126);
  // What the shelf's key hides stays hidden here.
  expect(isBeside(rested(own.press("esc", "p", "F", ..."ship")))).toBe(false);
});

test("no row is wider than the screen, nor is there one too many, whatever is shown", () => {
  const sources = {
    "everything.md": readFileSync(join(import.meta.dirname, "../fixtures/everything.md"), "utf8"),
    "empty.md": "",
    "wide.md": essay({ title: "日本語の題名 ".repeat(20) }, "日本語 empty 👩‍👩‍👧‍👦 ".repeat(99)),
    "right.md": essay({ title: "כותרת בעברית ".repeat(20) }, "שלום empty עולם ".repeat(99)),
  };
  for (const [query, essays] of [
    ["empty", 3],
    ["the", 1],
  ] as const) {
    const own = searched(sources, query);
    const seen = new Set<string>();
    for (let key = 0; key < 5; key++) {
      seen.add(own.state().preview!.of.essay.path);
      for (const [columns, rows] of [
        [127, 5],
        [240, 60],
      ] as const) {
        const screen = own.resize(columns, rows).screen();
        expect(screen).toHaveLength(rows);
        expect(Math.max(...screen.map(width))).toBeLessThanOrEqual(columns);
      }
      rested(own.press("down"));
    }
    expect(seen.size).toBe(essays);
  }
});

test("a held key reads no essay until it is released", () => {
  const sources = Object.fromEntries(
    Array.from({ length: 30 }, (_, nth) => [`${nth}.md`, essay({ title: `T ${nth}` }, `A needle ${nth}.`)]),
  );
  const own = reader(sources, WIDE);
  const read: string[] = [];
  const open = own.library.open.bind(own.library);
  Object.assign(own.library, {
    open: (one: Essay) => {
      read.push(one.path);
      return open(one);
    },
  });
  own.press("F", ..."needle");
  for (let key = 0; key < 20; key++) {
    vi.advanceTimersByTime(40);
    own.press("down");
  }
  expect(read).toEqual([]);
  vi.advanceTimersByTime(70);
  expect(read).toHaveLength(1);
  const shown = own.state().preview!.of.essay.path;
  expect(read).toEqual([shown]);
  // What comes next is read while no key comes.
  rested(own);
  const before = read.length;
  expect(before).toBeGreaterThan(1);
  own.press("down");
  expect(own.state().preview!.of.essay.path).not.toBe(shown);
  expect(read).toHaveLength(before);
});

test("an essay that is gone shows the reason, and a click on the pane opens what it shows", () => {
  const sources = {
    "a.md": essay({ title: "A" }, "A ship."),
    "b.md": essay({ title: "B" }, around("A ship.")),
  };
  const own = searched(sources, "ship");
  own.press("down");
  rested(own);
  const { essay: shown } = own.state().preview!.of;
  own.send({ kind: "mouse", event: { kind: "click", row: 40, column: PANE + 20 } });
  expect(own.state().screen).toMatchObject({ kind: "page", page: { essay: { path: shown.path } } });
  expect(here(own)).toHaveLength(1);
  own.press("q", "esc");
  Object.assign(own.library, {
    open: () => {
      throw new UnreadableError("a.md", "can't be read: no such file");
    },
  });
  const gone = reader(sources, WIDE, {}, own.library).press("F", ..."ship");
  expect(pane(rested(gone)).join("\n")).toContain("a.md: can't be read: no such file");
  // The pane of one list is never beside another.
  expect(gone.press("esc").screen().join("\n")).not.toContain("no such file");
});
