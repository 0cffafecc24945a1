import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UnicodeGraphemesAddon } from "../support/graphemes.ts";
import xterm from "@xterm/headless";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { withTransclusions } from "../../src/document/transclusion.ts";
import { readSource } from "../../src/essay/front-matter.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import type { NotesPlace } from "../../src/layout/measure.ts";
import { paintPlain } from "../../src/formats/plain.ts";
import { width } from "../../src/text/width.ts";

const root = join(import.meta.dirname, "../..");
const files = [
  join(root, "tests/fixtures/everything.md"),
  ...readdirSync(join(root, "essays"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(root, "essays", file)),
];
const PLACES: readonly NotesPlace[] = ["inline", "margin", "end", "none"];

/** The document, in which a page that embeds itself and one that is embedded too deeply are shown as such. */
function withPages(markdown: string): Document {
  const pages = `${markdown}\n\n![[circle]]\n\n> - ![[1]]\n`;
  return withTransclusions(parseDocument(pages), "", (href) => {
    const next = href === "circle" ? "circle" : String(Number(href) + 1);
    const title = `A page with a title that wants wrapping, ${href}`;
    return { key: href, title, part: undefined, document: () => parseDocument(`![[${next}]]`) };
  });
}

describe("no line is wider than asked", () => {
  // The fixture has every construct, so it is laid out at every width; of the essays every tenth will do (`npm run torture` lays out
  // them and damaged ones at any).
  test.each(files)("%s, at widths from 20 to 120, with notes in every place", (file) => {
    const step = file === files[0] ? 1 : 10;
    const document = withPages(readSource(readFileSync(file, "utf8")).body);
    for (const notes of PLACES) {
      for (let columns = 20; columns <= 120; columns += step) {
        const lines = layoutDocument(
          document,
          { width: columns, notes, marks: "superscript" },
          { title: "A title that is long enough to be wrapped" },
        );
        const tooWide = lines.map(paintPlain).filter((text) => width(text) > columns);
        expect(tooWide, `${columns} columns, ${notes}`).toEqual([]);
      }
    }
    expect(document.blocks.length).toBeGreaterThan(0);
  });
});

/** Columns that a terminal moves its cursor for `text`. */
async function terminalWidth(terminal: xterm.Terminal, text: string): Promise<number> {
  terminal.reset();
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  return terminal.buffer.active.cursorX;
}

test("a terminal counts the columns as ibid does", async () => {
  const terminal = new xterm.Terminal({ cols: 200, rows: 2, allowProposedApi: true });
  terminal.loadAddon(new UnicodeGraphemesAddon());
  terminal.unicode.activeVersion = "15-graphemes";
  let compared = 0;
  for (const file of files) {
    const document = parseDocument(readSource(readFileSync(file, "utf8")).body);
    const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "superscript" }).map(
      paintPlain,
    );
    for (const line of lines.filter((one) => /[^\u0020-\u007e]/.test(one))) {
      expect(await terminalWidth(terminal, line), line).toBe(width(line));
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(100);
});
