/**
 * Programs side by side: each round runs every one of them once, in turns, so that what else the machine does meets all
 * alike.
 */
import { spawnSync } from "node:child_process";
import { median, say } from "./figures.ts";

/** A command that is measured. */
export interface Subject {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** The environment without what would be measured besides: Node.js reads this file at every start. */
export function cleanEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  return { ...rest, ...more };
}

/** Those of the subjects whose program is installed. */
export function installed(subjects: readonly Subject[]): Subject[] {
  return subjects.filter(
    ({ command: [program] }) => !spawnSync(program, ["--version"], { stdio: "ignore" }).error,
  );
}

const MOST_OUTPUT = 1 << 30;

function run(
  { command: [program, ...args] }: Subject,
  env: NodeJS.ProcessEnv,
): { ms: number; bytes: number } {
  const begun = performance.now();
  const { stdout } = spawnSync(program, args, {
    env,
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { ms: performance.now() - begun, bytes: stdout.length };
}

/** Seconds of processor time, of the program and of the system for it, as bash tells them; undefined without bash. */
function processorTime({ command }: Subject, env: NodeJS.ProcessEnv): number | undefined {
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1';
  const { stderr, error } = spawnSync("bash", ["-c", script, "bash", ...command], { env, encoding: "utf8" });
  if (error) return undefined;
  const [user, system] = stderr.trim().split(" ").map(Number);
  return (user ?? 0) + (system ?? 0);
}

/** Measures the subjects and tells their medians, each as a multiple of the first one's. */
export function compare(subjects: readonly Subject[], rounds: number, env: NodeJS.ProcessEnv): void {
  const times = subjects.map(() => [] as number[]);
  const processor = subjects.map(() => [] as number[]);
  let bytes: number[] = [];
  // Once without being measured: indexes and what the system keeps of files are made.
  for (const subject of subjects) run(subject, env);
  for (let round = 0; round < rounds; round++) {
    const runs = subjects.map((subject) => run(subject, env));
    bytes = runs.map((one) => one.bytes);
    runs.forEach(({ ms }, nth) => times[nth]!.push(ms));
    if (round % 3 === 0)
      subjects.forEach((subject, nth) => {
        const seconds = processorTime(subject, env);
        if (seconds !== undefined) processor[nth]!.push(1_000 * seconds);
      });
  }
  const first = median(times[0]!);
  subjects.forEach(({ name }, nth) => {
    const own = median(times[nth]!);
    const cpu = processor[nth]!.length > 0 ? `${median(processor[nth]!).toFixed(0)} ms CPU` : "";
    say(name, `${own.toFixed(0)} ms`, `${(own / first).toFixed(2)} ×`, cpu, `${bytes[nth]} B`);
  });
}
