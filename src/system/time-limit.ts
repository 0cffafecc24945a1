/**
 * Work on this thread that may not take longer than so many milliseconds, whatever it does: V8 ends it, a loop or a
 * regular expression that backtracks included. A call costs about a tenth of a millisecond, for the thread that watches.
 */
import type vm from "node:vm";

/** Work that was ended because it took too long. */
export class TimeLimitError extends Error {
  constructor(milliseconds: number) {
    super(`it takes longer than ${milliseconds / 1000} seconds`);
    this.name = "TimeLimitError";
  }
}

const WORK = Symbol.for("ibid.work");
let script: vm.Script | undefined;

/** What `work` returns; throws what it throws, and `TimeLimitError`. Nothing that it holds may need tidying up. */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  const { Script } = process.getBuiltinModule("node:vm");
  script ??= new Script("globalThis[Symbol.for('ibid.work')]()");
  const world = globalThis as { [WORK]?: unknown };
  const before = world[WORK];
  world[WORK] = work;
  try {
    return script.runInThisContext({ timeout: milliseconds }) as Result;
  } catch (error) {
    const isLate = error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    throw isLate ? new TimeLimitError(milliseconds) : error;
  } finally {
    world[WORK] = before;
  }
}
