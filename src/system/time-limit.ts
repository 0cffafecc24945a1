/**
 * A time limit for work on this thread. V8 ends the work, whatever it does: an endless loop or a
 * regular expression that backtracks. A call costs 0.1 to 0.5 ms, for the thread that watches.
 */
import type vm from "node:vm";

/** The work took too long and was ended. */
export class TimeLimitError extends Error {
  constructor(milliseconds: number) {
    super(`it takes longer than ${Math.round(milliseconds / 1000)} seconds`);
    this.name = "TimeLimitError";
  }
}

const WORK = Symbol.for("ibid.work");
let script: vm.Script | undefined;
/** Whether an outer call already watches the work. */
let isWatched = false;

/**
 * Returns what `work` returns, and throws what it throws, or `TimeLimitError`. `work` must not hold anything that needs cleaning up.
 * Within work that is already watched, the outer limit applies.
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  if (isWatched) return work();
  const { Script } = process.getBuiltinModule("node:vm");
  script ??= new Script("globalThis[Symbol.for('ibid.work')]()");
  const world = globalThis as { [WORK]?: unknown };
  const before = world[WORK];
  world[WORK] = work;
  isWatched = true;
  try {
    return script.runInThisContext({ timeout: milliseconds }) as Result;
  } catch (error) {
    const isLate = error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    throw isLate ? new TimeLimitError(milliseconds) : error;
  } finally {
    world[WORK] = before;
    isWatched = false;
  }
}

/** The number of items that share a limit, and that limit in milliseconds: ten times what 32 essays usually take. */
const GROUP = 32;
const GROUP_LIMIT = 2_000;

/**
 * Applies `each`, which limits its own time, to every item. Groups of items share one limit, because each call
 * has a price; if a group exceeds it, its items are done again one by one.
 */
export function eachWithinTime<Item, Result>(
  items: readonly Item[],
  each: (item: Item) => Result,
): readonly Result[] {
  const groups = Array.from({ length: Math.ceil(items.length / GROUP) }, (_, nth) =>
    items.slice(nth * GROUP, (nth + 1) * GROUP),
  );
  return groups.flatMap((group) => {
    try {
      return withinTime(GROUP_LIMIT, () => group.map(each));
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      return group.map(each);
    }
  });
}
