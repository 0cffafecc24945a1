/**
 * Commands that change or export what is remembered; they fail if it can't be stored.
 */
import type { Session } from "../app/session.ts";
import { Memory } from "../memory/memory.ts";

/**
 * Does something with what is remembered; returns the result, or undefined if it can't be read or its changes
 * can't be stored. This is reported; `failure` names what was not done.
 */
export function withMemory<Result>(
  session: Session,
  failure: string,
  work: (memory: Memory) => Result,
): Result | undefined {
  const memory = new Memory(session.options.memory);
  let result: Result | undefined;
  try {
    if (memory.isKept) result = work(memory);
  } finally {
    memory.close();
  }
  if (!memory.isKept) session.say(`${failure}: ${memory.complaint ?? "IBID_STATE is empty"}`);
  else if (memory.complaint !== undefined) session.say(memory.complaint);
  return memory.isKept ? result : undefined;
}

/** The `failure` of an import. */
export const NOT_IMPORTED = "nothing was imported, because it can't be saved";
