import { execFileSync } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { open, type Screen, topOf } from "../support/program.ts";
import { LARGE, SMALL, USUAL } from "../support/sizes.ts";

const ALTERNATE_ON = "\u001b[?1049h";
const ALTERNATE_OFF = "\u001b[?1049l";
const CURSOR_ON = "\u001b[?25h";

const paragraphs = Array.from({ length: 80 }, (_, n) => `Paragraph ${n + 1} of the essay[^${n + 1}].`).join(
  "\n\n",
);
const notes = Array.from({ length: 80 }, (_, n) => `[^${n + 1}]: Note ${n + 1}.`).join("\n");

function library(): string {
  return temporaryLibrary({
    "one.md": essay(
      { title: "The first essay", order: 1, tags: ["tag"], date: "2025-01-02" },
      `${paragraphs}\n\n${notes}\n`,
    ),
    "two.md": essay({ title: "The second essay", order: 2 }),
  });
}

/** Whether what was sent leaves the terminal as it was. */
function expectRestored(screen: Screen): void {
  const sent = screen.sent();
  expect(sent).toContain(ALTERNATE_ON);
  expect(sent.lastIndexOf(ALTERNATE_OFF)).toBeGreaterThan(sent.lastIndexOf(ALTERNATE_ON));
  expect(sent.lastIndexOf(CURSOR_ON)).toBeGreaterThan(sent.lastIndexOf("\u001b[?25l"));
  expect(screen.terminal.buffer.active.type).toBe("normal");
}

describe.each([USUAL, SMALL, LARGE])("at $columns×$rows", (size) => {
  test("the shelf, an essay to its end, and out again", async () => {
    const screen = open([library()], size);
    await screen.shows("The second essay");
    expect(screen.terminal.buffer.active.type).toBe("alternate");
    screen.type("\r");
    await screen.shows("¹ Note 1.");
    screen.type("G");
    await screen.shows("Note 80.");
    await screen.shows("100 %");
    screen.type("q");
    await screen.shows("The second essay");
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
    expectRestored(screen);
  });
});

test("the full text opens an essay at the passage, and comes back; in an essay the others are found", async () => {
  const screen = open([library()], SMALL);
  await screen.shows("The second essay");
  screen.type("F");
  await screen.shows('"two words"');
  screen.type('note:"note 41');
  await screen.shows("note 41");
  screen.type("\r");
  await screen.shows("1 of 1");
  await screen.until((lines) => lines.some((line) => /⁴¹ Note 41\./.test(line)), "the note");
  screen.type("/para");
  await screen.until((lines) => /\d+ of 80 *$/.test(lines.at(-1)!), "the count");
  screen.type("\rnN");
  await screen.until((lines) => /^ \d+ of 80 /.test(lines.at(-1)!), "the count once kept");
  screen.type("q");
  await screen.shows("Search");
  screen.resize(100, 30);
  await screen.until(
    (lines) => lines.length === 30 && lines[29]!.startsWith(" F note"),
    "the search at another size",
  );
  screen.type("\u0003");
  expect((await screen.exit).exitCode).toBe(130);
  expectRestored(screen);
});

test("a library that takes long to read is there at once, with a bar, and can be searched meanwhile", async () => {
  const filler = "Some words about nothing in particular. ".repeat(400);
  const files = Object.fromEntries(
    Array.from({ length: 1_500 }, (_, nth) => [
      `${String(nth).padStart(4, "0")}.md`,
      essay({ title: `Essay ${nth}`, order: nth }, `${filler}\n\nneedle\n`),
    ]),
  );
  const screen = open([temporaryLibrary(files)], { columns: 80, rows: 24 });
  await screen.until((lines) => /reading [▓░]{16} \d+ %/.test(lines[23]!), "the bar");
  screen.type("Fneedle");
  await screen.until((lines) => /in \d+ of \d+ essays/.test(lines[0]!), "what is found so far");
  await screen.until((lines) => /in 1500 of 1500 essays/.test(lines[0]!), "all of it");
  await screen.until((lines) => !lines[23]!.includes("reading"), "no bar");
  screen.type("\u0003");
  expect((await screen.exit).exitCode).toBe(130);
});

test("keys typed fast arrive one by one", async () => {
  const screen = open([library()], { columns: 80, rows: 24 });
  await screen.shows("The second essay");
  screen.type("/sec\r");
  await screen.until((lines) => topOf(lines) === "The second essay", "the second essay");
});

test("another size is drawn anew, the place kept, and nothing stale is left", async () => {
  const screen = open(["one", "-d", library()], { columns: 80, rows: 24 });
  await screen.shows("Paragraph 1 of");
  const [first] = (await screen.until((lines) => lines[23]!.includes("%"), "the first status")).slice(23);
  screen.type("6 ");
  // Rows are drawn from the top, so a new status means a whole frame.
  const before = await screen.until((lines) => lines[23]!.includes("%") && lines[23] !== first, "the middle");
  const number = /Paragraph (\d+)/.exec(before.join())![1]!;
  for (const [columns, rows] of [
    [50, 12],
    [120, 40],
    [33, 8],
    [80, 24],
  ] as const) {
    screen.resize(columns, rows);
    await screen.until(
      (lines) => lines.slice(0, 6).join().includes(`Paragraph ${number}`) && lines.at(-1)!.includes("%"),
      `paragraph ${number}`,
    );
  }
  await screen.until((lines) => lines.join("\n") === before.join("\n"), "the first screen again");
});

test("no frame made for another size is ever drawn", async () => {
  const screen = open(["one", "-d", library()], { columns: 80, rows: 24 });
  await screen.shows("Paragraph 1 of");
  for (const columns of [79, 76, 70, 60, 44, 30, 61, 80, 100, 90]) {
    screen.resize(columns, 24);
    const margin = Math.floor((columns - Math.min(72, columns - 2)) / 2);
    const isWhole = (lines: string[]): boolean =>
      lines[1] === `${" ".repeat(margin)}The first essay` &&
      lines
        .filter((line) => line.includes("Paragraph"))
        .every((line) => line.indexOf("Paragraph") === margin) &&
      lines.filter((line) => line.includes("%")).length === 1;
    await screen.until(isWhole, `a whole frame of ${columns} columns`);
  }
});

test("too small a window says so, and comes back", async () => {
  const screen = open([library()], { columns: 80, rows: 24 });
  await screen.shows("The second essay");
  screen.resize(12, 3);
  await screen.shows("ibid needs");
  screen.resize(80, 24);
  await screen.shows("The second essay");
});

test("CI in the environment changes nothing", async () => {
  const screen = open([library()], { columns: 80, rows: 24 }, { env: { CI: "true" } });
  await screen.shows("The second essay");
});

test("an essay on standard input is read, the keys come from the terminal", async () => {
  const command = `printf 'From a pipe[^1].\\n\\n[^1]: Its note.\\n' | "$IBID_NODE" "$IBID_PROGRAM" -; echo "left $?"`;
  const screen = open([], { columns: 80, rows: 24 }, { command });
  await screen.shows("¹ Its note.");
  screen.type("q");
  await screen.shows("left 0");
});

describe("the background", () => {
  const DARK = "\u001b]11;rgb:1010/1010/1010\u001b\\\u001b[?1;2c";

  test("is asked for before the reader starts, and no part of the answer is taken for a key", async () => {
    const screen = open(
      [library(), "--theme", "auto"],
      { columns: 80, rows: 24 },
      { env: { COLORTERM: "truecolor" } },
    );
    await screen.until(() => screen.sent().includes("\u001b]11;?"), "the question");
    screen.type(DARK);
    await screen.shows("The second essay");
    screen.type("\r");
    await screen.shows("Paragraph 1 of");
    expect(screen.sent()).toContain("38;2;143;184;238mThe first essay");
  });

  test("a terminal that does not answer is waited for no longer than a moment", async () => {
    const screen = open([library(), "--theme", "auto"], { columns: 80, rows: 24 });
    await screen.shows("The second essay");
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
  });
});

/** A shell with job control, in which the reader shows its shelf. */
async function readingInShell(): Promise<Screen> {
  const screen = open(
    [],
    { columns: 80, rows: 24 },
    { command: `exec env PS1='$ ' bash --norc --noprofile -i`, env: { LIBRARY: library() } },
  );
  await screen.shows("$");
  screen.type(`"$IBID_NODE" "$IBID_PROGRAM" "$LIBRARY"\r`);
  await screen.shows("The second essay");
  return screen;
}

describe("the terminal is as it was", () => {
  /** In a shell, so that the terminal's modes can be asked for afterwards. */
  function inShell(): Screen {
    const line = `"$IBID_NODE" "$IBID_PROGRAM" "$LIBRARY"; echo "left $?"; stty -a`;
    return open([], { columns: 80, rows: 24 }, { command: line, env: { LIBRARY: library() } });
  }

  async function expectCooked(screen: Screen, left: string): Promise<void> {
    const lines = await screen.until((all) => all.join().includes(left) && /echoctl/.test(all.join()), left);
    const modes = lines.join(" ");
    expect(modes).toMatch(/(?<!-)\bicanon\b/);
    expect(modes).toMatch(/(?<!-)\becho\b/);
    expectRestored(screen);
  }

  test("after q", async () => {
    const screen = inShell();
    await screen.shows("The second essay");
    screen.type("q");
    await expectCooked(screen, "left 0");
  });

  test("after ^C", async () => {
    const screen = inShell();
    await screen.shows("The second essay");
    screen.type("\u0003");
    await expectCooked(screen, "left 130");
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
    ["SIGQUIT", 131],
    ["SIGUSR1", 128 + constants.signals.SIGUSR1],
    ["SIGUSR2", 128 + constants.signals.SIGUSR2],
    ["SIGALRM", 142],
    ["SIGABRT", 134],
    ["SIGXCPU", 128 + constants.signals.SIGXCPU],
  ] as const)("after %s", async (signal, code) => {
    const line = `"$IBID_NODE" "$IBID_PROGRAM" "$LIBRARY" <"$(tty)" & pid=$!; echo "pid $pid"; wait $pid; echo "left $?"; stty -a`;
    const screen = open([], { columns: 80, rows: 24 }, { command: line, env: { LIBRARY: library() } });
    await screen.shows("The second essay");
    const pid = Number(/pid (\d+)/.exec(screen.sent())![1]);
    process.kill(pid, signal);
    await expectCooked(screen, `left ${code}`);
  });

  test("after an error that nobody caught, which is told on the screen that was", async () => {
    const line = `"$IBID_NODE" --import "data:text/javascript,process.on('SIGURG', () => { throw new Error('thrown on purpose'); })" "$IBID_PROGRAM" "$LIBRARY"; echo "left $?"; stty -a`;
    const screen = open(
      [],
      { columns: 80, rows: 24 },
      { command: `echo "shell $$"; ${line}`, env: { LIBRARY: library() } },
    );
    await screen.shows("The second essay");
    const pid = execFileSync("pgrep", ["-P", /shell (\d+)/.exec(screen.sent())![1]!], { encoding: "utf8" })
      .trim()
      .split("\n")[0]!;
    process.kill(Number(pid), "SIGURG");
    await expectCooked(screen, "left 2");
    expect(screen.text().join(" ")).toContain("thrown on purpose");
  });

  test("while suspended, and a program that waits for nothing else is continued by fg", async () => {
    const program = join(import.meta.dirname, "../fixtures/suspends-itself.ts");
    const screen = open(
      [],
      { columns: 80, rows: 24 },
      { command: `exec env PS1='$ ' bash --norc --noprofile -i`, env: { PROGRAM: program } },
    );
    await screen.shows("$");
    screen.type(`"$IBID_NODE" "$PROGRAM"\r`);
    await screen.shows("Stopped");
    expectRestored(screen);
    screen.type("fg; echo code $?\r");
    await screen.shows("code 0");
    expect(screen.text().join("\n")).toContain("continued");
  });

  test("after SIGSTOP, which nobody asked the reader for, and fg", async () => {
    const screen = await readingInShell();
    const [pid] = execFileSync("pgrep", ["-P", String(screen.pty.pid)], { encoding: "utf8" }).split("\n");
    process.kill(Number(pid), "SIGSTOP");
    await screen.until(() => screen.sent().includes("Stopped"), "the shell");
    screen.type("clear; fg\r");
    await screen.until(
      (lines) => lines[0]!.includes("by order") && screen.terminal.buffer.active.type === "alternate",
      "the shelf again",
    );
    screen.type("j");
    await screen.until(
      (lines) => lines.some((line) => /▌.*The second essay/.test(line)),
      "the cursor on the second essay",
    );
    screen.type("q");
    await screen.until(() => screen.terminal.buffer.active.type === "normal", "the shell");
  });

  test("while suspended by ^Z, and the reader is back after fg", async () => {
    const screen = await readingInShell();
    screen.type("\u001a");
    await screen.shows("Stopped");
    expectRestored(screen);
    // What happens to the window meanwhile, a stopped process may never hear.
    screen.resize(60, 18);
    screen.type("fg\r");
    await screen.until(
      (lines) =>
        lines[0]!.trimEnd().endsWith("by order") &&
        lines[0]!.trimEnd().length < 60 &&
        lines[17]!.includes("1/2") &&
        screen.terminal.buffer.active.type === "alternate",
      "the shelf again",
    );
    screen.type("q");
    await screen.until(
      (lines) => lines.findLast((line) => line !== "")?.trim() === "$",
      "the shell's prompt",
    );
    screen.type("stty -a; echo done\r");
    await screen.until(
      (lines) => /(?<!-)\bicanon\b/.test(lines.join(" ")) && lines.join().includes("done"),
      "cooked modes",
    );
  });
});

test("what comes down a pipe is read, the keys come from the terminal", async () => {
  const command = `printf '# Piped\\n\\nHello.\\n' | exec "$IBID_NODE" "$IBID_PROGRAM"`;
  const screen = open([], { columns: 80, rows: 24 }, { command });
  await screen.shows("Hello.");
  screen.type("q");
  expect((await screen.exit).exitCode).toBe(0);
});

test("a terminal that can do nothing has the reader line by line", async () => {
  const command = `TERM=dumb exec "$IBID_NODE" "$IBID_PROGRAM" "$LIBRARY"`;
  const screen = open([], { columns: 80, rows: 24 }, { command, env: { LIBRARY: library() } });
  await screen.shows("shelf>");
  screen.type("q\r");
  expect((await screen.exit).exitCode).toBe(0);
});
