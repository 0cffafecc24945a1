/**
 * The work on many essays, links, findings or notes grows with their number, whatever they are called: four times as many take about
 * four times as long.
 */
import type { ImportedNote } from "../../src/cli/imported-notes.ts";
import { takeNotes } from "../../src/cli/note-taking.ts";
import { openEssay, type OpenEssay } from "../../src/document/open-essay.ts";
import { sortEssays } from "../../src/essay/choose.ts";
import type { Essay } from "../../src/essay/essay.ts";
import { distinctSlugs } from "../../src/essay/slug.ts";
import { mended } from "../../src/library/check/fix.ts";
import type { Finding } from "../../src/library/check/finding.ts";
import { linkIndex } from "../../src/links/link-target.ts";
import { meantForEssay } from "../../src/links/site.ts";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import { Adoption } from "../../src/memory/adopt.ts";
import { Memory } from "../../src/memory/memory.ts";
import { withinOneOf } from "../../src/system/is-within.ts";

/** Numbers of things: the work on each is compared with that on a quarter of it. */
export const CROWDS = [8_000, 16_000];

function essays(count: number, pathOf: (nth: number) => string, slugOf: (nth: number) => string): Essay[] {
  return Array.from({ length: count }, (_, nth) => {
    const path = pathOf(nth);
    return {
      path,
      file: `/library/${path}`,
      slug: slugOf(nth),
      title: "A title",
      titleFrom: "heading",
      date: `20${String(nth % 90).padStart(2, "0")}-05-06`,
      tags: [],
      words: 1,
      draft: false,
      data: {},
      problems: [],
    } as unknown as Essay;
  });
}

const logs = (count: number): Essay[] =>
  essays(
    count,
    (nth) => `folder-${nth}/log.md`,
    (nth) => `folder-${nth}/log`,
  );

/** Each does its work on a number of things. What it needs for that is made first, and not measured. */
export const CROWDED: ReadonlyMap<string, (count: number) => () => unknown> = new Map([
  [
    "essays of one name",
    (count: number) => {
      const all = Array.from({ length: count }, (_, nth) => ({ path: `${nth}/log.md`, slug: "log" }));
      return () => distinctSlugs(all);
    },
  ],
  [
    "links to a name that many essays have",
    (count: number) => {
      const all = logs(count);
      return () => {
        const index = linkIndex([...all]);
        for (const { path } of all) index.resolve("log.md#x", `elsewhere/${path}`);
        for (const { path, date } of all) index.resolve(`/${date?.replaceAll("-", "/")}/log`, path);
      };
    },
  ],
  [
    "dead links that resemble essays",
    (count: number) => {
      const all = essays(
        count,
        (nth) => `posts/p${nth}x.md`,
        (nth) => `p${nth}x`,
      );
      const links = all.slice(0, 1).map((essay) => ({
        href: `/${essay.slug}`,
        target: { kind: "essay", essay, heading: undefined, wrongCase: false } as const,
      }));
      return () => {
        const isMeant = meantForEssay(all, links);
        for (let nth = 0; nth < count; nth++) isMeant(`/q${nth}yy`, `q${nth}yy`);
      };
    },
  ],
  [
    "files that are named to check",
    (count: number) => {
      const files = Array.from({ length: count }, (_, nth) => `/library/folder/${nth}.md`);
      return () => files.filter(withinOneOf(files));
    },
  ],
  [
    "fixes in one line",
    (count: number) => {
      const line = "\u0007".repeat(count);
      const findings = Array.from(
        { length: count },
        (_, nth) => ({ line: 1, column: nth + 1, fix: { remove: "\u0007", insert: "" } }) as Finding,
      );
      return () => mended(line, findings);
    },
  ],
  [
    "combining marks in two titles",
    (count: number) => {
      const [above, below] = ["\u0301".repeat(count), "\u0323".repeat(count)];
      const [one, other] = essays(2, String, String);
      const titled = [
        { ...one!, title: `a${above}${below}b` },
        { ...other!, title: `a${below}${above}c` },
      ];
      return () => sortEssays(titled, "title", false);
    },
  ],
  ["marks of many essays", (count) => adoptedMarks(count / 40, "essays", "essays")],
  ["marks of many essays in a folder that was renamed", (count) => adoptedMarks(count / 40, "old", "new")],
  ["notes that are known, each with other words", (count) => knownNotes(count / 8, (nth) => `words ${nth}`)],
  ["notes that are known, all with the same words", (count) => knownNotes(count / 8, () => "words")],
]);

/** Imports notes without ids on one essay for the second time. */
function knownNotes(count: number, wordsOf: (nth: number) => string): () => unknown {
  const essay = { file: "/library/a.md", slug: "a", title: "A" };
  const notes = Array.from({ length: count }, (_, nth): ImportedNote => {
    const place = { block: nth, offset: 0, note: undefined };
    const words = wordsOf(nth);
    const anchor = { words, before: "", after: "", hash: "", lines: [nth, nth], start: place, end: place };
    const read = { essay, anchor, note: "A note", made: 1_000, changed: undefined, extra: {} };
    return { read, id: `id-${nth}`, essay, anchor, where: "there" } as unknown as ImportedNote;
  });
  const memory = new Memory(undefined);
  takeNotes(notes, memory, 5_000);
  return () => {
    const { known } = takeNotes(notes, memory, 6_000);
    if (known !== count) throw new Error(`${known} of ${count} notes were known`);
  };
}

/** Opens essays that were marked in the folder `from` and are now in the folder `to`, one after the other. */
function adoptedMarks(count: number, from: string, to: string): () => unknown {
  const opened = (folder: string): OpenEssay[] =>
    Array.from({ length: count }, (_, nth) => {
      const words = Array.from({ length: 30 }, (_, at) => `word${(nth * 31 + at * 7) % 997}`).join(" ");
      const text = `# Essay ${nth}\n\nThe essay ${nth} says: ${words}.\n\nMore of ${nth} and ${words}.\n`;
      return openEssay({ text, problems: [] }, `${nth}.md`, `/nowhere/${folder}/${nth}.md`);
    });
  const [before, now] = [opened(from), opened(to)];
  const anchors = new Map(
    before.map((open) => [open, anchorOf(open, galleyOf(open.document).rangeOf([12, 60])!)]),
  );
  const byFile = new Map(now.map((open) => [open.essay.file, open]));
  const shelf = { essays: now.map(({ essay }) => essay), open: ({ file }: Essay) => byFile.get(file)! };
  return () => {
    const memory = new Memory(undefined);
    for (const open of before) {
      const { file, slug, title } = open.essay;
      memory.texts.note(open.essay, galleyOf(open.document).hash);
      memory.marks.add({ file, slug, title }, anchors.get(open)!, 1);
    }
    const adoption = new Adoption(memory, shelf);
    const found = now.reduce((sum, open) => sum + adoption.take(open, 2).length, 0);
    memory.close();
    if (found !== count) throw new Error(`${found} of ${count} marks were found`);
  };
}
