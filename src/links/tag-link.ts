/**
 * Links to a site's page of a tag, such as `/tags/tech-companies/`: here they lead to the shelf of that tag.
 */
import { decoded } from "./address.ts";

const TAG_PAGE = /^\/?(?:tags?|topics?|categor(?:y|ies)|keywords?)\/([^/?#]+)\/?(?:[?#].*)?$/i;

/** What a generator makes of front matter, and of no file: a page of a tag or an author, or the list of them. */
const LISTING =
  /^\/?(?:[a-z]{2}\/)?(?:tags?|topics?|categor(?:y|ies)|keywords?|authors?|series|archives?)(?:\/[^/?#]*)?\/?(?:[?#].*)?$/i;

export function isListing(href: string): boolean {
  return LISTING.test(href);
}

/** The one of `tags` that a link means, as they spell it; undefined if there is none. */
export function linkedTag(href: string, tags: readonly string[]): string | undefined {
  const name = TAG_PAGE.exec(href)?.[1];
  if (name === undefined) return undefined;
  const wanted = bare(decoded(name));
  return tags.find((tag) => bare(tag) === wanted);
}

/** As generators make addresses of tags: small letters, whatever is no letter or digit as one hyphen. */
function bare(tag: string): string {
  return tag.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}
