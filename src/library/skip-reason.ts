/**
 * Why a file was not read, in words.
 */
import { systemReason } from "../system/reason.ts";
import { BinaryFileError } from "./errors.ts";

export interface SkipReason {
  readonly skipped: string;
  /** Whether the reason lies outside the file, so that it may be gone the next time. */
  readonly passing: boolean;
}

/** What reading the file at `path` failed by; anything unexpected is thrown again, with the path. */
export function skipReason(error: unknown, path: string): SkipReason {
  if (error instanceof BinaryFileError) return { skipped: error.message, passing: false };
  if (path.includes("\ufffd")) return { skipped: "can't be read: its name is no UTF-8", passing: true };
  if (error instanceof Error && "code" in error)
    return { skipped: `can't be read: ${systemReason(error)}`, passing: true };
  throw new Error(`${path}: ${String(error)}`, { cause: error });
}
