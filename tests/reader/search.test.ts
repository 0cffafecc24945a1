import { describe, expect, test } from "vitest";
import { BASIC_QUERIES } from "../../src/search/query-table.ts";
import type { State } from "../../src/reader/state.ts";
import { update } from "../../src/reader/update.ts";
import { view } from "../../src/reader/view.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const filler = Array.from({ length: 40 }, (_, nth) => `Paragraph ${nth + 1} is about nothing.`).join("\n\n");

const sources = {
  "sails.md": essay(
    { title: "On sails", date: "2020-01-01", order: 1 },
    `A ship at the\nstart.\n\n${filler}\n\nThe word Ship[^1] again, in the middle\nof the page.\n\n${filler}\n\n[^1]: A note on the rigging of ships.\n`,
  ),
  "ships.md": essay(
    { title: "Ships", date: "2021-01-01", order: 2 },
    `${filler}\n\n## Of the ship\n\nMore.\n`,
  ),
  "other.md": essay({ title: "Other things", order: 3 }, "Nothing of it.\n"),
};

function typed(one: Reader, text: string): Reader {
  return one.press(...Array.from(text, (character) => (character === " " ? "space" : character)));
}

function search(text: string, size?: { columns: number; rows: number }): Reader {
  return typed(reader(sources, size).press("F"), text);
}

/** The texts on the screen that are marked, those that one is at in brackets. */
function marked(one: Reader): string[] {
  return view(one.state()).flatMap((line) =>
    line.spans
      .filter(({ roles }) => roles.includes("match"))
      .map(({ text, roles }) => (roles.includes("matchHere") ? `[${text}]` : text)),
  );
}

function status(one: Reader): string {
  return one.screen().at(-1)!;
}

describe("the full text", () => {
  test("shows the query language, then finds with each key, best first, with passages", () => {
    const one = reader(sources).press("F");
    expect(one.screen().join("\n")).toMatch(/"two words" +side by side/);
    typed(one, "ship");
    expect(one.screen()[0]).toMatch(/^ Search +in 2 of 3 essays/);
    expect(
      one
        .rows()
        .slice(0, 7)
        .map((line) => line.trimEnd()),
    ).toEqual([
      "   Ships  Jan 2021",
      " ▌   heading: Of the ship",
      "",
      "   On sails  Jan 2020",
      "     A ship at the start.",
      "     The word Ship again, in the middle of the page.",
      "     note 1: A note on the rigging of ships.",
    ]);
    expect(status(one)).toMatch(/^ F ship/);
  });

  test("the last word may go on; words that are done may not", () => {
    expect(search("rigg").screen()[0]).toContain("in 1 of 3");
    expect(search("rigg ").screen()[0]).toContain("in 0 of 3");
  });

  test("a better spelling is offered if nothing is found", () => {
    const one = search("riging");
    const words = (own: Reader): string => own.rows().join(" ").replace(/ +/g, " ");
    expect(words(one)).toContain("No essay matches “riging”. Searched: 3 essays of reader/essays,");
    expect(words(one)).toContain("Did you mean rigging? Enter searches for it. Esc goes back.");
    for (const [query, advice] of [
      ["zzqq", "zzqq* finds every word that begins with it"],
      ["ship zzqq", "write OR between words"],
      ['"ship at zzqq"', "Without quotation marks"],
    ] as const)
      expect(words(search(query))).toContain(advice);
    one.press("enter");
    expect(status(one)).toMatch(/^ F rigging /);
    expect(one.screen()[0]).toContain("in 1 of 3");
  });

  test("in a library without essays, the screen says that there is nothing to search", () => {
    expect(reader({}).press("F").screen().join(" ")).toContain("There is nothing to search.");
    const one = typed(reader({}).press("F"), "jz");
    expect(one.screen().join(" ")).toContain("There is nothing to search.");
    expect(one.screen().join(" ")).not.toContain("finds every word");
  });

  test("the help of the query language is whole at 40 columns, and scrolls", () => {
    const one = reader(sources, { columns: 40, rows: 10 }).press("F");
    const seen: string[] = [];
    for (let key = 0; key < 40; key++) {
      seen.push(...one.screen().slice(1, -1));
      one.press("down");
    }
    const text = [...new Set(seen)].map((line) => line.trim()).join(" ");
    for (const [query, meaning] of BASIC_QUERIES) expect(text).toContain(`${query} ${meaning}`);
    expect(status(search("", { columns: 40, rows: 10 }))).toContain("↓ more");
    expect(status(one)).not.toContain("more");
    expect(typed(one, "ship").screen()[0]).toContain("in 2 of 3");
  });

  test("Enter in an empty field repeats the last search", () => {
    const one = search("ship").press("down", "enter", "q", "esc", "F", "enter");
    expect(status(one)).toMatch(/^ F ship/);
    expect(one.screen()[0]).toContain("in 2 of 3");
    expect(reader(sources).press("F", "enter").state().screen.kind).toBe("search");
  });

  test.each([
    [30, 12],
    [40, 10],
    [80, 24],
  ])(
    "a title is never cut at %i×%i, nor the passage under the cursor where the list has room for it",
    (columns, rows) => {
      const title = "A title of many words that are more than a narrow screen has columns for";
      const text = Array(6)
        .fill(`Many words before the needle ${"and after it ".repeat(30)}`)
        .join("\n\n");
      const own = reader(
        { "a.md": essay({ title, date: "2020-02-03" }, text), "b.md": essay({ title, order: 2 }, text) },
        { columns, rows },
      ).press("F", ..."needle");
      const body = (): string[] => own.screen().slice(1, -1);
      expect(body().join("\n")).not.toMatch(/columns f…/);
      expect(
        body()
          .map((line) => line.trim())
          .join(" "),
      ).toContain(title);
      for (let key = 0; key < 6; key++) {
        const own3 = body().filter((line) => line.startsWith(" ▌"));
        const shown = own3.map((line) => line.slice(3).trim()).join(" ");
        const most = rows - 2 - Math.ceil(title.length / (columns - 9));
        expect(shown.endsWith("and after it") || own3.length >= most).toBe(true);
        const above = body().slice(
          0,
          body().findIndex((line) => line.startsWith(" ▌")),
        );
        expect(above.map((line) => line.trim()).join(" ")).toContain(title);
        own.press("down");
      }
    },
  );

  test("Enter opens the essay at the passage, and n and N go through the others", () => {
    const one = search("ship").press("down", "down", "enter");
    expect(status(one)).toMatch(/^ 2 of 3 for ship/);
    expect(marked(one)).toEqual(["[Ship]", "ships"]);
    one.press("n");
    expect(status(one)).toMatch(/^ 3 of 3 for ship/);
    expect(marked(one)).toEqual(["Ship", "[ships]"]);
    one.press("n");
    expect(status(one)).toMatch(/^ 1 of 3 for ship, from the top/);
    expect(one.screen().join("\n")).toContain("A ship at the start.");
    one.press("N");
    expect(status(one)).toMatch(/^ 3 of 3 for ship, from the end/);
  });

  test.each(["inline", "margin", "end", "none"])(
    "a passage in a note is landed on where notes stand %s",
    (place) => {
      const one = reader(sources, { columns: 120, rows: 24 });
      one.press("enter");
      while (one.state().notes !== place) one.press("f");
      one.press("q", "F");
      typed(one, "note:rigging").press("enter");
      expect(marked(one)).toContain("[rigging]");
    },
  );

  test("counts passages with a sign, as long as those of further essays are not asked for", () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, nth) => [`${nth}.md`, essay({ title: `T ${nth}` }, "needle\n")]),
    );
    const own = reader(files, { columns: 80, rows: 10 }).press("F", ..."needle");
    expect(own.screen().at(-1)).toMatch(/1\/30\+ *$/);
    own.press(...Array(39).fill("down"));
    expect(own.screen().at(-1)).toMatch(/40\/40 *$/);
  });

  test("shows the title above the passage under the cursor where both have room", () => {
    const text = ["needle one", "needle two", "needle three"].join("\n\n");
    const files = Object.fromEntries(
      ["A", "B", "C", "D"].map((title) => [`${title}.md`, essay({ title: `Title ${title}` }, text)]),
    );
    const own = reader(files, { columns: 40, rows: 8 }).press("F", ..."needle");
    for (let nth = 0; nth < 12; nth++) {
      const rows = own.screen();
      const at = rows.findIndex((line) => line.startsWith(" ▌"));
      const title = rows.slice(0, at).findLast((line) => line.startsWith("   Title"));
      expect(title).toContain(`Title ${"ABCD"[Math.floor(nth / 3)]}`);
      own.press("down");
    }
  });

  test("shows the passage under the cursor in full, the others on one line, each with its match", () => {
    const words = Array.from({ length: 80 }, (_, nth) => `word${nth}`).join(" ");
    const long = (title: string): string => essay({ title }, `${words} needle ${words}\n`);
    const one = reader({ "a.md": long("A"), "b.md": long("B") }).press("F", ..."needle");
    const texts = (): number[] =>
      one
        .screen()
        .slice(1, -1)
        .map((line) => line.match(/word\d+/g)?.length ?? 0);
    const lines = (): number => texts().filter((count) => count > 0).length;
    expect(texts().reduce((sum, count) => sum + count)).toBeGreaterThan(160);
    expect(lines()).toBe(one.screen().filter((line) => line.startsWith(" ▌")).length + 1);
    expect(one.rows()[1]).toMatch(/^ ▌ /);
    expect(one.rows()[3]).toMatch(/^ ▌ /);
    expect(one.screen().filter((line) => line.includes("needle") && line.includes("word"))).toHaveLength(2);
    expect(one.screen().at(-1)).toMatch(/1\/2 *$/);
    // A click on any line of a passage means it.
    one.send({ kind: "mouse", event: { kind: "click", row: 5, column: 20 } });
    expect(one.state().screen).toMatchObject({ kind: "page", page: { essay: { title: "A" } } });
    for (const [columns, rows] of [
      [20, 5],
      [40, 10],
      [160, 50],
    ] as const) {
      const small = reader({ "a.md": long("A"), "b.md": long("B") }, { columns, rows }).press(
        "F",
        ..."needle",
        "down",
      );
      expect(small.screen().slice(1, -1).join(" ")).toContain("▌");
    }
  });

  test("the cursor begins at the best passage of the first essay, and the others show the other words", () => {
    const filler = "and much else that is told of ".repeat(9);
    const text = `A ship ${filler}\n\nThe ship and its crew.\n\nA crew ${filler} in the harbour with a ship.\n`;
    const one = reader({ "a.md": essay({ title: "Words" }, text) }).press("F", ..."ship", "space", ..."crew");
    expect(one.screen().filter((line) => line.includes("▌"))).toEqual([
      expect.stringMatching(/^ ▌ +The ship and its crew\. *$/),
    ]);
    expect(one.screen().at(-1)).toMatch(/passage 2\/3/);
    // The title means the same passage.
    one.press("up").send({ kind: "mouse", event: { kind: "click", row: 2, column: 5 } });
    expect(status(one)).toMatch(/^ 2 of 5 for ship crew/);
  });

  test("while the library is read, a cursor that has not been moved stays at the best passage", () => {
    const one = search("ship");
    const { screen } = one.state();
    if (screen.kind !== "search") throw new Error("no search");
    const { results, count, parsed } = screen.search;
    const found = { kind: "found", query: "ship", parsed: parsed!, count, suggestion: undefined } as const;
    const cursorOf = ({ screen: now }: State): number => (now.kind === "search" ? now.search.cursor : -1);
    const later = { ...found, results: results.toReversed() };
    one.send({ kind: "reading", progress: { done: 1, total: 2 } });
    one.send(later);
    expect(cursorOf(one.state())).toBe(0);
    one.press("down").send({ ...found, results });
    expect(cursorOf(one.state())).toBeGreaterThan(0);
    const other = search("ship");
    other.send(later);
    expect(cursorOf(other.state())).toBeGreaterThan(0);
  });

  test("Enter before the answer has come opens it when it does", () => {
    const answered = search("ship").state();
    const { screen } = answered;
    if (screen.kind !== "search") throw new Error("no search");
    const { results, count, parsed } = screen.search;
    const state = { ...answered, screen: { ...screen, search: { ...screen.search, answered: false } } };
    const entered = update(state, { kind: "key", key: "enter" });
    expect(entered.effects.map(({ kind }) => kind)).toEqual(["typed"]);
    const found = {
      kind: "found",
      query: "ship",
      parsed: parsed!,
      results,
      count,
      suggestion: undefined,
    } as const;
    expect(update(entered.state, found).effects).toMatchObject([
      { kind: "open", essay: { path: "ships.md" } },
    ]);
  });

  test("a field's name holds for the marks too", () => {
    const one = search("note:ships").press("enter");
    expect(status(one)).toMatch(/^ 1 of 1 for note:ships/);
  });

  test("q goes back to the results, Esc to the shelf", () => {
    const one = search("ship").press("down", "enter", "q");
    expect(one.screen()[0]).toContain("Search");
    expect(one.rows()[4]).toMatch(/^ ▌ +A ship/);
    one.press("esc");
    expect(one.screen()[0]).toContain("by order");
  });

  test("from an essay, Esc goes back to the essay", () => {
    const one = typed(reader(sources).press("enter", "F"), "other").press("enter");
    expect(one.screen().join("\n")).toContain("Nothing of it.");
    expect(one.press("q", "esc").screen().join("\n")).toContain("A ship at the start.");
  });

  test("a match in the title alone opens the essay at its beginning", () => {
    const one = search("title:other").press("enter");
    expect(one.screen().join("\n")).toContain("Other things");
    expect(marked(one)).toContain("[Other]");
  });
});

describe("finding in an essay", () => {
  function found(text: string): Reader {
    return typed(reader(sources).press("enter", "/"), text);
  }

  test("follows each key, over the ends of lines, each match marked and counted", () => {
    const one = found("at the start");
    expect(marked(one)).toEqual(["[at the start]"]);
    expect(status(one)).toMatch(/^ \/ at the start .*1 of 1 *$/);
    expect(status(found("ship"))).toMatch(/1 of 3 *$/);
    expect(status(found("Ship"))).toMatch(/1 of 1 *$/);
    expect(status(found("ship zebra"))).toMatch(/not in this essay *$/);
  });

  test("Enter keeps the matches; n goes on from the current place", () => {
    const one = found("ship").press("enter");
    expect(status(one)).toMatch(/^ 1 of 3 for ship/);
    one.press("n");
    expect(marked(one)).toEqual(["[Ship]", "ship"]);
    one.press("G", "N");
    expect(status(one)).toMatch(/^ 3 of 3 for ship/);
    one.press("2", "N");
    expect(status(one)).toMatch(/^ 1 of 3 for ship/);
  });

  test("Esc goes back to the former place, nothing marked", () => {
    const one = reader(sources).press("enter", "5", "j");
    const before = one.screen();
    typed(one.press("/"), "middle");
    expect(marked(one)).toEqual(["[middle]"]);
    expect(one.press("esc").screen()).toEqual(before);
  });

  test("an empty field repeats the last search", () => {
    const one = found("ship").press("enter", "/", "enter");
    expect(status(one)).toMatch(/^ 2 of 3 for ship/);
    expect(status(reader(sources).press("enter", "n"))).toMatch(/nothing to find again yet/);
  });

  test("marks and count outlive another width, and another place for notes", () => {
    const one = found("ship").press("enter", "n").resize(40, 12);
    expect(marked(one)).toContain("[Ship]");
    one.press("f", "f", "f");
    expect(one.press("n").state().screen).toMatchObject({ page: { matches: { length: 3 } } });
  });
});

describe("while the library is read", () => {
  test("a bar shows how far it is, and essays that come leave the cursor on its essay", () => {
    const one = reader(sources);
    one.send({ kind: "reading", progress: { done: 1, total: 4 } });
    expect(status(one)).toMatch(/reading ▓▓▓▓░{12} 25 %$/);
    expect(status(one)).toContain("3 of 4 listed");
    one.press("j");
    const { library } = one.state();
    const first = { ...library.essays[0]!, path: "new.md", title: "New", order: 0 };
    one.send({ kind: "library", library: { ...library, essays: [first, ...library.essays] } });
    expect(one.rows()[0]).toContain("New");
    expect(one.rows()[2]).toMatch(/^ ▌ *2 +Ships/);
    one.send({ kind: "reading", progress: undefined });
    expect(status(one)).not.toContain("reading");
  });

  test("a search that finds nothing has found nothing yet, and one that does counts what is read so far", () => {
    const one = search("zeppelin");
    expect(one.screen().join(" ")).toContain("No essay matches");
    one.send({ kind: "reading", progress: { done: 1, total: 40 } });
    const reading = one.screen().join("\n");
    expect(reading).toContain("Nothing found yet");
    expect(reading).toContain("“zeppelin” is in none of the first 3 of 40 essays.");
    expect(reading).not.toContain("No essay matches");
    const found = search("ship");
    expect(found.screen()[0]).toMatch(/in \d of 3 essays *$/);
    found.send({ kind: "reading", progress: { done: 1, total: 40 } });
    expect(found.screen()[0]).toMatch(/in \d of 3 essays so far *$/);
    one.send({ kind: "library", library: { ...one.state().library, essays: [] } });
    expect(one.screen().join("\n")).toMatch(/Reading the essays|Nothing found yet/);
    expect(one.screen().join("\n")).not.toContain("has no essays");
  });
});

describe("an error in the query of the reader", () => {
  test.each([
    ['"unclosed (a OR', "this quotation mark is not closed"],
    ["/[/", "[/"],
    ["date:>>2024", "date"],
    ["/(/", "("],
  ])("%s is shown with its place", (query, words) => {
    const shown = search(query).screen().join("\n");
    expect(shown).not.toContain("No essay matches");
    expect(shown).toContain("^");
    expect(shown).toContain(words);
  });

  test("an unfinished query that finds something shows what it finds", () => {
    expect(search('"of the sh').screen()[0]).toContain("in 1 of 3 essays");
  });
});
