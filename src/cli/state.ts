/**
 * `ibid state`: exports what ibid remembers for another machine, and imports what another machine remembers.
 *     export ─▶ lines of JSON          merge FILE: both at once, so that a synchronised
 *     import FILE ◀─ lines of JSON     folder connects two machines
 */
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { resolve, sep } from "node:path";
import { UsageError } from "../app/arguments.ts";
import { OutputError } from "../app/output-error.ts";
import type { Session } from "../app/session.ts";
import { decodeText } from "../essay/decode.ts";
import { toJsonLines } from "../formats/json.ts";
import { realPath } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { local, portable } from "../memory/portable.ts";
import {
  inFile,
  isUnknown,
  joinedRecords,
  readRecords,
  StateLineError,
  type StateRecord,
} from "../memory/state-record.ts";
import { readSmallBytes } from "../system/read-small-file.ts";
import { systemReason } from "../system/reason.ts";
import { writeNewFile } from "../system/replace-file.ts";
import { BOUNDS } from "../text/bounds.ts";
import { NOT_IMPORTED, TOO_LARGE } from "./notes-import.ts";
import { counted } from "../text/counted.ts";
import { refuseGivenLibrary } from "./refuse-library.ts";

/** Exit code 0; 2 if a file does not contain ibid's state, or can't be read or written. */
export async function run(session: Session): Promise<number> {
  const [what = "", ...files] = session.options.operands;
  if (what === "export" && files.length === 0) return exported(session);
  if (what === "import" && files.length === 1) return imported(session, files);
  if (what === "merge" && files.length > 0) return merged(session, files);
  throw new UsageError(
    "state needs a task: ibid state export, ibid state import FILE or ibid state merge FILE...",
  );
}

function exported(session: Session): number {
  const lines = session.changeMemory("nothing was exported", linesOf);
  if (lines === undefined) return 2;
  session.out(lines);
  return 0;
}

async function imported(session: Session, files: readonly string[]): Promise<number> {
  const records = await readAll(session, files);
  const changed = records && session.changeMemory(NOT_IMPORTED, (memory) => memory.take(records));
  if (changed === undefined) return 2;
  session.say(changedWords(changed, records));
  return 0;
}

/** Reads all files, and writes the merged state into the first one. Only this one may be new: a name that is mistyped must not pass for an empty file. */
async function merged(session: Session, files: readonly string[]): Promise<number> {
  const [first = ""] = files;
  if (first === "-") throw new UsageError("state merge writes the first FILE, so it can't be -");
  const target = resolve(session.options.cwd, first);
  refuseGivenLibrary(first, session);
  const isNew = !existsSync(target);
  const there = isNew ? files.slice(1) : files;
  const records = await readAll(session, there);
  if (!records) return 2;
  const joined = session.changeMemory(NOT_IMPORTED, (memory) => ({
    changed: memory.take(records),
    // Records of a newer ibid, which this one can't keep, stay in the file.
    all: joinedRecords(records, memory.records()),
  }));
  if (!joined) return 2;
  const all = joined.all.map((record) => inFile(portable(record, home(), sep)));
  try {
    writeNewFile(target, toJsonLines(all), true);
  } catch (error) {
    throw new OutputError(first, systemReason(error));
  }
  session.say(changedWords(joined.changed));
  return 0;
}

/** The records of all files; undefined if one of them can't be read, which is reported. */
async function readAll(session: Session, files: readonly string[]): Promise<StateRecord[] | undefined> {
  const all: StateRecord[] = [];
  const own = home();
  for (const file of files) {
    try {
      for (const record of readRecords(await textOf(file, session))) all.push(local(record, own, sep));
    } catch (error) {
      session.say(`${file === "-" ? "standard input" : file}: ${whyUnread(error)}`);
      return undefined;
    }
  }
  return all;
}

function whyUnread(error: unknown): string {
  if (error instanceof StateLineError) return error.message;
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? "no such file" : systemReason(error);
}

async function textOf(file: string, { io, options }: Session): Promise<string> {
  const { most } = BOUNDS.imported;
  if (file === "-") {
    const bytes = await io.readInput();
    if (bytes.length > most) throw new StateLineError(TOO_LARGE);
    return decodeText(bytes).text;
  }
  const path = resolve(options.cwd, file);
  // Throws, for a file that is missing.
  statSync(path);
  const read = readSmallBytes(path, most) ?? { reason: "can't be read" };
  if ("reason" in read) throw new StateLineError(`${read.reason}; nothing was imported`);
  return decodeText(read.bytes).text;
}

function linesOf(memory: Memory): string {
  return toJsonLines(joinedRecords(memory.records()).map((record) => portable(record, home(), sep)));
}

function home(): string {
  return realPath(homedir());
}

function changedWords(count: number, records: readonly StateRecord[] = []): string {
  const taken = count === 0 ? "nothing new" : `${counted(count, "record")} taken`;
  const unknown = records.filter(isUnknown).length;
  return unknown === 0 ? taken : `${taken}, ${counted(unknown, "record")} of a newer ibid left out`;
}
