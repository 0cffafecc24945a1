/**
 * From the command line to the reader: what `ibid` does where there is a screen.
 */
import { openSync, statSync } from "node:fs";
import { ReadStream } from "node:tty";
import { commands } from "./cli/commands.ts";
import { choiceOf } from "./cli/choice.ts";
import { flags } from "./cli/flags.ts";
import { type Arguments, numberOf, valueOf } from "./cli/arguments.ts";
import { isFolder } from "./cli/read.ts";
import { say } from "./cli/say.ts";
import { locateLibrary, notesOf, openIndexFor, openLibraryFor } from "./cli/session.ts";
import { documentOf, fromInput, type Opened, openedFrom } from "./cli/opened.ts";
import { themeOf } from "./cli/theme.ts";
import { indexOf } from "./library/index/open.ts";
import { LibrarySource } from "./library/index/source.ts";
import { hasFullText } from "./library/index/sqlite.ts";
import { Memory } from "./library/memory/memory.ts";
import { type Library, libraryOf, openLibrary } from "./library/library.ts";
import type { Wrap } from "./layout/wrap.ts";
import { type ColorChoice, colorSupport } from "./terminal/color.ts";
import { themes } from "./paint/theme.ts";
import { readConfig } from "./terminal/config.ts";
import { cacheFolder, memoryFile } from "./terminal/folders.ts";
import type { Io } from "./terminal/io.ts";
import type { Keymap } from "./tui/keymap.ts";
import { openReader } from "./tui/open.ts";
import { remapped } from "./tui/remap.ts";

/** Opens the reader as the arguments say; the exit code. */
export async function startReader(args: Arguments, io: Io): Promise<number> {
  const choice = choiceOf(args, io);
  const { sort = "order", reverse = false } = choice;
  const { root, source, essays, skipped, opened } = await whatToRead(args, io);
  const notes = notesOf(args);
  const measure = numberOf(args, flags.width);
  const wrap = valueOf(args, flags.wrap) as Wrap | undefined;
  const asked = await themeOf(args, io);
  const others = Object.entries(themes).filter(([, theme]) => theme !== asked.theme);
  const support = colorSupport((valueOf(args, flags.color) ?? "auto") as ColorChoice, io.env, true);
  const before = source?.complaint;
  if (before !== undefined) say(io, before);
  const { keymap, mouse, wantsPreview } = readerConfig(io);
  const memory = new Memory(memoryFile(io.env));
  if (memory.complaint !== undefined) say(io, memory.complaint);
  const code = await openReader({
    root,
    source,
    essays,
    skipped: skipped.length,
    choice,
    memory,
    env: io.env,
    ...(opened && { open: { essay: opened.essay, document: documentOf(opened) } }),
    settings: {
      keymap,
      mouse,
      wantsPreview,
      themes: [asked, ...others.map(([name, theme]) => ({ name, theme }))],
      shelf: { sort, reverse, query: valueOf(args, flags.match) ?? "" },
      ...(notes && { notes }),
      ...(measure && { measure }),
      ...(wrap && { wrap }),
    },
    looks: { depth: support.depth, hyperlinks: support.hyperlinks },
    stdin: io.inIsTerminal ? process.stdin : new ReadStream(openSync("/dev/tty", "r")),
    stdout: process.stdout,
  });
  const after = source?.complaint;
  if (after !== undefined && after !== before) say(io, after);
  source?.close();
  memory.close();
  return code;
}

/** What the config file says of the reader alone. What is wrong with its keys is told. */
function readerConfig(io: Io): { keymap: Keymap; mouse: boolean; wantsPreview: boolean } {
  const { config, keys, placeOf } = readConfig(io.env);
  const { keymap, complaints } = remapped(keys);
  for (const { path, message } of complaints) say(io, `${placeOf(path)}: ${message}`);
  return { keymap, mouse: config.mouse ?? true, wantsPreview: config.preview ?? true };
}

interface ToRead extends Library {
  /** What brings the library up to date and searches it; one essay alone needs none. */
  readonly source: LibrarySource | undefined;
  readonly opened?: Opened;
}

async function whatToRead(args: Arguments, io: Io): Promise<ToRead> {
  const [operand] = args.operands;
  if (operand === "-") {
    const opened = await fromInput(io);
    return { ...libraryOf(opened.essay), source: undefined, opened };
  }
  if (operand === undefined || isFolder(operand, io.cwd)) return shelf(args, io, operand);
  const { root } = locateLibrary(args, io);
  if (!hasFullText()) return unindexed(args, io, operand);
  const open = await openIndexFor(args, io);
  const library: Library = { root, essays: await open.ask((index) => index.essays()), skipped: open.skipped };
  const names = commands.map(({ name }) => name);
  const opened = openedFrom(library, operand, io.cwd, names);
  const { essay } = opened;
  if (!library.essays.includes(essay)) return { ...libraryOf(essay), source: undefined, opened };
  return { ...library, source: new LibrarySource(open.index, root, true), opened };
}

/** A library without an index, and an essay of it. */
async function unindexed(args: Arguments, io: Io, operand: string): Promise<ToRead> {
  const library = await openLibraryFor(args, io);
  const opened = openedFrom(
    library,
    operand,
    io.cwd,
    commands.map(({ name }) => name),
  );
  return {
    ...(library.essays.includes(opened.essay) ? library : libraryOf(opened.essay)),
    source: undefined,
    opened,
  };
}

/** A folder is shown from its index at once; a file is read. */
async function shelf(args: Arguments, io: Io, operand: string | undefined): Promise<ToRead> {
  const { root } = locateLibrary(args, io, operand);
  if (statSync(root).isFile() || !hasFullText()) return { ...openLibrary(root), source: undefined };
  const source = new LibrarySource(indexOf(root, cacheFolder(io.env)), root, false);
  return { root, source, ...(await source.essays()) };
}
