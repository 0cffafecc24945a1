/**
 * An essay that was named on the command line, and the library around it.
 */
import type { Arguments } from "./cli/arguments.ts";
import { commands } from "./cli/commands.ts";
import { documentOf, fromInput, openedFrom } from "./cli/opened.ts";
import { locateLibrary, openIndexFor, openLibraryFor } from "./cli/session.ts";
import { LibrarySource } from "./library/index/source.ts";
import { hasFullText } from "./system/sqlite.ts";
import { type Library, libraryOf } from "./library/library.ts";
import type { ToRead } from "./reader.ts";
import type { Io } from "./terminal/io.ts";

/** Opens the essay that `operand` means; throws `NoEssayError`. */
export async function namedEssay(args: Arguments, io: Io, operand: string): Promise<ToRead> {
  if (operand === "-") {
    const opened = await fromInput(io);
    return { ...libraryOf(opened.essay), source: undefined, open: opening(opened) };
  }
  const names = commands.map(({ name }) => name);
  if (!hasFullText()) {
    const library = await openLibraryFor(args, io);
    const opened = openedFrom(library, operand, io.cwd, names);
    const { essay } = opened;
    const isInLibrary = library.essays.includes(essay);
    return { ...(isInLibrary ? library : libraryOf(essay)), source: undefined, open: opening(opened) };
  }
  const { root } = locateLibrary(args, io);
  const index = await openIndexFor(args, io);
  const library: Library = {
    root,
    essays: await index.ask((one) => one.essays()),
    skipped: index.skipped,
  };
  const opened = openedFrom(library, operand, io.cwd, names);
  const { essay } = opened;
  const open = opening(opened);
  if (!library.essays.includes(essay)) return { ...libraryOf(essay), source: undefined, open };
  return { ...library, source: new LibrarySource(index.index, root, true), open };
}

function opening(opened: Parameters<typeof documentOf>[0]): NonNullable<ToRead["open"]> {
  return { essay: opened.essay, document: documentOf(opened) };
}
