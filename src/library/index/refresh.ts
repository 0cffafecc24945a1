/**
 * Brings an index up to date with its library. Only files whose path, size or times changed are read.
 */
import { setImmediate } from "node:timers/promises";
import { discover, type FoundFile, type Skipped } from "../discover.ts";
import { unkeptBecause } from "./guard.ts";
import type { EssayIndex } from "./index.ts";
import type { Located } from "../locate.ts";
import { type FileStamp, fileStamp } from "../../system/file-stamp.ts";
import type { IndexRow, Wanted } from "./row.ts";
import { kindOf } from "../../system/sqlite-error.ts";
import { append } from "../../text/append.ts";

/** Progress, in files. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Refreshed {
  /** Whether anything had changed. */
  readonly changed: boolean;
  /** Files that were skipped and are not in the index. */
  readonly skipped: readonly Skipped[];
  /** The real paths of the library's folders. */
  readonly folders: readonly string[];
}

/** Reads what changed since the index was last up to date. If its file can't be written, the index moves to memory. */
export async function refresh(
  index: EssayIndex,
  library: Pick<Located, "root" | "followLinks">,
  onProgress: (progress: Progress) => void,
  wanted: Wanted = {},
): Promise<Refreshed> {
  try {
    return await bringUpToDate(index, library, onProgress, wanted);
  } catch (error) {
    index.toMemory(unkeptBecause(error, index.database));
    return await bringUpToDate(index, library, onProgress, wanted);
  }
}

async function bringUpToDate(
  index: EssayIndex,
  { root, followLinks }: Pick<Located, "root" | "followLinks">,
  onProgress: (progress: Progress) => void,
  wanted: Wanted,
): Promise<Refreshed> {
  const { files, skipped, folders } = discover(root, followLinks);
  if (!index.isWriting && isEmpty(await changesOf(index, files, wanted)))
    return { changed: index.wasChanged(), skipped, folders };
  const wasWriting = index.isWriting;
  index.begin();
  const { generation } = index;
  try {
    const passing = await takeChanges(index, files, onProgress, wanted);
    // A question meanwhile showed that the index was damaged: what is there now began empty.
    if (!passing) return await bringUpToDate(index, { root, followLinks }, onProgress, wanted);
    index.commit();
    return { changed: true, skipped: [...skipped, ...passing], folders };
  } catch (error) {
    const isOpen = !wasWriting && index.isWriting && index.generation === generation;
    if (isOpen && kindOf(error) === "bug") index.rollBack();
    throw error;
  }
}

/** Puts what has changed into the index; what was skipped and is not kept there. Undefined if the index was given up meanwhile. */
async function takeChanges(
  index: EssayIndex,
  files: readonly FoundFile[],
  onProgress: (progress: Progress) => void,
  wanted: Wanted,
): Promise<Skipped[] | undefined> {
  const { generation } = index;
  // Now that no other process writes: it may have read the same files in the meantime.
  const { gone, stale } = await changesOf(index, files, wanted);
  if (index.generation !== generation) return undefined;
  gone.forEach((path) => index.remove(path));
  const passing: Skipped[] = [];
  let done = 0;
  // The parser is loaded only if there is something to parse.
  const { readRows } = await import("./read-rows.ts");
  for await (const rows of readRows(stale, wanted)) {
    if (index.generation !== generation) return undefined;
    for (const row of rows) {
      index.put(row);
      append(passing, passingSkips(row));
    }
    done += rows.length;
    onProgress({ done, total: stale.length });
    await setImmediate();
  }
  return index.generation === generation ? passing : undefined;
}

interface Changes {
  /** Paths in the index that are no longer in the library. */
  readonly gone: readonly string[];
  /** Files that are new or have changed. */
  readonly stale: readonly FoundFile[];
}

/** The number of files compared before pending keys are handled. */
const AT_A_TIME = 250;

async function changesOf(
  index: EssayIndex,
  files: readonly FoundFile[],
  { gists = false }: Wanted,
): Promise<Changes> {
  const all = index.stamps();
  const known = gists ? index.stampsOfChecked() : all;
  const stale: FoundFile[] = [];
  let found = 0;
  for (const [nth, file] of files.entries()) {
    if (nth % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
    if (all.has(file.path)) found++;
    if (!isKnown(known.get(file.path), file.file)) stale.push(file);
  }
  return { gone: found === all.size ? [] : pathsBut(all, files), stale };
}

/** The paths of the index without those of `files`. */
function pathsBut(all: ReadonlyMap<string, FileStamp>, files: readonly FoundFile[]): string[] {
  const here = new Set(files.map(({ path }) => path));
  return [...all.keys()].filter((path) => !here.has(path));
}

function isEmpty({ gone, stale }: Changes): boolean {
  return gone.length === 0 && stale.length === 0;
}

function isKnown(known: FileStamp | undefined, file: string): boolean {
  if (!known) return false;
  const now = fileStamp(file);
  return now?.size === known.size && now.modified === known.modified;
}

function passingSkips({ path, content }: IndexRow): Skipped[] {
  return "skipped" in content && content.passing ? [{ path, message: content.skipped }] : [];
}
