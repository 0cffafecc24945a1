/**
 * `ibid show`: essays as text, each footnote where it is cited.
 */
import type { Session } from "../app/session.ts";
import { reasonOf } from "../document/open-essay.ts";
import { holdsCode, holdsMath } from "../document/walk.ts";
import { UnfitFileError } from "../essay/decode.ts";
import { documentJson, documentLines } from "../formats/document-json.ts";
import { htmlPage } from "../formats/html.ts";
import { toJson, toJsonLines } from "../formats/json.ts";
import { speechOf } from "../formats/speech.ts";
import type { Tools } from "../layout/tools.ts";
import type * as MathematicsModule from "../formats/mathematics.ts";
import { layoutDocument } from "../layout/layout.ts";
import type { Row } from "../layout/line.ts";
import { MEASURE } from "../layout/measure.ts";
import { NoEssayError, UnreadableError } from "../library/errors.ts";
import { fromInput, STANDARD_INPUT } from "../library/input.ts";
import type { Library } from "../library/library.ts";
import { type Paged, pageThrough } from "../terminal/pager.ts";
import { label, visibleLines } from "../text/visible.ts";
import { formatOf, painterOf } from "./print.ts";
import { type Named, namedBySlug, namedFile, namedIn, ALONE, type Shown, shownOf } from "./shown.ts";

/** Exit code 2 when one of the essays is not to be had; the others are shown all the same. */
export async function run(session: Session): Promise<number> {
  const { operands, cwd } = session.options;
  let library: Library | undefined;
  const named: Named[] = [];
  for (const name of operands) {
    try {
      const alone =
        name === "-" ? { open: await fromInput(session.io), targets: ALONE } : await namedFile(name, cwd);
      const read = async (): Promise<Library> => (library ??= await session.library());
      if (alone) named.push(alone);
      else named.push(await (library ? namedIn(library, name, cwd) : namedBySlug(name, session, read)));
    } catch (error) {
      session.say(missingWords(error, name));
    }
  }
  const shown = await showEssays(named, session);
  if (named.length < operands.length || !shown) return 2;
  return named.some(
    ({ open: { source, essay } }) => source.body.trim() !== "" || essay.path !== STANDARD_INPUT,
  )
    ? 0
    : 1;
}

/** Why an essay is not to be had; throws what is no reason. */
function missingWords(error: unknown, name: string): string {
  if (error instanceof UnfitFileError) return `${name === "-" ? STANDARD_INPUT : name}: ${error.message}`;
  if (error instanceof NoEssayError || error instanceof UnreadableError) return error.message;
  throw error;
}

/** Prints each essay; false if one of them could not be shown, which is named. */
export async function showEssays(named: readonly Named[], session: Session): Promise<boolean> {
  session.reportProblems(named.map(({ open }) => open.essay));
  const print: Paged = session.options.pager ? pageThrough(session.io) : session.io;
  const hasCode = named.some(({ open }) => holdsCode(open.document));
  const hasMath = named.some(({ open }) => holdsMath(open.document));
  const mathematics = hasMath ? await import("../formats/mathematics.ts") : undefined;
  const write = await writerOf(session, hasCode, mathematics);
  const parts: string[] = [];
  for (const one of named) {
    const shown = shownOf(one, session);
    try {
      parts.push(write.one(shown));
    } catch (error) {
      // Whatever goes wrong with one essay stays with it.
      session.say(`${shown.essay.path}: can't be shown: ${reasonOf(error)}`);
    }
  }
  if (parts.length > 0 || named.length === 0) print.out(write.all(parts));
  await print.end?.();
  return parts.length === named.length;
}

/** How essays are written in a format: each by itself, and all together. */
interface Writer {
  readonly one: (shown: Shown) => string;
  readonly all: (parts: readonly string[]) => string;
}

async function writerOf(session: Session, hasCode: boolean, mathematics: LoadedMathematics): Promise<Writer> {
  const joined = (parts: readonly string[]): string => parts.join("\n");
  const format = formatOf(session);
  switch (format) {
    case "json":
      return {
        one: (shown) => JSON.stringify(documentJson(shown)),
        all: (parts) => toJson({ version: 1, essays: parts.map((part) => JSON.parse(part) as object) }),
      };
    case "jsonl":
      return { one: (shown) => toJsonLines(documentLines(shown)), all: (parts) => parts.join("") };
    case "html": {
      const pages: Shown[] = [];
      return {
        one: (shown) => {
          const whole = withMathematics(shown, mathematics);
          const page = htmlPage([whole]);
          pages.push(whole);
          return page;
        },
        all: (parts) => (parts.length === 1 ? parts[0]! : htmlPage(pages)),
      };
    }
    case "speech":
      return { one: (shown) => speechOf(withMathematics(shown, mathematics)), all: joined };
    case "markdown":
      return { one: ({ markdown }) => ended(visibleLines(markdown)), all: joined };
    default: {
      const paint = await painterOf(session);
      const isColoured = format === "ansi" && hasCode;
      const highlighter = isColoured ? (await import("../formats/highlighter.ts")).highlighter : undefined;
      const tools = { highlighter, tex: mathematics?.texOf };
      return { one: (shown) => page(shown, paint, tools, session), all: joined };
    }
  }
}

/** What sets mathematics, where it is loaded. */
type LoadedMathematics = typeof MathematicsModule | undefined;

function withMathematics(shown: Shown, mathematics: LoadedMathematics): Shown {
  return mathematics ? { ...shown, mathematics: mathematics.mathematicsOf(shown.document) } : shown;
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** One essay laid out and painted. */
function page(
  { essay, document, isNamed }: Shown,
  paint: (row: Row) => string,
  tools: Tools,
  session: Session,
): string {
  const { wrap, notes = "inline" } = session.options;
  const { width, margin } = measureOf(session);
  const marks = formatOf(session) === "ansi" ? "superscript" : "brackets";
  const options = { width, notes, marks, tools, wrap } as const;
  const lines = layoutDocument(document, options, isNamed ? { title: label(essay.title) } : {});
  return lines
    .map((line) => {
      const painted = paint(line);
      return `${painted === "" ? "" : margin + painted}\n`;
    })
    .join("");
}

/** A paragraph a line down a pipe; on a terminal the measure, centred; or the width that is asked for. */
function measureOf({ options, io }: Session): { width: number; margin: string } {
  if (options.width !== undefined) return { width: options.width, margin: "" };
  if (!io.outIsTerminal) return { width: Infinity, margin: "" };
  const width = Math.min(MEASURE, io.columns);
  return { width, margin: " ".repeat(Math.floor((io.columns - width) / 2)) };
}
