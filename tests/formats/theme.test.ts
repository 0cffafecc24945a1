import { describe, expect, test } from "vitest";
import { type Color, foregroundCodes } from "../../src/formats/color.ts";
import { paintAnsi } from "../../src/formats/ansi.ts";
import { readTheme } from "../../src/formats/theme-file.ts";
import { themes } from "../../src/formats/theme.ts";
import { backgroundIn, backgroundOf } from "../../src/terminal/background.ts";
import { colorSupport } from "../../src/terminal/color.ts";

describe("colours", () => {
  // Numbers of xterm's table of 256 colours.
  test.each<[Color, number]>([
    ["#ff0000", 196],
    ["#00ff00", 46],
    ["#5f87af", 67],
    ["#808080", 244],
    ["#ffffff", 231],
    ["#000000", 16],
  ])("%s is %i of 256", (color, number) => {
    expect(foregroundCodes(color, 256)).toEqual([38, 5, number]);
  });

  test.each<[Color, number]>([
    ["#cd0000", 31],
    ["#0000ee", 34],
    ["#808080", 90],
    ["#ffffff", 97],
    ["#000000", 30],
    [6, 36],
    [14, 96],
  ])("%s is SGR %i of 16", (color, code) => {
    expect(foregroundCodes(color, 16)).toEqual([code]);
  });

  test("in 16 colours, no heading, mark or problem of a theme is grey", () => {
    const greys = [30, 37, 90, 97];
    for (const theme of [themes.light, themes.dark]) {
      for (const role of ["heading", "citation", "problem", "codeString"] as const) {
        const { foreground } = theme[role]!;
        expect(greys).not.toContain(foregroundCodes(foreground!, 16)[0]);
      }
    }
  });

  test("all of them where there are all", () => {
    expect(foregroundCodes("#1d4f91", "all")).toEqual([38, 2, 0x1d, 0x4f, 0x91]);
  });

  test.each<[Record<string, string>, unknown]>([
    [{ TERM: "xterm", COLORTERM: "truecolor" }, "all"],
    [{ TERM: "xterm-direct" }, "all"],
    [{ TERM: "xterm-256color" }, 256],
    [{ TERM: "xterm" }, 16],
    [{ TERM: "xterm", FORCE_COLOR: "3" }, "all"],
    [{ TERM: "dumb" }, "none"],
    [{ TERM: "xterm-256color", NO_COLOR: "1" }, "none"],
  ])("%o", (env, depth) => {
    expect(colorSupport("auto", env, true).depth).toBe(depth);
  });
});

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 0xff, value & 0xff].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!;
}

describe("themes", () => {
  test.each([
    ["light", "#ffffff"],
    ["dark", "#000000"],
    ["dark", "#1e1e1e"],
  ] as const)("every colour of %s has a contrast of 4.5 to 1 on %s", (name, background) => {
    const colors = Object.values(themes[name]).flatMap(({ foreground }) =>
      typeof foreground === "string" ? [foreground] : [],
    );
    expect(colors.length).toBeGreaterThan(10);
    for (const color of colors) {
      const [high, low] = [luminance(color), luminance(background)].sort((a, b) => b - a);
      expect((high! + 0.05) / (low! + 0.05), color).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("nothing is told by colour alone: without colours, each of these still looks different from text", () => {
    for (const theme of Object.values(themes)) {
      for (const role of [
        "title",
        "heading",
        "emphasis",
        "strong",
        "strikethrough",
        "link",
        "citation",
        "match",
        "tableHeader",
      ] as const) {
        const painted = paintAnsi(
          { spans: [{ text: "x", roles: [role] }] },
          { theme, depth: "none", hyperlinks: false },
        );
        expect(painted, role).not.toBe("x");
      }
    }
  });

  test("a theme of one's own takes what it leaves out from the one it is based on", () => {
    const { theme, complaints } = readTheme({
      base: "dark",
      heading: { color: "#ffcc00", bold: false },
      note: { color: 8 },
    });
    expect(complaints).toEqual([]);
    expect(theme.heading).toEqual({ foreground: "#ffcc00", bold: false });
    expect(theme.note).toEqual({ foreground: 8 });
    expect(theme.link).toEqual(themes.dark.link);
  });

  test("what is wrong in it is named, and the rest holds", () => {
    const { theme, complaints } = readTheme({
      base: "darc",
      heding: {},
      note: { color: "red" },
      quote: { bold: true },
    });
    expect(complaints.map((complaint) => complaint.split(":")[0])).toEqual(["base", "heding", "note.color"]);
    expect(theme.quote).toEqual({ bold: true });
  });
});

describe("the terminal's background", () => {
  test.each([
    ["\u001b]11;rgb:ffff/ffff/ffff\u001b\\\u001b[?1;2c", "light"],
    ["\u001b]11;rgb:1e1e/1e1e/2e2e\u0007", "dark"],
    ["\u001b]11;rgba:ff/ff/f0/ff\u0007", "light"],
    ["\u001b[?1;2c", undefined],
    ["", undefined],
  ])("%j is %s", (answer, background) => {
    expect(backgroundIn(answer)).toBe(background);
  });

  test.each([
    ["0;15", "light"],
    ["15;0", "dark"],
    ["15;default;0", "dark"],
    ["", undefined],
  ])("COLORFGBG=%s is %s", (value, background) => {
    expect(backgroundOf({ COLORFGBG: value })).toBe(background);
  });
});
