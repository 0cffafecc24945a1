/**
 * The names nearest to a wrong one, for "did you mean".
 */
import { fold } from "./fold.ts";
import { editDistance } from "./edit-distance.ts";

const AT_MOST = 3;
const LONGEST = 60;
/** The fewest letters of a name that is searched inside others: a shorter one occurs in too many. */
const TELLING = 4;

/**
 * Up to three of `names` that the user probably meant by `name`, nearest first: by typing errors, otherwise by a part
 * of a name.
 */
export function nearest(name: string, names: readonly string[]): string[] {
  const wanted = fold(name.slice(0, LONGEST));
  const tolerance = Math.max(1, Math.ceil(wanted.length / 3));
  const whole = byDistance(names, tolerance, (candidate, limit) => editDistance(wanted, candidate, limit));
  if (whole.length > 0 || wanted.length < TELLING) return whole;
  return byDistance(names, Math.floor(wanted.length / 5), (candidate, limit) =>
    partDistance(wanted, candidate, limit),
  );
}

function byDistance(
  names: readonly string[],
  limit: number,
  distance: (candidate: string, limit: number) => number,
): string[] {
  return names
    .map((candidate) => ({ candidate, distance: distance(fold(candidate.slice(0, LONGEST)), limit) }))
    .filter((one) => one.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, AT_MOST)
    .map(({ candidate }) => candidate);
}

/** The least distance between `wanted` and a run of equally many words in `candidate`. */
function partDistance(wanted: string, candidate: string, limit: number): number {
  const words = candidate.split(SEPARATOR);
  const count = wanted.split(SEPARATOR).length;
  let least = Infinity;
  for (let first = 0; first + count <= words.length; first++) {
    const part = words.slice(first, first + count).join("-");
    const beginning = part.slice(0, wanted.length + limit);
    least = Math.min(least, editDistance(wanted.replace(SEPARATORS, "-"), part, limit));
    if (beginning.startsWith(wanted)) least = Math.min(least, limit);
  }
  return least;
}

const SEPARATOR = /[-_/\s]+/;
const SEPARATORS = /[-_/\s]+/g;
