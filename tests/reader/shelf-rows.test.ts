/**
 * The rows of the shelf: what a title that is longer than its column takes.
 */
import { describe, expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const LONG = "A title of many words that are more than most windows have columns for in one of their rows";

const sources = Object.fromEntries(
  Array.from({ length: 20 }, (_, nth) => [
    `e${nth}.md`,
    essay({ title: nth % 5 === 3 ? LONG : `Short ${nth}`, order: nth + 1, date: "2024-05-06" }, "Words.\n"),
  ]),
);

function body(own: Reader): string[] {
  return own.rows();
}

describe("a long title", () => {
  test("takes a second row, and its date and minutes are in the columns of the others", () => {
    const rows = body(reader(sources, { columns: 80, rows: 24 }));
    const long = rows.findIndex((line) => line.includes("A title of many"));
    const columnsOf = (row: string, text: RegExp): number => row.search(text);
    for (const text of [/May 2024/, /1 min$/]) {
      expect(columnsOf(rows[long]!, text)).toBeGreaterThan(0);
      expect(columnsOf(rows[long]!, text)).toBe(columnsOf(rows[0]!, text));
    }
    expect(rows[long]).toMatch(/^ {4}4 {3}A title of many words/);
    expect(rows[long + 1]).toMatch(/^ {8}\S/);
    const title = [rows[long]!.slice(8, 60), rows[long + 1]!.slice(8)].map((row) => row.trim()).join(" ");
    expect(title).toBe(LONG);
    const wide = body(reader(sources, { columns: 119, rows: 24 }));
    expect(wide[3]).toContain(LONG);
  });

  test("has one row on a low screen, and ends at a word", () => {
    const rows = body(reader(sources, { columns: 60, rows: 8 }));
    expect(rows[3]).toMatch(/^ {4}4 {3}A title of many words that are more… +2024 +1 min$/);
    expect(rows[4]).toContain("Short 4");
  });

  test("fills its screen, and a turn shows every essay", () => {
    const long = Object.fromEntries(
      Array.from({ length: 60 }, (_, nth) => [
        `e${nth}.md`,
        essay({ title: `${nth % 3 === 0 ? LONG : "Short"} ${nth}`, order: nth + 1 }, "Words.\n"),
      ]),
    );
    const own = reader(long, { columns: 80, rows: 24 });
    const seen = new Set<string>();
    const look = (): void => {
      for (const line of body(own)) {
        const [, number] = /^ [ ▌] +(\d+) /.exec(line) ?? [];
        if (number !== undefined) seen.add(number);
      }
    };
    for (let turns = 0; turns < 9; turns++) {
      look();
      own.press("space");
    }
    expect(seen.size).toBe(60);
    expect(body(own).filter((line) => line.trim() !== "").length).toBe(20);
    own.press("k", "k", "k");
    expect(own.screen().findIndex((line) => line.startsWith(" ▌"))).toBeLessThan(20);
  });

  test("is placed at the top, in the middle and at the end of the screen by z and a letter", () => {
    const own = reader(sources, { columns: 40, rows: 12 }).press("1", "1", "G");
    const at = (): number => own.screen().findIndex((line) => line.startsWith(" ▌"));
    expect([own.press("z", "t") && at(), own.press("z", "b") && at()]).toEqual([1, 10]);
    own.press("z", "z");
    expect(Math.abs(at() - 5)).toBeLessThan(2);
  });

  test.each([
    [40, 10],
    [60, 12],
    [80, 24],
  ])("is whole under the cursor at %i×%i, wherever the cursor is", (columns, rows) => {
    const own = reader(sources, { columns, rows }).press("j", "j");
    for (let nth = 3; nth < 20; nth += 5) {
      own.press("j");
      const lines = body(own).filter((line) => line.startsWith(" ▌"));
      const text = lines.map((line) =>
        line
          .replace(/^ ▌[ \d]*/, "")
          .replace(/(?: +(?:May )?2024)? +1 min$/, "")
          .trim(),
      );
      expect(text.join(" ")).toContain(columns === 40 ? LONG.slice(0, 60) : LONG);
      own.press("j", "j", "j", "j");
    }
  });

  test.each([
    [44, 10],
    [36, 10],
    [20, 6],
  ])("that is too long at %i×%i is its beginning, and nothing twice", (columns, rows) => {
    const title =
      "Zebra quick brown fox jumps over the lazy dogs and cats and mice and men and women and children of all";
    const lines = body(reader({ "z.md": essay({ title }) }, { columns, rows }));
    const shown = lines
      .filter((line) => line.startsWith(" ▌"))
      .map((line) =>
        line
          .replace(/^ ▌ */, "")
          .replace(/ +1 min$/, "")
          .trim(),
      )
      .join(" ");
    expect(shown).toMatch(/…$/);
    expect(title.startsWith(shown.slice(0, -1))).toBe(true);
  });

  test("a click on any row of it opens its essay, and on the rows below theirs", () => {
    const own = reader(sources, { columns: 40, rows: 20 }).press("j", "j", "j");
    const rows = own.screen();
    const row = rows.findIndex((line) => line.includes("Short 4"));
    expect(rows[row - 1]).not.toContain("min");
    const click = (at: number): Reader => {
      own.send({ kind: "mouse", event: { kind: "click", row: at, column: 8 } });
      return own;
    };
    expect(click(row - 1).state().screen).toMatchObject({ page: { essay: { title: LONG } } });
    own.press("q");
    expect(click(row).state().screen).toMatchObject({ page: { essay: { title: "Short 4" } } });
  });
});

describe("a filter that is in no title as it stands", () => {
  const own = {
    "a.md": essay({ title: "Build your own outfit", order: 1 }, "Words.\n"),
    "b.md": essay({ title: "Rest", order: 2 }, "On burnout.\n"),
    "c.md": essay({ title: "Tea", order: 3 }, "On burnout, too.\n"),
  };

  test("says under the titles with its letters how many essays say it, and ^T searches them", () => {
    const one = reader(own).press("/", ..."burnout");
    const text = body(one)
      .map((line) => line.trim())
      .join(" ");
    expect(text).toContain("Build your own outfit");
    expect(text).toContain("No title contains “burnout”. 2 essays contain it. ^T searches the texts.");
    one.press("ctrl+t");
    expect(one.screen()[0]).toContain("in 2 of 3 essays");
    expect(one.screen().at(-1)).toMatch(/^ F burnout/);
  });

  test("says nothing of texts where a title has it", () => {
    expect(
      reader(own)
        .press("/", ..."outfit")
        .screen()
        .join(" "),
    ).not.toContain("contain it");
  });
});

test("a tall screen has blank rows around the header and above the last row, and clicks are for the rows that are seen", () => {
  const own = reader(sources, { columns: 80, rows: 40 });
  const rows = own.screen();
  expect([rows[0], rows[2], rows[38]]).toEqual(["", "", ""]);
  expect(rows[1]).toContain("reader/essays");
  expect(rows).toHaveLength(40);
  const row = rows.findIndex((line) => line.includes("Short 7"));
  own.send({ kind: "mouse", event: { kind: "click", row, column: 8 } });
  expect(own.state().screen).toMatchObject({ page: { essay: { title: "Short 7" } } });
  own.press("q", "t");
  expect(own.screen()[2]).toBe("");
  own.press("q", "F", ..."words");
  const at = own.screen().findLastIndex((line) => line.includes("Short"));
  const [title] = /Short \d+/.exec(own.screen()[at]!)!;
  own.send({ kind: "mouse", event: { kind: "click", row: at, column: 8 } });
  expect(own.state().screen).toMatchObject({ page: { essay: { title } } });
});

describe("in a wide window", () => {
  const shelfOf = (titles: readonly string[], settings: { wantsPreview: boolean }): string[] => {
    const all = Object.fromEntries(
      titles.map((title, nth) => [
        `e${nth}.md`,
        essay({ title, order: nth + 1, date: "2024-05-06" }, "W.\n"),
      ]),
    );
    return body(reader(all, { columns: 200, rows: 60 }, settings));
  };
  const endOf = (row: string): number => row.search(/May 2024 +1 min/);
  const short = Array.from({ length: 20 }, (_, nth) => `Short ${nth}`);

  test("the date is beside the longest title, not at the edge of the window", () => {
    for (const wantsPreview of [true, false]) {
      const longest = "A title of thirty-four characters.";
      const rows = shelfOf([longest, ...short], { wantsPreview });
      const long = rows.find((row) => row.includes(longest))!;
      const gap = endOf(long) - long.indexOf(longest) - longest.length;
      expect(gap).toBeGreaterThan(1);
      expect(gap).toBeLessThan(50);
      expect(new Set(rows.slice(0, 18).map(endOf)).size).toBe(1);
    }
  });

  test("a single title of more than 72 columns takes another row; where many have more, all of them have room", () => {
    const long = "A title of words ".repeat(6).trim();
    const rows = shelfOf([long, ...short], { wantsPreview: false });
    expect(endOf(rows[0]!)).toBe(endOf(rows[2]!));
    expect(rows[1]!.trim()).not.toBe("");
    expect(rows[1]).not.toContain("Short");
    expect(
      shelfOf([...short, ...short.map((one) => `${long} ${one}`)], { wantsPreview: false })[20],
    ).toContain(long);
  });
});

test("an essay in the queue has a sign, beside that of what was read of it", () => {
  const own = reader(sources, { columns: 80, rows: 24 });
  const before = own.rows()[0]!;
  own.press("a");
  const [row, next] = own.rows() as [string, string];
  expect([row.slice(0, 10), next.slice(0, 10)]).toEqual(
    [" ▌  1 + Sho", "    2   Sho"].map((one) => one.slice(0, 10)),
  );
  expect(row.slice(10)).toBe(before.slice(10));
  own.press("x");
  expect(own.rows()[0]).toMatch(/^ ▌ {2}1\+✓ Short 0 /);
});
