/**
 * Where a link leads: to an essay of the library, within its own, out into the world, or nowhere.
 *
 * Sites write a link to an essay as `/slug`, `/slug/`, `/2025/01/slug.html`, `../slug`, `slug.md` or `[[slug]]`, each
 * with or without `#heading`.
 */
import type { Essay } from "../essay/essay.ts";
import { dateInPath } from "../essay/date.ts";
import { frontMatterValue } from "../essay/keys.ts";
import { pathOf, trimmed, trimmedEnd } from "../text/trim.ts";

export type LinkTarget =
  | {
      readonly kind: "essay";
      readonly essay: Essay;
      readonly heading: string | undefined;
      /** Whether it was found only by not looking at upper and lower case. */
      readonly wrongCase: boolean;
    }
  /** A heading of the essay in which the link stands; the top of it, if `heading` is empty. */
  | { readonly kind: "here"; readonly heading: string }
  /** `http`, `https` or `mailto`. */
  | { readonly kind: "external" }
  /** A file that is no essay: an image, a feed, a page of the site. */
  | { readonly kind: "other" }
  /** It looks like an essay of this library, and there is none. */
  | { readonly kind: "missing"; readonly slug: string };

/** Essays by what links call them. */
export interface LinkIndex {
  /** The essay with a path. */
  readonly at: (path: string) => Essay | undefined;
  readonly resolve: (href: string, from: string) => LinkTarget;
}

/** What a site's generator would fill in. */
const TEMPLATE = /\{\{|\{%|<%/;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const FOLLOWED = /^(?:https?|mailto):/i;
const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const PAGE = /\.html?$/i;
const OTHER_FILE = /\.[a-z][a-z\d]{0,11}$/i;

/** No essay's address is longer, in UTF-16 code units. */
const LONGEST = 2_000;

const indexes = new WeakMap<readonly Essay[], LinkIndex>();

/** Prepares essays for many links; once for each array of them. */
export function linkIndex(essays: readonly Essay[]): LinkIndex {
  const known = indexes.get(essays) ?? indexed(essays);
  indexes.set(essays, known);
  return known;
}

function indexed(essays: readonly Essay[]): LinkIndex {
  const byPath = new Map(essays.map((essay) => [essay.path, essay]));
  const bySlug = new Map<string, Essay[]>();
  const byLowerSlug = new Map<string, Essay[]>();
  /** By the end of the path: the file's name, and its folder with it, for thousands may be called `index.md`. */
  const byEnd = new Map<string, Essay[]>();
  for (const essay of essays) {
    // Of essays that were told apart by their folders, a link may name the last part alone.
    for (const slug of new Set([essay.slug, lastPart(essay.slug)])) {
      add(bySlug, slug, essay);
      add(byLowerSlug, slug.toLowerCase(), essay);
    }
    for (const end of new Set([lastPart(essay.path), lastParts(essay.path)])) add(byEnd, end, essay);
  }
  let known: Map<string, Essay> | undefined;
  const addresses = (path: string): Essay | undefined =>
    path.startsWith("/") ? (known ??= addressesOf(essays)).get(address(path)) : undefined;
  let byTitle: Map<string, Essay> | undefined;
  const titles = (): Map<string, Essay> => (byTitle ??= namesIn(essays));
  const at = (path: string): Essay | undefined =>
    byPath.get(path) ?? byEnd.get(lastParts(path))?.find((essay) => essay.path.endsWith(`/${path}`));
  return {
    at: (path) => byPath.get(path),
    resolve(href, from) {
      if (SCHEME.test(href) || href.startsWith("//"))
        return { kind: FOLLOWED.test(href) || href.startsWith("//") ? "external" : "other" };
      if (TEMPLATE.test(href) || href.length > LONGEST) return { kind: "other" };
      const { path, heading } = parted(href);
      if (path === "" || path === "." || path === "./") return { kind: "here", heading: heading ?? "" };
      const slugs = slugsOf(path);
      const named = addresses(path);
      if (named) return { kind: "essay", essay: named, heading, wrongCase: false };
      const date = dateInPath(path);
      const meant = (found: readonly Essay[] | undefined): Essay | undefined =>
        nearestTo(from, ofDate(found, date));
      const bySlugs = (): Essay | undefined => firstOf(slugs, (slug) => meant(bySlug.get(slug)));
      const byFiles = (): Essay | undefined => fileAt(at, relativePath(path, from));
      // Without an extension it is the address of a page, and a page's address is no file's path.
      const essay = MARKDOWN.test(path) ? (byFiles() ?? bySlugs()) : (bySlugs() ?? byFiles());
      if (essay) return { kind: "essay", essay, heading, wrongCase: false };
      const other = firstOf(slugs, (slug) => meant(byLowerSlug.get(slug.toLowerCase())));
      if (other) return { kind: "essay", essay: other, heading, wrongCase: true };
      const titled = titles().get(nameIn(decoded(href.split("#", 1)[0]!)));
      if (titled) return { kind: "essay", essay: titled, heading, wrongCase: false };
      if (!MARKDOWN.test(path) && OTHER_FILE.test(path)) return { kind: "other" };
      return { kind: "missing", slug: slugs.at(-1) ?? path };
    },
  };
}

/** Of several essays of one name those whose date the address has, if any does. */
function ofDate(
  essays: readonly Essay[] | undefined,
  date: string | undefined,
): readonly Essay[] | undefined {
  if (!essays || essays.length < 2 || date === undefined) return essays;
  const dated = essays.filter((essay) => essay.date?.startsWith(date));
  return dated.length > 0 ? dated : essays;
}

/** Essays by what a vault's author calls them in a wiki link: title, or another name in the front matter. */
function namesIn(essays: readonly Essay[]): Map<string, Essay> {
  const names = new Map<string, Essay>();
  for (const essay of essays) {
    const { title, data } = essay;
    const others = [frontMatterValue(data, "aliases"), frontMatterValue(data, "alias")].flat();
    for (const name of [title, ...others])
      if (typeof name === "string" && !names.has(nameIn(name))) names.set(nameIn(name), essay);
  }
  return names;
}

function nameIn(text: string): string {
  return text.trim().replace(MARKDOWN, "").toLowerCase();
}

/** Of which one stands in every link to an essay, but for its case and encoding: the last parts of what it is called. */
export function namesOf(essay: Essay): string[] {
  const [file = "", folder = ""] = essay.path.replace(MARKDOWN, "").split("/").reverse();
  const own = INDEX.test(file) ? folder : file;
  const addresses = addressesIn(essay).map((one) => lastPart(address(one)));
  return [...new Set([lastPart(essay.slug), own, ...addresses])].filter((name) => name !== "");
}

const INDEX = /^_?(?:index|readme)$/i;

function addressesIn({ data }: Essay): string[] {
  const values = ["permalink", "url", "aliases", "redirect_from"].map((key) => frontMatterValue(data, key));
  return values.flat().filter((value): value is string => typeof value === "string");
}

/** Addresses that essays are given in their front matter, old ones too. */
function addressesOf(essays: readonly Essay[]): Map<string, Essay> {
  const known = new Map<string, Essay>();
  for (const essay of essays) {
    for (const one of addressesIn(essay)) if (!known.has(address(one))) known.set(address(one), essay);
  }
  return known;
}

/** An address without what does not tell it from others: `/a/b/`, `a/b` and `/a/b.html` are one. */
function address(path: string): string {
  return trimmed(path, "/").replace(/(?:\/index)?\.html?$/i, "");
}

function firstOf(slugs: readonly string[], find: (slug: string) => Essay | undefined): Essay | undefined {
  for (const slug of slugs) {
    const essay = find(slug);
    if (essay) return essay;
  }
  return undefined;
}

function add(map: Map<string, Essay[]>, key: string, essay: Essay): void {
  const known = map.get(key);
  if (known) known.push(essay);
  else map.set(key, [essay]);
}

/** Of several essays of one name, the one beside the essay in which the link stands: a translation leads to its like. */
function nearestTo(from: string, essays: readonly Essay[] | undefined): Essay | undefined {
  if (!essays || essays.length < 2) return essays?.[0];
  const here = from.split("/").slice(0, -1);
  const near = ({ path }: Essay): number => {
    const folders = path.split("/").slice(0, -1);
    const apart = folders.findIndex((folder, index) => folder !== here[index]);
    const shared = apart < 0 ? folders.length : apart;
    return 2 * shared - folders.length;
  };
  return essays.reduce((best, essay) => (near(essay) > near(best) ? essay : best));
}

/** The last two parts of a path; all of it if it has no more. */
function lastParts(path: string): string {
  return path.slice(path.lastIndexOf("/", path.lastIndexOf("/") - 1) + 1);
}

/** The path of an address, decoded, without its query; and its fragment. */
function parted(href: string): { path: string; heading: string | undefined } {
  const hash = href.indexOf("#");
  const before = hash < 0 ? href : href.slice(0, hash);
  const heading = hash < 0 ? undefined : decoded(href.slice(hash + 1));
  return { path: decoded(pathOf(before)), heading };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path from the library's folder, for a link that stands in the file `from`. */
function relativePath(path: string, from: string): string {
  // `@/` begins a path from the folder of all content (Zola, “Internal links”).
  if (/^@?\//.test(path)) return path.replace(/^@?\//, "");
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The essay of a file, of a folder, or of a path without its extension. */
function fileAt(at: (path: string) => Essay | undefined, path: string): Essay | undefined {
  const own = at(path);
  if (own) return own;
  const bare = trimmedEnd(path, "/");
  for (const name of [
    `${bare}.md`,
    `${bare}.mdx`,
    `${bare}.markdown`,
    `${bare}/index.md`,
    `${bare}/index.mdx`,
  ]) {
    const essay = at(name);
    if (essay) return essay;
  }
  return undefined;
}

/** The slugs that a path may mean, the longest first: `2025/how-to-ship`, then `how-to-ship`. */
function slugsOf(path: string): string[] {
  const whole = trimmedEnd(path.replace(/\/(?:index|_index|readme)(?:\.[a-z]+)?\/?$/i, ""), "/");
  const bare = whole
    .replace(/^(?:@\/|[./]+)/, "")
    .replace(MARKDOWN, "")
    .replace(PAGE, "");
  const parts = bare.split("/").filter((part) => part !== "" && part !== "..");
  const last = parts.at(-1);
  const undated = last?.replace(/^\d{4}-\d{2}-\d{2}-/, "");
  return [...parts.map((_, index) => parts.slice(index).join("/")), ...(undated !== last ? [undated!] : [])];
}

function lastPart(slug: string): string {
  return slug.slice(slug.lastIndexOf("/") + 1);
}
