/**
 * A library by way of its index.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Skipped } from "../discover.ts";
import { NoFullTextError } from "../errors.ts";
import type { Library } from "../library.ts";
import { indexFile } from "./database.ts";
import { EssayIndex } from "./index.ts";
import { type Progress, refresh } from "./refresh.ts";
import { hasFullText, isSqliteError } from "../../system/sqlite.ts";
import { isAsLeft } from "./stamp.ts";

type OnProgress = (progress: Progress) => void;

/** An index that is up to date. */
export interface OpenIndex {
  readonly index: EssayIndex;
  readonly skipped: readonly Skipped[];
  /** What is the matter with it, in words for the person. */
  readonly complaints: readonly string[];
  /** Asks it something; where it turns out to be damaged, once more when it has been made anew in memory. */
  readonly ask: <Answer>(question: (index: EssayIndex) => Answer) => Promise<Answer>;
}

/** A library, and what is the matter with its index. */
export interface IndexedLibrary extends Library {
  readonly complaints: readonly string[];
}

/** The index of the library in `root`, kept in `folder`; in memory if it can't be, or if that is undefined. */
export async function openIndex(
  root: string,
  folder: string | undefined,
  onProgress: OnProgress,
  fullText = hasFullText(),
): Promise<OpenIndex> {
  if (!fullText) throw new NoFullTextError();
  return broughtUpToDate(indexOf(root, folder), root, onProgress);
}

/** Reads the library in `root` by way of its index in `folder`; without one if that can't be had. */
export async function openIndexed(
  root: string,
  folder: string | undefined,
  onProgress: OnProgress,
  fullText = hasFullText(),
): Promise<IndexedLibrary> {
  if (folder === undefined || statSync(root).isFile() || !fullText) return withoutIndex(root, []);
  const index = indexOf(root, folder);
  if (!index.isKept) return withoutIndex(root, complaintsOf(index));
  const { skipped, complaints, ask } = await broughtUpToDate(index, root, onProgress);
  const essays = await ask(() => index.essays());
  index.close();
  return { root, essays, skipped, complaints };
}

/** The index as it was left, perhaps out of date; undefined if none was. */
export function leftIndex(root: string, folder: string | undefined): EssayIndex | undefined {
  if (folder === undefined || !statSync(root).isDirectory() || !hasFullText()) return undefined;
  return isAsLeft(indexFile(folder, root)) ? indexOf(root, folder) : undefined;
}

/** The index as it was left, perhaps out of date; a new one, if none was. */
export function indexOf(root: string, folder: string | undefined): EssayIndex {
  const isFolder = statSync(root).isDirectory();
  const file = folder !== undefined && isFolder ? indexFile(folder, root) : undefined;
  return new EssayIndex(file, isFolder ? root : dirname(root));
}

async function broughtUpToDate(index: EssayIndex, root: string, onProgress: OnProgress): Promise<OpenIndex> {
  const before = complaintsOf(index);
  const { skipped: passing } = await refresh(index, root, onProgress);
  const ask: OpenIndex["ask"] = async (question) => {
    try {
      return question(index);
    } catch (error) {
      if (!isSqliteError(error) && !(error instanceof SyntaxError)) throw error;
      index.toMemory("the index is damaged; this once it is kept in memory", true);
      await refresh(index, root, onProgress);
      return question(index);
    }
  };
  const skipped = await ask(() => index.skipped());
  return {
    index,
    ask,
    skipped: [...skipped, ...passing],
    complaints: [...new Set([...before, ...complaintsOf(index)])],
  };
}

function complaintsOf({ complaint }: EssayIndex): string[] {
  return complaint === undefined ? [] : [complaint];
}

/** What parses is loaded only where there is something to parse. */
async function withoutIndex(root: string, complaints: readonly string[]): Promise<IndexedLibrary> {
  const { openLibrary } = await import("../library.ts");
  return { ...openLibrary(root), complaints };
}
