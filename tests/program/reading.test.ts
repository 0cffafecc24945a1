/**
 * A place to read, in a pseudo-terminal: links, notes, memory, live files, the clipboard, the mouse, keys.
 */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { PATIENCE } from "../support/patience.ts";
import { open, pipe, type Screen, shell, topOf } from "../support/program.ts";
import { LARGE, SMALL, USUAL } from "../support/sizes.ts";

const ENTER = "\r";
const TAB = "\t";
const BACKSPACE = "\u007f";
const ESC = "\u001b";

function paragraphs(count: number, name: string): string {
  return Array.from({ length: count }, (_, nth) => `${name} ${nth + 1} says little.`).join("\n\n");
}

const FILES = {
  "one.md": essay(
    { title: "Essay one", order: 1, tags: ["tea"], date: "2025-07-08" },
    `Go to [the other](/two#its-middle) first.\n\n${paragraphs(60, "Paragraph")}\n\n## Its end\n\nThe last words[^1].\n\n[^1]: A note that leads to [two](/two).\n`,
  ),
  "two.md": essay(
    { title: "Essay two", order: 2, tags: ["tea"] },
    `${paragraphs(40, "Line")}\n\n## Its middle\n\n${paragraphs(40, "Row")}\n`,
  ),
  "three.md": essay(
    { title: "Essay three", order: 3 },
    "Nothing at [the gap](/nowhere).\n\nSee [outside](https://example.org/a?b=c'd).\n",
  ),
};

interface Place {
  readonly root: string;
  readonly home: string;
  readonly env: Record<string, string>;
}

/** A library and a home that several readers share. */
function place(files: Readonly<Record<string, string>> = FILES): Place {
  const folder = temporaryLibrary({});
  const root = join(folder, "library");
  const home = join(folder, "home");
  mkdirSync(root);
  mkdirSync(home);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return { root, home, env: { HOME: home } };
}

function read(own: Place, size = USUAL, env: Record<string, string> = {}, args: string[] = []): Screen {
  return open([own.root, ...args], size, { env: { ...own.env, ...env } });
}

/** The lines of the essay on the screen, without margins and the status line. */
function text(screen: Screen): string[] {
  return screen
    .text()
    .slice(0, -1)
    .map((line) => line.replace("▎", "").trim());
}

/** Waits until all of a frame is there: another key makes another frame, which comes after it. */
async function settled(screen: Screen): Promise<void> {
  screen.type("M");
  await screen.shows("the terminal has the mouse");
}

/** The first line that is not blank. */
function firstOf(screen: Screen): string | undefined {
  return text(screen).find((line) => line !== "");
}

async function leave(screen: Screen): Promise<void> {
  screen.type("q");
  await screen.shows("Essay two");
  screen.type("q");
  expect((await screen.exit).exitCode).toBe(0);
}

describe("an essay", () => {
  test("a link is followed to its heading, and Backspace comes back to the very line", async () => {
    const screen = read(place(), SMALL);
    await screen.shows("Essay two");
    screen.type(ENTER);
    await screen.shows("Go to the other");
    screen.type(TAB);
    await screen.shows("to “Essay two”");
    await settled(screen);
    // A message takes up to three rows of a narrow screen.
    const page = (): string => text(screen).slice(0, -2).join("\n");
    const before = page();
    screen.type(ENTER);
    await screen.until((lines) => topOf(lines) === "Its middle", "the heading at the top");
    screen.type(BACKSPACE);
    await screen.until(() => page() === before, "the page as it was");
  });

  test("a link that leads nowhere says so", async () => {
    const screen = read(place(), SMALL);
    await screen.shows("Essay two");
    screen.type(`G${ENTER}`);
    await screen.shows("Nothing at the gap");
    screen.type(TAB + ENTER);
    await screen.shows("leads nowhere");
  });

  test("a note that is not on the screen opens in a box; its links can be followed", async () => {
    const screen = read(place(), USUAL);
    await screen.shows("Essay two");
    // The window has no room for a margin, so that place is passed over.
    screen.type(`${ENTER}ff`);
    await screen.shows("hidden");
    screen.type("G");
    await screen.shows("The last words¹");
    expect(screen.text().join("\n")).not.toContain("A note that leads");
    screen.type(TAB);
    await screen.shows("to note 1");
    screen.type(ENTER);
    await screen.shows("A note that leads");
    await screen.shows("note 1 ─");
    screen.type(TAB + ENTER);
    await screen.shows("Line 1 says");
    screen.type(BACKSPACE);
    await screen.shows("The last words¹");
  });

  test("the outline says where one is and goes there", async () => {
    const screen = read(place(), LARGE);
    await screen.shows("Essay two");
    screen.type(`j${ENTER}`);
    await screen.shows("Line 1 says");
    screen.type("o");
    await screen.shows("Its middle");
    screen.type(ENTER);
    await screen.until((lines) => topOf(lines) === "Its middle", "the heading at the top");
    screen.type("L");
    await screen.shows("Essay one");
  });

  test("where one stopped is known at any width, and ibid offers to go on there", async () => {
    const own = place();
    const first = read(own, USUAL);
    await first.shows("Essay two");
    first.type(ENTER);
    await first.shows("Go to the other");
    first.type("40j");
    await first.until((lines) => !lines.join("\n").includes("Go to the other"), "lines further on");
    await settled(first);
    const top = firstOf(first);
    await leave(first);
    const second = read(own, { columns: 100, rows: 30 });
    await second.shows("c continues “Essay one”");
    expect(second.text().join("\n")).toContain("◐");
    second.type("c");
    await second.shows("where you stopped");
    await second.until(() => firstOf(second) === top, `${top} at the top`);
  });

  test("the end says what is next, what links here and what is alike, and leads there", async () => {
    const screen = read(place(), LARGE);
    await screen.shows("Essay two");
    screen.type(`j${ENTER}G`);
    await screen.shows("Links here");
    await screen.shows("Essay three");
    screen.type(`\u001b[Z${ENTER}`);
    await screen.until((lines) => lines.at(-1)!.startsWith(" Essay one"), "the essay that links here");
  });

  test("a saved file is shown again in place, and what changed is marked for a moment", async () => {
    const own = place();
    const screen = read(own, SMALL);
    await screen.shows("Essay two");
    screen.type(ENTER);
    await screen.shows("Go to the other");
    screen.type("30j");
    await screen.until((lines) => !lines.join("\n").includes("Go to the other"), "lines further on");
    await settled(screen);
    const top = firstOf(screen);
    const next = Number(/\d+/.exec(top ?? "")?.[0]) + 1;
    const changed = FILES["one.md"]
      .replace("Go to", "An added paragraph.\n\nGo to")
      .replace(`Paragraph ${next} says`, `Paragraph ${next} cries`);
    const shows = (text: string): Promise<string[]> =>
      screen.until((lines) => lines.some((line) => line.includes(text)), text);
    // What is there for a moment is waited for before it can come.
    const said = Promise.all([screen.shows("was changed"), shows(`▎Paragraph ${next} cries`)]);
    // As vim and others save: beside the file, then renamed.
    writeFileSync(join(own.root, ".one.md.new"), changed);
    renameSync(join(own.root, ".one.md.new"), join(own.root, "one.md"));
    await said;
    await screen.until(() => firstOf(screen) === top, `${top} at the top`);
    await shows(` Paragraph ${next} cries`);
  });

  test("the wheel scrolls, and a click follows a link", async () => {
    const screen = read(place(), SMALL);
    await screen.shows("Essay two");
    await screen.until(() => screen.sent().includes("\u001b[?1006h"), "the mouse asked for");
    const row = screen.text().findIndex((line) => line.includes("Essay one")) + 1;
    screen.type(`\u001b[<0;8;${row}M\u001b[<0;8;${row}m`);
    await screen.shows("Go to the other");
    await screen.until((lines) => topOf(lines) === "Essay one", "the whole page");
    const at = screen.text().findIndex((line) => line.includes("the other"));
    const column = screen.text()[at]!.indexOf("the other") + 2;
    screen.type("\u001b[<65;5;5M");
    await screen.until((lines) => topOf(lines) !== "Essay one", "the page three lines further on");
    screen.type("\u001b[<64;5;5M");
    await screen.until((lines) => topOf(lines) === "Essay one", "the page as it was");
    screen.type(`\u001b[<0;${column};${at + 1}M\u001b[<0;${column};${at + 1}m`);
    await screen.until((lines) => topOf(lines) === "Its middle", "the heading at the top");
    screen.type("M");
    await screen.shows("the terminal has the mouse");
    expect(screen.sent().lastIndexOf("\u001b[?1006l")).toBeGreaterThan(
      screen.sent().lastIndexOf("\u001b[?1006h"),
    );
  });

  test("a bookmark is kept, and leads back", async () => {
    const own = place();
    const screen = read(own, LARGE);
    await screen.shows("Essay two");
    screen.type(`j${ENTER}`);
    await screen.shows("Line 1 says");
    screen.type("20jm");
    await screen.until((lines) => /bookmarked: Line \d+ says/.test(lines.at(-1)!), "the bookmark");
    const line = /bookmarked: (Line \d+)/.exec(screen.text().at(-1)!)![1]!;
    screen.type("q'");
    await screen.shows("Bookmarks");
    screen.type(ENTER);
    await screen.until((lines) => topOf(lines).startsWith(line), "the bookmarked line at the top");
  });
});

describe("the library", () => {
  test("files that come and go appear and disappear", async () => {
    const own = place();
    const screen = read(own);
    await screen.shows("Essay three");
    // The first reading is done when the files are watched: a change before it is read by it.
    writeFileSync(join(own.root, "four.md"), essay({ title: "Essay zero", order: 0 }));
    await screen.shows("Essay zero");
    rmSync(join(own.root, "four.md"));
    await screen.until((lines) => !lines.join("\n").includes("Essay zero"), "the shelf without it");
  });

  test("y copies the paragraph with its notes and source, v lines, Y the path", async () => {
    const own = place();
    const screen = read(own);
    const copied = (): string[] =>
      Array.from(screen.sent().matchAll(/\u001b\]52;c;([^\u001b]*)\u001b\\/g), ([, data]) =>
        Buffer.from(data!, "base64").toString(),
      );
    const source = `Essay one, 8 July 2025, ${join(own.root, "one.md")}`;
    await screen.shows("Essay two");
    screen.type(ENTER);
    await screen.shows("Go to the other");
    screen.type("y");
    await screen.shows("copied: “Go to");
    expect(copied()).toEqual([`Go to the other first.\n\n— ${source}\n`]);
    screen.type("Y");
    await screen.until(() => copied().length === 2, "another copy");
    expect(copied()[1]).toBe(join(own.root, "one.md"));
    screen.type("o");
    await screen.shows("Its end");
    screen.type(ENTER);
    await screen.shows("The last words");
    await screen.until((lines) => lines.join("\n").includes("100 %"), "the end");
    screen.type("V");
    await screen.shows("1 selected");
    screen.type("Gy");
    await screen.until(() => copied().length === 3, "the lines");
    expect(copied()[2]).toContain("The last words[1].");
    expect(copied()[2]).toContain("[1] A note that leads to two.");
    expect(copied()[2]).toContain(`— ${source}`);
  });

  test("line by line: a number opens, Enter reads on, a link is followed and left again", async () => {
    const own = place();
    const screen = read(own, USUAL, {}, ["--plain-ui"]);
    await screen.shows("shelf>");
    expect(screen.sent()).not.toContain("\u001b[?1049h");
    screen.type("1\r");
    await screen.shows("Link 1: the other, to Essay");
    screen.type("l\r");
    await screen.shows("Its middle.");
    screen.type("u\r");
    await screen.until(
      (lines) => lines.join("\n").split("Link 1: the other, to Essay").length > 1,
      "the essay again",
    );
    screen.type("q\r");
    await screen.shows("shelf>");
    screen.type("q\r");
    expect((await screen.exit).exitCode).toBe(0);
  });
});

describe("links go out", () => {
  test("to the system's browser, through no shell, the address shown first", async () => {
    const own = place();
    const bin = join(own.home, "bin");
    mkdirSync(bin);
    const log = join(own.home, "opened");
    writeFileSync(
      join(bin, "xdg-open"),
      `#!/bin/sh\nprintf '%s|' "$@" > '${log}.new'\nmv '${log}.new' '${log}'\n`,
    );
    chmodSync(join(bin, "xdg-open"), 0o755);
    const screen = read(own, USUAL, { PATH: `${bin}:${process.env["PATH"]}` });
    await screen.shows("Essay two");
    screen.type(`G${ENTER}`);
    await screen.shows("outside");
    screen.type(TAB + TAB + ENTER);
    await screen.shows("to the browser");
    await screen.shows("https://example.org/a?b=c'd");
    screen.type(ENTER);
    await screen.shows("goes to the browser");
    await waitFor(() => readFileSync(log, "utf8"));
    expect(readFileSync(log, "utf8")).toBe("https://example.org/a?b=c'd|");
  });

  test("where there is none, that is said", async () => {
    const bin = temporaryLibrary({});
    const screen = read(place(), USUAL, { PATH: bin });
    await screen.shows("Essay two");
    screen.type(`G${ENTER}`);
    await screen.shows("outside");
    screen.type(TAB + TAB + ENTER);
    await screen.shows("to the browser");
    screen.type(ENTER);
    await screen.shows("no browser could open");
  });
});

describe("memory", () => {
  test("an essay that was read to its end is read, in the list and on the shelf", async () => {
    const own = place();
    const screen = read(own);
    await screen.shows("Essay two");
    screen.type(`j${ENTER}G`);
    await screen.shows("100 %");
    screen.type("q");
    await screen.shows("✓ Essay two");
    screen.type("q");
    await screen.exit;
    const env = own.env;
    const unread = await pipe(["list", own.root, "--where", "read=no", "-0"], { env });
    expect(unread.out.split("\0").filter(Boolean)).toEqual(["one", "three"]);
    const readOnes = await pipe(["list", own.root, "--where", "read=yes", "-0"], { env });
    expect(readOnes.out).toBe("two\0");
    const sorted = await pipe(["list", own.root, "-s", "read", "-0"], { env });
    expect(sorted.out.split("\0").filter(Boolean)).toEqual(["one", "three", "two"]);
  });

  test("two readers at once keep what each of them read", async () => {
    const own = place();
    const [one, two] = [read(own), read(own)];
    for (const screen of [one, two]) await screen.shows("Essay two");
    one.type(`${ENTER}G`);
    two.type(`j${ENTER}G`);
    for (const screen of [one, two]) await screen.shows("100 %");
    one.type("q");
    two.type("q");
    for (const screen of [one, two]) await screen.shows("✓");
    one.type("q");
    two.type("q");
    await Promise.all([one.exit, two.exit]);
    const done = await pipe(["list", own.root, "--where", "read=yes", "-0"], { env: own.env });
    expect(done.out.split("\0").filter(Boolean)).toEqual(["one", "two"]);
  });

  test("what was kept is there after SIGKILL", async () => {
    const own = place();
    const screen = read(own);
    await screen.shows("Essay two");
    screen.type(`${ENTER}40j`);
    await waitFor(() => expect(stateOf(own)).toMatchObject([{ finished: 0 }]));
    screen.pty.kill("SIGKILL");
    await screen.exit;
    const again = read(own);
    await again.shows("c continues “Essay one”");
  });

  test("a state folder that can't be written is told, and reading goes on", async () => {
    const own = place();
    writeFileSync(join(own.home, ".local"), "not a folder");
    const screen = read(own);
    await screen.shows("Essay two");
    screen.type(`${ENTER}30jm`);
    await screen.shows("bookmarked");
    screen.type("q'");
    await screen.shows("Bookmarks");
    screen.type("qq");
    expect((await screen.exit).exitCode).toBe(0);
    expect(screen.sent()).toContain("can't be remembered there");
  });

  test("a damaged file is put aside, never thrown away", async () => {
    const own = place();
    const folder = join(own.home, ".local/state/ibid");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "memory.sqlite"), "this is no database, and yet it is mine".repeat(30));
    const screen = read(own);
    await screen.shows("Essay two");
    screen.type("q");
    await screen.exit;
    expect(screen.sent()).toContain("the old file is");
    expect(readFileSync(join(folder, "memory.sqlite.damaged"), "utf8")).toContain("and yet it is mine");
  });

  test("essays that came since the last visit are marked as new", async () => {
    const own = place();
    const first = read(own);
    await first.shows("Essay two");
    await waitFor(() => expect(visits(own)).toBe(1));
    first.type("q");
    await first.exit;
    writeFileSync(join(own.root, "four.md"), essay({ title: "Essay four", order: 4 }));
    const second = read(own);
    await second.shows("● Essay four");
    expect(second.text().join("\n")).not.toContain("● Essay one");
  });

  test("the state is kept where XDG says, and nowhere if nothing is to be kept", async () => {
    const own = place();
    const state = join(own.home, "state");
    const screen = read(own, USUAL, { XDG_STATE_HOME: state });
    await screen.shows("Essay two");
    await waitFor(() => readFileSync(join(state, "ibid/memory.sqlite")));
    screen.type("q");
    await screen.exit;
    const none = await shell('"$IBID_NODE" "$IBID_PROGRAM" list "$ROOT" --where read=no; ls -A "$HOME"', [], {
      env: { ...own.env, ROOT: own.root, IBID_STATE: "", IBID_CACHE: "" },
    });
    expect(none.out).not.toContain(".local");
  });
});

test("^C in an essay leaves at once, and what was read is kept", async () => {
  const own = place();
  const screen = read(own);
  await screen.shows("Essay two");
  screen.type(`${ENTER}30j`);
  await screen.until((lines) => topOf(lines).startsWith("Paragraph"), "lines further on");
  screen.type("\u0003");
  expect((await screen.exit).exitCode).toBe(130);
  expect(screen.sent()).not.toContain("Error");
  expect(stateOf(own)).toMatchObject([{ finished: 0 }]);
});

test("a file that is empty for a moment does not lose the place", async () => {
  const own = place();
  const screen = read(own);
  await screen.shows("Essay two");
  screen.type(ENTER);
  await screen.shows("Go to the other");
  screen.type("40j");
  await screen.until((lines) => !lines.join("\n").includes("Go to the other"), "lines further on");
  await settled(screen);
  const top = firstOf(screen);
  writeFileSync(join(own.root, "one.md"), "");
  await screen.until((lines) => !lines.join("\n").includes("Paragraph"), "nothing");
  writeFileSync(join(own.root, "one.md"), FILES["one.md"]);
  await screen.shows("Paragraph");
  await screen.until(() => firstOf(screen) === top, `${top} at the top`);
});

describe("the editor", () => {
  test("is opened at the line where the screen begins, and what it saves is shown", async () => {
    const own = place();
    const script = join(own.home, "editor");
    writeFileSync(
      script,
      `#!/bin/sh\necho "$1" > '${own.home}/line'\nsed -i 's/Line 21 says little/Line 21 was edited/' "$2"\n`,
    );
    chmodSync(script, 0o755);
    const screen = read(own, USUAL, { VISUAL: script });
    await screen.shows("Essay two");
    screen.type(`j${ENTER}`);
    await screen.shows("Line 1 says");
    screen.type("42j");
    await screen.until((lines) => !lines.join("\n").includes("Line 1 says"), "lines further on");
    await settled(screen);
    const first = text(screen).find((line) => line.startsWith("Line"))!;
    screen.type("e");
    await screen.shows("was changed");
    await screen.shows("Line 21 was edited");
    const line = Number(readFileSync(join(own.home, "line"), "utf8").replace("+", ""));
    expect(FILES["two.md"].split("\n")[line - 1]).toBe(first);
    expect(screen.terminal.buffer.active.type).toBe("alternate");
  });

  test("ends with ibid: a signal leaves no two programs at one terminal", async () => {
    const own = place();
    const script = join(own.home, "editor");
    writeFileSync(script, `#!/bin/sh\necho "begun $$"\nexec sleep 1000\n`);
    chmodSync(script, 0o755);
    const screen = read(own, USUAL, { VISUAL: script });
    await screen.shows("Essay two");
    screen.type("e");
    await screen.until((lines) => /begun \d+/.test(lines.join("\n")), "the editor");
    const editor = Number(/begun (\d+)/.exec(screen.text().join("\n"))?.[1]);
    process.kill(screen.pty.pid, "SIGTERM");
    expect((await screen.exit).exitCode).toBe(143);
    expect(() => process.kill(editor, 0)).toThrow(/ESRCH/);
    expect(screen.terminal.buffer.active.type).toBe("normal");
  });

  test("one that fails is named, and the reader is back", async () => {
    const screen = read(place(), USUAL, { VISUAL: "/no/such/editor" });
    await screen.shows("Essay two");
    screen.type("e");
    await screen.shows("/no/such/editor: there is no such program");
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
  });
});

describe("the config file", () => {
  test("binds the user's own keys, which help and hints show; an error is reported with its line", async () => {
    const own = place();
    const config = join(own.home, "config.toml");
    writeFileSync(
      config,
      'mouse = false\nmesure = 70\n\n[keys]\nquit = "Q"\n\n[keys.page]\noutline = ["O"]\nfly = "x"\n',
    );
    const screen = read(own, USUAL, { IBID_CONFIG: config });
    await screen.shows("config.toml:2: unknown key mesure; config.toml:9: no action there is");
    screen.type("j");
    await screen.shows("Q quit");
    screen.type("k");
    expect(screen.sent()).toContain(`${config}:2: unknown key mesure`);
    expect(screen.sent()).toContain(`${config}:9: no action there is called fly`);
    screen.type(`j${ENTER}`);
    await screen.shows("Line 1 says");
    screen.type("o");
    screen.type("O");
    await screen.shows("Outline of Essay two");
    expect(screen.sent()).not.toContain("\u001b[?1000h");
    screen.type(ESC);
    await screen.shows("Line 1 says");
    screen.type("qQ");
    expect((await screen.exit).exitCode).toBe(0);
  });
});

describe("the shelf", () => {
  test("a wide screen shows the essay under the cursor beside it, a narrow one does not", async () => {
    const own = place();
    const screen = read(own, { columns: 120, rows: 24 });
    await screen.shows("Go to the other");
    screen.type("j");
    await screen.shows("Line 1 says");
    screen.resize(119, 24);
    await screen.until((lines) => !lines.join("\n").includes("Line 1 says"), "the shelf alone");
  });

  test("several tags are ticked, any of them or all", async () => {
    const files = {
      "a.md": essay({ title: "Tea and cake", tags: ["tea", "cake"] }),
      "b.md": essay({ title: "Tea alone", tags: ["tea"] }),
      "c.md": essay({ title: "Cake alone", tags: ["cake"] }),
      "d.md": essay({ title: "Neither" }),
    };
    const screen = read(place(files));
    await screen.shows("Neither");
    screen.type("t");
    await screen.shows("cake");
    screen.type("  ");
    await screen.shows("3 essays with any of them");
    screen.type(ENTER);
    await screen.shows("3 of 4 essays");
    screen.type("ta");
    await screen.shows("1 essay with all of them");
    screen.type(ENTER);
    await screen.shows("1 of 4 essays");
    await screen.shows("Tea and cake");
  });

  test("keys typed before the reader is there are not lost", async () => {
    const screen = read(place());
    screen.type(`G${ENTER}`);
    await screen.shows("Nothing at the gap");
  });
});

/** Waits until something can be done. */
async function waitFor(attempt: () => unknown): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      attempt();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      // The processor is for the program meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

function remembered<Value>(own: Place, ask: (database: DatabaseSync) => Value): Value {
  const database = new DatabaseSync(join(own.home, ".local/state/ibid/memory.sqlite"), { readOnly: true });
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

function stateOf(own: Place): object[] {
  return remembered(own, (database) => database.prepare("SELECT finished FROM essays").all());
}

function visits(own: Place): number {
  return remembered(own, (database) => database.prepare("SELECT * FROM libraries").all().length);
}
