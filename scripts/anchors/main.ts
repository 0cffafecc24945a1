/**
 * Are passages found again after edits, and never on other words? Every sentence of every version of an essay is marked, and
 * looked for in every later version; where it really is, an alignment of both texts says (`oracle.ts`).
 *
 *     npm run anchors -- [--site NAME] [--essay TEXT] [--sample N] [--missed] [--cases N] [--threads N] FOLDER
 *
 * FOLDER holds SITE/ESSAY/NN.md, the oldest version first. Of all that, one site may be asked for, the essays whose names have TEXT
 * in them, or every Nth sentence. Each sentence on other words is printed, with `--missed` also those not found, 60 of a kind unless
 * another number is given. The exit code is 1 if a promise is not kept: of the sentences whose words stand, 99.5 % are found; those of
 * which a fifth is changed at most are found or are orphans; and none stands on other words. Sentences that are one of several with the same words, where
 * nothing tells which, are counted by themselves: they may be orphans, but not stand elsewhere.
 */
import { readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Tallies } from "./essay.ts";
import { add, type Case, isKept, row, shown, tally } from "./tally.ts";
import type { Task } from "./worker.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: "string" },
    essay: { type: "string", default: "" },
    sample: { type: "string", default: "1" },
    missed: { type: "boolean", default: false },
    cases: { type: "string", default: "60" },
    threads: { type: "string", default: String(availableParallelism()) },
  },
});
const [root = ""] = positionals;
if (root === "") {
  process.stderr.write("npm run anchors -- [OPTIONS] FOLDER\n");
  process.exit(2);
}

/** The essays of a site, those with the longest histories first, so that no thread begins one at the end. */
function essaysOf(site: string): string[] {
  const size = (folder: string): number =>
    readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) *
    readdirSync(folder).length;
  return readdirSync(join(root, site))
    .filter((name) => name.includes(values.essay))
    .map((name) => join(root, site, name))
    .sort((a, b) => size(b) - size(a));
}

/** Compares essays in threads. */
async function compared(folders: readonly string[]): Promise<Tallies> {
  const all: Tallies = { ours: tally(), others: tally() };
  const tasks = folders.map((folder): Task => ({ folder, sample: Number(values.sample) }));
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("worker.ts", import.meta.url));
      const next = (): void => {
        const task = tasks.shift();
        if (task) worker.postMessage(task);
        else void worker.terminate().then(() => resolve());
      };
      worker.on("error", reject);
      worker.on("message", ({ ours, others }: Tallies) => {
        add(all.ours, ours);
        add(all.others, others);
        next();
      });
      next();
    });
  await Promise.all(Array.from({ length: Number(values.threads) }, thread));
  return all;
}

/** Cases, each sentence once, those first that are seen most often: the same edit is seen from every version before it. */
function print(cases: readonly Case[]): void {
  const unique = new Map<string, { readonly one: Case; times: number }>();
  for (const one of cases) {
    const key = `${one.label.split(" ")[0]} ${one.before}`;
    const known = unique.get(key);
    if (known) known.times++;
    else unique.set(key, { one, times: 1 });
  }
  const often = Array.from(unique.values()).sort((a, b) => b.times - a.times);
  for (const { one, times } of often.slice(0, Number(values.cases)))
    process.stdout.write(`\n${times} × ${shown(one)}`);
}

const begun = process.hrtime.bigint();
const all: Tallies = { ours: tally(), others: tally() };
let isEachKept = true;
for (const site of readdirSync(root).filter((name) => name === (values.site ?? name))) {
  const folders = essaysOf(site);
  const { ours, others } = await compared(folders);
  add(all.ours, ours);
  add(all.others, others);
  isEachKept &&= isKept(ours);
  process.stdout.write(
    `${site}, ${folders.length} essays\n${row("ibid", ours)}\n${row("Hypothesis", others)}\n`,
  );
}
process.stdout.write(`all\n${row("ibid", all.ours)}\n${row("Hypothesis", all.others)}\n`);
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
const cpu = process.cpuUsage().user / 1e6;
process.stdout.write(`${seconds.toFixed(0)} s, ${cpu.toFixed(0)} s of CPU\n`);
const { cases } = all.ours;
print(cases.filter(({ outcome }) => outcome === "wrong"));
if (values.missed)
  for (const kind of ["stands", "repeated", "reworded"] as const)
    print(cases.filter(({ outcome, truth }) => outcome === "missed" && truth === kind));
process.exitCode = isEachKept ? 0 : 1;
