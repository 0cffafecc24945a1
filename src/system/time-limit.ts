/**
 * Work on this thread that may not take longer than so many milliseconds, whatever it does: V8 ends it, a loop or a
 * regular expression that backtracks included. A call costs a tenth to half of a millisecond, for the thread that watches.
 */
import type vm from "node:vm";

/** Work that was ended because it took too long. */
export class TimeLimitError extends Error {
  constructor(milliseconds: number) {
    super(`it takes longer than ${Math.round(milliseconds / 1000)} seconds`);
    this.name = "TimeLimitError";
  }
}

const WORK = Symbol.for("ibid.work");
let script: vm.Script | undefined;
/** Whether the work that runs now is watched by an outer call. */
let isWatched = false;

/**
 * What `work` returns; throws what it throws, and `TimeLimitError`. Nothing that it holds may need tidying up. Within work
 * that is watched already, the outer limit holds.
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

/** Items that share a limit, and that limit in milliseconds: ten times what so many essays take. */
const GROUP = 32;
const GROUP_LIMIT = 2_000;

/**
 * What `each` makes of every item, where it limits its own time. While all is well, some share one limit, for each call
 * has a price; where that is exceeded, they are done again one by one.
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
