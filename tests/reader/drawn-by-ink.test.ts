/**
 * What ibid draws, held against what Ink would draw of the same rows: cell by cell, as a terminal shows them.
 */
import { PassThrough } from "node:stream";
import xterm from "@xterm/headless";
import fc from "fast-check";
import { Box, render, Text } from "ink";
import { createElement } from "react";
import { expect, test } from "vitest";
import { themes } from "../../src/formats/theme.ts";
import { frameRows } from "../../src/reader/frame.ts";
import { view } from "../../src/reader/view.ts";
import { type Frame, frameChange } from "../../src/terminal/frame.ts";
import { ENTER } from "../../src/terminal/sequences.ts";
import { essay } from "../support/library.ts";
import { memoryLibrary } from "../support/memory-library.ts";
import { type Reader, reader } from "../support/reader.ts";

const WORDS =
  "A paragraph with *emphasis*, a [link](https://example.org), `code` and a note[^1]. 世界 and é. ";

const SOURCES = Object.fromEntries(
  Array.from({ length: 30 }, (_, nth) => [
    `essay-${nth}.md`,
    essay(
      { title: `Essay ${nth} 世界`, order: nth + 1, tags: `[one, tag${nth % 4}]` },
      `${Array.from({ length: 12 }, (__, part) => `## Part ${part}\n\n${WORDS.repeat(1 + ((nth + part) % 4))}`).join("\n\n")}\n\n> Quoted.\n\n[^1]: The note.\n`,
    ),
  ]),
);

const LIBRARY = memoryLibrary(SOURCES);

const KEYS = [
  "j",
  "j",
  "k",
  " ",
  "b",
  "d",
  "\r",
  "q",
  "t",
  "?",
  "/",
  "a",
  "e",
  "\u001b",
  "G",
  "g",
  "n",
  "m",
  "]",
  "T",
];
const SIZES = [
  [80, 24],
  [40, 10],
  [130, 30],
] as const;

function frameOf(one: Reader): Frame {
  const state = one.state();
  return {
    columns: state.size.columns,
    rows: frameRows(state, view(state), { depth: "all", hyperlinks: true }),
  };
}

/** What Ink writes of rows that are painted already. */
async function drawnByInk({ columns, rows }: Frame): Promise<string> {
  const stdout = Object.assign(new PassThrough(), { columns, rows: rows.length + 1, isTTY: true });
  let sent = "";
  stdout.on("data", (data: Buffer) => (sent += data.toString()));
  const lines = rows.map(({ text }, nth) =>
    createElement(
      Box,
      { key: nth, height: 1, flexShrink: 0 },
      createElement(Text, { wrap: "truncate" }, text || " "),
    ),
  );
  const page = createElement(
    Box,
    { width: columns, height: rows.length, overflow: "hidden", flexDirection: "column" },
    ...lines,
  );
  const host = render(page, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: Object.assign(new PassThrough(), { isTTY: false }) as unknown as NodeJS.ReadStream,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  await host.waitUntilRenderFlush();
  host.unmount();
  await host.waitUntilExit();
  return sent;
}

/** Characters and looks of every cell. */
async function cells({ columns, rows }: Frame, sent: string): Promise<string[]> {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows: rows.length + 1,
    allowProposedApi: true,
    convertEol: true,
  });
  await new Promise<void>((resolve) => terminal.write(sent, resolve));
  const { active } = terminal.buffer;
  const all = rows.map((_, y) => {
    const line = active.getLine(active.baseY + y);
    return Array.from({ length: columns }, (__, x) => {
      const cell = line?.getCell(x);
      const looks = [
        cell?.getFgColorMode(),
        cell?.getFgColor(),
        cell?.getBgColorMode(),
        cell?.getBgColor(),
        ...[
          cell?.isBold(),
          cell?.isItalic(),
          cell?.isDim(),
          cell?.isUnderline(),
          cell?.isInverse(),
          cell?.isStrikethrough(),
        ].map((one) => (one ? 1 : 0)),
      ];
      return `${cell?.getChars() || " "}${looks.join(" ")}`;
    }).join("|");
  });
  terminal.dispose();
  return all;
}

test("whatever keys led there, the screen is as Ink would draw it", async () => {
  const ways = fc.tuple(
    fc.constantFrom(...SIZES),
    fc.constantFrom(...Object.values(themes)),
    fc.array(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 25 }),
  );
  await fc.assert(
    fc.asyncProperty(ways, async ([[columns, rows], theme, keys]) => {
      const one = reader(SOURCES, { columns, rows }, { themes: [{ name: "any", theme }] }, LIBRARY);
      let before: Frame | undefined;
      let sent = ENTER;
      for (const key of ["", ...keys]) {
        if (key !== "") one.press(key);
        const next = frameOf(one);
        sent += frameChange(before, next);
        before = next;
      }
      const byInk = await cells(before!, await drawnByInk(before!));
      expect(byInk.join("")).toMatch(/[a-z]/);
      expect(await cells(before!, sent)).toEqual(byInk);
    }),
    { numRuns: 60 },
  );
});
