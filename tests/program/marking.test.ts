import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { open, type Screen } from "../support/program.ts";
import { LARGE, type Size, SMALL, USUAL } from "../support/sizes.ts";

const TEXT = `First sentence here.[^a] Second one.

Another paragraph. It has two.

[^a]: A note of the essay.
`;

interface Place {
  readonly file: string;
  readonly read: (size?: Size, env?: Record<string, string>, path?: string) => Screen;
}

/** An essay, and a state folder of its own. */
function place(): Place {
  const root = temporaryLibrary({ "a.md": essay({ title: "Marks" }, TEXT) });
  const home = temporaryLibrary({ "state/empty": "" });
  const file = join(root, "a.md");
  const env = { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: join(home, "state") };
  const read: Place["read"] = (size = USUAL, more = {}, path = file) =>
    open([path], size, { env: { ...env, ...more } });
  return { file, read };
}

function has(lines: readonly string[], ...texts: readonly string[]): boolean {
  const all = lines.join("\n");
  return texts.every((text) => all.includes(text));
}

describe("marks", () => {
  test("are made, and there the next time", async () => {
    const own = place();
    const screen = own.read(SMALL);
    await screen.shows("First sentence");
    screen.type("h");
    await screen.shows("▐First sentence");
    screen.type("a");
    await screen.shows("your note");
    screen.type("Why so?\r");
    await screen.shows("note saved");
    await screen.until((lines) => has(lines, "✎ᵃ") && !has(lines, "your note"), "the note");
    screen.type("q");
    await screen.exit;
    const again = own.read(SMALL);
    await again.until((lines) => has(lines, "▐First sentence", "✎ᵃ"), "what was marked");
    again.type("H");
    await again.shows("Why so?");
  });

  test("words are selected and highlighted, and what is done is taken back", async () => {
    const screen = place().read(LARGE);
    await screen.shows("First sentence");
    screen.type("vwvh");
    await screen.shows("highlighted “s");
    screen.type("U");
    await screen.until((lines) => !has(lines, "▐"), "no mark");
  });
});

describe("a highlight", () => {
  test("is a tint of exactly its words", async () => {
    const screen = place().read();
    await screen.shows("First sentence");
    screen.type("v)h");
    await screen.shows("highlighted");
    const row = screen.text().findIndex((line) => line.includes("First"));
    const column = screen.text()[row]!.indexOf("First");
    const cell = (at: number): number =>
      screen.terminal.buffer.active
        .getLine(row)!
        .getCell(column + at)!
        .getBgColor();
    expect(cell(0)).not.toBe(-1);
    expect(cell("First sentence here".length)).toBe(cell(0));
    expect(cell(TEXT.indexOf("Second") - "[^a]".length + 1)).toBe(-1);
  });

  test("stays on its words when the file is saved, and is an orphan when they are gone", async () => {
    const own = place();
    const screen = own.read();
    await screen.shows("Another paragraph");
    screen.type("h");
    await screen.shows("▐First sentence");
    const before = readFileSync(own.file, "utf8");
    writeFileSync(own.file, before.replace("First sentence", "A beginning.\n\nFirst sentence"));
    await screen.until((lines) => has(lines, "A beginning", "▐First sentence"), "the words, marked");
    writeFileSync(
      own.file,
      before.replace("First sentence here.[^a]", "Quite other words stand in this place."),
    );
    await screen.until((lines) => has(lines, "Quite other") && !has(lines, "▐"), "no mark on other words");
    screen.type("H");
    await screen.until((lines) => has(lines, "Not found now", "“First sentence here.”"), "the orphan");
  });

  test("two readers at once lose nothing", async () => {
    const own = place();
    const [one, other] = [own.read(), own.read()];
    await one.shows("First sentence");
    await other.shows("First sentence");
    one.type("h");
    await one.shows("▐First sentence");
    other.type("v)))h");
    await other.shows("highlighted");
    one.type("H");
    await one.shows("Your marks");
    other.type("H");
    const lines = await other.until((all) => has(all, "“First sentence here.”"), "the other's mark");
    expect(lines.filter((line) => line.includes("“"))).toHaveLength(2);
  });
});

test("^E opens the editor on the note", async () => {
  const home = temporaryLibrary({
    editor: '#!/bin/sh\nprintf "From the editor.\\n" >> "$1"\n',
  });
  chmodSync(join(home, "editor"), 0o755);
  const screen = place().read(USUAL, { EDITOR: join(home, "editor"), VISUAL: "" });
  await screen.shows("First sentence");
  screen.type("a");
  await screen.shows("your note");
  screen.type("\u0005");
  await screen.shows("From the editor.");
  screen.type("\r");
  await screen.until((lines) => has(lines, "✎ᵃ From the editor."), "the note");
});

test("the mouse selects", async () => {
  const screen = place().read();
  const lines = await screen.shows("Another paragraph");
  const row = lines.findIndex((line) => line.includes("Another")) + 1;
  const column = lines[row - 1]!.indexOf("Another") + 1;
  const at = (button: number, x: number, end: string): string => `\u001b[<${button};${x};${row}${end}`;
  screen.type(
    at(0, column, "M") + at(32, column + 3, "M") + at(32, column + 6, "M") + at(0, column + 6, "m"),
  );
  await screen.shows("1 word");
  screen.type("h");
  await screen.shows("highlighted “Another”");
});

test("an essay that was renamed keeps its marks", async () => {
  const own = place();
  const screen = own.read();
  await screen.shows("First sentence");
  screen.type("h");
  await screen.shows("▐First sentence");
  screen.type("q");
  await screen.exit;
  const other = own.file.replace("a.md", "renamed.md");
  renameSync(own.file, other);
  const again = own.read(USUAL, {}, other);
  const lines = await again.shows("▐First sentence");
  expect(lines.join("\n")).toContain("Another paragraph");
});
