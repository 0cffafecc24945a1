/**
 * A page with 50 marks of the user's: how much longer it takes to open, without notes and with them, and on a text in which many were edited.
 *
 *     node bench/marks.ts
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenEssay, openEssay } from "../src/document/open-essay.ts";
import { layoutDocument } from "../src/layout/layout.ts";
import { anchorOf } from "../src/marks/anchor.ts";
import { galleyOf } from "../src/marks/galley.ts";
import type { Mark } from "../src/marks/mark.ts";
import { anchorsOf } from "../src/marks/place.ts";
import { woven } from "../src/marks/weave.ts";
import { median, say } from "./figures.ts";

const ROUNDS = 61;
const MARKS = 50;
const WORDS = 80;

const file = join(import.meta.dirname, "../essays/marginalia/index.md");
const source = readFileSync(file, "utf8");
// As long as a long essay.
const text = source.repeat(Math.max(1, Math.ceil(60_000 / source.length)));

function open(content: string): OpenEssay {
  return openEssay({ text: content, problems: [] }, "essay.md", file);
}

/** Marks at even distances, a note on every other one. */
function marksOf(essay: OpenEssay): Mark[] {
  const galley = galleyOf(essay.document);
  const step = Math.floor((galley.text.length - WORDS) / MARKS);
  return Array.from({ length: MARKS }, (_, nth) => nth).flatMap((nth): Mark[] => {
    const range = galley.rangeOf([nth * step, nth * step + WORDS]);
    const anchor = range && anchorOf(essay, range);
    const note = nth % 2 === 0 ? "A thought on it." : undefined;
    const known = { file, slug: "essay", title: "Essay" };
    return anchor
      ? [
          {
            id: String(nth),
            essay: known,
            anchor,
            note,
            made: nth,
            changed: nth,
            removed: undefined,
            extra: {},
          },
        ]
      : [];
  });
}

/** Milliseconds from the text to the lines. */
function opening(content: string, marks: readonly Mark[]): number {
  const begun = performance.now();
  const essay = open(content);
  const document = marks.length === 0 ? essay.document : woven(essay.document, anchorsOf(essay, marks));
  layoutDocument(document, { width: 72, notes: "inline", marks: "superscript" });
  return performance.now() - begun;
}

const marks = marksOf(open(text));
const highlights = marks.map((mark): Mark => ({ ...mark, note: undefined }));
const edited = text.replaceAll("the ", "that ");
const subjects: readonly (readonly [name: string, content: string, marks: readonly Mark[]])[] = [
  ["without marks", text, []],
  [`with ${marks.length} highlights`, text, highlights],
  ["and notes on half of them", text, marks],
  ["in an edited text", edited, marks],
];
const times = subjects.map(() => [] as number[]);
for (let round = 0; round < ROUNDS; round++)
  subjects.forEach(([, content, own], nth) => times[nth]!.push(opening(content, own)));
const first = median(times[0]!);
subjects.forEach(([name], nth) =>
  say(name, `${median(times[nth]!).toFixed(1)} ms`, `${(median(times[nth]!) / first).toFixed(2)} ×`),
);
