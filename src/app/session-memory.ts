/**
 * What ibid remembers of the user's reading, for one run: opened at most once, when it is first needed. A problem with it is
 * reported once.
 */
import { statSync } from "node:fs";
import { Memory } from "../memory/memory.ts";

export class SessionMemory {
  readonly #file: string | undefined;
  readonly #say: (message: string) => void;
  #memory: Memory | undefined;
  /** Whether the memory is empty because its file is missing. */
  #isMissing = false;
  #reported: string | undefined;

  /** `file` is undefined if nothing is remembered. */
  constructor(file: string | undefined, say: (message: string) => void) {
    this.#file = file;
    this.#say = say;
  }

  /** For work that only asks: if there is no file, nothing is remembered, and none is made. */
  toAsk(): Memory {
    if (!this.#memory) {
      this.#isMissing = isMissing(this.#file);
      this.#memory = new Memory(this.#isMissing ? undefined : this.#file);
    }
    this.#report();
    return this.#memory;
  }

  /** For work that may change it as long as the run lasts. What can't be stored is lost, which is reported. */
  toKeep(): Memory {
    const memory = this.#made();
    this.#report();
    return memory;
  }

  /**
   * Does work whose changes must be stored; returns its result, or undefined if the memory can't be read or they can't be stored.
   * This is reported; `failure` names what was not done.
   */
  change<Result>(failure: string, work: (memory: Memory) => Result): Result | undefined {
    const memory = this.#made();
    const result = memory.isKept ? work(memory) : undefined;
    memory.settle();
    if (memory.isKept) {
      this.#report();
      return result;
    }
    this.#reported = memory.complaint;
    this.#say(`${failure}: ${memory.complaint ?? "IBID_STATE is empty"}`);
    return undefined;
  }

  close(): void {
    this.#memory?.close();
    this.#report();
    this.#memory = undefined;
  }

  /** The memory with its file, even if there was none. */
  #made(): Memory {
    if (this.#isMissing) this.close();
    this.#isMissing = false;
    return (this.#memory ??= new Memory(this.#file));
  }

  #report(): void {
    const complaint = this.#memory?.complaint;
    if (complaint === undefined || complaint === this.#reported) return;
    this.#reported = complaint;
    this.#say(complaint);
  }
}

/** Whether there is no such file. One that can't be reached may be there. */
function isMissing(file: string | undefined): boolean {
  if (file === undefined) return false;
  try {
    return statSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}
