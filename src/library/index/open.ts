/**
 * A library by way of its index.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { type Library, openLibrary } from "../library.ts";
import { indexFile } from "./database.ts";
import { type Contents, EssayIndex } from "./index.ts";
import { type Progress, refresh } from "./refresh.ts";
import { isSqliteError } from "./sqlite.ts";

export interface IndexedLibrary extends Library {
  /** Its index, for a search; undefined where it was read without one. */
  readonly index: EssayIndex | undefined;
  /** What is the matter with the index, in words for the person. */
  readonly complaints: readonly string[];
}

export interface OpenOptions {
  /** Whether its full text is wanted: then there is an index, be it in memory. */
  readonly text: boolean;
  readonly onProgress: (progress: Progress) => void;
}

/** Opens the library in `root`, with its index kept in `folder` (in no folder, if that is undefined). */
export async function openIndexed(
  root: string,
  folder: string | undefined,
  { text, onProgress }: OpenOptions,
): Promise<IndexedLibrary> {
  const isKept = folder !== undefined && statSync(root).isDirectory();
  if (!isKept && !text) return withoutIndex(root, []);
  const index = new EssayIndex(isKept ? indexFile(folder, root) : undefined);
  const complaints = index.complaint === undefined ? [] : [index.complaint];
  if (!index.isKept && !text) return withoutIndex(root, complaints);
  const { skipped } = await refresh(index, root, onProgress);
  const contents = await contentsOf(index, root, onProgress);
  const all = [...contents.skipped, ...skipped];
  const later = index.complaint === undefined ? [] : [index.complaint];
  return {
    root,
    index,
    essays: contents.essays,
    skipped: all,
    complaints: [...new Set([...complaints, ...later])],
  };
}

function withoutIndex(root: string, complaints: readonly string[]): IndexedLibrary {
  return { ...openLibrary(root), index: undefined, complaints };
}

/** What the index holds; if it turns out to be damaged, what one in memory does. */
async function contentsOf(
  index: EssayIndex,
  root: string,
  onProgress: (progress: Progress) => void,
): Promise<Contents> {
  try {
    return index.contents(base(root));
  } catch (error) {
    if (!isSqliteError(error) && !(error instanceof SyntaxError)) throw error;
    index.toMemory("the index is damaged; this once it is kept in memory", true);
    await refresh(index, root, onProgress);
    return index.contents(base(root));
  }
}

/** The folder that paths are relative to. */
function base(root: string): string {
  return statSync(root).isDirectory() ? root : dirname(root);
}
