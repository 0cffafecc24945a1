/**
 * Runs: how many characters next to a place agree with those next to the passage. They distinguish places
 * with the same words if the rest of the context was edited.
 */
import { compared, type Stretch } from "./compared.ts";
import { runsOf, SIDES } from "./likeness.ts";
import type { Anchor } from "./mark.ts";

type Context = Pick<Anchor, "before" | "after">;

/** The length of a side of the context, folded. */
function lengthOf({ before, after }: Context, side: 0 | 1): number {
  return compared([before, after][side]!).folded.length;
}

/**
 * The number of characters by which a side must agree with the old one further than the rival's side did, to show
 * that it is not the rival.
 */
const APART = 3;

/**
 * Whether the remaining place may be a rival. If the passage was removed together with everything between it
 * and its rival, the text that followed (or preceded) the passage now follows (or precedes) the rival:
 *
 *     Paris is large. [It is worth a visit.] Rome is old. [It is worth a visit.] Oslo is cold.
 *     Paris is large. [It is worth a visit.]                                      Oslo is cold.
 *
 * So each side must agree with the passage's further than the rival's side did.
 */
export function mayBeRival({ rivals, before, after }: Anchor, folded: string, stretch: Stretch): boolean {
  const context = rivals?.wider ?? { before, after };
  const shared = rivals?.runs ?? [0, 0];
  const runs = runsOf(context)(folded, stretch);
  return SIDES.some((side) => runs[side] < Math.min(lengthOf(context, side), shared[side] + APART));
}

/** Whether the text next to a place agrees with that next to the passage, at least on one side. */
export function goesOnSomewhere(context: Context, folded: string, stretch: Stretch): boolean {
  return runsOf(context)(folded, stretch).some((run) => run >= APART);
}

/**
 * The least number of unedited characters next to a place that identify it, and their least lead over any other place.
 */
const RUN = 28;
const BEYOND = 12;

/**
 * The place that agrees with the old text on one side, if no other place does so, now or in the old text;
 * undefined if there is none, or if the other side indicates another place.
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
  // If another place agrees with the old text on the other side, and this one does not, one of the two was
  // edited, and it may be either.
  const isDisputed = SIDES.some((side) => {
    // Most of a context may be the blanks of an indentation.
    const whole = Math.min(RUN, lengthOf(context, side));
    return whole >= BEYOND && runs[own]![side] < whole && runs.some((run) => run[side] >= whole);
  });
  return isDisputed ? undefined : stretches[own]![0];
}
