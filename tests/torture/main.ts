/**
 * `npm run torture -- [--minutes N] [--seed N] [--only TRIAL]`: ibid under attack, five minutes by default. It ends with 1 at the
 * first failure, and says how to repeat it.
 */
import { parseArgs } from "node:util";
import { type Report, torture, TrialError, TRIALS } from "./trials.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
});
const { only } = values;
if (only !== undefined && !(only in TRIALS)) {
  process.stderr.write(`no such trial: ${only}; there are ${Object.keys(TRIALS).join(", ")}\n`);
  process.exit(2);
}
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
// One trial from a seed is repeated once, unless a time is given.
const minutes = Number(values.minutes ?? (only !== undefined && values.seed !== undefined ? 0 : 5));
process.stdout.write(`seed ${seed}, ${minutes} minutes\n`);

function told({ counts, monkey }: Report): string {
  const runs = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  const { actions, memory } = monkey;
  const largest = memory.reduce((most, one) => Math.max(most, one), 0);
  return `${runs.join(", ")}; the monkey did ${actions} things, in ${largest} MB at most`;
}

try {
  const report = await torture({ seed, time: minutes * 60_000, only }, (so) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${told(so)}\u001b[K`);
  });
  process.stdout.write(`${process.stdout.isTTY ? "\r" : ""}${told(report)}\nnothing failed\n`);
} catch (error) {
  if (!(error instanceof TrialError)) throw error;
  process.stdout.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
