/**
 * Parses the address of a link: its path, its fragment, and the slugs that it may mean.
 */
import { MARKDOWN } from "../text/markdown-file.ts";
import { pathOf, trimmedEnd } from "../text/trim.ts";

const PAGE = /\.html?$/i;
export const WEB = /^(?:https?:)?\/\/(?:www\.)?/i;

/** A site's address without the parts that vary between links: `example.org/blog` for `https://www.example.org/blog/`. */
export function siteAt(url: string): string {
  return trimmedEnd(
    pathOf(url)
      .replace(/^(?:https?:\/\/)?(?:www\.)?/i, "")
      .toLowerCase(),
    "/",
  );
}

/** A full address as a path from the site's root: `/a/#b`; undefined for an address elsewhere. */
export function withinSite(href: string, site: string): string | undefined {
  const at = href.replace(WEB, "");
  if (site === "" || at.length === href.length || at.slice(0, site.length).toLowerCase() !== site)
    return undefined;
  const rest = at.slice(site.length);
  if (rest === "") return "/";
  return /^[/?#]/.test(rest) ? rest : undefined;
}

/** The decoded path of an address, without its query, and its fragment. */
export function parted(href: string): { path: string; heading: string | undefined } {
  const hash = href.indexOf("#");
  const before = hash < 0 ? href : href.slice(0, hash);
  const heading = hash < 0 ? undefined : decoded(href.slice(hash + 1));
  return { path: decoded(pathOf(before)), heading };
}

/** Percent-decoded text; unchanged if that is impossible. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path from the library's folder for a link in the file `from`. */
export function relativePath(path: string, from: string): string {
  // `@/` begins a path from the folder of all content (Zola, “Internal links”).
  if (/^@?\//.test(path)) return path.replace(/^@?\//, "");
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The slugs that a path may mean, the longest first: `2025/how-to-ship`, then `how-to-ship`. */
export function slugsOf(path: string): string[] {
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
