/**
 * The bottom of every screen: help and leaving are the last keys to go, and a message is shown whole.
 */
import { describe, expect, test } from "vitest";
import { skippedWords } from "../../src/reader/start.ts";
import type { Size } from "../../src/reader/state.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const sources = {
  "a.md": essay(
    { title: "A title that takes some columns of its row", order: 1, tags: ["one"] },
    `# One\n\nWords[^1] and [two](b.md).\n\n[^1]: A note.\n\n${Array(40).fill("Words.").join("\n\n")}\n`,
  ),
  "b.md": essay({ title: "B", order: 2, tags: ["two"] }, "# Two\n\nWords.\n"),
};

/** The keys that lead to each screen, and the last of its hints. */
const SCREENS: Readonly<Record<string, readonly [keys: readonly string[], last: RegExp]>> = {
  shelf: [[], /\? help {3}q quit/],
  filter: [["/", ..."title"], /Esc show all/],
  search: [["F", ..."words"], /Esc back/],
  tags: [["t"], /\? help {3}q back/],
  libraries: [["L"], /\? help {3}q back/],
  queue: [["a", "A"], /\? help {3}q back/],
  palette: [[":", ..."outline"], /Esc back/],
  pipe: [["|", ..."wc"], /Esc back/],
  help: [["?"], /q back/],
  page: [["enter"], /\? help {2}· {2}q back/],
  outline: [["enter", "o"], /\? help {3}q back/],
  find: [["enter", "/", ..."words"], /Esc back/],
  words: [["enter", "v"], /\? help {3}q back/],
  lines: [["enter", "V"], /\? help {3}q back/],
  note: [["enter", "a"], /Esc back/],
  aloud: [["enter", "R"], /\? help {3}q end/],
  peek: [["enter", "tab", "tab", "i"], /\? help {3}q close/],
};

const SIZES: readonly Size[] = [
  { columns: 160, rows: 50 },
  { columns: 80, rows: 24 },
  { columns: 40, rows: 10 },
  { columns: 26, rows: 8 },
];

function last(own: Reader): string {
  return own.screen().at(-1)!;
}

describe.each(Object.entries(SCREENS))("the bottom of %s", (_, [keys, hints]) => {
  test.each(SIZES)("names help and the way out at $columns×$rows", (size) => {
    const own = reader(sources, size).press(...keys);
    // A message is seen until the next key.
    if (own.state().message !== "") own.send({ kind: "said", message: "" });
    expect(last(own)).toMatch(hints);
  });
});

describe("a message", () => {
  const long = "a preview stands beside the shelf in windows of 120 columns and more";

  test("that is longer than the line is shown whole, under a rule, and is gone with the next key", () => {
    const own = reader(sources, { columns: 40, rows: 10 });
    const before = own.screen();
    own.send({ kind: "said", message: long });
    const rows = own.screen();
    expect(rows).toHaveLength(10);
    expect(rows.at(-3)).toMatch(/^─+$/);
    expect(
      rows
        .slice(-2)
        .map((row) => row.trim())
        .join(" "),
    ).toBe(long);
    expect(own.press("esc").screen()).toEqual(before);
  });

  test("takes half of the screen at most, and ends between words", () => {
    const own = reader(sources, { columns: 30, rows: 12 });
    own.send({ kind: "said", message: Array(40).fill("word").join(" ") });
    const rows = own.screen().slice(-6);
    expect(rows[0]).toMatch(/^─+$/);
    expect(rows.at(-1)).toMatch(/^( word)+…$/);
    own.resize(20, 5);
    expect(own.screen().slice(-4)).toEqual([
      "─".repeat(20),
      " word word word",
      " word word word",
      " word word word…",
    ]);
    own.send({ kind: "said", message: "no text here for a note of yours" });
    expect(own.screen().slice(-2)).toEqual([" no text here for a", " note of yours"]);
  });

  test("cuts what it quotes before it takes a second row", () => {
    const own = reader(sources, { columns: 40, rows: 10 });
    own.send({ kind: "said", message: "c continues “A title that takes some columns”, 40 % read" });
    expect(last(own)).toBe(" c continues “A title that…”, 40 % read");
  });

  test("at the start leaves the keys for help and for leaving below it, until the first key", () => {
    const own = reader(sources, { columns: 40, rows: 10 }, { message: long });
    expect(own.screen()).toHaveLength(10);
    expect(own.screen().join(" ")).toContain(long.slice(0, 30));
    expect(last(own)).toMatch(/\? help {3}q quit/);
    expect(own.press("j").screen().join(" ")).not.toContain(long.slice(0, 30));
  });

  test("stands beside the place where both have room", () => {
    const own = reader(sources, { columns: 40, rows: 10 });
    own.send({ kind: "said", message: "no new essays" });
    expect(last(own)).toMatch(/^ no new essays +1\/2$/);
  });
});

test("of a long text in a field the end is seen, with the cursor", () => {
  const own = reader(sources, { columns: 40, rows: 10 }).press("/", ..."0123456789".repeat(6));
  expect(last(own)).toMatch(/^ \/ …[0-9]*6789$/);
  expect(last(own).length).toBeLessThan(40);
});

test("what can't be read is named with the reason, and with the way to the rest", () => {
  const root = "/home/x/essays";
  const one = { path: "b.md", message: "can't be read: permission denied" };
  expect(skippedWords({ root, skipped: [] })).toBe("");
  expect(skippedWords({ root, skipped: [one] })).toBe("b.md can't be read: permission denied");
  expect(skippedWords({ root, skipped: [one, one, one] })).toMatch(
    /denied; 2 more: ibid list \/home\/x\/essays$/,
  );
});

describe("a click on a hint presses its key", () => {
  const clicked = (own: Reader, words: string): Reader => {
    const column = own.screen().at(-1)!.lastIndexOf(words) + words.length - 1;
    own.send({ kind: "mouse", event: { kind: "click", row: own.state().size.rows - 1, column } });
    return own;
  };

  test.each([
    [[], "t tags", "tags"],
    [[], "? help", "help"],
    [["/", ..."title"], "Enter open", "page"],
    [["t", "/", ..."one"], "Esc show all", "tags"],
    [["?"], "q back", "shelf"],
    [["enter"], "q back", "shelf"],
    [["enter", "o"], "Enter go there", "page"],
    [[":", ..."outline"], "Esc back", "shelf"],
  ] as const)("%j, %s: %s", (keys, words, kind) => {
    const own = reader(sources).press(...keys);
    expect(own.screen().at(-1)).toContain(words);
    expect(clicked(own, words).state().screen.kind).toBe(kind);
  });

  test("has a setting in one piece, to be copied", () => {
    const setting = 'voice = "espeak-ng -s 170"';
    for (const columns of [30, 44, 60, 80]) {
      const own = reader(sources, { columns, rows: 24 });
      own.send({ kind: "said", message: `no voice is set; config.toml can set one: ${setting}` });
      expect(own.screen().join("\n")).toContain(setting);
    }
  });

  test("a title or a message that says the same is no hint", () => {
    const own = reader({ "a.md": essay({ title: "? help" }, "Words.\n") }).press("enter");
    own.send({ kind: "mouse", event: { kind: "click", row: 23, column: 3 } });
    expect(own.state().screen.kind).toBe("page");
    const said = reader(sources);
    said.send({ kind: "said", message: "q quit" });
    expect(
      clicked(said, "q quit")
        .effects()
        .filter(({ kind }) => kind === "quit"),
    ).toEqual([]);
  });
});
