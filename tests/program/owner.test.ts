/**
 * The terminal has one owner: it is lent once at a time, and comes back as it was.
 */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { open, type Screen, shippedEssays } from "../support/program.ts";

/** A reader whose editor notes each of its starts and waits for a line. */
function withEditor(): { screen: Screen; starts: () => number } {
  const root = temporaryLibrary({
    "a.md": essay({ title: "The first essay", order: 1 }),
    "b.md": essay({ title: "The second essay", order: 2 }),
  });
  const bin = temporaryLibrary({});
  const editor = join(bin, "editor");
  const log = join(bin, "log");
  writeFileSync(editor, `#!/bin/sh\necho started >> "${log}"\necho "in the editor"\nread line < /dev/tty\n`);
  chmodSync(editor, 0o755);
  const screen = open([root], { columns: 80, rows: 24 }, { env: { EDITOR: editor } });
  return { screen, starts: () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").length - 1 : 0) };
}

describe("a second suspension while one runs is ignored", () => {
  test.each([
    ["ee", "ee"],
    ["e^Z", "e\u001a"],
    ["e^C", "e\u0003"],
    ["eq", "eq"],
    ["e and a paste", "e\u001b[200~eee\u001b[201~"],
  ])("%s in one write", async (_, keys) => {
    const { screen, starts } = withEditor();
    await screen.shows("The second essay");
    screen.type(keys);
    await screen.shows("in the editor");
    expect(screen.terminal.buffer.active.type).toBe("normal");
    const mouse = (): boolean => screen.terminal.modes.mouseTrackingMode !== "none";
    expect(mouse()).toBe(false);
    screen.type("\r");
    await screen.until(
      (lines) =>
        lines.join().includes("The second essay") && screen.terminal.buffer.active.type === "alternate",
      "the shelf again",
    );
    expect(starts()).toBe(1);
    expect(mouse()).toBe(true);
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
  });
});

test("^Z does nothing where no shell could continue the reader, once or twice, before or after e", async () => {
  const { screen, starts } = withEditor();
  await screen.shows("The second essay");
  screen.type("\u001a\u001a");
  screen.type("j");
  await screen.until(
    (lines) => lines.some((line) => /▌.*The second essay/.test(line)),
    "the cursor on the second essay",
  );
  screen.type("\u001ae");
  await screen.shows("in the editor");
  screen.type("\r");
  await screen.until(() => screen.terminal.buffer.active.type === "alternate", "the reader again");
  expect(starts()).toBe(1);
  screen.type("q");
  expect((await screen.exit).exitCode).toBe(0);
});

test("^Z in the editor does nothing where no shell could continue it", async () => {
  const { screen } = withEditor();
  await screen.shows("The second essay");
  screen.type("e");
  await screen.shows("in the editor");
  screen.type("\u001a");
  await screen.shows("^Z");
  screen.type("\r");
  await screen.until(() => screen.terminal.buffer.active.type === "alternate", "the shelf again");
  screen.type("q");
  expect((await screen.exit).exitCode).toBe(0);
});

test("what is pasted is text in a field, and nothing elsewhere", async () => {
  const { screen } = withEditor();
  await screen.shows("The second essay");
  const paste = (text: string): void => screen.type(`\u001b[200~${text}\u001b[201~`);
  paste("q");
  paste("see q\r");
  screen.type("/");
  paste("second\n");
  await screen.shows("/ second");
  await screen.until((lines) => !lines.join().includes("The first essay"), "the filtered shelf");
  screen.type("\u0003");
  expect((await screen.exit).exitCode).toBe(130);
});

test("a paste of 100 kB into the field of an essay is no more than text", async () => {
  const { screen } = withEditor();
  await screen.shows("The second essay");
  screen.type("\r");
  await screen.shows("Text.");
  screen.type("/");
  screen.type(`\u001b[200~${"word ".repeat(20_000)}\u001b[201~`);
  // A field that is longer than its row shows its end.
  await screen.shows("word word word");
  screen.type("\u001b");
  await screen.shows("the end");
  screen.type("\u0003");
  expect((await screen.exit).exitCode).toBe(130);
});

test("the plain reader lends a cooked terminal, survives ^C in the editor, and copies nothing to a terminal that would print it", async () => {
  const root = temporaryLibrary({ "a.md": essay({ title: "The first essay" }) });
  const bin = temporaryLibrary({});
  const editor = join(bin, "editor");
  writeFileSync(
    editor,
    '#!/bin/sh\ntrap "echo interrupted" INT\nstty -a < /dev/tty\nuntil [ "$line" = end ]; do read line < /dev/tty; done\necho "left the editor"\n',
  );
  chmodSync(editor, 0o755);
  const screen = open(
    [],
    { columns: 80, rows: 24 },
    { env: { EDITOR: editor }, command: `TERM=dumb exec "$IBID_NODE" "$IBID_PROGRAM" "${root}"` },
  );
  await screen.shows("shelf>");
  screen.type("e 1\r");
  await screen.until(
    (lines) => /(?<!-)icanon/.test(lines.join(" ")) && /(?<!-)echo /.test(lines.join(" ")),
    "a cooked terminal",
  );
  screen.type("\u0003");
  await screen.shows("interrupted");
  // All of it is for the editor, however long it takes to read.
  screen.type("1\rh\rend\r");
  const seen = await screen.until(
    (lines) => /left the editor\s+shelf>/.test(lines.join("\n")),
    "the prompt again",
  );
  expect(seen.join("\n")).not.toContain("Which");
  screen.type("1\ry\r");
  await screen.shows("has no clipboard");
  screen.type("q\rq\r");
  expect((await screen.exit).exitCode).toBe(0);
  expect(screen.sent()).not.toContain("]52;");
});

test.each([
  [undefined, 0],
  ["SIGTERM", 143],
] as const)(
  "^C and ^\\ in the pager are the pager's, and ibid waits for its end, with the signal %s",
  async (signal, code) => {
    const pager =
      "trap 'echo heard INT' INT; trap 'echo heard QUIT' QUIT; trap 'echo heard TERM' TERM; cat >/dev/null; echo ready; until read -r x </dev/tty; do :; done; echo got $x";
    const screen = open(
      ["show", "marginalia", "-p", "-d", shippedEssays],
      { columns: 80, rows: 24 },
      { env: { PAGER: pager } },
    );
    await screen.shows("ready");
    screen.type("\u0003");
    await screen.shows("heard INT");
    screen.type("\u001c");
    await screen.shows("heard QUIT");
    if (signal) {
      process.kill(screen.pty.pid, signal);
      await screen.shows("heard TERM");
    }
    screen.type("mine\r");
    await screen.shows("got mine");
    expect((await screen.exit).exitCode).toBe(code);
  },
);
