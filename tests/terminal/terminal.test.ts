import { execFileSync } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { safeAddress } from "../../src/text/address.ts";
import { clipboardSequence, copyByTool } from "../../src/terminal/clipboard.ts";
import { knowsClipboard } from "../../src/terminal/color.ts";
import { editorCommand, runEditor } from "../../src/terminal/editor.ts";
import { MouseInput } from "../../src/terminal/mouse.ts";
import { PATIENCE } from "../support/patience.ts";
import { temporaryLibrary } from "../support/library.ts";

describe("the clipboard", () => {
  test("is told by OSC 52 in Base64", () => {
    expect(clipboardSequence("é\n")).toBe(`\u001b]52;c;${btoa("\u00c3\u00a9\n")}\u001b\\`);
    expect(clipboardSequence("x".repeat(100_000))).toBe("");
  });

  /** The result of copying with these programs, the first that a shell finds. */
  async function copied(
    tools: Readonly<Record<string, string>>,
    text: string,
    lasting = PATIENCE,
  ): Promise<boolean> {
    const folder = temporaryLibrary({});
    for (const [tool, script] of Object.entries(tools))
      writeFileSync(join(folder, tool), `#!/bin/sh\ncd ${folder}\n${script}\n`, { mode: 0o755 });
    const path = process.env["PATH"];
    process.env["PATH"] = `${folder}:${path}`;
    try {
      const env = { WAYLAND_DISPLAY: "wayland-0", DISPLAY: ":0" };
      return await copyByTool(text, { env, platform: "linux", lasting });
    } finally {
      process.env["PATH"] = path;
    }
  }

  test("is given to the system's tool, through no shell; one that fails is none", async () => {
    const file = join(temporaryLibrary({}), "copied");
    const text = "$(ls) `ls`";
    expect(await copied({ "wl-copy": "exit 1", xclip: `cat > ${file}` }, text)).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(
      await copied({ "wl-copy": "exit 1", xclip: "exit 1", xsel: "cat > /dev/null; exit 1" }, text),
    ).toBe(false);
  });

  test("is given to a tool that runs until the text is pasted", async () => {
    const pipe = join(temporaryLibrary({}), "pasted");
    execFileSync("mkfifo", [pipe]);
    expect(await copied({ "wl-copy": `cat > /dev/null; read line < ${pipe}` }, "x", 1)).toBe(true);
    // Opened for both, a fifo waits for nobody (Linux, fifo(7)).
    writeFileSync(openSync(pipe, "r+"), "\n");
  });

  test("is not told of text by a sequence that it would print", () => {
    const known = (TERM: string): boolean => knowsClipboard({ TERM });
    expect(["xterm-256color", "screen", "tmux"].map(known)).toEqual([true, true, true]);
    expect(["", "dumb", "linux", "vt220"].map(known)).toEqual([false, false, false, false]);
  });

  test("has no tool where there is no display", async () => {
    expect(await copyByTool("x", { env: {}, platform: "linux" })).toBe(false);
  });
});

describe("the editor", () => {
  test.each([
    [{}, "vi", ["+7", "/a b.md"]],
    [{ EDITOR: "nano" }, "nano", ["+7", "/a b.md"]],
    [{ EDITOR: "nano", VISUAL: "vim -u NONE" }, "vim -u NONE", ["+7", "/a b.md"]],
    [{ EDITOR: "/usr/bin/code --wait" }, "/usr/bin/code --wait", ["--goto", "/a b.md:7"]],
    [{ EDITOR: "hx" }, "hx", ["/a b.md:7"]],
    [{ EDITOR: "subl -w" }, "subl -w", ["/a b.md:7"]],
  ])("%o", (env, command, args) => {
    expect(editorCommand(env, "/a b.md", 7)).toEqual({ command, args });
    expect(editorCommand(env, "/a b.md")).toEqual({ command, args: ["/a b.md"] });
  });

  test.each([
    ["true", undefined],
    [" 'true' --wait", undefined],
    ["command true", undefined],
    ["STATE=kept true", undefined],
    ["true; true", undefined],
    ["(exit 3); true", undefined],
    ["true && false", "true && false ended with 1"],
    ["/no/such/editor", "/no/such/editor: there is no such program"],
  ])("is a command line of sh: %s", async (line, failure) => {
    expect(await runEditor({ VISUAL: line }, "/a b.md")).toBe(failure);
  });
});

describe("the mouse (xterm's mode 1006)", () => {
  test("the wheel, the left button; all else is no event", () => {
    const input = new MouseInput();
    expect(
      input.push("a\u001b[<64;1;1Mb\u001b[<65;3;4M\u001b[<0;10;2M\u001b[<0;10;2m\u001b[<2;1;1Mc"),
    ).toEqual([
      "a",
      { kind: "wheel", rows: -3, row: 0, column: 0 },
      "b",
      { kind: "wheel", rows: 3, row: 3, column: 2 },
      { kind: "click", row: 1, column: 9 },
      "c",
    ]);
  });

  test("a report that comes in parts is one report", () => {
    const input = new MouseInput();
    expect(input.push("x\u001b[<0;1")).toEqual(["x"]);
    expect(input.push("0;2M\u001b[<0;10;2my")).toEqual([{ kind: "click", row: 1, column: 9 }, "y"]);
  });

  test("a button that is released elsewhere is no click", () => {
    const drag = "\u001b[<0;10;2M\u001b[<32;10;2M\u001b[<32;12;3M\u001b[<0;12;3m";
    expect(new MouseInput().push(drag)).toEqual([
      { kind: "drag", from: { row: 1, column: 9 }, row: 2, column: 11 },
    ]);
  });

  test("what is moved with no button pressed is nothing", () => {
    expect(new MouseInput().push("\u001b[<35;12;3M\u001b[<32;12;3M\u001b[<0;12;3m")).toEqual([]);
  });
});

describe("addresses that leave ibid", () => {
  test.each([
    ["https://example.org/a b\u001b]", "https://example.org/a%20b%1B]"],
    ["//example.org", "https://example.org"],
    ["mailto:ann@example.org", "mailto:ann@example.org"],
    ["javascript:alert(1)", ""],
    ["file:///etc/passwd", ""],
    ["-x", ""],
    [`https://example.org/${"x".repeat(2_000)}`, ""],
  ])("%s", (href, safe) => {
    expect(safeAddress(href)).toBe(safe);
  });
});
