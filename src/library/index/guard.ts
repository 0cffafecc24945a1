/**
 * Decides what an error of an index in use means for its file.
 */
import { type Database } from "../../system/sqlite.ts";
import { isReplaced, isSqliteError, kindOf } from "../../system/sqlite-error.ts";
import { BUSY, REPLACED, type Unkept } from "./database.ts";

/** What `--debug` shows about an index that had to be deleted. */
export const DAMAGED = "the index was damaged; it is being rebuilt";

/**
 * Why this run goes on with an index in memory after an error, and leaves the file alone; undefined if the file is damaged and
 * must be deleted. Throws the error if it is a bug.
 */
export function unkeptBecause(error: unknown, database: Database): Unkept | undefined {
  switch (kindOf(error)) {
    case "busy":
      return { remark: BUSY };
    case "environment":
      if (isReplaced(error)) return { remark: REPLACED };
      return { complaint: `the index can't be kept (${(error as Error).message})` };
    case "damage":
      return undefined;
    case "bug":
      // A statement may also fail because an index of a table lacks a row, or has one too many.
      if (isSqliteError(error) && !isSound(database)) return undefined;
      throw error;
  }
}

function isSound(database: Database): boolean {
  try {
    const [answer] = Object.values(database.prepare("PRAGMA integrity_check(1)").get() ?? {});
    return answer === "ok";
  } catch (error) {
    return kindOf(error) !== "damage";
  }
}
