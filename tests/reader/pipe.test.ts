/**
 * `|`: a command of the user reads an essay or a passage, and its output is shown in a box.
 */
import { describe, expect, test } from "vitest";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const sources = {
  "one.md": essay({ title: "One", order: 1 }, "The first paragraph[^1].\n\nThe second.\n\n[^1]: A note.\n"),
  "two.md": essay({ title: "Two", order: 2 }, "All of two.\n"),
};

const piped = (one: Reader): unknown => one.effects().findLast(({ kind }) => kind === "pipe");

describe("the input of a command", () => {
  test("is the essay; the command runs after Enter, not before", () => {
    const one = reader(sources).press("enter", "|", ..."wc", "space", ..."-w");
    expect(piped(one)).toBeUndefined();
    expect(one.screen().at(-1)).toContain("| wc -w");
    expect(one.screen().at(-1)).toContain("the essay");
    expect(piped(one.press("enter"))).toMatchObject({ command: "wc -w", passage: undefined });
    expect(one.state().screen).toMatchObject({ kind: "answer", ending: undefined });
  });

  test("is the paragraph with its notes, after Tab", () => {
    const one = reader(sources).press("enter", "|", "w", "tab", "enter");
    expect(piped(one)).toMatchObject({
      passage: expect.stringMatching(/^The first paragraph\[1\]\.\n\n\[1\] A note\./),
    });
  });

  test.each([80, 120, 160])("is shown at %i columns, with the keys, before and after Tab", (columns) => {
    const words = "A paragraph of many words that no status line has room for, whatever the window";
    const own = reader({ "a.md": essay({ title: "A" }, words) }, { columns, rows: 24 }).press("enter", "|");
    const end = (): string => own.screen().at(-1)!;
    expect(end()).toMatch(/Enter run {3}Tab the passage {3}Esc back +reads the essay$/);
    own.press("tab");
    expect(end()).toMatch(/Enter run {3}Tab the essay {3}Esc back +reads “\u2068?A paragraph.*…\u2069?”$/u);
  });

  test("is the selection", () => {
    const one = reader(sources).press("enter", "V", "G", "|");
    expect(one.screen().at(-1)).toMatch(/\d+ lines/);
    expect(piped(one.press("w", "enter"))).toMatchObject({ passage: expect.stringContaining("The second.") });
  });

  test("is the essay under the cursor, on the shelf", () => {
    expect(piped(reader(sources).press("j", "|", "w", "enter"))).toMatchObject({ essay: { title: "Two" } });
  });

  test("an empty field and Esc run no command", () => {
    expect(piped(reader(sources).press("enter", "|", "enter"))).toBeUndefined();
    const one = reader(sources).press("enter", "|", "w", "esc");
    expect(piped(one)).toBeUndefined();
    expect(one.state().screen.kind).toBe("page");
  });
});

describe("the output", () => {
  const answered = (text: string, ending: string | undefined): Reader => {
    const one = reader(sources).press("enter", "|", "w", "enter");
    one.send({ kind: "answer", text, ending });
    return one;
  };

  test("grows over the page, with control characters shown", () => {
    const one = answered("a\tb\r\n\u001b[31mred\u0007\n", undefined);
    const text = one.screen().join("\n");
    expect(text).toContain("│ a       b ");
    expect(text).toContain("␛[31mred␇");
    expect(text).toContain("running");
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    one.send({ kind: "answer", text: "other", ending: "exit code 3" });
    expect(one.screen().join("\n")).toContain("exit code 3");
  });

  test("is broken to the width of the box, and scrolls", () => {
    const one = answered(Array.from({ length: 99 }, (_, nth) => `${nth} ${"字".repeat(60)}`).join("\n"), "");
    expect(one.screen().join("\n")).toMatch(/│ 0 字/);
    expect(one.press("G").screen().join("\n")).toContain("98 字");
    expect(one.resize(20, 5).screen()).toHaveLength(5);
    expect(one.resize(160, 50).screen().join("\n")).toMatch(/98 字/);
  });

  test("is broken at blanks where it can be, and keeps the blanks within a line", () => {
    const one = answered("name      size\nnotes on getting the most out of every single language model", "");
    const rows = one.resize(40, 20).screen().join("\n");
    expect(rows).toContain("│ name      size ");
    expect(rows).toMatch(/│ notes on getting the most out of +│/);
    expect(rows).toMatch(/│ every single language model +│/);
  });

  test("is reported if it is empty", () => {
    expect(answered("", "").screen().join("\n")).toContain("no output");
  });

  test("q closes the box and stops the command; | asks for another command", () => {
    expect(answered("x", undefined).press("q").effects().at(-1)).toEqual({ kind: "stopPipe" });
    expect(answered("x", "").press("q").state().screen.kind).toBe("page");
    expect(answered("x", "").press("|").state().screen).toMatchObject({ kind: "pipe", text: "w" });
  });
});
