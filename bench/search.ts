/**
 * The index, the full-text search and the fuzzy filter on libraries made by rule, side by side with what they are
 * measured against: bare stat and bare reading and parsing, ripgrep and fzf where they are installed.
 *
 *     node bench/search.ts [COUNT...]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "../src/document/parse.ts";
import { readSource } from "../src/essay/front-matter.ts";
import { discover } from "../src/library/discover.ts";
import { ask } from "../src/library/index/ask.ts";
import { EssayIndex } from "../src/library/index/index.ts";
import { indexFile } from "../src/library/index/database.ts";
import { indexAt } from "../src/library/index/at.ts";
import { refresh } from "../src/library/index/refresh.ts";
import { readTextFile } from "../src/library/read-file.ts";
import { fuzzyIndex } from "../src/search/fuzzy.ts";
import { findPassages } from "../src/search/passages.ts";
import { parseQuery } from "../src/search/parse-query.ts";
import { median, ms, percentile, say, timed } from "./figures.ts";
import { generator, titles, wordsByFrequency, writeLibrary } from "./generate.ts";

const program = join(import.meta.dirname, "../dist/ibid.js");
const counts = process.argv.slice(2).map(Number);
const RUNS = 7;
const quiet = (): void => undefined;

for (const count of counts.length > 0 ? counts : [1_000, 10_000, 100_000]) await measure(count);

async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ibid-bench-"));
  const cache = join(folder, "cache");
  process.env["IBID_CACHE"] = cache;
  const root = join(folder, "library");
  try {
    writeLibrary(root, count);
    process.stdout.write(`\n${count} essays\n`);
    await building(root, cache, count);
    await warm(root, cache);
    await queries(root, cache);
    commands(root);
    fuzzy(count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function building(root: string, cache: string, count: number): Promise<void> {
  const { files } = discover(root);
  const parsing = await timed(() => {
    for (const { file } of files) parseDocument(readSource(readTextFile(file).text).body);
  });
  // As it is installed: the program, from its start to its end.
  const build = command(process.execPath, [program, "tags", root]);
  const text = files.reduce((sum, { file }) => sum + statSync(file).size, 0);
  const index = readdirSync(cache).reduce((sum, name) => sum + statSync(join(cache, name)).size, 0);
  say("reading and parsing", ms(parsing));
  say(
    "a full build",
    ms(build),
    `${(build / parsing).toFixed(2)} ×`,
    `${Math.round((1000 * count) / build)}/s`,
  );
  say("index, to text", `${(index / 1e6).toFixed(1)} MB`, `${(index / text).toFixed(2)} ×`);
}

async function warm(root: string, cache: string): Promise<void> {
  const { files } = discover(root);
  const stats: number[] = [];
  const refreshed: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    stats.push(await timed(() => files.forEach(({ file }) => statSync(file))));
    const index = new EssayIndex(indexFile(cache, root), root);
    refreshed.push(await timed(() => refresh(index, { root }, quiet)));
    index.close();
  }
  const ratio = median(refreshed) / median(stats);
  say("a bare stat of each", ms(median(stats)));
  say("up to date, nothing changed", ms(median(refreshed)), `${ratio.toFixed(2)} ×`);
}

/** Words that are common, middling and rare, two of them, a phrase, a beginning. */
function kindsOfQuery(): Record<string, () => string> {
  const random = generator(3);
  const word = wordsByFrequency(random);
  const long = (): string => {
    for (;;) {
      const one = word();
      if (one.length > 3) return one;
    }
  };
  return {
    "a word": long,
    "two words": () => `${long()} ${long()}`,
    "a phrase": () => `"${word()} ${long()}"`,
    "a beginning of three letters": () => `${long().slice(0, 3)}*`,
    "a word, not another": () => `${long()} -${long()}`,
    "in a title": () => `title:${long()}`,
  };
}

async function queries(root: string, cache: string): Promise<void> {
  const index = indexAt(root, cache);
  await refresh(index, { root }, quiet);
  for (const [name, make] of Object.entries(kindsOfQuery())) {
    const times: number[] = [];
    for (let nth = 0; nth < 60; nth++) {
      const query = parseQuery(make());
      times.push(
        await timed(() => {
          const asked = ask(index, query, { best: 20 });
          return asked.found
            .slice(0, 20)
            .map((one) => [
              index.essay(one),
              findPassages(index.parts(one), asked.query, { most: 3, length: 80 }),
            ]);
        }),
      );
    }
    say(`full text, warm: ${name}`, ms(median(times)), `p95 ${ms(percentile(times, 0.95))}`);
  }
  index.close();
}

/** Milliseconds that a command takes. */
function command(file: string, args: readonly string[], input?: string): number {
  const env = { ...process.env };
  delete env["NODE_EXTRA_CA_CERTS"];
  const begun = performance.now();
  spawnSync(file, args, { env, input, stdio: ["pipe", "pipe", "ignore"], maxBuffer: 1 << 30 });
  return performance.now() - begun;
}

function isInstalled(name: string): boolean {
  return spawnSync(name, ["--version"]).status === 0;
}

function commands(root: string): void {
  const rivals = isInstalled("rg");
  for (const word of ["the", "footnote", "terminal"]) {
    const times = { ibid: [] as number[], rg: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      times.ibid.push(command(process.execPath, [program, "search", word, "-d", root, "-n", "20"]));
      if (rivals) times.rg.push(command("rg", ["-i", word, root]));
    }
    const ratio = rivals ? [`${(median(times.ibid) / median(times.rg)).toFixed(1)} × rg`] : [];
    say(`ibid search ${word} -n 20`, ms(median(times.ibid)), ...ratio);
    if (rivals) say(`rg -i ${word}`, ms(median(times.rg)));
  }
}

function fuzzy(count: number): void {
  const all = titles(count);
  const candidates = all.map((title) => ({
    title,
    slug: title.toLowerCase().replaceAll(" ", "-"),
    tags: ["one", "two"],
    description: "",
  }));
  const begun = performance.now();
  const index = fuzzyIndex(candidates);
  say("the fuzzy filter made ready", ms(performance.now() - begun));
  const random = generator(5);
  const times: number[] = [];
  const queries = Array.from({ length: 40 }, () => query(all[random(count)]!, random));
  for (const typed of queries)
    for (let length = 1; length <= typed.length; length++) {
      const begunKey = performance.now();
      index.search(typed.slice(0, length));
      times.push(performance.now() - begunKey);
    }
  say(
    "a fuzzy key",
    ms(median(times)),
    `p95 ${ms(percentile(times, 0.95))}`,
    `most ${ms(Math.max(...times))}`,
  );
  if (!isInstalled("fzf")) return;
  const lines = `${all.join("\n")}\n`;
  say(
    "fzf --filter, as a command",
    ms(median(queries.slice(0, RUNS).map((typed) => command("fzf", ["-f", typed], lines)))),
  );
}

/** What one would type for a title: beginnings of words, words in another order, a slip, initials, letters with gaps. */
function query(title: string, random: (below: number) => number): string {
  const words = title.toLowerCase().split(" ");
  switch (random(5)) {
    case 0:
      return words
        .slice(0, 3)
        .map((word) => word.slice(0, 4))
        .join(" ");
    case 1:
      return words.slice(0, 3).reverse().join(" ");
    case 2:
      return words
        .slice(0, 2)
        .join(" ")
        .replace(/(.)(.)$/, "$2$1");
    case 3:
      return words.map((word) => word[0]).join("");
    default:
      return words
        .slice(0, 3)
        .map((word) => word.replace(/(?!^)[aeiou]/g, ""))
        .join("");
  }
}
