/**
 * Essays that may have come from a file that is gone, with the user's marks: commands open them to see whether they have.
 *
 *     the same slug or title, or as many words ─▶ as the index knows them (`whereabouts.ts`)
 *     words that are marked in an essay of this library whose file is gone ─▶ as the full text has them
 */
import { existsSync } from "node:fs";
import type { Essay } from "../essay/essay.ts";
import type { Library } from "../library/library.ts";
import { PARTED } from "../marks/strip.ts";
import { isInFile, keyOf, realPath } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import type { Trace } from "../memory/trace.ts";
import { mayHaveArrived, tracesOf } from "../memory/whereabouts.ts";
import { largest } from "../text/extremes.ts";

/** The number of missing essays that are looked for by their words, of passages of each, and of words of each passage. */
const MISSING = 10;
const PASSAGES = 5;
const WORDS = 8;
/** The least number of blocks with marks: one passage may be quoted. */
const BLOCKS = 2;
/** The number of essays with these words that are opened. */
const MOST = 3;

/** Returns whether an essay may be the new place of marks whose essay is not in its file any more. */
export async function arrivalsAmong(library: Library, memory: Memory): Promise<(essay: Essay) => boolean> {
  const seen = memory.texts.seen();
  const traces = tracesOf(memory.marks.all(), seen);
  const isArrival = mayHaveArrived(traces, library.essays, seen);
  const saying = await sayingTheSame(missingFrom(library, traces), library);
  return (essay) => isInFile(essay) && (isArrival(essay) || saying.has(keyOf(essay)));
}

/** The marked essays of a library's folder whose files are gone and of which several passages are known. */
function missingFrom({ root }: Library, traces: readonly Trace[]): Trace[] {
  const folder = `${realPath(root)}/`;
  return traces
    .filter(({ file, marks }) => {
      const blocks = new Set(marks.map(({ anchor }) => anchor.start.block));
      return blocks.size >= BLOCKS && file.startsWith(folder) && !existsSync(file);
    })
    .slice(0, MISSING);
}

/** The files of the essays that have marked words of a missing one. */
async function sayingTheSame(missing: readonly Trace[], library: Library): Promise<ReadonlySet<string>> {
  if (missing.length === 0 || !library.isSearchable) return new Set();
  const [ready, { parseQuery }] = await Promise.all([
    library.readyToSearch(),
    import("../search/parse-query.ts"),
  ]);
  const wish = { most: MOST, length: 1, passages: 0, drafts: true };
  return new Set(
    missing.flatMap((trace) => {
      const query = parseQuery(queryFor(trace));
      return ready.search(query, wish).results.map(({ essay }) => keyOf(essay));
    }),
  );
}

/** A query for the longest of the passages. */
function queryFor({ marks }: Trace): string {
  const passages = marks.map(({ anchor }) => longest(anchor.words.split(PARTED)));
  return passages
    .toSorted((a, b) => b.length - a.length)
    .slice(0, PASSAGES)
    .map((words) =>
      words
        .replace(/["“”„«»]/g, " ")
        .trim()
        .split(/\s+/)
        .slice(0, WORDS)
        .join(" "),
    )
    .filter((words) => /\p{L}|\p{N}/u.test(words))
    .map((words) => `"${words}"`)
    .join(" OR ");
}

function longest(texts: readonly string[]): string {
  const most = largest(texts.map(({ length }) => length));
  return texts.find(({ length }) => length === most) ?? "";
}
