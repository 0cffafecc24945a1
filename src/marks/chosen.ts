/**
 * Chooses the passage among the places with its words and its label, by its company.
 *
 *     once then and now ──────▶ it, if its words are many, or enough around them is the same (`evidence.ts`)
 *     several then or now ────▶ the one that differs from each twin where the passage did (`verdict.ts`) and keeps more of the old
 *                               company than each other place; if places are gone, it must be as it was on both sides
 *     more were met since ────▶ the one in exactly the old company
 *     nothing tells them apart ▶ the same one in order, if they are as many as before and nothing was edited around them
 */
import type { Company } from "./company.ts";
import type { Stretch } from "./compared.ts";
import { isShown, type Circumstances, LONG } from "./evidence.ts";
import type { Anchor } from "./mark.ts";
import { MOST } from "./occurrences.ts";
import type { Present } from "./present.ts";
import {
  foremost,
  hasItsUnit,
  isAlike,
  isApartFromTwins,
  isDisputed,
  isItsUnit,
  isTorn,
  verdictOn,
} from "./verdict.ts";

/** A place with the words, and its company. */
interface Candidate {
  readonly stretch: Stretch;
  readonly company: Company;
}

/** The place of the passage, whose company was `own`; undefined if it is not certain. */
export function chosen(
  anchor: Anchor,
  own: Company,
  places: readonly Stretch[],
  present: Present,
): Stretch | undefined {
  const { twins = [], of = 1, met = 0, alike } = anchor.rivals ?? {};
  if (of >= MOST) return undefined;
  const all = places.map((stretch): Candidate => ({ stretch, company: present.companyOf(stretch) }));
  const ours = all.filter(
    ({ stretch, company }) =>
      verdictOn(own, twins, company) === "ours" && isShown(own, company, knownOf(anchor, stretch, present)),
  );
  const [first] = all;
  if (first && all.length === 1 && of === 1 && met <= 1)
    return isLong(first.stretch) || ours.length === 1 ? first.stretch : undefined;
  if (alike) {
    const areAsMany = all.length >= of || alike[1] === 1;
    return areAsMany && met <= of ? inOrder(alike, anchor, own, ours, present) : undefined;
  }
  const best = foremost(
    own,
    ours.map(({ company }) => company),
  );
  if (!best || (met > of && !isAlike(own, best))) return undefined;
  const companies = all.map(({ company }) => company);
  if (isTorn(own, best, companies)) return undefined;
  const isClear = !isDisputed(own, best, companies);
  const isLeft = all.length >= of || isApartFromTwins(own, twins, best);
  const isSure = isItsUnit(own, twins, best) || (isClear && isLeft);
  return isSure ? ours.find(({ company }) => company === best)?.stretch : undefined;
}

/** The place with the old number among those under the old heading that nothing tells apart, if these are as many as they were. */
function inOrder(
  [nth, of]: readonly [nth: number, of: number],
  { heading }: Anchor,
  own: Company,
  ours: readonly Candidate[],
  present: Present,
): Stretch | undefined {
  const same = ours.filter(
    ({ stretch: [start], company }) => present.headingAt(start) === heading && hasItsUnit(own, company),
  );
  return same.length === of ? same[nth]?.stretch : undefined;
}

function isLong([start, end]: Stretch): boolean {
  return end - start >= LONG;
}

function knownOf({ label, heading }: Anchor, [start, end]: Stretch, present: Present): Circumstances {
  return {
    length: end - start,
    hasItsLabel: label !== undefined,
    isUnderHeading: present.headingAt(start) === heading,
  };
}
