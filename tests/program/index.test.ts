/**
 * The index cannot be broken: whatever happens to its file, the answer is right, and a word is said.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  watch,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { environment, open, pipe, program, shell } from "../support/program.ts";

const ESSAYS = 60;

interface Place {
  readonly root: string;
  readonly cache: string;
  readonly env: Record<string, string>;
}

/** A library in which every tenth essay holds a needle, and a cache of its own. */
function place(essays = ESSAYS): Place {
  const filler = Array.from({ length: 300 }, (_, nth) => `word${(nth * 7919) % 1000}`).join(" ");
  const root = temporaryLibrary(
    Object.fromEntries(
      Array.from({ length: essays }, (_, nth) => [
        `${String(nth).padStart(4, "0")}.md`,
        essay({ title: `Essay ${nth}`, order: nth }, `${filler}\n\n${nth % 10 === 0 ? "A needle.\n" : ""}`),
      ]),
    ),
  );
  const cache = temporaryLibrary({});
  return { root, cache, env: { IBID_CACHE: cache } };
}

function indexIn({ cache }: Place): string {
  return join(
    cache,
    readdirSync(cache).find((name) => name.endsWith(".sqlite"))!,
  );
}

/** Searches, which must be right; returns what was said on standard error. */
async function searched({ root, env }: Place, essays = ESSAYS): Promise<string> {
  const { out, err, code } = await pipe(["search", "needle", "-0", "-d", root], { env });
  expect(out.split("\0").filter(Boolean).toSorted()).toEqual(
    Array.from({ length: essays / 10 }, (_, nth) => String(nth * 10).padStart(4, "0")),
  );
  expect(code).toBe(0);
  return err;
}

/** Lists, which must be right; returns what was said on standard error. */
async function listed({ root, env }: Place, flags: string[] = [], essays = ESSAYS): Promise<string> {
  const { out, err, code } = await pipe(["list", "-0", ...flags, root], { env });
  expect(out.split("\0").length - 1).toBe(essays);
  expect(code).toBe(0);
  return err;
}

async function isRight(own: Place, essays = ESSAYS): Promise<string> {
  return (await searched(own, essays)) + (await listed(own, [], essays));
}

/** Writes over a part of a file, its length kept. */
function overwrite(file: string, from: number, bytes: Uint8Array): void {
  const content = readFileSync(file);
  content.set(bytes.subarray(0, content.length - from), from);
  writeFileSync(file, content);
}

describe("an index that was", () => {
  const noise = Uint8Array.from({ length: 1 << 20 }, (_, nth) => (nth * 2_654_435_761) >>> 13);
  const damages: Record<string, (file: string) => void> = {
    "truncated to nothing": (file) => truncateSync(file, 0),
    "truncated to a page": (file) => truncateSync(file, 4096),
    "truncated in its middle": (file) => truncateSync(file, Math.floor(statSync(file).size / 2) + 100),
    "filled with noise": (file) => overwrite(file, 0, noise),
    "filled with noise behind its header": (file) => overwrite(file, 100, noise),
    "given a hole in its middle": (file) =>
      overwrite(file, Math.floor(statSync(file).size / 2), new Uint8Array(20_000)),
    "given a small hole": (file) =>
      overwrite(file, Math.floor(statSync(file).size / 2) + 1, new Uint8Array(700)),
    "replaced by text": (file) => writeFileSync(file, "no database at all\n".repeat(1_000)),
    "robbed of its stamp": (file) => rmSync(`${file}.stamp`),
  };
  test("damaged in any way is made anew, and nobody is bothered but who asks", async () => {
    const own = place();
    expect(await isRight(own)).toBe("");
    for (const [how, damage] of Object.entries(damages)) {
      damage(indexIn(own));
      expect(await searched(own), how).toBe("");
      damage(indexIn(own));
      expect(await listed(own, ["--debug"]), how).toMatch(
        /^ibid: .*the index was damaged(?:, deleted or unfinished)?; it is being rebuilt\n$/,
      );
    }
    expect(await isRight(own)).toBe("");
  });

  test("deleted is made anew", async () => {
    const own = place();
    await isRight(own);
    rmSync(indexIn(own));
    expect(await isRight(own)).toBe("");
    rmSync(own.cache, { recursive: true });
    expect(await isRight(own)).toBe("");
  });

  test("made by a newer ibid is left alone, and says so", async () => {
    const own = place();
    await isRight(own);
    const database = new DatabaseSync(indexIn(own));
    database.exec("PRAGMA user_version = 1000; DROP TABLE files");
    database.close();
    const before = readFileSync(indexIn(own));
    expect(await isRight(own)).toMatch(/was made by a newer ibid, and is left alone/);
    expect(readFileSync(indexIn(own)).equals(before)).toBe(true);
  });
});

describe("an index that can't be kept", () => {
  test("where the folder can't be made", async () => {
    const own = place();
    writeFileSync(join(own.cache, "file"), "");
    const env = { IBID_CACHE: join(own.cache, "file", "cache") };
    expect(await isRight({ ...own, env })).toMatch(/the index can't be kept there \(not a directory\)/);
  });

  // Where a folder refuses one in it, making folders as deep as needed never ends in Node.js 26.
  test.skipIf(process.platform !== "linux")("under /proc", async () => {
    expect(await isRight({ ...place(), env: { IBID_CACHE: "/proc/ibid/cache" } })).toMatch(
      /the index can't be kept there \(no such file or directory\)/,
    );
  });

  // The superuser may write anywhere.
  test.skipIf(process.getuid?.() === 0)("in a folder that can't be written", async () => {
    const own = place();
    chmodSync(own.cache, 0o500);
    expect(await isRight(own)).toMatch(/the index can't be kept there/);
    chmodSync(own.cache, 0o700);
  });

  test("on a disk that is full", async () => {
    const own = place();
    // No file may grow beyond 64 KiB, which the index does.
    const command = `trap '' XFSZ; ulimit -f 64; ibid search needle -0 -d "$1" | tr '\\0' '\\n'`;
    const { out, err } = await shell(command, [own.root], { env: own.env });
    expect(out.trim().split("\n")).toHaveLength(ESSAYS / 10);
    expect(err).toMatch(/^ibid: the index can't be kept \(.*\)\n$/);
    await isRight(own);
  });

  test("at all, if the user wants none", async () => {
    const own = place();
    expect(await isRight({ ...own, env: { IBID_CACHE: "" } })).toBe("");
    expect(readdirSync(own.cache)).toEqual([]);
  });
});

describe("several at once", () => {
  test("four that build the same index all answer right", async () => {
    const own = place();
    await Promise.all([isRight(own), isRight(own), isRight(own), isRight(own)]);
    expect(await isRight(own)).toBe("");
  });

  test("one killed while it builds leaves nothing that misleads the next", async () => {
    const own = place(600);
    mkdirSync(own.cache, { recursive: true });
    const begun = new Promise<void>((resolve) => {
      const watcher = watch(own.cache, () => {
        watcher.close();
        resolve();
      });
    });
    const child = spawn(process.execPath, [program, "list", own.root], {
      env: environment(own.env),
      stdio: "ignore",
    });
    await begun;
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(child.signalCode).toBe("SIGKILL");
    await isRight(own, 600);
    expect(await isRight(own, 600)).toBe("");
  });

  test("a reader stays usable while its index is damaged under it", async () => {
    const own = place();
    // An index that is still to be written would be written over the damage.
    await isRight(own);
    const screen = open([own.root], { columns: 80, rows: 24 }, { env: own.env });
    await screen.shows("Essay 5");
    overwrite(indexIn(own), 0, new Uint8Array(100_000).fill(7));
    screen.type("jj\r");
    await screen.shows("Essay 2");
    screen.type("q");
    await screen.shows("q quit");
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
    // What comes next finds it damaged, if the reader did not.
    expect(await isRight(own)).toBe("");
  });
});
