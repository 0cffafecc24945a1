/**
 * The nearest names to one that is wrong: for "did you mean".
 */
import Fuse from "fuse.js";
import { fold } from "../text/fold.ts";
import { editDistance } from "./edit-distance.ts";

const AT_MOST = 3;
const LONGEST = 60;

/** Up to three of `names` that `name` is probably meant for, nearest first: by typing errors, else by parts. */
export function nearest(name: string, names: readonly string[]): string[] {
  const wanted = fold(name.slice(0, LONGEST));
  const tolerance = Math.max(1, Math.ceil(wanted.length / 3));
  const typos = names
    .map((candidate) => ({
      candidate,
      distance: editDistance(wanted, fold(candidate.slice(0, LONGEST)), tolerance),
    }))
    .filter(({ distance }) => distance <= tolerance)
    .sort((a, b) => a.distance - b.distance);
  if (typos.length > 0) return typos.slice(0, AT_MOST).map(({ candidate }) => candidate);
  const fuse = new Fuse([...names], { threshold: 0.2, ignoreLocation: true, minMatchCharLength: 4 });
  return wanted.length < 5 ? [] : fuse.search(wanted, { limit: AT_MOST }).map((result) => result.item);
}
