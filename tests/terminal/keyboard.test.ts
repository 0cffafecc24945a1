/**
 * What is typed reaches whoever listens, whenever it was typed and whatever the terminal sends in between.
 */
import { PassThrough } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { Keyboard } from "../../src/terminal/keyboard.ts";
import { TerminalError } from "../../src/terminal/terminal-error.ts";
import { fakeTerminal } from "../support/terminal.ts";

const COLOR = "\u001b]11;rgb:ffff/ffff/ffff\u001b\\";
const LAST = "\u001b[?62;4c";
const LONG = 60_000;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("Enter that was typed before the terminal was raw is Enter", async () => {
  const { screen, type, heard } = fakeTerminal();
  screen.hold();
  // A terminal driver hands over a line feed for it until then.
  await type("jj\n");
  const { keys } = heard();
  screen.release();
  expect(keys.join("")).toBe("jj\r");
});

test("what is typed while the terminal is asked is there for the reader; the terminal is cooked meanwhile", async () => {
  const { screen, type, heard, isRaw } = fakeTerminal();
  const answer = screen.ask("?", LONG);
  expect(isRaw()).toBe(true);
  await type(`j${COLOR}k`);
  await type(LAST);
  expect(await answer).toBe(COLOR + LAST);
  expect(isRaw()).toBe(false);
  screen.hold();
  const { keys } = heard();
  await type("l");
  expect(keys.join("")).toBe("jkl");
  screen.release();
});

test("^C ends the program while the terminal is asked", async () => {
  const kill = vi.spyOn(process, "kill").mockReturnValue(true);
  const { screen, type } = fakeTerminal();
  const answer = screen.ask("?", LONG);
  await type("\u0003");
  await type(LAST);
  await answer;
  expect(kill).toHaveBeenCalledWith(process.pid, "SIGINT");
});

test("a reader that takes the terminal while it is asked keeps it", async () => {
  const { screen, type, isRaw } = fakeTerminal();
  const answer = screen.ask("?", LONG);
  screen.hold();
  await type(LAST);
  await answer;
  expect([screen.isResting, isRaw()]).toEqual([false, true]);
  screen.release();
});

test("what begins like a reply, and a paste whose end is lost, withhold no later key", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { screen, type, heard } = fakeTerminal();
  screen.hold();
  const { keys, pastes } = heard();
  void screen.inquire("?");
  // Alt-], and words.
  await type("\u001b]");
  await type("word");
  expect(keys.join("")).toBe("");
  vi.advanceTimersByTime(LONG);
  expect(keys.join("")).toBe("\u001b]word");
  await type("\u001b[200~pasted");
  vi.advanceTimersByTime(LONG);
  await type("j");
  expect(pastes).toEqual(["pasted"]);
  expect(keys.join("")).toBe("\u001b]wordj");
  screen.release();
});

test("input waits between two who listen", async () => {
  const { screen, type, heard } = fakeTerminal();
  screen.hold();
  const first = heard();
  await type("a");
  screen.unlisten();
  await type("b\u001b[200~pasted\u001b[201~");
  const second = heard();
  await vi.waitFor(() => expect(second.pastes).toEqual(["pasted"]));
  expect([first.keys, second.keys]).toEqual([["a"], ["b"]]);
  screen.release();
});

test("a terminal that belongs to another process is an expected error, and is left alone", () => {
  const refused = Object.assign(new Error("setRawMode EIO"), { code: "EIO" });
  const stdin = Object.assign(new PassThrough(), {
    setRawMode: () => {
      throw refused;
    },
  });
  const keyboard = new Keyboard(stdin as unknown as NodeJS.ReadStream);
  expect(() => keyboard.open()).toThrow(TerminalError);
  expect(() => keyboard.open()).toThrow(/can't be used \(EIO\).*foreground/);
  expect(() => keyboard.close()).not.toThrow();
});
