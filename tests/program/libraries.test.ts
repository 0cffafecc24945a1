/**
 * Libraries with names in the config file, and the settings that the memory keeps of each.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { open, pipe, type Screen } from "../support/program.ts";
import { LARGE, SMALL, USUAL } from "../support/sizes.ts";

/** Two libraries, and a home whose config file names them, one that is not there and one that can't be read. */
function home(more = ""): Record<string, string> {
  const folder = temporaryLibrary({
    "blog/one.md": essay({ title: "Zebra", order: 1, date: "2020" }),
    "blog/two.md": essay({ title: "Aardvark", order: 2, date: "2025" }),
    "site/three.md": essay({ title: "Of the site", order: 1 }),
  });
  execFileSync("mkfifo", [join(folder, "fifo")]);
  const config = join(folder, "home/.config/ibid");
  mkdirSync(config, { recursive: true });
  writeFileSync(
    join(config, "config.toml"),
    `${more}\n[libraries]\nblog = "${join(folder, "blog")}"\nsite = "${join(folder, "site")}"\ngone = "${join(folder, "gone")}"\nsingle = "${join(folder, "site/three.md")}"\nfifo = "${join(folder, "fifo")}"\n`,
  );
  return { HOME: join(folder, "home") };
}

const row = (screen: Screen, nth: number): string => screen.text()[nth] ?? "";

describe("in the reader", () => {
  test("a library of the config file that is gone is a screen that says so; L opens another, and comes back", async () => {
    const screen = open([], SMALL, { env: home('dir = "@gone"') });
    await screen.shows("names can't be opened");
    screen.type("L");
    await screen.shows("blog");
    screen.type("g\r");
    await screen.shows("Zebra");
    screen.type("L");
    await screen.shows("gone");
    screen.type("j\r");
    await screen.shows("Of the site");
    screen.type("Lk\r");
    await screen.shows("Zebra");
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
    expect(screen.text().join("")).not.toContain("Zebra");
  });

  test("a library that can't be opened is reported, and the current one stays open", async () => {
    const screen = open(["@blog"], LARGE, { env: home() });
    await screen.shows("Zebra");
    screen.type("LGkk\r");
    await screen.shows("@gone: no such folder");
    screen.type("G\r");
    await screen.shows("@fifo: neither a folder");
    screen.type("q");
    await screen.shows("Zebra");
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
    expect(screen.terminal.buffer.active.type).toBe("normal");
  });

  test("what is typed while a library is opened is for that library", async () => {
    const screen = open(["@blog"], USUAL, { env: home() });
    await screen.shows("Zebra");
    screen.type("Lj\rFsite");
    await screen.shows("in 1 of 1 essay");
  });

  test("a library of one file has its essay, and is searched", async () => {
    const screen = open(["@single"], SMALL, { env: home() });
    await screen.shows("Of the site");
    screen.type("Fsite");
    await screen.shows("in 1 of 1 essay");
  });
});

describe("on the command line", () => {
  test("@name is a folder, as operand and after -d", async () => {
    const env = home();
    expect((await pipe(["@site"], { env })).out).toContain("Of the site");
    expect((await pipe(["list", "-d", "@blog"], { env })).out).toContain("Aardvark");
    expect((await pipe(["show", "-d", "@site", "three"], { env })).out).toContain("Of the site");
  });

  test("an unknown name is answered with the nearest one", async () => {
    const { err, code } = await pipe(["list", "-d", "@blok"], { env: home() });
    expect(err).toContain("@blok: the config file has no library with this name; did you mean @blog?");
    expect(code).toBe(2);
  });
});

describe("the settings of a library", () => {
  test("are those of the last visit, for each library", async () => {
    const env = home();
    const first = open(["@blog"], USUAL, { env });
    await first.shows("Zebra");
    // By date, then by title.
    first.type("ss");
    await first.until((lines) => lines[0]!.includes("by title"), "the order");
    first.type("q");
    await first.exit;
    const second = open(["@blog"], USUAL, { env });
    await second.until(() => row(second, 2).includes("Aardvark"), "the first by title");
    expect(row(second, 0)).toContain("by title");
    second.type("Lj\r");
    await second.shows("Of the site");
    expect(row(second, 0)).toContain("by order");
  });

  test("give way to the config file and the command line", async () => {
    const env = home('sort = "date"');
    const first = open(["@blog"], USUAL, { env });
    await first.shows("by date");
    first.type("s");
    await first.until((lines) => lines[0]!.includes("by title"), "the order");
    first.type("q");
    await first.exit;
    const second = open(["@blog"], USUAL, { env });
    await second.shows("by date");
    const third = open(["@blog", "--sort", "words"], USUAL, { env });
    await third.shows("by words");
    expect(row(second, 0)).toContain("by date");
  });

  test("include measure and theme", async () => {
    const env = home();
    const first = open(["@blog"], { columns: 120, rows: 40 }, { env });
    await first.shows("Zebra");
    first.type("\r+");
    await first.shows("measure: 76 columns");
    first.type("T");
    await first.shows("theme: ");
    const theme = /theme: (\w+)/.exec(first.text().at(-1)!)![1]!;
    first.type("\u0003");
    await first.exit;
    const second = open(["@blog"], { columns: 120, rows: 40 }, { env });
    await second.shows("Zebra");
    second.type("\r+");
    await second.shows("measure: 80 columns");
    second.type("T");
    await second.shows("theme: ");
    expect(second.text().at(-1)).not.toContain(`theme: ${theme}`);
  });
});
