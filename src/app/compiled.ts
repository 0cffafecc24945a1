/**
 * Loads the files of the built program, with what V8 compiled of them when the same command ran before: most of the time of a start.
 *
 * The files are CommonJS modules, and this is their `require`. Node.js's own compile cache keeps what V8 compiles when it loads a file,
 * but hardly a function is compiled before it is called. Here a file's code is kept after a run, with the functions that were called.
 * Each command calls others, so each has a folder of its own:
 *
 *     compiled/v26.1.0/list/start-k3Ry12Ab.cjs     the code, sealed; the program's file has its hash in its name
 *
 * V8 refuses code of another V8 or of other flags, but trusts the rest.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { join } from "node:path";
import { constants, Script } from "node:vm";
import { keepHeapSmall } from "../system/heap.ts";
import { makeFolder } from "../system/make-folder.ts";
import { isTerminal } from "../terminal/output.ts";
import { commandNames } from "./command-names.ts";
import { cacheFolder } from "./folders.ts";
import { type Sealed, sealed, unsealed } from "./sealed.ts";

/** What runs if no command is named: the reader, or the page of an essay if no terminal reads it. */
const READER = "reader";
const PAGE = "page";
/** The descriptor of standard output. */
const STDOUT = 1;
/** Files whose name changes with their content. */
const HASHED = /-[\w-]{8}\.cjs$/;
/**
 * The time after which the reader keeps its code, in milliseconds: in a long run, V8 forgets functions that it has not called for long, such
 * as those of the start.
 */
const LONG = 3_000;
/**
 * The number of runs that keep a file's code. The first one may make an index, and V8 forgets the start meanwhile; the second one keeps both
 * what it was given and what it called.
 */
const RUNS = 2;
/** The age at which code is removed that this version of the program has no file for, in milliseconds: another version may be in use, too. */
const OLD = 30 * 24 * 3_600_000;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Sets V8's flags for the reader, and returns a `require` for the files in `folder`. What V8 compiles of them is kept next to the indexes,
 * or where `NODE_COMPILE_CACHE` says, if it can be written there; `command` is the first argument of the command line.
 */
export function programLoader(
  folder: string,
  env: Env,
  command: string | undefined,
): (name: string) => unknown {
  const name = commandNames.find((one) => one === command) ?? (isTerminal(STDOUT) ? READER : PAGE);
  const cache = env["NODE_COMPILE_CACHE"] || cacheFolder(env);
  const loader = new Loader(folder, cache && join(cache, "compiled", process.version, name));
  const keep = (): void => loader.keep();
  process.once("exit", keep);
  if (name === READER) {
    keepHeapSmall();
    setTimeout(keep, LONG).unref();
  }
  return (file) => loader.require(file);
}

/** The `require`. Code is kept in the folder `kept`. */
export class Loader {
  readonly #folder: string;
  readonly #kept: string | undefined;
  readonly #native: NodeJS.Require;
  /** The scripts whose code this run keeps, and the number of runs that kept it before. */
  readonly #fresh = new Map<string, { readonly script: Script; readonly runs: number }>();

  constructor(folder: string, kept: string | undefined) {
    this.#folder = folder;
    this.#kept = kept;
    this.#native = createRequire(join(folder, "ibid.js"));
  }

  require(name: string): unknown {
    if (!name.startsWith("./")) return this.#native(name);
    const file = join(this.#folder, name);
    const known = this.#native.cache[file];
    if (known) return known.exports;
    const module = new Module(file);
    module.filename = file;
    // Node.js's own `require`, which loads modules on demand, finds it there.
    this.#native.cache[file] = module;
    this.#run(file, name.slice(2), module);
    module.loaded = true;
    return module.exports;
  }

  #run(file: string, name: string, module: NodeJS.Module): void {
    const isKept = this.#kept !== undefined && HASHED.test(name);
    const { content: cachedData, number = 0 } = (isKept && readKept(join(this.#kept, name))) || {};
    // The build writes ASCII.
    const source = readFileSync(file, "latin1");
    const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
      filename: file,
      cachedData,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const runs = script.cachedDataRejected === true ? 0 : number;
    if (isKept && runs < RUNS) this.#fresh.set(name, { script, runs });
    const run = script.runInThisContext() as (...given: unknown[]) => void;
    run(module.exports, (other: string) => this.require(other), module, file, this.#folder);
  }

  /** Keeps the code of the scripts that are new, and removes what old versions kept. Never throws. */
  keep(): void {
    if (this.#kept === undefined || this.#fresh.size === 0) return;
    try {
      makeFolder(this.#kept);
      for (const [name, { script, runs }] of this.#fresh)
        writeKept(join(this.#kept, name), { content: script.createCachedData(), number: runs + 1 });
      this.#removeOld(this.#kept);
    } catch {
      // It is slower next time.
    }
    this.#fresh.clear();
  }

  #removeOld(kept: string): void {
    for (const name of readdirSync(kept)) {
      const file = join(kept, name);
      const isOurs = existsSync(join(this.#folder, name));
      if (!isOurs && Date.now() - statSync(file).mtimeMs > OLD) rmSync(file);
    }
  }
}

function readKept(file: string): Sealed | undefined {
  try {
    return unsealed(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Another process may write the same at the same time. */
function writeKept(file: string, code: Sealed): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, sealed(code));
  renameSync(beside, file);
}
