/**
 * What every command does first: find the library, open it, and name what in it can't be read.
 */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Essay } from "../essay/essay.ts";
import type { NotesPlace } from "../layout/layout.ts";
import { type IndexedLibrary, type OpenIndex, openIndex, openIndexed } from "../library/index/open.ts";
import type { Library } from "../library/library.ts";
import { type Located, locate } from "../library/locate.ts";
import { readConfig } from "../app/config.ts";
import { cacheFolder } from "../app/folders.ts";
import type { Io } from "../terminal/io.ts";
import { flags } from "./flags.ts";
import { type Arguments, valueOf } from "./arguments.ts";
import { type ProgressLine, progressLine } from "./progress.ts";
import { say } from "./say.ts";

export interface OpenedLibrary extends IndexedLibrary {
  readonly source: Located["source"];
}

/** The library that the flags, the environment, the config or the folder give. */
export function locateLibrary(args: Arguments, io: Io, argument?: string): Located {
  const { config } = readConfig(io.env);
  return locate({
    argument,
    dir: valueOf(args, flags.dir),
    env: io.env,
    configDir: config.dir,
    cwd: io.cwd,
  });
}

/** Where notes are asked to stand. */
export function notesOf(args: Arguments): NotesPlace | undefined {
  return valueOf(args, flags.notes) as NotesPlace | undefined;
}

/** Opens the library, brought up to date. */
export async function openLibraryFor(args: Arguments, io: Io, argument?: string): Promise<OpenedLibrary> {
  const { root, source } = locateLibrary(args, io, argument);
  const library = await withProgress(io, (show) => openIndexed(root, cacheFolder(io.env), show));
  return { ...library, source };
}

/** Opens the library's index, brought up to date. */
export async function openIndexFor(args: Arguments, io: Io): Promise<OpenIndex> {
  const { root } = locateLibrary(args, io);
  return withProgress(io, (show) => openIndex(root, cacheFolder(io.env), show));
}

async function withProgress<Opened extends { readonly complaints: readonly string[] }>(
  io: Io,
  open: (show: ProgressLine["show"]) => Promise<Opened>,
): Promise<Opened> {
  const progress = progressLine(io);
  const opened = await open(progress.show);
  progress.clear();
  for (const complaint of opened.complaints) say(io, complaint);
  return opened;
}

/** Names, on standard error, each file that was skipped. */
export function reportSkipped({ skipped }: Pick<Library, "skipped">, io: Io): void {
  for (const { path, message } of skipped) say(io, `${path}: ${message}`);
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

/** Whether an operand names a folder, and so a library rather than an essay. */
export function isFolder(operand: string, cwd: string): boolean {
  return statSync(resolve(cwd, operand), { throwIfNoEntry: false })?.isDirectory() ?? false;
}
