/**
 * Where a link leads: to an essay of the library, within its own, out into the world, or nowhere.
 *
 * Sites write a link to an essay as `/slug`, `/slug/`, `/2025/01/slug.html`, `../slug`, `slug.md` or `[[slug]]`, each
 * with or without `#heading`.
 */
import type { Essay } from "./essay.ts";

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
  readonly resolve: (href: string, from: string) => LinkTarget;
}

/** Whether one of the essays is what a link in `from` leads to. */
export function holdsOf(essays: readonly Essay[], from: string): (href: string) => boolean {
  let index: LinkIndex | undefined;
  return (href) => (index ??= linkIndex(essays)).resolve(href, from).kind === "essay";
}

const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const FOLLOWED = /^(?:https?|mailto):/i;
const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const PAGE = /\.html?$/i;
const OTHER_FILE = /\.[a-z\d]{1,5}$/i;

/** Prepares essays for many links. */
export function linkIndex(essays: readonly Essay[]): LinkIndex {
  const byPath = new Map(essays.map((essay) => [essay.path, essay]));
  const bySlug = new Map<string, Essay>();
  const byLowerSlug = new Map<string, Essay>();
  for (const essay of essays) {
    // Of essays that were told apart by their folders, a link may name the last part alone.
    for (const slug of [essay.slug, lastPart(essay.slug)]) {
      if (!bySlug.has(slug)) bySlug.set(slug, essay);
      if (!byLowerSlug.has(slug.toLowerCase())) byLowerSlug.set(slug.toLowerCase(), essay);
    }
  }
  const found = (essay: Essay, heading: string | undefined, wrongCase = false): LinkTarget => ({
    kind: "essay",
    essay,
    heading,
    wrongCase,
  });
  return {
    resolve(href, from) {
      if (SCHEME.test(href) || href.startsWith("//"))
        return { kind: FOLLOWED.test(href) || href.startsWith("//") ? "external" : "other" };
      const { path, heading } = parted(href);
      if (path === "") return { kind: "here", heading: heading ?? "" };
      const file = byPath.get(relativePath(path, from)) ?? bundleAt(byPath, relativePath(path, from));
      if (file) return found(file, heading);
      for (const slug of slugsOf(path)) {
        const essay = bySlug.get(slug);
        if (essay) return found(essay, heading);
      }
      for (const slug of slugsOf(path)) {
        const essay = byLowerSlug.get(slug.toLowerCase());
        if (essay) return found(essay, heading, true);
      }
      if (!MARKDOWN.test(path) && !PAGE.test(path) && OTHER_FILE.test(path)) return { kind: "other" };
      return { kind: "missing", slug: slugsOf(path).at(-1) ?? path };
    },
  };
}

/** The path of an address, decoded, without its query; and its fragment. */
function parted(href: string): { path: string; heading: string | undefined } {
  const hash = href.indexOf("#");
  const before = hash < 0 ? href : href.slice(0, hash);
  const heading = hash < 0 ? undefined : decoded(href.slice(hash + 1));
  return { path: decoded(before.replace(/\?.*$/s, "")), heading };
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
  if (path.startsWith("/")) return path.slice(1);
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The essay of a folder or of a path without its extension. */
function bundleAt(byPath: ReadonlyMap<string, Essay>, path: string): Essay | undefined {
  const bare = path.replace(/\/+$/, "");
  for (const name of [
    `${bare}.md`,
    `${bare}.mdx`,
    `${bare}.markdown`,
    `${bare}/index.md`,
    `${bare}/index.mdx`,
  ]) {
    const essay = byPath.get(name);
    if (essay) return essay;
  }
  return undefined;
}

/** The slugs that a path may mean, the longest first: `2025/how-to-ship`, then `how-to-ship`. */
function slugsOf(path: string): string[] {
  const bare = path
    .replace(/\/(?:index|_index|readme)(?:\.[a-z]+)?\/?$/i, "")
    .replace(/^[./]+|\/+$/g, "")
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
