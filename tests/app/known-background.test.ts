import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { keepBackground, knownBackground } from "../../src/app/known-background.ts";
import { expectedTheme } from "../../src/app/theme.ts";
import { run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

function memoryFile(): string {
  return join(temporaryLibrary({}), "state", "memory.sqlite");
}

const KITTY = { TERM: "xterm-kitty" };
const TERM = { TERM: "xterm-256color", TERM_PROGRAM: "iTerm.app" };

test("what a terminal said is known the next time, of that terminal alone", () => {
  const memory = memoryFile();
  expect(knownBackground(memory, KITTY)).toBeUndefined();
  keepBackground(memory, KITTY, "light");
  keepBackground(memory, TERM, "dark");
  keepBackground(memory, { ...TERM, TMUX: "/tmp/tmux,1,0" }, "none");
  expect(knownBackground(memory, KITTY)).toBe("light");
  expect(knownBackground(memory, TERM)).toBe("dark");
  expect(knownBackground(memory, { ...TERM, TMUX: "/tmp/tmux,9,9" })).toBe("none");
  keepBackground(memory, KITTY, "dark");
  expect(expectedTheme({ env: KITTY, memory }).name).toBe("dark");
  expect(expectedTheme({ env: { TERM: "st" }, memory }).name).toBe("terminal");
});

test("a damaged file is one without answers, and is written again", () => {
  const memory = memoryFile();
  keepBackground(memory, KITTY, "light");
  const file = join(dirname(memory), "backgrounds.json");
  for (const content of ["{", "[]", "null", '{"xterm-kitty":"green"}', '"x"']) {
    writeFileSync(file, content);
    expect(knownBackground(memory, KITTY)).toBeUndefined();
  }
  keepBackground(memory, KITTY, "light");
  expect(readFileSync(file, "utf8")).toBe('{"xterm-kitty":"light"}\n');
});

test("where nothing is to be remembered, nothing is", () => {
  keepBackground(undefined, KITTY, "light");
  expect(knownBackground(undefined, KITTY)).toBeUndefined();
});

test("a command asks once, and never where its output is a pipe or has no colour", async () => {
  let asked = 0;
  const askBackground = (): Promise<"light"> => {
    asked++;
    return Promise.resolve("light");
  };
  const folder = temporaryLibrary({ "a.md": "A `b`" });
  const env = { IBID_STATE: join(folder, "state"), TERM: "xterm-kitty", COLORTERM: "truecolor" };
  const shown = async (args: string[], io: object): Promise<string> =>
    (await run(["show", "a", "-d", folder, ...args], { env, askBackground, ...io })).out;
  await shown([], { outIsTerminal: false });
  await shown(["--color", "never"], { outIsTerminal: true });
  expect(asked).toBe(0);
  const first = await shown([], { outIsTerminal: true });
  const second = await shown([], { outIsTerminal: true });
  expect(asked).toBe(1);
  expect(first).toContain("\u001b[38;2;122;77;0mb");
  expect(second).toBe(first);
});
