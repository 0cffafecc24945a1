/**
 * Finds a passage of which only the words and the characters next to them are known: another program wrote it down, or the essay did
 * not have it when it was imported.
 */
import type { Stretch } from "./compared.ts";
import { LONG } from "./evidence.ts";
import { likeness, runsOf } from "./likeness.ts";
import type { Anchor } from "./mark.ts";
import type { Present } from "./present.ts";
import { largest } from "../text/extremes.ts";

/** The least likeness of the context of one of several places (0 to 2, 1 for each side), and its least lead over the others. */
const AT_LEAST = 1.25;
const CLEARLY = 0.4;
/** The least number of the nearest characters on one side that short words have in common with the old context. */
const NEXT = 3;

/** The place with the words and their context; undefined if it is not certain. Words alone are found if they occur once. */
export function inContext(
  anchor: Anchor,
  places: readonly Stretch[],
  { folded }: Present,
): Stretch | undefined {
  const { of = 1, met = 0 } = anchor.rivals ?? {};
  const isAlone = places.length === 1 && Math.max(of, met) <= 1;
  const isBare = anchor.before === "" && anchor.after === "";
  const [only] = places;
  if (only && isAlone && (isBare || only[1] - only[0] >= LONG)) return only;
  if (only && isAlone) return runsOf(anchor)(folded, only).some((run) => run >= NEXT) ? only : undefined;
  const like = likeness(anchor);
  const likes = places.map((place) => like(folded, place));
  const best = largest(likes);
  const [own, ...others] = places.filter((_, nth) => likes[nth]! > best - CLEARLY);
  return !isBare && best >= AT_LEAST && others.length === 0 ? own : undefined;
}
