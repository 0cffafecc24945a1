/**
 * The links of a library: where each essay's links lead, and which links lead to it.
 */
import { anchorFinder, namedAnchors, namedBlocks } from "../document/anchor.ts";
import type { Essay } from "../essay/essay.ts";
import { namesOf } from "../links/essay-names.ts";
import type { LinkIndex, LinkTarget } from "../links/link-target.ts";
import type { EssayIndex } from "./index/index.ts";
import { textNow } from "./read-file.ts";
import { meantForEssay } from "../links/site.ts";
import { memoized } from "../text/memoized.ts";

/** A link to an essay of the library, or to one that does not exist. */
export interface EssayLink {
  readonly from: Essay;
  /** The address as written. */
  readonly href: string;
  readonly text: string;
  /** Undefined if the essay does not exist. */
  readonly to: Essay | undefined;
  readonly heading: string | undefined;
  /** Why it leads nowhere; undefined if it leads to an essay. */
  readonly broken: "no such essay" | "no such heading" | undefined;
}

/** Every link between essays, by the path of its essay, in order. */
export function essayLinks(index: EssayIndex, essays: readonly Essay[], { resolve }: LinkIndex): EssayLink[] {
  const byPath = new Map(essays.map((essay) => [essay.path, essay]));
  const anchors = anchorsBy(index);
  const links = Array.from(index.links(), (link) => ({ ...link, target: resolve(link.href, link.path) }));
  const isMeant = meantForEssay(essays, links);
  return links.flatMap(({ path, href, text, target }): EssayLink[] => {
    const from = byPath.get(path);
    if (!from || (target.kind === "missing" && !isMeant(href, target.slug))) return [];
    const link = linkOf(from, href, text, target, anchors);
    return link ? [link] : [];
  });
}

/** A link from another essay. */
export interface CitingLink {
  readonly from: Essay;
  readonly text: string;
  /** The index of the top-level block that contains it. */
  readonly block: number;
}

/** The links from other essays to `essay`, by the paths of those essays. */
export function citingLinks(index: EssayIndex, { resolve, at }: LinkIndex, essay: Essay): CitingLink[] {
  return index.linksNaming(namesOf(essay)).flatMap(({ path, href, text, block }): CitingLink[] => {
    const from = path === essay.path ? undefined : at(path);
    const target = from && resolve(href, path);
    const isMeant = target?.kind === "essay" && target.essay.path === essay.path;
    return from && isMeant ? [{ from, text, block }] : [];
  });
}

function linkOf(
  from: Essay,
  href: string,
  text: string,
  target: LinkTarget,
  anchors: (essay: Essay) => (anchor: string) => boolean,
): EssayLink | undefined {
  if (target.kind === "missing")
    return { from, href, text, to: undefined, heading: undefined, broken: "no such essay" };
  if (target.kind !== "essay") return undefined;
  const { essay: to, heading } = target;
  const isThere = heading === undefined || heading === "" || anchors(to)(heading);
  return { from, href, text, to, heading, broken: isThere ? undefined : "no such heading" };
}

/** For an essay, a function that decides whether it has an anchor. */
function anchorsBy(index: EssayIndex): (essay: Essay) => (anchor: string) => boolean {
  return memoized((essay) => {
    const headings = index.partsOf(essay).flatMap(({ kind, text }) => (kind === "heading" ? [text] : []));
    // The index knows the headings even of a file that can't be read now.
    const source = textNow(essay.file) ?? "";
    return anchorFinder([essay.title, ...headings], [...namedAnchors(source), ...namedBlocks(source)]);
  });
}
