/**
 * The boundary of a file: what goes wrong with one file does not affect the others.
 *
 *     EssayText ─ use ─▶ result                      as it should be
 *         │        └─ throws, overflows, takes too long
 *         └─ plain ─ use ─▶ result                   the same with its plain text, and a problem with the reason
 *                     └─ throws ─▶ SkipReason        nothing can be read: listed as skipped
 *
 * Every way of reading a file goes through here. Only this module catches the exceptions that a file causes.
 */
import { EssayText, exceeded, plainText, reasonOf, STAGES, unreadable } from "../document/open-essay.ts";
import type { Problem } from "../essay/essay.ts";
import { UnfitFileError, type FileText } from "../essay/decode.ts";
import { BOUNDS } from "../text/bounds.ts";
import { readingReason } from "../system/reason.ts";
import { TimeLimitError, withinTime } from "../system/time-limit.ts";
import type { FoundFile } from "./discover.ts";
import { readTextFile } from "./read-file.ts";
import { setTitle } from "./title-formulas.ts";

/** Why a file was not read. */
export interface SkipReason {
  readonly skipped: string;
  /** Whether the reason is outside the file, so that it may be gone next time. */
  readonly passing: boolean;
}

/** The stages of reading a file; tests replace some of them. */
export interface ReadingStages {
  readonly read: (file: string) => FileText;
  readonly text: (content: FileText, path: string, file: string) => EssayText;
  /** The time limit, in milliseconds, for a file of `length` UTF-16 code units. */
  readonly limit: (length: number) => number;
}

/** Extra time for long files, in milliseconds for a million UTF-16 code units. */
const LIMIT_PER_MILLION = 3_000;

/** The essay in a file's text. */
export function essayText(content: FileText, path: string, file: string): EssayText {
  return new EssayText(content, path, file, { ...STAGES, setTitle });
}

export const READING: ReadingStages = {
  read: readTextFile,
  text: essayText,
  limit: (length) => Math.ceil(1_000 * BOUNDS.seconds.most + (length / 1e6) * LIMIT_PER_MILLION),
};

/** Applies `use` to a file. Never throws because of the file's content. */
export function withFile<Result>(
  found: FoundFile,
  use: (text: EssayText) => Result,
  reading: ReadingStages = READING,
): Result | SkipReason {
  const { file, path } = found;
  try {
    return withText(reading.read(file), found, use, reading);
  } catch (error) {
    return skipReason(error, path);
  }
}

/** As `withFile`, for a text that was already read; throws if even its plain text fails. */
export function withText<Result>(
  content: FileText,
  { file, path }: FoundFile,
  use: (text: EssayText) => Result,
  { text, limit }: ReadingStages = READING,
): Result {
  try {
    return withinTime(limit(content.text.length), () => use(text(content, path, file)));
  } catch (error) {
    return withinTime(limit(content.text.length), () =>
      use(plainText(content, path, file, failureOf(error))),
    );
  }
}

function failureOf(error: unknown): Problem {
  return error instanceof TimeLimitError ? exceeded("seconds") : unreadable(reasonOf(error));
}

/** Whether the result of reading a file is the reason why it was not read. */
export function isSkipped(result: object): result is SkipReason {
  return "skipped" in result && "passing" in result;
}

/** The reason why the file at `path` can't be read. */
function skipReason(error: unknown, path: string): SkipReason {
  if (error instanceof UnfitFileError) return { skipped: error.message, passing: false };
  if (error instanceof TimeLimitError) return { skipped: `can't be read: ${error.message}`, passing: false };
  if (path.includes("\ufffd")) return { skipped: "can't be read: its name is not UTF-8", passing: true };
  const isSystems = error instanceof Error && "code" in error;
  return {
    skipped: `can't be read: ${isSystems ? readingReason(error, "file") : reasonOf(error)}`,
    passing: isSystems,
  };
}
