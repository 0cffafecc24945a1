/**
 * The boundary of a file: whatever goes wrong with one file stays with it.
 *
 *     EssayText ─ use ─▶ result                      as it should be
 *         │        └─ throws, overflows, takes too long
 *         └─ plain ─ use ─▶ result                   the same of its plain text, with a problem that says why
 *                     └─ throws ─▶ SkipReason        nothing can be had of it: listed as skipped
 *
 * Every way of reading a file goes through here, and nowhere else is an exception of a file caught.
 */
import { EssayText, plainText, reasonOf } from "../document/open-essay.ts";
import { UnfitFileError, type FileText } from "../essay/decode.ts";
import { BOUNDS } from "../text/bounds.ts";
import { systemReason } from "../system/reason.ts";
import { TimeLimitError, withinTime } from "../system/time-limit.ts";
import type { FoundFile } from "./discover.ts";
import { readTextFile } from "./read-file.ts";

/** Why a file was not read. */
export interface SkipReason {
  readonly skipped: string;
  /** Whether the reason lies outside the file, so that it may be gone the next time. */
  readonly passing: boolean;
}

/** How a file is read; tests replace parts of it. */
export interface Reading {
  readonly read: (file: string) => FileText;
  readonly text: (content: FileText, path: string, file: string) => EssayText;
  /** Longest time for a file of so many UTF-16 code units, in milliseconds. */
  readonly limit: (length: number) => number;
}

/** What is very long may take longer, in milliseconds for a million UTF-16 code units. */
const LIMIT_PER_MILLION = 3_000;

export const READING: Reading = {
  read: readTextFile,
  text: (content, path, file) => new EssayText(content, path, file),
  limit: (length) => Math.ceil(1_000 * BOUNDS.seconds.most + (length / 1e6) * LIMIT_PER_MILLION),
};

/** What `use` makes of a file. Never throws for what is wrong with the file. */
export function withFile<Result>(
  found: FoundFile,
  use: (text: EssayText) => Result,
  reading: Reading = READING,
): Result | SkipReason {
  const { file, path } = found;
  try {
    return withText(reading.read(file), found, use, reading);
  } catch (error) {
    return skipReason(error, path);
  }
}

/** As `withFile`, of a text that has been read; throws what even its plain text throws. */
export function withText<Result>(
  content: FileText,
  { file, path }: FoundFile,
  use: (text: EssayText) => Result,
  { text, limit }: Reading = READING,
): Result {
  try {
    return withinTime(limit(content.text.length), () => use(text(content, path, file)));
  } catch (error) {
    return withinTime(limit(content.text.length), () => use(plainText(content, path, file, reasonOf(error))));
  }
}

export function isSkipped(result: object): result is SkipReason {
  return "skipped" in result && "passing" in result;
}

/** Why the file at `path` can't be read. */
function skipReason(error: unknown, path: string): SkipReason {
  if (error instanceof UnfitFileError) return { skipped: error.message, passing: false };
  if (error instanceof TimeLimitError) return { skipped: `can't be read: ${error.message}`, passing: false };
  if (path.includes("\ufffd")) return { skipped: "can't be read: its name is no UTF-8", passing: true };
  const isSystems = error instanceof Error && "code" in error;
  return {
    skipped: `can't be read: ${isSystems ? systemReason(error) : reasonOf(error)}`,
    passing: isSystems,
  };
}
