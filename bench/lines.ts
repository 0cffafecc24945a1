/**
 * How even lines are: over every essay of the folders that are named, the part of the lines that are more than 15 % short,
 * how many lines end with a hyphen, and the part of the texts of several lines whose last line is a runt: one or two short words. Else last
 * lines of paragraphs do not count, nor do code and tables.
 *
 *     node bench/lines.ts FOLDER...
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hyphenatorOf } from "../src/app/hyphenator.ts";
import { openEssay, type OpenEssay } from "../src/document/open-essay.ts";
import { decodeText } from "../src/essay/decode.ts";
import { languageOfText } from "../src/essay/text-language.ts";
import type { Hyphens } from "../src/layout/hyphens.ts";
import { layoutDocument } from "../src/layout/layout.ts";
import { isRunt } from "../src/layout/line-cost.ts";
import { type Line, lineText } from "../src/layout/line.ts";
import { width } from "../src/text/width.ts";
import { say } from "./figures.ts";

const SHORT = 0.85;
const WIDTHS = [28, 40, 66, 72];
const PROSE = new Set(["paragraph", "list", "blockQuote", "callout"]);

interface Count {
  lines: number;
  short: number;
  hyphens: number;
  inARow: number;
  /** Texts of several lines, and those whose last line is a runt. */
  texts: number;
  runts: number;
}

function essaysIn(folder: string): OpenEssay[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:md|markdown|mdx)$/.test(path))
    .flatMap((path) => {
      try {
        return [openEssay(decodeText(readFileSync(join(folder, path))), path, join(folder, path))];
      } catch {
        return [];
      }
    });
}

/** Whether a line's text goes on in the next one. */
function goesOn(line: Line, next: Line | undefined): boolean {
  const flow = line.spans.findLast((own) => own.flow)?.flow;
  return flow !== undefined && next?.spans.some((own) => own.flow === flow) === true;
}

/** Counts the last line of a text. */
function addLast(count: Count, { spans }: Line, columns: number): void {
  const text = spans
    .filter(({ flow }) => flow)
    .map((own) => own.text)
    .join("")
    .trim();
  count.texts++;
  if (isRunt(text.split(/\s+/).length, width(text), columns)) count.runts++;
}

function add(count: Count, { document, essay, source }: OpenEssay, columns: number, hyphens: Hyphens): void {
  const language = languageOfText(essay, source.body);
  const lines = layoutDocument(document, {
    width: columns,
    notes: "inline",
    marks: "superscript",
    hyphens,
    language,
    tools: { hyphenators: hyphenatorOf },
  });
  let before = false;
  lines.forEach((line, nth) => {
    const type = document.blocks[line.block]?.type ?? "";
    if (!PROSE.has(type) || line.spans.some(({ roles }) => roles.includes("codeBlock"))) return;
    if (!goesOn(line, lines[nth + 1])) {
      before = false;
      if (nth > 0 && goesOn(lines[nth - 1]!, line)) addLast(count, line, columns);
      return;
    }
    const isHyphened = line.spans.at(-1)?.hyphen === true;
    count.lines++;
    if (width(lineText(line).trimEnd()) < SHORT * columns) count.short++;
    if (isHyphened) count.hyphens++;
    if (isHyphened && before) count.inARow++;
    before = isHyphened;
  });
}

const essays = process.argv.slice(2).flatMap(essaysIn);
say(`${essays.length} essays`, "lines", "short", "hyphened", "in a row", "runts");
for (const columns of WIDTHS) {
  for (const hyphens of ["never", "auto", "always"] as const) {
    const count: Count = { lines: 0, short: 0, hyphens: 0, inARow: 0, texts: 0, runts: 0 };
    for (const open of essays) add(count, open, columns, hyphens);
    const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(2)} %`;
    const oneIn = count.hyphens === 0 ? "none" : `1 in ${(count.lines / count.hyphens).toFixed(1)}`;
    say(
      `${columns} columns, hyphens ${hyphens}`,
      `${count.lines}`,
      share(count.short, count.lines),
      oneIn,
      `${count.inARow}`,
      share(count.runts, count.texts),
    );
  }
}
