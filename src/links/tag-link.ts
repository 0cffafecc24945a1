/**
 * Links to a site's page for a tag, such as `/tags/tech-companies/`. In ibid they lead to the shelf of that tag.
 */
import { decoded } from "./address.ts";

const TAG_PAGE = /^\/?(?:tags?|topics?|categor(?:y|ies)|keywords?)\/([^/?#]+)\/?(?:[?#].*)?$/i;

/** Pages that a generator makes from front matter, not from a file: of a tag or an author, or a list of these. */
const LISTING =
  /^\/?(?:[a-z]{2}\/)?(?:tags?|topics?|categor(?:y|ies)|keywords?|authors?|series|archives?)(?:\/[^/?#]*)?\/?(?:[?#].*)?$/i;

/** Whether an address is a page on which a site lists essays, such as those of a tag. */
export function isListing(href: string): boolean {
  return LISTING.test(href);
}

/** The tag, as spelled in `tags`, that a link means; undefined if there is none. */
export function linkedTag(href: string, tags: readonly string[]): string | undefined {
  const name = TAG_PAGE.exec(href)?.[1];
  if (name === undefined) return undefined;
  const wanted = bare(decoded(name));
  return tags.find((tag) => bare(tag) === wanted);
}

/** A tag as generators put it into addresses: in lower case, with a hyphen for every run of other characters. */
function bare(tag: string): string {
  return tag.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}
