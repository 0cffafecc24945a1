/**
 * Which links are meant for an essay: a library knows nothing of the other pages that its site may have.
 */
import type { Essay } from "../essay/essay.ts";
import { isListing } from "./tag-link.ts";
import type { LinkTarget } from "./link-target.ts";
import { editDistance } from "../text/edit-distance.ts";
import { pathOf, trimmedEnd } from "../text/trim.ts";

/** A link, and where it leads. */
export interface SiteLink {
  readonly href: string;
  readonly target: LinkTarget;
}

/**
 * A function that tells of a link that leads to no essay whether it was meant to. A file is, and an address relative
 * to the essay; one from the site's root is if it is like those that do lead to essays, and no folder's. A single word
 * (`/about`) is a page of the site, unless it is nearly an essay's.
 */
export function meantForEssay(
  essays: readonly Essay[],
  links: readonly SiteLink[],
): (href: string, slug: string) => boolean {
  const folders = new Set(essays.flatMap(({ path }) => path.split("/").slice(0, -1)));
  const prefixes = new Set(
    links.flatMap(({ href, target }) =>
      target.kind === "essay" && !target.wrongCase ? [prefixOf(href)] : [],
    ),
  );
  return (href, slug) => {
    const path = pathOf(href);
    if (/\.(?:md|markdown|mdx)$/i.test(path)) return true;
    if (folders.has(slug) || isListing(href)) return false;
    if (!path.startsWith("/")) return true;
    if (!prefixes.has(prefixOf(href))) return false;
    return /[-_]/.test(slug) || essays.some((essay) => editDistance(slug, essay.slug, 1) <= 1);
  };
}

function prefixOf(href: string): string {
  const path = trimmedEnd(pathOf(href), "/");
  return path.slice(0, path.lastIndexOf("/") + 1);
}
