/**
 * From the command line to the reader: what `ibid` does where there is a screen.
 */
import { openSync } from "node:fs";
import { ReadStream } from "node:tty";
import { commands } from "./cli/commands.ts";
import { choiceOf } from "./cli/choice.ts";
import { flags } from "./cli/flags.ts";
import { type Arguments, numberOf, valueOf } from "./cli/arguments.ts";
import { isFolder } from "./cli/read.ts";
import { notesOf, openLibraryFor } from "./cli/session.ts";
import { documentOf, fromInput, type Opened } from "./cli/show.ts";
import { themeOf } from "./cli/theme.ts";
import { choose } from "./essay/choose.ts";
import type { Essay } from "./essay/essay.ts";
import { findEssay } from "./library/find.ts";
import { type Library, libraryOf, readEssaySource } from "./library/library.ts";
import type { Wrap } from "./layout/wrap.ts";
import { type ColorChoice, colorSupport } from "./terminal/color.ts";
import { themes } from "./paint/theme.ts";
import type { Io } from "./terminal/io.ts";
import { openReader } from "./tui/open.ts";

/** Opens the reader as the arguments say; the exit code. */
export async function startReader(args: Arguments, io: Io): Promise<number> {
  const { library, opened } = await whatToRead(args, io);
  const { sort = "order", reverse = false, ...choice } = choiceOf(args);
  const essays = choose(library.essays, choice);
  const notes = notesOf(args, io);
  const measure = numberOf(args, flags.width);
  const wrap = valueOf(args, flags.wrap) as Wrap | undefined;
  const asked = await themeOf(args, io);
  const others = Object.entries(themes).filter(([, theme]) => theme !== asked.theme);
  const support = colorSupport((valueOf(args, flags.color) ?? "auto") as ColorChoice, io.env, true);
  return openReader({
    library,
    essays: opened && !essays.includes(opened.essay) ? [...essays, opened.essay] : essays,
    ...(opened && { open: { essay: opened.essay, document: documentOf(opened) } }),
    settings: {
      themes: [asked, ...others.map(([name, theme]) => ({ name, theme }))],
      shelf: { sort, reverse },
      ...(notes && { notes }),
      ...(measure && { measure }),
      ...(wrap && { wrap }),
    },
    looks: { depth: support.depth, hyperlinks: support.hyperlinks },
    stdin: io.inIsTerminal ? process.stdin : new ReadStream(openSync("/dev/tty", "r")),
    stdout: process.stdout,
  });
}

async function whatToRead(args: Arguments, io: Io): Promise<{ library: Library; opened?: Opened }> {
  const [operand] = args.operands;
  if (operand === "-") {
    const opened = await fromInput(io);
    return { library: libraryOf(opened.essay), opened };
  }
  if (operand === undefined || isFolder(operand, io.cwd))
    return { library: await openLibraryFor(args, io, operand) };
  const library = await openLibraryFor(args, io);
  const essay: Essay = findEssay(
    library,
    operand,
    io.cwd,
    commands.map(({ name }) => name),
  );
  const opened = { essay, source: readEssaySource(essay) };
  return { library: library.essays.includes(essay) ? library : libraryOf(essay), opened };
}
