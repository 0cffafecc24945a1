/**
 * A time limit for work on this thread. V8 ends the work, whatever it does: an endless loop or a
 * regular expression that backtracks. A call costs 0.1 to 0.5 ms, for the thread that watches.
 *
 * The limit is in processor time, so that a busy machine gives the same results as an idle one. But V8
 * measures elapsed time. If V8 ends the work before it has used its processor time, the work starts again
 * with a longer elapsed time.
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
 * The share of the limit in processor time after which work is given up; it is below 1 because the
 * watching thread is not exact.
 */
const ENOUGH = 0.9;
/** The longest elapsed time, as a multiple of the limit: the machine may also be asleep. */
const LONGEST = 32;

/**
 * Returns what `work` returns, and throws what it throws, or `TimeLimitError` when it needs more than `milliseconds` of processor time.
 * `work` must not hold anything that needs cleaning up, and may be begun again.
 * Within work that is already watched, the outer limit applies.
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  if (isWatched) return work();
  for (let clock = milliseconds; ;) {
    const before = busyTime();
    try {
      const result = withinClock(clock, work);
      if (!hasLoaded()) return result;
    } catch (error) {
      if (hasLoaded()) continue;
      if (!isLate(error)) throw error;
      const share = Math.max((busyTime() - before) / clock, 1 / LONGEST);
      const needed = milliseconds / share;
      if (clock >= ENOUGH * needed) throw new TimeLimitError(milliseconds);
      clock = Math.ceil(needed);
    }
  }
}

/** What the work that was just watched needs loaded. */
let wanted: (() => void)[] = [];

/** Thrown where work needs something loaded. Whoever catches it, the work is done once more. */
class NotLoadedError extends Error {}

/**
 * Loads something on first use, but never within the time of watched work: if V8 ended the work meanwhile, half a module would stay.
 * Such work is interrupted, what it needs is loaded, and it begins again. Throws what `load` throws.
 */
export function loadedOnce<Loaded>(load: () => Loaded): () => Loaded {
  let outcome: (() => Loaded) | undefined;
  const attempt = (): (() => Loaded) => {
    try {
      const loaded = load();
      return () => loaded;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  };
  return () => {
    if (outcome === undefined && isWatched) {
      wanted.push(() => (outcome = attempt()));
      throw new NotLoadedError("needed within a time limit, and not loaded");
    }
    return (outcome ??= attempt())();
  };
}

/** Loads what the last work needed; false if that is nothing. */
function hasLoaded(): boolean {
  const all = wanted;
  wanted = [];
  for (const load of all) load();
  return all.length > 0;
}

/** The processor time of this thread in milliseconds; before Node.js 23.9 that of the whole process, which is no less. */
function busyTime(): number {
  const clock: Pick<NodeJS.Process, "cpuUsage"> & Partial<NodeJS.Process> = process;
  const { user, system } = clock.threadCpuUsage?.() ?? clock.cpuUsage();
  return (user + system) / 1_000;
}

function isLate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** Does `work`, which V8 ends after `milliseconds` of elapsed time with its own error. */
function withinClock<Result>(milliseconds: number, work: () => Result): Result {
  const { Script } = process.getBuiltinModule("node:vm");
  script ??= new Script("globalThis[Symbol.for('ibid.work')]()");
  const world = globalThis as { [WORK]?: unknown };
  const before = world[WORK];
  world[WORK] = work;
  isWatched = true;
  try {
    return script.runInThisContext({ timeout: milliseconds }) as Result;
  } finally {
    world[WORK] = before;
    isWatched = false;
  }
}

/** The number of items that share a limit, and this limit in milliseconds: ten times the usual time for 32 essays. */
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
