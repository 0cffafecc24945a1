/**
 * The essays that were in each library on the last visit: any other essay is new, unless it was
 * there under another path.
 */
import type { Essay } from "../essay/essay.ts";
import { textHash } from "../text/hash.ts";
import type { MemoryFile } from "./memory-file.ts";

/** The length of a visit, in milliseconds: all starts within this time are one visit. */
const VISIT = 6 * 60 * 60 * 1000;
/** The least time between two records of the last visit, in milliseconds. */
const LATELY = 60_000;

/** What is known of an essay without its text. */
export type ListedEssay = Pick<Essay, "path" | "title" | "titleFrom" | "words">;

export class Visits {
  readonly #file: MemoryFile;

  constructor(file: MemoryFile) {
    this.#file = file;
  }

  /**
   * Returns the paths of a library that were not there on the last visit; `essays` are those that are there now. On a first visit
   * nothing is new, and neither is an essay whose file was renamed or moved since.
   */
  arrivals(root: string, essays: readonly ListedEssay[], now: number): Set<string> {
    const [row] = this.#file.rows("SELECT known, fresh, looks, at FROM libraries WHERE root = ?", root);
    const paths = essays.map(({ path }) => path);
    const before = row && { known: listOf(row["known"]), fresh: listOf(row["fresh"]) };
    const isSameVisit = row !== undefined && now - Number(row["at"]) < VISIT;
    const known = new Set(before ? [...before.known, ...(isSameVisit ? [] : before.fresh)] : paths);
    const fresh = new Set(isSameVisit ? before?.fresh : []);
    const strange = essays.filter(({ path }) => !known.has(path) && !fresh.has(path));
    const renamed = renamedFrom(strange, listOf(row?.["looks"] ?? ""), new Set(paths));
    for (const { path } of strange) {
      const was = renamed.get(path);
      (was === undefined || fresh.has(was) ? fresh : known).add(path);
    }
    const isKnown =
      isSameVisit && strange.length === 0 && row["looks"] !== "" && now - Number(row["at"]) < LATELY;
    if (isKnown) return fresh;
    this.#file.write(
      `INSERT INTO libraries (root, known, fresh, looks, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (root) DO UPDATE SET
         known = excluded.known, fresh = excluded.fresh, looks = excluded.looks, at = excluded.at`,
      [root, [...known].join("\n"), [...fresh].join("\n"), essays.map(lookedAt).join("\n"), now],
    );
    return fresh;
  }
}

/** The former path of each of these essays, if it has one. */
function renamedFrom(
  essays: readonly ListedEssay[],
  looks: readonly string[],
  paths: ReadonlySet<string>,
): Map<string, string> {
  const missing = looks.map(parted).filter(([, path]) => !paths.has(path));
  // Backwards, because the last one of a list is taken in no time.
  const gone = Map.groupBy(missing.reverse(), ([look]) => look);
  return new Map(
    essays.flatMap((essay): [string, string][] => {
      const [, was] = gone.get(lookOf(essay))?.pop() ?? [];
      return was === undefined ? [] : [[essay.path, was]];
    }),
  );
}

/**
 * The data by which an essay is recognised at another path: its words, and its title unless that is made from the path.
 */
function lookOf({ title, titleFrom, words }: ListedEssay): string {
  return textHash(`${words} ${titleFrom === "file name" ? "" : title}`);
}

function lookedAt(essay: ListedEssay): string {
  return `${lookOf(essay)} ${essay.path}`;
}

function parted(line: string): [look: string, path: string] {
  const at = line.indexOf(" ");
  return [line.slice(0, at), line.slice(at + 1)];
}

function listOf(value: unknown): string[] {
  return String(value)
    .split("\n")
    .filter((path) => path !== "");
}
