/**
 * The writers of essays, one for each format of `show`.
 */
import type { ShowFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { holdsCode, holdsMath } from "../document/walk.ts";
import { documentJson, documentLines } from "../formats/document-json.ts";
import { notesSection } from "../formats/notes/markdown.ts";
import { noteJson } from "../formats/notes/notes-json.ts";
import { toJson, toJsonLines } from "../formats/json.ts";
import { speechOf } from "../formats/speech.ts";
import type { Tools } from "../layout/tools.ts";
import { visibleLines } from "../text/visible.ts";
import { type LoadedMathematics, withMathematics } from "./with-mathematics.ts";
import { type Looks, showFormat } from "./formats.ts";
import { painterOf } from "./print.ts";
import type { Named, Shown } from "./shown.ts";
import { shownText } from "./shown-text.ts";

/** Takes essays one by one, and returns the whole output. */
export interface Writer {
  /** Throws if an essay can't be written; it is then left out. */
  readonly add: (shown: Shown) => void;
  readonly whole: () => string | Uint8Array;
}

/** The writer of the format of the options. Loads only the modules that `named` needs. */
export async function writerOf(session: Session, named: readonly Named[]): Promise<Writer> {
  const hasMath = named.some(({ open }) => holdsMath(open.document) || open.essay.shownTitle !== undefined);
  const mathematics = hasMath ? await import("../formats/mathematics.ts") : undefined;
  const bound = async (format: "html" | "epub"): Promise<Writer> =>
    (await import("./binding.ts")).binding(session, format, mathematics);
  const laidOut = (looks: Looks): Promise<Writer> => textWriter(session, named, looks, mathematics);
  const writers: Readonly<Record<ShowFormat, () => Writer | Promise<Writer>>> = {
    text: () => laidOut("text"),
    ansi: () => laidOut("ansi"),
    markdown: () => writer((shown) => ended(visibleLines(markdownOf(shown, session))) + mineMarkdown(shown)),
    html: () => bound("html"),
    epub: () => bound("epub"),
    json: () => writer((shown) => JSON.stringify({ ...documentJson(shown), ...mineJson(shown) }), essaysJson),
    jsonl: () =>
      writer(
        (shown) => toJsonLines([...documentLines(shown), ...mineLines(shown)]),
        (parts) => parts.join(""),
      ),
    speech: () => writer((shown) => speechOf(withMathematics(shown, mathematics))),
  };
  return writers[showFormat(session)]();
}

async function textWriter(
  session: Session,
  named: readonly Named[],
  looks: Looks,
  mathematics: LoadedMathematics,
): Promise<Writer> {
  const paint = await painterOf(session, looks);
  const isColoured = looks === "ansi" && named.some(({ open }) => holdsCode(open.document));
  const highlighter = isColoured ? (await import("../formats/highlighter.ts")).highlighter : undefined;
  const tools = { highlighter, tex: mathematics?.texOf, hyphenators: await hyphenators(session, looks) };
  return writer((shown) => shownText(shown, paint, tools, session));
}

function writer(
  one: (shown: Shown) => string,
  all: (parts: readonly string[]) => string = (parts) => parts.join("\n"),
): Writer {
  const parts: string[] = [];
  return { add: (shown) => void parts.push(one(shown)), whole: () => all(parts) };
}

function essaysJson(parts: readonly string[]): string {
  return toJson({ version: 1, essays: parts.map((part) => JSON.parse(part) as object) });
}

/** The unchanged source with its front matter, or its text under the title. */
function markdownOf({ open, essay, markdown, isNamed }: Shown, { options }: Session): string {
  if (options.frontMatter && options.section === undefined) return open.source.text;
  return isNamed && !open.writesTitle ? `# ${essay.title}\n\n${markdown}` : markdown;
}

/** The user's marks, as in `ibid notes --json`. */
function mineJson({ noted }: Shown): object {
  return noted ? { mine: noted.notes.map((note) => noteJson(noted, note)) } : {};
}

function mineLines({ noted, essay }: Shown): object[] {
  const { slug, title } = essay;
  return (noted?.notes ?? []).map(({ mark, state, block, words, heading }) => ({
    slug,
    title,
    block,
    section: heading ?? null,
    type: "mine",
    text: words,
    note: mark.note ?? null,
    state,
  }));
}

/** The unchanged source, with the user's notes under it. */
function mineMarkdown({ noted }: Shown): string {
  return noted ? `\n---\n\n${notesSection(noted)}` : "";
}

/** The hyphenators; none in a pipe unless the options ask for them, because other tools need whole words. */
async function hyphenators({ options }: Session, looks: Looks): Promise<Tools["hyphenators"]> {
  const { hyphens } = options;
  const isWanted = hyphens === "always" || (hyphens === "auto" && looks === "ansi");
  return isWanted ? (await import("../app/hyphenator.ts")).hyphenatorOf : undefined;
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
