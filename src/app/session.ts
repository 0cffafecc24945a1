/**
 * A run of the program: its options, its streams, its library, and what ibid remembers of the user's reading.
 */
import type { Essay } from "../essay/essay.ts";
import type { Theme } from "../formats/theme.ts";
import { NoEssayError, NoLibraryError, UnreadableError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import { libraryAt } from "../library/open.ts";
import { type Located, locate, NoShippedEssays } from "../library/locate.ts";
import type { Memory } from "../memory/memory.ts";
import { readOf } from "../memory/read-of.ts";
import type { Io } from "../terminal/io.ts";
import type { Options } from "./options.ts";
import { progressLine } from "./progress.ts";
import { say } from "./say.ts";
import { SessionMemory } from "./session-memory.ts";
import { visible } from "../text/visible.ts";
import { resolveTheme } from "./theme.ts";

/** Whether an error of `locate` says that there is no library that can be read. */
export function isNoLibrary(error: unknown): error is Error {
  return [NoLibraryError, NoEssayError, UnreadableError].some((kind) => error instanceof kind);
}

export class Session {
  readonly options: Options;
  readonly io: Io;
  readonly #memory: SessionMemory;
  #theme: Promise<{ name: string; theme: Theme }> | undefined;

  constructor(options: Options, io: Io) {
    this.#memory = new SessionMemory(options.memory, (message) => this.say(message));
    const read = readOf(() => this.memory());
    this.options = { ...options, choice: { ...options.choice, read } };
    this.io = io;
  }

  /** Prints results on standard output. */
  out(text: string): void {
    this.io.out(text);
  }

  /**
   * Prints names for other programs, each ended by a line feed or, with `-0`, by NUL. A pipe gets them unchanged, a terminal with
   * visible control characters.
   */
  names(names: readonly string[]): void {
    const end = this.options.null ? "\0" : "\n";
    this.out(names.map((name) => (this.io.outIsTerminal ? visible(name) : name) + end).join(""));
  }

  /** Prints a message on standard error. */
  say(message: string): void {
    say(this.io, message);
  }

  /** The folder of the library, and its source; `argument` is a path on the command line. Throws `NoLibraryError`. */
  locate(argument?: string): Located {
    const { places, env, cwd } = this.options;
    return locate({ ...places, argument, env, cwd });
  }

  /** As `locate`, for what does without a library: undefined if there is none that can be read. */
  locateAny(): Located | undefined {
    try {
      return this.locate();
    } catch (error) {
      if (isNoLibrary(error) || error instanceof NoShippedEssays) return undefined;
      throw error;
    }
  }

  /**
   * The library, brought up to date. `toSearch` requires an index, `toCheck` the results of `check` for each file.
   */
  async library({
    argument,
    located = this.locate(argument),
    toSearch = false,
    toCheck = false,
  }: {
    argument?: string | undefined;
    located?: Located;
    toSearch?: boolean;
    toCheck?: boolean;
  } = {}): Promise<Library> {
    const library = libraryAt(located, { cache: this.options.cache, toSearch });
    const progress = progressLine(this.io);
    try {
      await library.read(progress.show, { gists: toCheck });
    } finally {
      progress.clear();
    }
    for (const complaint of library.complaints) this.say(complaint);
    if (library.remark !== undefined && this.options.debug) this.say(library.remark);
    return library;
  }

  /** What is remembered, for a command that asks for it. A problem with it is reported. */
  memory(): Memory {
    return this.#memory.toAsk();
  }

  /** As `memory`, for the reader, which stores all that happens. */
  keptMemory(): Memory {
    return this.#memory.toKeep();
  }

  /** Does work on the memory that must be stored; as `SessionMemory.change`. */
  changeMemory<Result>(failure: string, work: (memory: Memory) => Result): Result | undefined {
    return this.#memory.change(failure, work);
  }

  /** Ends the run. */
  close(): void {
    this.#memory.close();
  }

  /** The theme, resolved once. Throws `UsageError` if the command line names an unknown one. */
  theme(): Promise<{ name: string; theme: Theme }> {
    return (this.#theme ??= resolveTheme(this.options, this.io));
  }

  /** Reports each skipped file, except what is no page of a site: only `check` names that, because a checkout always has some. */
  reportSkipped({ skipped }: Pick<Library, "skipped">): void {
    for (const { path, message, isNoPage } of skipped) if (isNoPage !== true) this.say(`${path}: ${message}`);
  }

  /** Reports the problems of each essay's front matter, bytes or text. */
  reportProblems(essays: readonly Essay[]): void {
    for (const { path, problems } of essays) {
      for (const { line, column, message } of problems) {
        const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
        this.say(`${path}${place}: ${message}`);
      }
    }
  }
}
