/**
 * The writers of essays, one for each format of `show`.
 */
import type { ShowFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { holdsCode } from "../document/walk.ts";
import { documentJson, documentLines } from "../formats/document-json.ts";
import { notesSection } from "../formats/notes/markdown.ts";
import { noteJson } from "../formats/notes/notes-json.ts";
import { jsonFraming, jsonItem, toJsonLines } from "../formats/json.ts";
import { speechOf } from "../formats/speech.ts";
import type { Tools } from "../layout/tools.ts";
import { visibleLines } from "../text/visible.ts";
import { mathematicsFor, withMathematics } from "./with-mathematics.ts";
import { type Looks, showFormat } from "./formats.ts";
import { painterOf } from "./print.ts";
import type { Shown } from "./shown.ts";
import { BLANK_LINE_BETWEEN, type Writer, writer } from "./writer.ts";
import { measureOf, shownText } from "./shown-text.ts";

/** The writer of the format of the options. It loads a module for the first essay that needs it. */
export async function writerOf(session: Session): Promise<Writer> {
  const bound = async (format: "html" | "epub"): Promise<Writer> =>
    (await import("./binding.ts")).binding(session, format);
  const laidOut = (looks: Looks): Promise<Writer> => textWriter(session, looks);
  const writers: Readonly<Record<ShowFormat, () => Writer | Promise<Writer>>> = {
    text: () => laidOut("text"),
    ansi: () => laidOut("ansi"),
    markdown: () => writer((shown) => ended(visibleLines(markdownOf(shown, session))) + mineMarkdown(shown)),
    html: () => bound("html"),
    epub: () => bound("epub"),
    json: () =>
      writer(
        (shown) => jsonItem({ ...documentJson(shown), ...mineJson(shown) }),
        jsonFraming({ version: 1 }, "essays"),
      ),
    jsonl: () =>
      writer((shown) => toJsonLines([...documentLines(shown), ...mineLines(shown)]), {
        ...BLANK_LINE_BETWEEN,
        between: "",
      }),
    speech: () => writer(async (shown) => speechOf(await withMathematics(shown))),
  };
  return writers[showFormat(session)]();
}

async function textWriter(session: Session, looks: Looks): Promise<Writer> {
  const paint = await painterOf(session, looks);
  const hyphenators = await hyphenatorsFor(session);
  return writer(async (shown) => {
    const isColoured = looks === "ansi" && holdsCode(shown.document);
    const highlighter = isColoured ? (await import("../formats/highlighter.ts")).highlighter : undefined;
    const tex = (await mathematicsFor(shown))?.texOf;
    return shownText(shown, paint, { highlighter, tex, hyphenators }, session);
  });
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

/** The hyphenators. A paragraph on one line needs none. */
async function hyphenatorsFor(session: Session): Promise<Tools["hyphenators"]> {
  const isWanted = session.options.hyphens !== "never" && measureOf(session).width !== Infinity;
  return isWanted ? (await import("../app/hyphenator.ts")).hyphenatorOf : undefined;
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
