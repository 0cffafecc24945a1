/**
 * Resolves links in essays that are bound together in a page or a book: to an essay among them, to a place in
 * the same essay, or elsewhere.
 */
import { linkIndex } from "../../links/link-target.ts";
import { schemeOf } from "./address.ts";
import type { ShownEssay } from "../shown-essay.ts";

/** An essay among the others. */
export interface Bound {
  readonly shown: ShownEssay;
}

export type Meant<One extends Bound> =
  | { readonly kind: "here"; readonly heading: string }
  | { readonly kind: "bound"; readonly to: One; readonly heading: string | undefined }
  /** `isEssay`: whether it leads to an essay of the library that is not in the page or book. */
  | { readonly kind: "elsewhere"; readonly isEssay: boolean };

/** Returns a function that resolves the links of one of the essays. */
export function meaningOf<One extends Bound>(bound: readonly One[]): (from: One, href: string) => Meant<One> {
  const byPath = new Map(bound.map((one) => [one.shown.essay.path, one]));
  // Essays that are named as files have no library, but can link to each other.
  const among = linkIndex(bound.map(({ shown }) => shown.essay));
  return (from, href) => {
    const target = from.shown.resolve(href);
    const known = target.kind === "missing" ? among.resolve(href, from.shown.essay.path) : target;
    if (known.kind === "here") return known;
    if (known.kind !== "essay") return { kind: "elsewhere", isEssay: false };
    const to = byPath.get(known.essay.path);
    return to ? { kind: "bound", to, heading: known.heading } : { kind: "elsewhere", isEssay: true };
  };
}

/**
 * A complete and valid web address; undefined for any other. An address that begins with a slash is on the
 * site of the essays; the address of the site may lack its scheme.
 */
export function onTheWeb(href: string, site: string | undefined): string | undefined {
  const address = URL.parse(wholeAddress(href.trim(), site));
  if (!address || !/^(?:https?|mailto):$/.test(address.protocol)) return undefined;
  const { pathname, search, hash, href: whole } = address;
  const start = whole.slice(0, whole.length - (pathname + search + hash).length);
  // Browsers accept characters that a URI may not contain (RFC 3986); reading systems do not.
  return start + encodedPart(pathname) + encodedPart(search) + (hash && `#${encodedPart(hash.slice(1))}`);
}

function encodedPart(part: string): string {
  return part.replace(/[^\w\-.~:/?@!$&'()*+,;=%]/g, encodeURIComponent).replace(/%(?![\da-f]{2})/gi, "%25");
}

function wholeAddress(href: string, site: string | undefined): string {
  if (href.startsWith("//")) return `https:${href}`;
  if (!href.startsWith("/") || site === undefined) return href;
  return (schemeOf(site) === undefined ? "https://" : "") + site.replace(/\/$/, "") + href;
}
