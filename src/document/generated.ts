/**
 * Resolves addresses that a site generator would fill in, if the source contains enough for that.
 *
 *     {{< ref "/posts/x.md" >}}   {% link _posts/x.md %}   {filename}x.md     ─▶ the file
 *     {% post_url 2016-03-24-x %}                                             ─▶ 2016-03-24-x
 *     {{ site.baseurl }}/x/   {{< baseurl >}}x/   {{ "/x/" | relative_url }}  ─▶ /x/
 *     {{ "/x/" | prepend: site.baseurl }}   {{ site.url | append: "/x/" }}    ─▶ /x/
 *     {% asset x.png @path %}                                                 ─▶ x.png
 *     {tag}x   {category}x   {index}                                          ─▶ /tags/x/   /categories/x/   /
 *     {useBaseUrl('/x/')}   {require("./x.png").default}   {"/x/"}            ─▶ /x/   ./x.png   /x/
 */

import { trimmed } from "../text/trim.ts";
import { tableOf } from "../text/own.ts";

/** Pelican's words for the folder that contains a file. */
const PELICANS = /^(?:\{(?:filename|attach|static)\}|\|(?:filename|attach|static)\|)/;
/** Pelican's words for the pages of its lists (getpelican.com, "Linking to authors, categories, index and tags"). */
const LISTS = /^\{(tag|category|author|index|archives)\}(.*)$/;
const LISTED = tableOf<string>({ tag: "tags", category: "categories", author: "authors" });

/** Names that stand for the site's root, without `site.` and the like before them. */
const ROOTS = new Set(["baseurl", "base_url", "url", "root", "root_url", "siteurl"]);
const OWNER = /^\.?(?:site|config)\.(?:github\.)?/i;
/** Tags and functions whose first argument is a file, or the address of one. */
const NAMING = new Set(
  "ref relref post_url post_path post_link link asset asset_path get_url url_for relURL absURL relLangURL absLangURL".split(
    " ",
  ),
);
/** Filters that leave an address as it is, apart from the site's root and its language. */
const LEAVING = new Set(
  "relative_url absolute_url relURL absURL relLangURL absLangURL url safe strip uri_escape cgi_escape escape xml_escape".split(
    " ",
  ),
);
/** A text in quotation marks, or a name, and the filters after it with their arguments (shopify.github.io/liquid). */
const OPERAND = String.raw`(?:"[^"]{0,300}"|'[^']{0,300}'|[.\w]{1,60})`;
const FILTERED = new RegExp(
  String.raw`^${OPERAND}(?:\s{0,9}\|\s{0,9}\w{1,40}(?:\s{0,9}:\s{0,9}${OPERAND})?){0,9}$`,
);
const PARTS = new RegExp(String.raw`\|\s{0,9}(\w{1,40})(?:\s{0,9}:\s{0,9}(${OPERAND}))?`, "g");

/** An expression of JSX around one text in quotation marks, such as a function's only argument. */
const EXPRESSION =
  /^\{\s{0,9}(?:[A-Za-z_$][\w$.]{0,60}\(\s{0,9})?(?:"([^"{}\n]{1,500})"|'([^'{}\n]{1,500})'|`([^`{}\n]{1,500})`)\s{0,9}\)?(?:\.default)?\s{0,9}\}$/;

/** An address as its generator would write it; unchanged if it contains no tag. */
export function generatedAddress(address: string): string {
  const [expression, double, single, template] = address.startsWith("{")
    ? (EXPRESSION.exec(address) ?? [])
    : [];
  if (expression !== undefined) return double ?? single ?? template!;
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
  const known = FILTERED.test(inside) ? filtered(inside) : undefined;
  if (known !== undefined) return known;
  const [name = "", ...words] = inside.split(/\s+/);
  if (!NAMING.has(name)) return undefined;
  const argument = words.find((word) => !word.startsWith("@"))?.replace(/^path=/, "");
  const path = argument?.replace(/["'`]/g, "");
  if (path === undefined || path === "") return undefined;
  // Jekyll's `link` begins at the folder of the site.
  return name === "link" && !path.startsWith("/") ? `/${path}` : path;
}

/** The value of a text or a name after its filters; undefined if one of them is not known. */
function filtered(inside: string): string | undefined {
  const [first = ""] = new RegExp(OPERAND).exec(inside) ?? [];
  let value = operand(first);
  for (const [, filter = "", argument = ""] of inside.slice(first.length).matchAll(PARTS)) {
    const other = operand(argument);
    if (value === undefined) return undefined;
    if (filter === "prepend" && other !== undefined) value = other + value;
    else if (filter === "append" && other !== undefined) value += other;
    else if (!LEAVING.has(filter)) return undefined;
  }
  return value;
}

/** A text in quotation marks; the site's root is empty. */
function operand(written: string): string | undefined {
  if (/^["']/.test(written)) return written.slice(1, -1);
  return ROOTS.has(written.replace(OWNER, "").toLowerCase()) ? "" : undefined;
}
