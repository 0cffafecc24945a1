/**
 * All trials, and how they are run: by turns, each from a seed of its own, until the time is over.
 */
import { files, texts } from "./files.ts";
import { growth } from "./growth.ts";
import { crowd, disk, full, index, kills } from "./index-trials.ts";
import { memory } from "./memory-trial.ts";
import { monkey, type MonkeyReport } from "./monkey.ts";
import { Random } from "./random.ts";

export interface Report {
  readonly counts: Record<string, number>;
  readonly monkey: MonkeyReport;
}

type Trial = (chance: Random, report: Report) => Promise<void>;

const ACTIONS = 300;
/** What every object inherits. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

export const TRIALS: Readonly<Record<string, Trial>> = {
  texts,
  growth,
  files,
  index,
  disk,
  kills,
  full,
  crowd,
  memory,
  monkey: (chance, report) => monkey(chance, ACTIONS, report.monkey),
};

/** A trial that failed, and how it is repeated. */
export class TrialError extends Error {
  constructor(name: string, seed: number, cause: unknown) {
    super(`${name} failed: ${cause instanceof Error ? cause.message : String(cause)}
again: npm run torture -- --seed ${seed} --only ${name}`);
    this.name = "TrialError";
  }
}

/**
 * Runs trials for so many milliseconds, each at least once, or one of them once from just this seed. Throws `TrialError`.
 */
export async function torture(
  { seed, time, only }: { seed: number; time: number; only?: string | undefined },
  turn: (report: Report) => void = () => undefined,
): Promise<Report> {
  const report: Report = { counts: {}, monkey: { actions: 0, memory: [] } };
  const begun = Date.now();
  const names = only === undefined ? Object.keys(TRIALS) : [only];
  for (let round = 0; round === 0 || Date.now() - begun < time; round++) {
    for (const name of names) {
      if (round > 0 && Date.now() - begun >= time) break;
      // So that a trial can be repeated alone.
      const own = (seed + round * 7_919) >>> 0;
      try {
        await TRIALS[name]!(new Random(own), report);
      } catch (error) {
        throw new TrialError(name, own, error);
      }
      if (INHERITED.join() !== Object.getOwnPropertyNames(Object.prototype).join())
        throw new TrialError(name, own, new Error("a key of an essay became a property of every object"));
      report.counts[name] = (report.counts[name] ?? 0) + 1;
      turn(report);
    }
    if (only !== undefined && time === 0) break;
  }
  return report;
}
