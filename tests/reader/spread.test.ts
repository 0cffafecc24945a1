import { describe, expect, test } from "vitest";
import { reader } from "../support/reader.ts";

const SIZE = { columns: 170, rows: 30 };
const paragraphs = Array.from(
  { length: 60 },
  (_, nth) => `Paragraph ${nth} ${"of some words ".repeat(12 + (nth % 5))}`,
);
const sources = {
  "a.md": `---\ntitle: Title\norder: 1\n---\n\n${paragraphs.join("\n\n")}\n\nThe last needle.\n\n[a link](b)`,
  "b.md": "# Other\n\nText",
};

function open(size = SIZE): ReturnType<typeof reader> {
  return reader(sources, size, { spread: true }).press("enter");
}

function numbers(screen: readonly string[]): number[] {
  return screen.flatMap((line) =>
    Array.from(line.matchAll(/Paragraph (\d+)/g), ([, number]) => Number(number)),
  );
}

function rowsWith(screen: readonly string[], text: RegExp): string[] {
  return screen.filter((line) => text.test(line));
}

describe("two pages", () => {
  test("stand side by side, the right one going on where the left one ends", () => {
    const screen = open().screen();
    const left = numbers(screen.map((line) => line.slice(0, 85)));
    const right = numbers(screen.map((line) => line.slice(85)));
    expect(left.length).toBeGreaterThan(2);
    expect(right.length).toBeGreaterThan(2);
    const all = [...left, ...right];
    expect(all).toEqual(Array.from({ length: all.length }, (_, nth) => nth));
    for (const line of screen) expect(line.length).toBeLessThanOrEqual(SIZE.columns);
  });

  test("are turned two at a time, and nothing is left out or seen twice", () => {
    const own = open();
    const seen: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const screen = own.screen();
      const now = [
        ...numbers(screen.map((line) => line.slice(0, 85))),
        ...numbers(screen.map((line) => line.slice(85))),
      ];
      if (now.at(-1) === seen.at(-1)) break;
      seen.push(...now);
      own.press("space");
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, nth) => nth));
  });

  test("go back to the same pages", () => {
    const own = open();
    const first = own.screen();
    const second = own.press("space").screen();
    expect(own.press("b").screen()).toEqual(first);
    expect(own.press("j").screen()).toEqual(second);
    expect(own.press("G", "g").screen()).toEqual(first);
  });

  test.each([["G"], ["end"], ["1", "0", "0", "%"]])("%s leads to the last ones", (...keys) => {
    const screen = open()
      .press(...keys)
      .screen()
      .join("\n");
    expect(screen).toContain("The last needle");
    expect(screen).toContain("100 %");
  });

  test("a match is on one of them, and Tab and a click reach a link on the right one", () => {
    const own = open().press("/", ..."needle", "enter");
    expect(rowsWith(own.screen(), /needle/).length).toBeGreaterThan(0);
    own.press("esc", "tab");
    const screen = own.screen();
    const row = screen.findIndex((line) => line.includes("a link"));
    expect(row).toBeGreaterThanOrEqual(0);
    const column = screen[row]!.indexOf("a link");
    own.send({ kind: "mouse", event: { kind: "click", row, column } });
    expect(own.screen().join("\n")).toContain("Other");
  });

  test("a place survives one page and two, and a narrow screen has one", () => {
    const own = open().press("space", "space");
    const [first] = numbers(own.screen().map((line) => line.slice(0, 85)));
    own.press("D");
    expect(numbers(own.screen()).slice(0, 2)).toContain(first);
    own.press("D");
    expect(numbers(own.screen().map((line) => line.slice(0, 85)))).toContain(first);
    own.resize(100, 30);
    expect(own.screen().every((line) => line.length <= 100)).toBe(true);
    expect(numbers(own.screen()).slice(0, 3)).toContain(first);
  });

  test("lines are selected over both of them", () => {
    const own = open().press("V");
    for (let step = 0; step < 40; step++) own.press("j");
    expect(rowsWith(own.screen(), /┃/).length).toBeGreaterThan(20);
  });
});

test("notes stand in the outer margins where those have room, and under their text where not", () => {
  const cited = Array.from(
    { length: 40 },
    (_, nth) => `Paragraph ${nth}[^${nth}] ${"of some words ".repeat(9)}\n\n[^${nth}]: Remark ${nth}.`,
  );
  const noted = { "a.md": `---\ntitle: Title\n---\n\n${cited.join("\n\n")}` };
  const wide = reader(noted, { columns: 230, rows: 30 }, { spread: true }).press("enter").screen();
  const left = wide.filter((line) => /^ *\S+ Remark \d+\. {4,}Paragraph \d+/.test(line));
  const right = wide.filter((line) => /Paragraph \d+.* {3,}\S+ Remark \d+\.$/.test(line));
  expect(left.length).toBeGreaterThan(3);
  expect(right.length).toBeGreaterThan(3);
  // The text stands where it stands without notes.
  const bare = { "a.md": noted["a.md"].replaceAll(/\[\^\d+\](?!:)/g, "") };
  const plain = reader(bare, { columns: 230, rows: 30 }, { spread: true }).press("enter").screen();
  const start = (screen: readonly string[]): number =>
    screen.find((line) => line.includes("Paragraph 1"))!.indexOf("Paragraph 1");
  expect(start(plain)).toBe(start(wide));
  const narrow = reader(noted, { columns: 170, rows: 30 }, { spread: true }).press("enter").screen();
  expect(narrow.some((line) => /^ +\S+ Remark/.test(line))).toBe(true);
});

test("code begins where its text does, and a long line of it is broken there", () => {
  const block = `\`\`\`\nshort\nlong ${"code ".repeat(30)}\n\`\`\``;
  const source = `Text[^1].\n\n${block}\n\nAnother text.\n\n${block}\n\n[^1]: Note.\n`;
  const screen = reader({ "a.md": source }, { columns: 200, rows: 40 }, { spread: true })
    .press("enter")
    .screen();
  const column = (words: string): number => screen.find((line) => line.includes(words))!.indexOf(words);
  expect(column("short")).toBe(column("Another") + 4);
  expect(column("long code")).toBe(column("short"));
  expect(column("↪ code")).toBe(column("short"));
});

test("a table that goes on above the screen shows its header over rows that were seen", () => {
  const rows = Array.from({ length: 60 }, (_, nth) => `| row ${nth} | ${nth} |`).join("\n");
  const own = reader(
    { "a.md": `Text\n\n| Name | Number |\n|---|---|\n${rows}\n\nAfter` },
    { columns: 60, rows: 20 },
  ).press("enter", "space");
  const screen = own.screen();
  expect(screen[0]).toContain("Name");
  expect(screen[1]).toContain("───");
  expect(screen[2]).toMatch(/row \d+/);
  const first = Number(/row (\d+)/.exec(screen[2]!)![1]);
  const before = own.press("g").screen();
  expect(before.join("\n")).toContain(`row ${first - 1}`);
});
