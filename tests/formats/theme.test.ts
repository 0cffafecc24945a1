import { describe, expect, test } from "vitest";
import { type Color, foregroundCodes } from "../../src/formats/color.ts";
import { paintAnsi } from "../../src/formats/ansi.ts";
import { readTheme } from "../../src/formats/theme-file.ts";
import { type Theme, themes } from "../../src/formats/theme.ts";
import type { Role } from "../../src/layout/line.ts";
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

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

/** The first 16 of xterm's colours, and by their rule the others (XTerm-col.ad, 256colres.h). */
const XTERM =
  "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff";

function xtermColor(number: number): string {
  if (number < 16) return `#${XTERM.split(" ")[number]!}`;
  const hex = (value: number): string => value.toString(16).padStart(2, "0");
  if (number >= 232) return `#${hex(8 + 10 * (number - 232)).repeat(3)}`;
  const steps = [Math.floor((number - 16) / 36), Math.floor((number - 16) / 6) % 6, (number - 16) % 6];
  return `#${steps.map((step) => hex(step === 0 ? 0 : 55 + 40 * step)).join("")}`;
}

/** Foreground and background that SGR parameters set, `text` and `page` where they set none. */
function colorsIn(
  painted: string,
  text: string,
  page: string,
): { ink: string; paper: string; isDim: boolean } {
  // oxlint-disable-next-line no-control-regex
  const codes = (/\u001b\[([\d;]*)m/.exec(painted)?.[1] ?? "").split(";").map(Number);
  let [ink, paper, isInverse, isDim] = [text, page, false, false];
  for (let code = codes.shift(); code !== undefined; code = codes.shift()) {
    const isPaper = code === 48 || (code >= 40 && code < 48) || (code >= 100 && code < 108);
    let color: string | undefined;
    if (code === 38 || code === 48) {
      const parts = codes.shift() === 2 ? codes.splice(0, 3) : undefined;
      color = parts
        ? `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`
        : xtermColor(codes.shift()!);
    } else if (code >= 90) color = xtermColor((code % 10) + 8);
    else if (code >= 30) color = xtermColor(code % 10);
    else if (code === 7) isInverse = true;
    else if (code === 2) isDim = true;
    if (color !== undefined) {
      if (isPaper) paper = color;
      else ink = color;
    }
  }
  return isInverse ? { ink: paper, paper: ink, isDim } : { ink, paper, isDim };
}

describe("themes", () => {
  const GROUNDS = {
    light: [["#000000", "#ffffff"]],
    dark: [
      ["#e5e5e5", "#000000"],
      ["#d4d4d4", "#1e1e1e"],
    ],
    contrast: [
      ["#000000", "#ffffff"],
      ["#ffffff", "#000000"],
    ],
  } as const;
  /** Roles that stand on others' ground: tokens and marks of code, and what is highlighted. */
  const around: readonly (readonly Role[])[] = [
    [],
    ["codeBlock"],
    ["mine"],
    ["mineInner"],
    ["note"],
    ["quote"],
    ["heading"],
  ];

  test.each([
    ["light", "all"],
    ["light", 256],
    ["light", 16],
    ["dark", "all"],
    ["dark", 256],
    ["dark", 16],
    ["contrast", "all"],
    ["contrast", 16],
  ] as const)(
    "every role of %s in %s colours has a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3)",
    (name, depth) => {
      const theme = themes[name];
      // xterm's 16 go with xterm's black and white; what has another ground has other colours.
      const grounds = depth === 16 && name === "dark" ? GROUNDS.dark.slice(0, 1) : GROUNDS[name];
      for (const [text, page] of grounds) {
        for (const role of Object.keys(themes.light) as Role[]) {
          for (const outer of around) {
            const roles = [...outer, role];
            const painted = paintAnsi({ spans: [{ text: "x", roles }] }, { theme, depth, hyperlinks: false });
            const { ink, paper } = colorsIn(painted, text, page);
            expect(contrast(ink, paper), `${roles.join(" ")} ${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5);
          }
        }
      }
    },
  );

  test("nothing is dim but where 16 colours have no readable grey, and then it is the text's own colour", () => {
    for (const [name, depth] of [
      ["light", "all"],
      ["light", 256],
      ["dark", 16],
      ["dark", "all"],
      ["contrast", 16],
    ] as const)
      for (const role of Object.keys(themes.light) as Role[]) {
        const theme = themes[name];
        const painted = paintAnsi(
          { spans: [{ text: "x", roles: [role] }] },
          { theme, depth, hyperlinks: false },
        );
        expect(colorsIn(painted, "#000000", "#ffffff").isDim, `${name} ${depth} ${role}`).toBe(false);
      }
    const quiet = paintAnsi(
      { spans: [{ text: "x", roles: ["quiet"] }] },
      { theme: themes.light, depth: 16, hyperlinks: false },
    );
    expect(quiet).toBe("\u001b[2mx\u001b[0m");
  });

  test("a ground fills a line to its end, and where there is none no blanks are sent", () => {
    const line = {
      spans: [
        { text: "a", roles: ["codeBlock"] as Role[] },
        { text: "   ", roles: ["codeBlock"] as Role[] },
      ],
    };
    const painted = (theme: Theme, depth: 16 | "all" | "none"): string =>
      paintAnsi(line, { theme, depth, hyperlinks: false });
    expect(painted(themes.dark, "all")).toMatch(/48;2;\d+;\d+;\d+ma {3}/);
    expect(painted(themes.dark, 16)).toBe("a");
    expect(painted(themes.dark, "none")).toBe("a");
    expect(painted(themes.terminal, "all")).toBe("a");
  });

  test("nothing is told by colour alone: without colours, each of these still looks different from text", () => {
    for (const theme of Object.values(themes)) {
      for (const role of [
        "title",
        "heading",
        "emphasis",
        "strong",
        "strikethrough",
        "code",
        "keyboard",
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

  test.each([
    ["none", themes.light],
    ["none", themes.terminal],
    [16, themes.contrast],
    ["none", readTheme({ code: { color: 2 } }).theme],
  ] as const)(
    "code of a theme in %s colours is set apart, also in headings and in strong text",
    (depth, theme) => {
      const painted = (...roles: Role[]): string =>
        paintAnsi({ spans: [{ text: "x", roles }] }, { theme, depth, hyperlinks: false });
      expect(painted("code")).toBe("\u001b[1mx\u001b[0m");
      for (const role of ["heading", "strong", "tableHeader", "link", "emphasis", "quote"] as const)
        expect([painted(), painted(role)]).not.toContain(painted(role, "code"));
    },
  );

  test("code that has a colour is not bold as well", () => {
    const painted = paintAnsi(
      { spans: [{ text: "x", roles: ["code"] }] },
      { theme: themes.terminal, depth: 16, hyperlinks: false },
    );
    expect(painted).toBe("\u001b[35mx\u001b[0m");
  });

  test("a theme file takes what it leaves out from its base", () => {
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
    expect(complaints[1]).toContain("did you mean heading?");
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
