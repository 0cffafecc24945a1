/**
 * Links to a site's page of a tag, such as `/tags/tech-companies/`: here they lead to the shelf of that tag.
 */
import type { Shelved } from "../reader/state.ts";

const TAG_PAGE = /^\/?(?:tags?|topics?|categor(?:y|ies)|keywords?)\/([^/?#]+)\/?(?:[?#].*)?$/i;

/** The tag that a link means, as essays spell it; undefined if none has it. */
export function linkedTag(href: string, { essays }: Pick<Shelved, "essays">): string | undefined {
  const name = TAG_PAGE.exec(href)?.[1];
  if (name === undefined) return undefined;
  const wanted = bare(decoded(name));
  return essays.flatMap(({ tags }) => tags).find((tag) => bare(tag) === wanted);
}

/** As generators make addresses of tags: small letters, whatever is no letter or digit as one hyphen. */
function bare(tag: string): string {
  return tag.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
