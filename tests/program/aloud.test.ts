import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { PATIENCE } from "../support/patience.ts";
import { open, type Screen } from "../support/program.ts";
import { SMALL, USUAL } from "../support/sizes.ts";

const TEXT = "One sentence here. Then another one. And a third.";

/** A reader on one essay, with a voice that is this script of sh; `heard` is what it wrote into its file. */
function place(script: string | undefined, size = USUAL): { screen: Screen; heard: () => string } {
  const root = temporaryLibrary({ "a.md": essay({ title: "Aloud" }, `${TEXT}\n`) });
  const home = temporaryLibrary({ voice: `#!/bin/sh\n${script ?? ""}\n`, heard: "", "config.toml": "" });
  const voice = join(home, "voice");
  chmodSync(voice, 0o755);
  if (script !== undefined)
    writeFileSync(join(home, "config.toml"), `voice = "${voice} ${join(home, "heard")}"\n`);
  const env = { IBID_CONFIG: join(home, "config.toml"), IBID_CACHE: "", IBID_STATE: "" };
  const screen = open([join(root, "a.md")], size, { env });
  return { screen, heard: () => readFileSync(join(home, "heard"), "utf8") };
}

/** Whether a process is there. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Its own process and one more of its group, their numbers written down; neither ends by itself. */
const ENDLESS = 'sleep 1000 & echo $$ $! > "$1"; wait';

async function pids(heard: () => string): Promise<number[]> {
  const found = (): number[] => heard().trim().split(" ").filter(Boolean).map(Number);
  await vi.waitUntil(() => found().length === 2, { timeout: PATIENCE });
  return found();
}

describe("reading aloud", () => {
  test("goes through the essay", async () => {
    const { screen, heard } = place('cat >> "$1"', SMALL);
    await screen.shows("Then another one.");
    screen.type("R");
    await screen.shows("read to the end");
    expect(heard()).toBe("Aloud.\nOne sentence here.\nThen another one.\nAnd a third.\n");
  });

  test("the sentence that is read stands out", async () => {
    const { screen } = place(ENDLESS);
    await screen.shows("Then another one.");
    screen.type("R)");
    await screen.shows("reading aloud");
    const row = screen.text().findIndex((line) => line.includes("One sentence"));
    const column = screen.text()[row]!.indexOf("One");
    const line = screen.terminal.buffer.active.getLine(row)!;
    const inverse = (at: number): boolean => line.getCell(column + at)!.isInverse() !== 0;
    expect([0, TEXT.indexOf(".")].map(inverse)).toEqual([true, true]);
    expect(inverse(TEXT.indexOf("Then"))).toBe(false);
  });

  test.each([
    ["the end of reading aloud", (screen: Screen) => screen.type("\u001b")],
    ["a pause", (screen: Screen) => screen.type(" ")],
    ["leaving the reader", (screen: Screen) => screen.type("qq")],
    ["leaving at once", (screen: Screen) => screen.type("\u0003")],
    ["a signal", (screen: Screen) => process.kill(screen.pty.pid, "SIGTERM")],
    ["the terminal's end", (screen: Screen) => process.kill(screen.pty.pid, "SIGHUP")],
  ])("%s ends the voice and what it has started", async (_, act) => {
    const { screen, heard } = place(ENDLESS);
    await screen.shows("Then another one.");
    screen.type("R");
    const all = await pids(heard);
    expect(all.map(lives)).toEqual([true, true]);
    act(screen);
    await vi.waitUntil(() => !all.some(lives), { timeout: PATIENCE });
  });

  test("without a voice, a line says what to set", async () => {
    const { screen } = place(undefined);
    await screen.shows("Then another one.");
    screen.type("R");
    await screen.shows("no voice is set");
  });

  test("a voice that fails is reported with what it says", async () => {
    const { screen } = place("echo no sound card >&2; exit 1");
    await screen.shows("Then another one.");
    screen.type("R");
    await screen.until((lines) => lines.at(-1)!.includes("no sound card"), "the complaint");
  });
});
