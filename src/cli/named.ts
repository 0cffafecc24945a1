/**
 * Finds and opens the essays that the user names. A file is opened alone if its library is not needed.
 */
import { dirname, resolve } from "node:path";
import type { Session } from "../app/session.ts";
import { embedsFiles } from "../document/embedded-files.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { wantsPages } from "../document/transclusion.ts";
import { allBlocks, inlineRuns, inlinesIn } from "../document/walk.ts";
import type { Essay } from "../essay/essay.ts";
import { essayAtOnce } from "../library/at-once.ts";
import { essayAt, findEssay } from "../library/find.ts";
import type { Library } from "../library/library.ts";
import type { Located } from "../library/locate.ts";
import { type LinkIndex, linkIndex } from "../links/link-target.ts";
import { hasWikiLinks } from "../links/wiki-links.ts";
import type { Mark } from "../marks/mark.ts";
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
  return namedIn(await library(), name, cwd, { opened: found?.open });
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

/** What is known of an essay before its library is asked. */
interface Known {
  /** The names of all commands, to suggest one for a misspelled essay. */
  readonly commands?: readonly string[];
  /** The essay, if it is already open. */
  readonly opened?: OpenEssay | undefined;
}

/** The essay of a library that `name` means. Throws `NoEssayError`, `UnreadableError`. */
export async function namedIn(
  library: Library,
  name: string,
  cwd: string,
  { commands, opened }: Known = {},
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
