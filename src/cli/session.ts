/**
 * What every command does first: find the library, open it, and name what in it can't be read.
 */
import type { Essay } from "../essay/essay.ts";
import type { NotesPlace } from "../layout/layout.ts";
import { type Library, openLibrary } from "../library/library.ts";
import { type Located, locate } from "../library/locate.ts";
import { readConfig } from "../terminal/config.ts";
import type { Io } from "../terminal/io.ts";
import { label } from "../text/visible.ts";
import { flags } from "./flags.ts";
import { type Arguments, valueOf } from "./arguments.ts";

export interface OpenedLibrary extends Library {
  readonly source: Located["source"];
}

/** The library that the flags, the environment, the config or the folder give. */
export function locateLibrary(args: Arguments, io: Io, argument?: string): Located {
  const { config, complaints } = readConfig(io.env);
  for (const complaint of complaints) say(io, complaint);
  return locate({
    argument,
    dir: valueOf(args, flags.dir),
    env: io.env,
    configDir: config.dir,
    cwd: io.cwd,
  });
}

/** Where notes are asked to stand: by the flag, else by the config file. */
export function notesOf(args: Arguments, io: Io): NotesPlace | undefined {
  return (valueOf(args, flags.notes) as NotesPlace | undefined) ?? readConfig(io.env).config.notes;
}

export function openLibraryFor(args: Arguments, io: Io, argument?: string): OpenedLibrary {
  const { root, source } = locateLibrary(args, io, argument);
  return { ...openLibrary(root), source };
}

/** Names, on standard error, each file that was skipped. */
export function reportSkipped(library: Library, io: Io): void {
  for (const { path, message } of library.skipped) say(io, `${path}: ${message}`);
}

/** Names, on standard error, what is wrong in an essay's front matter or bytes. */
export function reportProblems(essays: readonly Essay[], io: Io): void {
  for (const essay of essays) {
    for (const { line, column, message } of essay.problems) {
      const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
      say(io, `${essay.path}${place}: ${message}`);
    }
  }
}

/** A line for the person, on standard error: nothing in it is an order for the terminal. */
export function say(io: Io, message: string): void {
  io.err(`ibid: ${label(message)}\n`);
}
