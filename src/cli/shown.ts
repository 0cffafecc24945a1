/**
 * The part of an essay that the options request: all of it or a section, with the user's marks.
 */
import type { ShowFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { headingTexts } from "../document/anchor.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { sectionOf } from "../document/section.ts";
import type { NotedEssay } from "../formats/notes/noted.ts";
import type { ShownEssay } from "../formats/shown-essay.ts";
import { NoEssayError } from "../library/errors.ts";
import { STANDARD_INPUT } from "../library/input.ts";
import { typeset } from "../library/typeset.ts";
import { withWikiLinks } from "../links/wiki-links.ts";
import { anchorsOf } from "../marks/place.ts";
import { woven } from "../marks/weave.ts";
import { nearest } from "../text/nearest.ts";
import { showFormat } from "./formats.ts";
import type { Named } from "./named.ts";
import { notedEssay } from "./noted.ts";

/** The part of an essay to show, and the lines of its source. */
export interface Shown extends ShownEssay {
  readonly open: OpenEssay;
  readonly root: string | undefined;
  /** The Markdown that is shown, without front matter. */
  readonly markdown: string;
  /** The user's marks, if they are not woven into the document. */
  readonly noted?: NotedEssay;
}

/** Throws `NoEssayError` for a section that the essay does not have. */
export function shownOf({ open: written, targets, root, marks = [] }: Named, session: Session): Shown {
  const { options } = session;
  const plain = typeset(written, options.places.typography);
  const isApart = APART.has(showFormat(session));
  // If notes are left out, nothing refers to them.
  const hidesNotes = options.notes === "none" && ["text", "ansi"].includes(showFormat(session));
  const seen = hidesNotes ? marks.map((mark) => ({ ...mark, note: undefined })) : marks;
  const open = isApart ? plain : { ...plain, document: woven(plain.document, anchorsOf(plain, seen)) };
  const shown = shownPart({ open, targets, root }, options);
  return isApart && marks.length > 0 ? { ...shown, noted: notedEssay(plain, marks) } : shown;
}

/** Formats that list the user's marks separately from the text. */
const APART: ReadonlySet<ShowFormat> = new Set<ShowFormat>(["json", "jsonl", "markdown"]);

/**
 * The part of an essay that the options request: all of it, or a section. Throws `NoEssayError` for a
 * section that it does not have.
 */
function shownPart({ open, targets, root }: Named, options: Session["options"]): Shown {
  const { essay, source } = open;
  const resolve = (href: string): ReturnType<ShownEssay["resolve"]> => targets().resolve(href, essay.path);
  const document = withWikiLinks(open.document, resolve);
  // Text from a pipe may have no title.
  const isNamed = !open.showsTitle && !(essay.titleFrom === "file name" && essay.path === STANDARD_INPUT);
  const { section } = options;
  if (section === undefined)
    return { open, root, essay, document, isNamed, resolve, markdown: source.body.replace(/^\n+/, "") };
  const part = sectionOf(document, section);
  if (!part) {
    const near = nearest(section, headingTexts(document));
    throw new NoEssayError(`${essay.slug}: ${section}`, "no such heading", near);
  }
  const after = document.blocks[document.blocks.indexOf(part.blocks.at(-1)!) + 1]?.line;
  const lines = source.body.split("\n");
  const first = (part.blocks[0]?.line ?? 1) - 1;
  const markdown = lines.slice(first, after === undefined ? undefined : after - 1).join("\n");
  return { open, root, essay, document: part, isNamed: false, resolve, markdown };
}
