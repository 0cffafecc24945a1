/**
 * The links of a library: where each essay leads, and what leads to it.
 */
import { anchorFinder, namedAnchors } from "../document/anchor.ts";
import type { Essay } from "../essay/essay.ts";
import { namesOf } from "../links/essay-names.ts";
import type { LinkIndex, LinkTarget } from "../links/link-target.ts";
import type { EssayIndex } from "./index/index.ts";
import { textNow } from "./read-file.ts";
import { meantForEssay } from "../links/site.ts";

/** A link to an essay of the library, or to one that it has not. */
export interface EssayLink {
  readonly from: Essay;
  /** As it was written. */
  readonly href: string;
  readonly text: string;
  /** Undefined if there is no such essay. */
  readonly to: Essay | undefined;
  readonly heading: string | undefined;
  /** Why it leads nowhere; undefined if it leads somewhere. */
  readonly broken: "no such essay" | "no such heading" | undefined;
}

/** Every link between essays, by the path of the essay that it stands in, in its order. */
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

/** A link of another essay to one. */
export interface CitingLink {
  readonly from: Essay;
  readonly text: string;
  /** Index of the top-level block that it stands in. */
  readonly block: number;
}

/** The links of other essays that lead to one, by the paths of those that they stand in. */
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

/** A function that gives what tells whether an essay has an anchor. */
function anchorsBy(index: EssayIndex): (essay: Essay) => (anchor: string) => boolean {
  const known = new Map<Essay, (anchor: string) => boolean>();
  return (essay) => {
    const before = known.get(essay);
    if (before) return before;
    const headings = index.partsOf(essay).flatMap(({ kind, text }) => (kind === "heading" ? [text] : []));
    // A file that can't be read now has its headings all the same.
    const finder = anchorFinder([essay.title, ...headings], namedAnchors(textNow(essay.file) ?? ""));
    known.set(essay, finder);
    return finder;
  };
}
