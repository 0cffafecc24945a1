/**
 * Draws the reader's screens as SVG: on a light and on a dark background and in 16 colours, at several sizes.
 *
 *     npm run pictures                 all scenes, in the folder pictures
 *     npm run pictures -- --readme     the scenes of the README, in docs/pictures
 *     npm run pictures -- LIBRARY      the scenes with another library
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { type Palette, terminalSvg } from "./terminal-svg.ts";

const root = join(import.meta.dirname, "..");
const isForReadme = process.argv.includes("--readme");
const library = process.argv.slice(2).find((one) => !one.startsWith("-")) ?? join(root, "essays");
/** The last two parts of the library's path, which are the title of the shelf. They name no machine. */
const SHOWN_AS = "reading/essays";

interface Ground extends Palette {
  /** The theme, and the environment that sets the number of colours. */
  readonly theme: string;
  readonly env: Readonly<Record<string, string>>;
}

const LIGHT = ["#26241f", "#b3261e", "#2e6b30", "#8a5a00", "#1d4f91", "#83357a", "#0f6a73", "#8b877c"];
const DARK = ["#3a3d45", "#f07f76", "#8fc790", "#e3b566", "#86b4f0", "#d69bd0", "#74c6cf", "#d8d5cc"];

const GROUNDS: Readonly<Record<string, Ground>> = {
  light: {
    background: "#fdfcf8",
    foreground: "#26241f",
    colors: LIGHT,
    theme: "light",
    env: { COLORTERM: "truecolor" },
  },
  dark: {
    background: "#16181d",
    foreground: "#d8d5cc",
    colors: DARK,
    theme: "dark",
    env: { COLORTERM: "truecolor" },
  },
  sixteen: {
    background: "#000000",
    foreground: "#cccccc",
    colors: DARK,
    theme: "terminal",
    env: { TERM: "xterm-16color" },
  },
};

interface Scene {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly args?: readonly string[];
  /** The keys to type, each after the text that must be on the screen before. */
  readonly keys: readonly (readonly [shows: string, keys: string])[];
  /** The text that must be on the screen before the picture is taken. */
  readonly until: string;
}

const SCENES_OF_README: readonly Scene[] = [
  {
    name: "page",
    columns: 118,
    rows: 30,
    args: ["marginalia", "-w", "56", "--notes", "margin"],
    keys: [],
    until: "min left",
  },
  { name: "shelf", columns: 124, rows: 24, keys: [["1/", "j"]], until: "2/" },
  {
    name: "search",
    columns: 100,
    rows: 24,
    keys: [
      ["1/", "F"],
      [" F ", "margin"],
    ],
    until: "essays",
  },
];

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 160, rows: 50 },
];

const SCENES: readonly Scene[] = SIZES.flatMap(({ columns, rows }): Scene[] => {
  const at = (name: string, keys: Scene["keys"], until: string): Scene => ({
    name: `${name}.${columns}x${rows}`,
    columns,
    rows,
    keys,
    until,
  });
  return [
    at("shelf", [["1/", "j"]], "2/"),
    at(
      "filter",
      [
        ["1/", "/"],
        [" / ", "the"],
      ],
      " / the",
    ),
    at("page", [["1/", "\r"]], "min left"),
    at(
      "palette",
      [
        ["1/", "\r"],
        ["min left", ":"],
      ],
      " : ",
    ),
    at(
      "search",
      [
        ["1/", "F"],
        [" F ", "the"],
      ],
      "essays",
    ),
    at("help", [["1/", "?"]], "Keys"),
  ];
});

/** The time limit of a scene, in milliseconds. */
const PATIENCE = 30_000;
/** The time without a change after which a screen is complete, in milliseconds. */
const STILL = 400;

/** The terminal after a scene. */
async function played(scene: Scene, { theme, env }: Ground): Promise<xterm.Terminal> {
  const { columns, rows, args = [], keys, until } = scene;
  const home = mkdtempSync(join(tmpdir(), "ibid-pictures-"));
  const shown = join(home, SHOWN_AS);
  cpSync(library, shown, { recursive: true });
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const pty = spawn(process.execPath, [join(root, "dist/ibid.js"), "-d", shown, "--theme", theme, ...args], {
    cols: columns,
    rows,
    cwd: root,
    name: "xterm-256color",
    env: { PATH: process.env["PATH"] ?? "", HOME: home, LANG: "C.UTF-8", TERM: "xterm-256color", ...env },
  });
  let changed = Date.now();
  pty.onData((data) => {
    changed = Date.now();
    terminal.write(data);
  });
  const shows = async (wanted: string, isStill: boolean): Promise<void> => {
    const begun = Date.now();
    const isThere = (): boolean =>
      textOf(terminal).includes(wanted) && (!isStill || Date.now() - changed >= STILL);
    while (!isThere()) {
      if (Date.now() - begun > PATIENCE)
        throw new Error(`${scene.name}: waited in vain for ${wanted}:\n${textOf(terminal)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  try {
    for (const [wanted, typed] of keys) {
      await shows(wanted, false);
      pty.write(typed);
    }
    await shows(until, true);
  } finally {
    pty.kill();
    rmSync(home, { recursive: true, force: true });
  }
  return terminal;
}

function textOf(terminal: xterm.Terminal): string {
  return Array.from(
    { length: terminal.rows },
    (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true) ?? "",
  ).join("\n");
}

const folder = isForReadme ? join(root, "docs/pictures") : join(root, "pictures");
mkdirSync(folder, { recursive: true });
for (const scene of isForReadme ? SCENES_OF_README : SCENES) {
  for (const [name, ground] of Object.entries(GROUNDS)) {
    if (isForReadme && name === "sixteen") continue;
    const terminal = await played(scene, ground);
    writeFileSync(join(folder, `${scene.name}.${name}.svg`), terminalSvg(terminal, ground));
    terminal.dispose();
  }
}
