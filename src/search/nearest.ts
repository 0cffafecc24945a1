/**
 * The nearest names to one that is wrong: for "did you mean".
 */
import Fuse from "fuse.js";

const AT_MOST = 3;

/** Up to three of `names` that `name` is probably meant for, nearest first. */
export function nearest(name: string, names: readonly string[]): string[] {
  const fuse = new Fuse([...names], {
    threshold: 0.45,
    ignoreLocation: true,
    includeScore: true,
    ignoreDiacritics: true,
  });
  return fuse.search(name.slice(0, 60), { limit: AT_MOST }).map((result) => result.item);
}
