/**
 * Decides which links are meant for an essay, for a library knows nothing of the other pages of its site.
 */
import type { Essay } from "../essay/essay.ts";
import { isListing } from "./tag-link.ts";
import type { LinkTarget } from "./link-target.ts";
import { editDistance } from "../text/edit-distance.ts";
import { pathOf, trimmedEnd } from "../text/trim.ts";

/** A link and its target. */
export interface SiteLink {
  readonly href: string;
  readonly target: LinkTarget;
}

/**
 * Returns a function that decides whether a link without an essay was meant to have one. A link to a file was, and so was one relative
 * to the essay; one from the site's root was if it resembles those that lead to essays and is not a folder's. A single word
 * (`/about`) is a page of the site, unless it is close to an essay's name.
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
    // The root is the home page, however short the names of essays are.
    if (trimmedEnd(path, "/") === "" || folders.has(slug) || isListing(href)) return false;
    if (!path.startsWith("/")) return true;
    if (!prefixes.has(prefixOf(href))) return false;
    return /[-_]/.test(slug) || essays.some((essay) => editDistance(slug, essay.slug, 1) <= 1);
  };
}

function prefixOf(href: string): string {
  const path = trimmedEnd(pathOf(href), "/");
  return path.slice(0, path.lastIndexOf("/") + 1);
}
