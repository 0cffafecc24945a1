/**
 * Decides which links are meant to lead to an essay, because a library does not know the other pages of its
 * site.
 */
import type { Essay } from "../essay/essay.ts";
import { isListing } from "./tag-link.ts";
import type { LinkTarget } from "./link-target.ts";
import { MARKDOWN } from "../text/markdown-file.ts";
import { nearOneOf } from "../text/near-names.ts";
import { once } from "../text/once.ts";
import { pathOf, trimmedEnd } from "../text/trim.ts";

/** A link and its target. */
export interface SiteLink {
  readonly href: string;
  readonly target: LinkTarget;
}

/**
 * Returns a function that decides whether a dead link was meant to lead to an essay. This is so for a link to
 * a file, and for a link relative to the essay. A link from the site's root was meant so if it resembles
 * those that lead to essays and does not lead to a folder. A single word is a page of the site (`/about`),
 * unless it is close to an essay's name, or most links of that form lead to essays (`/posts/x`).
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
  const leading = leadingPrefixes(links);
  const isLikeEssay = once(() => nearOneOf(essays.map(({ slug }) => slug)));
  return (href, slug) => {
    const path = pathOf(href);
    if (MARKDOWN.test(path)) return true;
    // The root is the home page, however short the names of essays are.
    if (trimmedEnd(path, "/") === "" || folders.has(slug) || isListing(href)) return false;
    if (!path.startsWith("/")) return true;
    if (!prefixes.has(prefixOf(href))) return false;
    return /[-_]/.test(slug) || leading.has(prefixOf(href)) || isLikeEssay()(slug);
  };
}

/** The number of links of a form that must lead to essays before the form decides. */
const FEWEST = 2;

/** Forms of addresses below the root that mostly lead to essays: another address of such a form was meant to. */
function leadingPrefixes(links: readonly SiteLink[]): ReadonlySet<string> {
  const leading = new Map<string, Set<string>>();
  const missing = new Map<string, Set<string>>();
  for (const { href, target } of links) {
    if (target.kind !== "essay" && target.kind !== "missing") continue;
    const known = target.kind === "essay" ? leading : missing;
    const prefix = prefixOf(href);
    known.set(prefix, (known.get(prefix) ?? new Set()).add(trimmedEnd(pathOf(href), "/")));
  }
  const sizeOf = (prefix: string): number => missing.get(prefix)?.size ?? 0;
  return new Set(
    [...leading].flatMap(([prefix, { size }]) =>
      prefix !== "/" && prefix !== "" && size >= FEWEST && size > sizeOf(prefix) ? [prefix] : [],
    ),
  );
}

/** The share of a form's addresses that must lead to essays: more, where pages of the site have that form as well. */
const MOST = 0.5;
const MOST_AT_ROOT = 0.9;
/** The fewest addresses of a form that lead to essays before one that leads nowhere tells anything. */
const FEWEST_OF_FORM = 3;

/**
 * Returns a function that decides whether an address from the site's root, which no essay has, was probably meant for one, because most
 * others of its form lead to essays. `links` are the addresses from the root, those of full addresses included.
 */
export function probablyForEssay(links: readonly SiteLink[]): (href: string) => boolean {
  const forms = new Map<string, { there: Set<string>; missing: Set<string> }>();
  for (const { href, target } of links) {
    const form = formOf(href);
    if (form === undefined || (target.kind !== "essay" && target.kind !== "missing")) continue;
    const known = forms.get(form) ?? { there: new Set(), missing: new Set() };
    known[target.kind === "essay" ? "there" : "missing"].add(trimmedEnd(pathOf(href), "/"));
    forms.set(form, known);
  }
  return (href) => {
    const form = formOf(href);
    const known = form === undefined ? undefined : forms.get(form);
    if (!known || known.there.size < FEWEST_OF_FORM) return false;
    const share = known.there.size / (known.there.size + known.missing.size);
    return share > (form === "/" ? MOST_AT_ROOT : MOST);
  };
}

/** Pages that sites have beside their essays, by the names that most give them. */
const CUSTOMARY =
  /^(?:about(?:-me)?|blog|books?|colophon|contact|cv|donate|events?|faq|feed|home|imprint|index|legal|licen[cs]e|links|newsletter|notes?|now|photos|posts?|press|privacy|projects?|reading|resume|rss|search|sitemap|sponsors?|subscribe|support|talks?|team|terms|uses|work|writing)$/i;

/** The folders of an address from the root, all years, months and days alike; undefined for a list, a file or a number. */
function formOf(href: string): string | undefined {
  const path = trimmedEnd(pathOf(href), "/");
  const at = path.lastIndexOf("/") + 1;
  const name = path.slice(at).replace(/\.html?$/i, "");
  if (isListing(path) || CUSTOMARY.test(name) || /^\d*$|\.[a-z\d]{1,12}$/i.test(name)) return undefined;
  return path.slice(0, at).replace(/\d+/g, "0");
}

function prefixOf(href: string): string {
  const path = trimmedEnd(pathOf(href), "/");
  return path.slice(0, path.lastIndexOf("/") + 1);
}
