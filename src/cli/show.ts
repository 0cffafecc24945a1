/**
 * `ibid show`: essays as text, each footnote where it is cited.
 */
import { holdsCode } from "../document/code.ts";
import { speechOf } from "../formats/speech.ts";
import type { Highlighter } from "../layout/highlight.ts";
import { layoutDocument } from "../layout/layout.ts";
import { MEASURE } from "../layout/measure.ts";
import type { Wrap } from "../layout/wrap.ts";
import { BinaryFileError, NoEssayError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import type { Io } from "../terminal/io.ts";
import { type Paged, pageThrough } from "../terminal/pager.ts";
import { label, visibleLines } from "../text/visible.ts";
import { flags } from "./flags.ts";
import { documentJson, documentLines } from "../formats/document-json.ts";
import { htmlPage } from "../formats/html.ts";
import {
  fromInput,
  type Opened,
  openedAlone,
  openedFrom,
  type Prepared,
  prepare,
  STANDARD_INPUT,
} from "./opened.ts";
import { formatOf, type Painter, painterOf, toJson, toJsonLines } from "./output.ts";
import { type Arguments, numberOf, valueOf } from "./arguments.ts";
import { notesOf, openLibraryFor, reportProblems } from "./session.ts";
import { say } from "./say.ts";

/** Exit code 2 when one of the essays is not to be had; the others are shown all the same. */
export async function run(args: Arguments, io: Io): Promise<number> {
  const opened: Opened[] = [];
  let missing = false;
  let library: Library | undefined;
  for (const name of args.operands) {
    try {
      const alone = name === "-" ? await fromInput(io) : openedAlone(name, io.cwd);
      opened.push(alone ?? openedFrom((library ??= await openLibraryFor(args, io)), name, io.cwd));
    } catch (error) {
      if (!(error instanceof NoEssayError || error instanceof BinaryFileError)) throw error;
      say(
        io,
        error instanceof BinaryFileError
          ? `${name === "-" ? STANDARD_INPUT : name}: ${error.message}`
          : error.message,
      );
      missing = true;
    }
  }
  const shown = await showEssays(opened, args, io);
  if (missing || !shown) return 2;
  return opened.some(({ source, essay }) => source.body.trim() !== "" || essay.path !== STANDARD_INPUT)
    ? 0
    : 1;
}

/** Prints each essay; false if one of them could not be laid out, which is named. */
export async function showEssays(opened: readonly Opened[], args: Arguments, io: Io): Promise<boolean> {
  let all = true;
  reportProblems(
    opened.map(({ essay }) => essay),
    io,
  );
  const print: Paged = args.flags.has("pager") ? pageThrough(io) : io;
  const format = formatOf(args, flags.showFormat, io);
  const prepared = opened.map((one) => prepare(one, valueOf(args, flags.section)));
  if (format === "json") {
    print.out(toJson({ version: 1, essays: prepared.map(documentJson) }));
  } else if (format === "jsonl") {
    print.out(toJsonLines(prepared.flatMap(documentLines)));
  } else if (format === "html") {
    print.out(htmlPage(prepared));
  } else if (format === "speech") {
    print.out(prepared.map(speechOf).join("\n"));
  } else if (format === "markdown") {
    print.out(prepared.map((one) => ended(visibleLines(sourceOf(one)))).join("\n"));
  } else {
    const paint = await painterOf(format, args, io);
    for (const [index, one] of prepared.entries()) {
      try {
        print.out((index > 0 ? "\n" : "") + (await pageOf(one, format, paint, args, io)));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        say(io, `${one.essay.path}: is nested too deeply to be laid out`);
        all = false;
      }
    }
  }
  await print.end?.();
  return all;
}

/** The source without front matter; of a section, the lines from its heading to the next. */
function sourceOf({ source, document, section }: Prepared): string {
  if (section === undefined) return source.body.replace(/^\n+/, "");
  const lines = source.body.split("\n");
  const from = (document.blocks[0]?.line ?? 1) - 1;
  return lines.slice(from, section.end === undefined ? undefined : section.end - 1).join("\n");
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** One essay laid out and painted. */
async function pageOf(
  one: Prepared,
  format: string,
  paint: Painter,
  args: Arguments,
  io: Io,
): Promise<string> {
  const { essay, document, isNamed } = one;
  const { width, margin } = measureOf(args, io);
  const notes = notesOf(args) ?? "inline";
  const wrap = (valueOf(args, flags.wrap) ?? "even") as Wrap;
  const marks = format === "ansi" ? "superscript" : "brackets";
  const highlighter = format === "ansi" && holdsCode(document) ? await loadHighlighter() : undefined;
  const lines = layoutDocument(
    document,
    { width, notes, marks, highlighter, wrap },
    isNamed ? { title: label(essay.title) } : {},
  );
  return lines
    .map((line) => {
      const painted = paint(line);
      return `${painted === "" ? "" : margin + painted}\n`;
    })
    .join("");
}

async function loadHighlighter(): Promise<Highlighter> {
  return (await import("../formats/highlighter.ts")).highlighter;
}

/** A paragraph a line down a pipe; on a terminal the measure, centred; or the width that is asked for. */
function measureOf(args: Arguments, io: Io): { width: number; margin: string } {
  const asked = numberOf(args, flags.width);
  if (asked !== undefined) return { width: asked, margin: "" };
  if (!io.outIsTerminal) return { width: Infinity, margin: "" };
  const width = Math.min(MEASURE, io.columns);
  return { width, margin: " ".repeat(Math.floor((io.columns - width) / 2)) };
}
