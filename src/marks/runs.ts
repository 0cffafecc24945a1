/**
 * Runs: how many characters next to a place are those next to the passage. They tell places with the same words apart where the rest of
 * the context was edited.
 */
import { compared, type Stretch } from "./compared.ts";
import { runsOf, SIDES } from "./likeness.ts";
import type { Anchor } from "./mark.ts";

type Context = Pick<Anchor, "before" | "after">;

/** The length of a side of the context, folded. */
function lengthOf({ before, after }: Context, side: 0 | 1): number {
  return compared([before, after][side]!).folded.length;
}

/** By how many characters a side must go on as the old one did, where the rival's did not, to tell that it is not the rival's. */
const APART = 3;

/**
 * Whether the place that is left may be a rival's. If the passage was removed with all that stood between it and its rival, the rival is
 * followed, or preceded, by the very text that followed the passage:
 *
 *     Paris is large. [It is worth a visit.] Rome is old. [It is worth a visit.] Oslo is cold.
 *     Paris is large. [It is worth a visit.]                                      Oslo is cold.
 *
 * So each side must go on as the passage's did, further than the rival's.
 */
export function mayBeRival({ rivals, before, after }: Anchor, folded: string, stretch: Stretch): boolean {
  const context = rivals?.wider ?? { before, after };
  const shared = rivals?.runs ?? [0, 0];
  const runs = runsOf(context)(folded, stretch);
  return SIDES.some((side) => runs[side] < Math.min(lengthOf(context, side), shared[side] + APART));
}

/** Whether a place goes on as the passage did, on one side at least. */
export function goesOnSomewhere(context: Context, folded: string, stretch: Stretch): boolean {
  return runsOf(context)(folded, stretch).some((run) => run >= APART);
}

/** The least number of unedited characters next to a place that tell it, and by how many they must be more than any other's. */
const RUN = 28;
const BEYOND = 12;

/**
 * The place that goes on as the old one did, on one side, where no other place does, now or in the old text; undefined if there is none, or
 * if the other side speaks for another place.
 */
export function toldByRun(
  { rivals }: Anchor,
  context: Context,
  folded: string,
  stretches: readonly Stretch[],
): number | undefined {
  const old = rivals?.runs;
  if (!old) return undefined;
  const runs = stretches.map((stretch) => runsOf(context)(folded, stretch));
  const told = SIDES.flatMap((side) => {
    const best = Math.max(...runs.map((own) => own[side]));
    const [own, ...others] = Array.from(runs.keys()).filter((nth) => runs[nth]![side] > best - BEYOND);
    return own !== undefined && others.length === 0 && best >= Math.max(RUN, old[side] + BEYOND) ? [own] : [];
  });
  const [own, other = own] = told;
  if (own === undefined || own !== other) return undefined;
  // Where another place goes on as the old one did on the other side, and this one does not, one of the two was edited: it may be either.
  const isDisputed = SIDES.some((side) => {
    // Blanks of an indentation may be most of a context.
    const whole = Math.min(RUN, lengthOf(context, side));
    return whole >= BEYOND && runs[own]![side] < whole && runs.some((run) => run[side] >= whole);
  });
  return isDisputed ? undefined : stretches[own]![0];
}
