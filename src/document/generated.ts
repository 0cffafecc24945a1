/**
 * Resolves addresses that a site generator would fill in, if the source contains enough for that.
 *
 *     {{< ref "/posts/x.md" >}}   {% link _posts/x.md %}   {filename}x.md     ─▶ the file
 *     {% post_url 2016-03-24-x %}                                             ─▶ 2016-03-24-x
 *     {{ site.baseurl }}/x/   {{< baseurl >}}x/   {{ "/x/" | relative_url }}  ─▶ /x/
 *     {% asset x.png @path %}                                                 ─▶ x.png
 *     {tag}x   {category}x   {index}                                          ─▶ /tags/x/   /categories/x/   /
 */

import { trimmed } from "../text/trim.ts";

/** Pelican's words for the folder that contains a file. */
const PELICANS = /^(?:\{(?:filename|attach|static)\}|\|(?:filename|attach|static)\|)/;
/** Pelican's words for the pages of its lists (getpelican.com, "Linking to authors, categories, index and tags"). */
const LISTS = /^\{(tag|category|author|index|archives)\}(.*)$/;
const LISTED: Readonly<Record<string, string>> = { tag: "tags", category: "categories", author: "authors" };

/** Names that stand for the site's root, without `site.` and the like before them. */
const ROOTS = new Set(["baseurl", "base_url", "url", "root", "siteurl"]);
const OWNER = /^\.?(?:site|config)\./i;
/** Tags and functions whose first argument is a file, or the address of one. */
const NAMING = new Set(
  "ref relref post_url post_path post_link link asset asset_path get_url url_for relURL absURL relLangURL absLangURL".split(
    " ",
  ),
);
const FILTERED =
  /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|rel(?:Lang)?URL|abs(?:Lang)?URL|url)\b/;

/** An address as its generator would write it; unchanged if it contains no tag. */
export function generatedAddress(address: string): string {
  const [list, kind = "", name = ""] = LISTS.exec(address) ?? [];
  if (list !== undefined)
    return LISTED[kind] ? `/${LISTED[kind]}/${name}/` : kind === "index" ? "/" : `/${kind}/`;
  const bare = address.replace(PELICANS, "");
  const tag = tagAtStart(bare);
  if (!tag) return bare;
  const found = meantBy(tag.inside);
  if (found === undefined) return address;
  const rest = generatedAddress(tag.rest);
  if (found !== "") return found + rest;
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/** A tag of Hugo, Liquid or Jinja: its content, and the text after it. */
function tagAtStart(address: string): { inside: string; rest: string } | undefined {
  const closer = address.startsWith("{{") ? "}}" : address.startsWith("{%") ? "%}" : undefined;
  const end = closer === undefined ? -1 : address.indexOf(closer);
  if (end < 0) return undefined;
  return { inside: trimmed(address.slice(2, end), "<>%- \t"), rest: address.slice(end + 2) };
}

/** The meaning of a tag's content: an address, the site's root (empty), or undefined if it is not known. */
function meantBy(inside: string): string | undefined {
  if (ROOTS.has(inside.replace(OWNER, "").toLowerCase())) return "";
  const filtered = FILTERED.exec(inside)?.[1];
  if (filtered !== undefined) return filtered;
  const [name = "", ...words] = inside.split(/\s+/);
  if (!NAMING.has(name)) return undefined;
  const argument = words.find((word) => !word.startsWith("@"))?.replace(/^path=/, "");
  const path = argument?.replace(/["'`]/g, "");
  if (path === undefined || path === "") return undefined;
  // Jekyll's `link` begins at the folder of the site.
  return name === "link" && !path.startsWith("/") ? `/${path}` : path;
}
