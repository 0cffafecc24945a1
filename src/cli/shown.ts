/**
 * Finds and opens the essays to show.
 */
import { dirname, resolve } from "node:path";
import type { ShowFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { headingTexts } from "../document/anchor.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { sectionOf } from "../document/section.ts";
import { embedsFiles } from "../document/embedded-files.ts";
import { wantsPages } from "../document/transclusion.ts";
import { allBlocks, inlineRuns, inlinesIn } from "../document/walk.ts";
import type { Essay } from "../essay/essay.ts";
import type { ShownEssay } from "../formats/shown-essay.ts";
import { essayAtOnce } from "../library/at-once.ts";
import { NoEssayError } from "../library/errors.ts";
import { essayAt, findEssay } from "../library/find.ts";
import { STANDARD_INPUT } from "../library/input.ts";
import type { Library } from "../library/library.ts";
import type { Located } from "../library/locate.ts";
import { typeset } from "../library/typeset.ts";
import { type LinkIndex, linkIndex } from "../links/link-target.ts";
import type { NotedEssay } from "../formats/notes/noted.ts";
import type { Mark } from "../marks/mark.ts";
import { anchorsOf } from "../marks/place.ts";
import { woven } from "../marks/weave.ts";
import { showFormat } from "./formats.ts";
import { notedEssay } from "./noted.ts";
import { hasWikiLinks, withWikiLinks } from "../links/wiki-links.ts";
import { nearest } from "../text/nearest.ts";
import { isWithin } from "../system/is-within.ts";
import { trimmed } from "../text/trim.ts";

/** An open essay, and the targets of its links, resolved at their first use. */
export interface Named {
  readonly open: OpenEssay;
  readonly targets: () => LinkIndex;
  /** The folder of its library, which contains its pictures; undefined without a library. */
  readonly root?: string | undefined;
  /** The user's marks in it, if they are shown. */
  readonly marks?: readonly Mark[];
}

/** The targets of an essay without a library. */
export const ALONE: Named["targets"] = () => linkIndex(nobody);
const nobody: readonly Essay[] = [];

/**
 * An essay named by the path of its file; undefined if `name` is not such a path. A library is read only for what the file alone
 * cannot tell: the pages that it embeds, and where its wiki links lead.
 */
export async function namedFile(name: string, session: Session): Promise<Named | undefined> {
  const { cwd } = session.options;
  const found = await essayAt(name, cwd);
  if (!found) return undefined;
  const located = libraryOf(found.essay.file, session);
  const { document } = found.open;
  if (!wantsPages(document) && !hasWikiLinks(document))
    return { open: found.open, targets: ALONE, root: located.root };
  return namedIn(await session.library({ located }), resolve(cwd, name), cwd);
}

/** The library in use, if it contains the file; otherwise the file's own folder. */
function libraryOf(file: string, session: Session): Located {
  const located = session.locateAny();
  return located && isWithin(file, located.root) ? located : session.locate(dirname(file));
}

/**
 * An essay named by its slug. Its library is read only if the slug alone does not identify the file, or if
 * resolving a link needs the other essays. Throws `NoEssayError`, `UnreadableError`.
 */
export async function namedBySlug(
  name: string,
  session: Session,
  library: () => Promise<Library>,
): Promise<Named> {
  const { cache, cwd } = session.options;
  const found = await essayAtOnce(trimmed(name, "/"), session.locate(), cache);
  const asLeft = found?.library;
  if (found && !asksForOthers(found.open, asLeft !== undefined))
    return { open: found.open, targets: asLeft ? () => asLeft.targets : ALONE, root: session.locate().root };
  return namedIn(await library(), name, cwd, [], found?.open);
}

/**
 * Whether the output for an essay depends on the others: for wiki links, and for all links if no index has their
 * targets.
 */
function asksForOthers({ essay, document }: OpenEssay, isIndexed: boolean): boolean {
  const { resolve } = ALONE();
  for (const block of allBlocks(document)) {
    for (const inline of inlineRuns(block).flatMap((run) => [...inlinesIn(run)])) {
      if (inline.type === "wikiLink") return true;
      if (inline.type === "link" && !isIndexed && resolve(inline.href, essay.path).kind === "missing")
        return true;
    }
  }
  return false;
}

/**
 * The essay of a library that `name` means; `opened` is the essay if it is already open. Throws
 * `NoEssayError`, `UnreadableError`.
 */
export async function namedIn(
  library: Library,
  name: string,
  cwd: string,
  commands?: readonly string[],
  opened?: OpenEssay,
): Promise<Named> {
  const essay = await findEssay(library, name, cwd, commands);
  const targets = (): LinkIndex => library.targets;
  const { root } = library;
  // Pages and files that it embeds are found when the library opens it.
  const isWhole = opened?.essay.path === essay.path && !wantsPages(opened.document);
  if (isWhole && !embedsFiles(opened.document))
    return { open: { ...opened, essay: { ...opened.essay, slug: essay.slug } }, targets, root };
  return { open: (await library.ready()).open(essay), targets, root };
}

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
