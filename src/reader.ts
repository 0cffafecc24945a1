/**
 * From the command line to the reader: what `ibid` does where there is a screen.
 */
import { openSync, statSync } from "node:fs";
import { ReadStream } from "node:tty";
import { choiceOf } from "./cli/choice.ts";
import { flags } from "./cli/flags.ts";
import { type Arguments, numberOf, valueOf } from "./cli/arguments.ts";
import { say } from "./cli/say.ts";
import { isFolder, locateLibrary, notesOf } from "./cli/session.ts";
import { themeOf } from "./cli/theme.ts";
import { type Choice, isEverything } from "./essay/choose.ts";
import type { Skipped } from "./library/discover.ts";
import { indexOf } from "./library/index/open.ts";
import { LibrarySource } from "./library/index/source.ts";
import { hasFullText } from "./system/sqlite.ts";
import { Memory } from "./memory/memory.ts";
import type { Wrap } from "./layout/wrap.ts";
import { type ColorChoice, colorSupport } from "./terminal/color.ts";
import { themes } from "./formats/theme.ts";
import { readConfig } from "./app/config.ts";
import { cacheFolder, memoryFile } from "./app/folders.ts";
import type { Io } from "./terminal/io.ts";
import { openReader, type ReaderOptions } from "./reader/open.ts";
import { remapped } from "./reader/remap.ts";
import type { State } from "./reader/state.ts";
import { label } from "./text/visible.ts";

/** What is opened: a shelf, or an essay with the shelf behind it. */
export type ToRead = Pick<ReaderOptions, "root" | "source" | "essays" | "first" | "open"> & {
  readonly skipped: readonly Skipped[];
};

/** Opens the reader as the arguments say; the exit code. */
export async function startReader(args: Arguments, io: Io): Promise<number> {
  const choice = choiceOf(args, io);
  const { skipped, ...toRead } = await whatToRead(args, io, choice);
  const memory = new Memory(memoryFile(io.env));
  const complaints = (): string[] =>
    [toRead.source?.complaint, memory.complaint].filter((one) => one !== undefined);
  const told = complaints();
  for (const complaint of told) say(io, complaint);
  const support = colorSupport((valueOf(args, flags.color) ?? "auto") as ColorChoice, io.env, true);
  const isPlain = args.flags.has("plain-ui") || io.env["INK_SCREEN_READER"] === "true";
  const openAs = isPlain ? (await import("./reader/plain/open-plain.ts")).openPlain : openReader;
  const code = await openAs({
    ...toRead,
    skipped: skipped.length,
    choice,
    memory,
    env: io.env,
    settings: await settingsOf(args, io, choice, memory.complaint),
    looks: { depth: support.depth, hyperlinks: support.hyperlinks },
    stdin: io.inIsTerminal ? process.stdin : new ReadStream(openSync("/dev/tty", "r")),
    stdout: process.stdout,
  });
  for (const complaint of complaints()) if (!told.includes(complaint)) say(io, complaint);
  toRead.source?.close();
  memory.close();
  return code;
}

/** What flags and config file say of how the reader is to be; `complaint` is told on its first screen. */
async function settingsOf(
  args: Arguments,
  io: Io,
  { sort = "order", reverse = false }: Choice,
  complaint: string | undefined,
): Promise<NonNullable<ReaderOptions["settings"]>> {
  const notes = notesOf(args);
  const measure = numberOf(args, flags.width);
  const wrap = valueOf(args, flags.wrap) as Wrap | undefined;
  const asked = await themeOf(args, io);
  const others = Object.entries(themes).filter(([, theme]) => theme !== asked.theme);
  const { message, ...own } = readerConfig(io);
  const notice = message === "" ? label(complaint ?? "") : message;
  return {
    ...own,
    themes: [asked, ...others.map(([name, theme]) => ({ name, theme }))],
    shelf: { sort, reverse, query: valueOf(args, flags.match) ?? "" },
    ...(notice !== "" && { message: notice }),
    ...(notes && { notes }),
    ...(measure && { measure }),
    ...(wrap && { wrap }),
  };
}

/** What the config file says of the reader alone. What is wrong in it is told before the screen is taken, and on it. */
function readerConfig(io: Io): Pick<State, "keymap" | "mouse" | "wantsPreview" | "message"> {
  const { config, keys, complaints: own, placeOf } = readConfig(io.env);
  const { keymap, complaints } = remapped(keys);
  const more = complaints.map(({ path, message }) => `${placeOf(path)}: ${message}`);
  for (const complaint of more) say(io, complaint);
  const [first, ...others] = [...own, ...more];
  const rest = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const message = first === undefined ? "" : label(first.replace(/^.*[/\\](?=[^/\\]*:)/, "") + rest);
  return { keymap, mouse: config.mouse ?? true, wantsPreview: config.preview ?? true, message };
}

async function whatToRead(args: Arguments, io: Io, choice: Choice): Promise<ToRead> {
  const [operand] = args.operands;
  if (operand === undefined || isFolder(operand, io.cwd)) return shelf(args, io, operand, choice);
  const { namedEssay } = await import("./named-essay.ts");
  return namedEssay(args, io, operand);
}

/** A folder is shown from its index at once; a file is read. */
async function shelf(args: Arguments, io: Io, operand: string | undefined, choice: Choice): Promise<ToRead> {
  const { root } = locateLibrary(args, io, operand);
  if (statSync(root).isFile() || !hasFullText()) {
    const { openLibrary } = await import("./library/library.ts");
    return { ...openLibrary(root), source: undefined };
  }
  const source = new LibrarySource(indexOf(root, cacheFolder(io.env)), root, false);
  const isPlain = isShelf(choice) && valueOf(args, flags.match) === undefined;
  const first = isPlain ? source.first(io.rows) : undefined;
  return { root, source, skipped: [], ...(first ? { essays: first.essays, first } : await source.essays()) };
}

/** Whether a choice is the shelf as it is: every essay but drafts, in the shelf's own order. */
function isShelf(choice: Choice): boolean {
  const { sort = "order", reverse = false, drafts = false, limit } = choice;
  return isEverything(choice) && sort === "order" && !reverse && !drafts && limit === undefined;
}
