/**
 * The user's marks, essay by essay, each with its present place.
 */
import { existsSync } from "node:fs";
import { basename, relative } from "node:path";
import type { Session } from "../app/session.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { Noted, NotedEssay } from "../formats/notes/noted.ts";
import { UnreadableError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import { headingAbove } from "../marks/present.ts";
import { galleyOf } from "../marks/galley.ts";
import type { Mark } from "../marks/mark.ts";
import { anchorsOf, type MarkPlace } from "../marks/place.ts";
import { linesOf } from "../marks/source-lines.ts";
import { Adoption } from "../memory/adopt.ts";
import { isInFile, keyOf, realPath } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { addressOf } from "../page/passage.ts";
import { arrivalsAmong } from "./arrivals.ts";

/** An essay, or the remembered data of one whose file is gone. */
export function notedEssay(open: OpenEssay, marks: readonly Mark[]): NotedEssay {
  const { essay } = open;
  const address = addressOf(essay);
  return {
    slug: essay.slug,
    title: essay.title,
    file: isInFile(essay) ? keyOf(essay) : essay.file,
    path: essay.path,
    address: /^https?:/i.test(address) ? address : undefined,
    essay,
    notes: anchorsOf(open, marks).map((place) => notedOf(open, place)),
  };
}

function notedOf(open: OpenEssay, { mark, placed, lost }: MarkPlace): Noted {
  if (!placed) return { ...orphan(mark), ...(lost === "uncertain" && { isUncertain: true }) };
  const { range, isExact } = placed;
  const galley = galleyOf(open.document);
  const stretch = galley.stretchOf(range);
  return {
    mark,
    state: isExact ? "there" : "reworded",
    block: range.start.block,
    words: stretch ? galley.text.slice(...stretch) : mark.anchor.words,
    lines: linesOf(open, range),
    heading: headingAbove(open, range.start),
  };
}

function orphan(mark: Mark): Noted {
  const { words, lines, heading, start } = mark.anchor;
  // An anchor of another program whose words were never found has neither a place nor lines.
  const [first, last] = lines;
  const isKnown = start.block >= 0 || first > 1 || last > 1;
  return { mark, state: "orphan", block: start.block, words, lines: isKnown ? lines : undefined, heading };
}

/** The marks of these essays, in their order; essays without any are left out. */
export async function notedIn(
  essays: readonly Essay[],
  library: Library,
  memory: Memory,
  session: Session,
): Promise<NotedEssay[]> {
  const ready = await library.ready();
  const candidates = await mayHaveMarks(memory, library);
  const now = Date.now();
  const adoption = new Adoption(memory, ready);
  return essays.filter(candidates).flatMap((essay): NotedEssay[] => {
    try {
      const open = ready.open(essay);
      const marks = adoption.take(open, now);
      return marks.length === 0 ? [] : [notedEssay(open, marks)];
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      session.say(error.message);
      return [];
    }
  });
}

/** Whether an essay has marks, or may be a moved one that has. */
async function mayHaveMarks(memory: Memory, library: Library): Promise<(essay: Essay) => boolean> {
  const files = new Set(memory.marks.all().map(({ essay }) => essay.file));
  const isArrival = await arrivalsAmong(library, memory);
  return (essay) => (isInFile(essay) && files.has(keyOf(essay))) || isArrival(essay);
}

/** Missing essays: those of a library's folder, or all that are not in one of these files. */
export function goneEssays(memory: Memory, { root }: Pick<Library, "root">, isAll: boolean): NotedEssay[] {
  const folder = `${realPath(root)}/`;
  const marks = memory.marks.all().filter(({ essay: { file } }) => {
    const isHere = file.startsWith(folder);
    return !existsSync(file) && (isHere || isAll);
  });
  return Array.from(Map.groupBy(marks, ({ essay }) => essay.file).values(), (own): NotedEssay => {
    const { slug, title, file } = own[0]!.essay;
    const path = file.startsWith(folder) ? relative(folder, file) : basename(file).replace(/#$/, "");
    return { slug, title, file, path, address: undefined, essay: undefined, notes: own.map(orphan) };
  });
}
