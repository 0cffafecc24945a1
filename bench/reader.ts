/**
 * The reader as it feels, in a pseudo-terminal: from its start to the first frame, from a key to the last byte that it makes
 * the reader send, and how many those are; a long essay opened and scrolled; memory after many keys.
 *
 *     node bench/reader.ts
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type IPty, spawn } from "@lydell/node-pty";
import { median, percentile, say } from "./figures.ts";
import { generator, writeLibrary } from "./generate.ts";
import { cleanEnvironment } from "./subjects.ts";

const program = join(import.meta.dirname, "../dist/ibid.js");
const SIZE = { cols: 200, rows: 60 };
const KEYS = 90;
/** A word of every generated essay. */
const SOUGHT = "the";
const STARTS = 11;
/** Keys after which memory is looked at. */
const MANY_KEYS = 20_000;
/** Milliseconds without a byte after which no more is to come. */
const QUIET = 40;

const environment = cleanEnvironment({ IBID_STATE: "", IBID_CONFIG: "" });

class Reader {
  readonly pty: IPty;
  readonly #begun = performance.now();
  #sent = "";
  #last = 0;
  /** Bytes that came since the last key. */
  bytes = 0;
  #listener: () => void = () => undefined;

  constructor(args: readonly string[], folder: string) {
    const env = { ...environment, IBID_CACHE: join(folder, "cache") };
    this.pty = spawn(process.execPath, [program, ...args], { ...SIZE, env });
    this.pty.onData((data) => {
      this.#sent += data;
      this.bytes += Buffer.byteLength(data);
      this.#last = performance.now();
      this.#listener();
    });
  }

  /** Waits for a text among what is sent from now on; milliseconds since `from`. */
  until(text: string, from = this.#begun): Promise<number> {
    return new Promise((resolve) => {
      this.#listener = () => {
        if (!this.#sent.includes(text)) return;
        this.#sent = "";
        resolve(performance.now() - from);
      };
      this.#listener();
    });
  }

  /** Waits until nothing more comes. */
  async settled(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, QUIET));
      if (performance.now() - this.#last >= QUIET) return;
    }
  }

  /** Milliseconds from a key to the last byte that it makes the reader send. */
  async key(key: string): Promise<number> {
    await this.settled();
    this.bytes = 0;
    const pressed = performance.now();
    this.pty.write(key);
    await this.settled();
    return this.#last > pressed ? this.#last - pressed : 0;
  }

  /** Resident memory in megabytes (Linux's /proc). */
  memory(): number {
    const status = readFileSync(`/proc/${this.pty.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  kill(): void {
    this.pty.kill("SIGKILL");
  }

  /** Leaves as the user does: only then Node.js keeps what it compiled. */
  async leave(): Promise<void> {
    const left = new Promise((resolve) => this.pty.onExit(resolve));
    await this.settled();
    this.pty.write("q");
    await left;
  }
}

const folder = mkdtempSync(join(tmpdir(), "ibid-bench-"));
try {
  writeLibrary(join(folder, "small"), 230);
  writeLibrary(join(folder, "large"), 10_000);
  const random = generator(5);
  const words = Array.from({ length: 100_000 }, (_, nth) =>
    nth % 90 === 89 ? `end${nth}.\n\n` : "word".slice(0, 1 + random(4)) + random(99),
  );
  const text = `${words.join(" ")}\n`;
  writeFileSync(join(folder, "long.md"), `# Long\n\n${text}`);
  mkdirSync(join(folder, "two"));
  writeFileSync(join(folder, "two/first.md"), "---\norder: 1\ntitle: Short\n---\nShort.\n");
  writeFileSync(join(folder, "two/long.md"), `---\norder: 2\ntitle: Long\n---\n${text}`);
  for (const name of ["small", "large", "two"]) warm(name);
  process.stdout.write(`\nThe reader, ${SIZE.cols}×${SIZE.rows}\n`);
  await firstFrames();
  for (const name of ["small", "large"]) await shelfKeys(name);
  await searchKeys("small");
  await pageKeys("an essay", ["small"], "\r");
  await opening();
  await pageKeys("100,000 words", ["long.md"], "");
  await memory("large");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** Makes the index. */
function warm(name: string): void {
  const env = { ...environment, IBID_CACHE: join(folder, "cache") };
  spawnSync(process.execPath, [program, "tags", join(folder, name)], { env, stdio: "ignore" });
}

/** From the start to the rows of the shelf, against bare Node.js, in turns. */
async function firstFrames(): Promise<void> {
  const times = { bare: [] as number[], small: [] as number[], large: [] as number[] };
  const earlier = new Reader([join(folder, "small")], folder);
  await earlier.until("q quit");
  await earlier.leave();
  for (let run = 0; run < STARTS; run++) {
    const begun = performance.now();
    spawnSync(process.execPath, ["-e", "0"], { env: environment, stdio: "ignore" });
    times.bare.push(performance.now() - begun);
    for (const name of ["small", "large"] as const) {
      const reader = new Reader([join(folder, name)], folder);
      times[name].push(await reader.until(" min"));
      reader.kill();
    }
  }
  for (const name of ["small", "large"] as const) {
    const own = median(times[name]);
    say(`first frame, ${name}`, `${own.toFixed(0)} ms`, `${(own / median(times.bare)).toFixed(2)} × bare`);
  }
}

async function shelfKeys(name: string): Promise<void> {
  const reader = new Reader([join(folder, name)], folder);
  await reader.until("q quit");
  await timeKeys(reader, `a key on the shelf, ${name}`, ["j", "j", "\u0004", "k", " ", "b"]);
  reader.kill();
}

/** Keys in a search beside a passage in its essay. */
async function searchKeys(name: string): Promise<void> {
  const reader = new Reader([join(folder, name)], folder);
  await reader.until("q quit");
  await reader.key("F");
  for (const letter of SOUGHT) await reader.key(letter);
  const [down, up] = ["\u001b[B", "\u001b[A"];
  await timeKeys(reader, `a key in a search, ${name}`, [down, down, up, down, down]);
  reader.kill();
}

async function pageKeys(name: string, path: readonly string[], opens: string): Promise<void> {
  const reader = new Reader([join(folder, ...path)], folder);
  await reader.until(opens === "" ? "min left" : "q quit");
  if (opens !== "") {
    await reader.key(opens);
  }
  await timeKeys(reader, `a key in ${name}`, ["j", "j", " ", "\u0004", "b", "j"]);
  reader.kill();
}

async function timeKeys(reader: Reader, name: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) await reader.key(key);
  const times: number[] = [];
  const bytes: number[] = [];
  for (let nth = 0; nth < KEYS; nth++) {
    times.push(await reader.key(keys[nth % keys.length]!));
    bytes.push(reader.bytes);
  }
  say(
    name,
    `${median(times).toFixed(1)} ms`,
    `p95 ${percentile(times, 0.95).toFixed(1)} ms`,
    `${median(bytes)} B`,
  );
}

/** From Enter on the shelf to the essay. */
async function opening(): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const reader = new Reader([join(folder, "two")], folder);
    await reader.until("q quit");
    await reader.key("j");
    const pressed = performance.now();
    reader.pty.write("\r");
    times.push(await reader.until("min left", pressed));
    reader.kill();
  }
  say("100,000 words opened", `${median(times).toFixed(0)} ms`);
}

/** Keys as fast as they are read, and the memory after them. */
async function memory(name: string): Promise<void> {
  const reader = new Reader([join(folder, name)], folder);
  await reader.until("q quit");
  await reader.settled();
  const before = reader.memory();
  const keys = ["j", "j", "j", "\u0004", "k", " ", "b", "j", "G", "g", "\r", "j", " ", " ", "j", "q", "j"];
  for (let nth = 0; nth < MANY_KEYS; nth++) {
    reader.pty.write(keys[nth % keys.length]!);
    if (nth % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await reader.settled();
  say(
    `memory, ${name}`,
    `${before.toFixed(0)} MB`,
    `${reader.memory().toFixed(0)} MB`,
    `after ${MANY_KEYS} keys`,
  );
  reader.kill();
}
