/**
 * Chooses the passage among the places with its words and its label, by its company.
 *
 *     once then and now ──────▶ it, if its words are many, or enough around them is the same (`evidence.ts`)
 *     several then or now ────▶ the one that differs from each twin where the passage did (`verdict.ts`) and keeps more of the old
 *                               company than each other place; if places are gone, it must be as it was on both sides
 *     nothing tells them apart ▶ the same one in order, if they are as many as before and nothing was edited around it
 */
import type { Company } from "./company.ts";
import type { Stretch } from "./compared.ts";
import { isShown, type Known, LONG } from "./evidence.ts";
import type { Anchor } from "./mark.ts";
import { MOST } from "./occurrences.ts";
import type { Present } from "./present.ts";
import { foremost, isApartFromTwins, isDisputed, isItsUnit, isUnedited, verdictOn } from "./verdict.ts";

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
  const { twins = [], of = 1, met = 0 } = anchor.rivals ?? {};
  if (of >= MOST) return undefined;
  const had = Math.max(of, met);
  const all = places.map((stretch): Candidate => ({ stretch, company: present.companyOf(stretch) }));
  const isPassage = (one: Candidate): boolean =>
    isShown(own, one.company, knownOf(anchor, one.stretch, present));
  const [first] = all;
  if (first && all.length === 1 && had === 1)
    return isLong(first.stretch) || isPassage(first) ? first.stretch : undefined;
  const verdicts = all.map(({ company }) => verdictOn(own, twins, company));
  if (verdicts.includes("alike")) {
    const same = inOrder(anchor, all, present);
    return same && verdicts[all.indexOf(same)] !== "other" && isUnedited(own, same.company)
      ? same.stretch
      : undefined;
  }
  const ours = all.filter((one, nth) => verdicts[nth] === "ours" && isPassage(one));
  const best = foremost(
    own,
    ours.map(({ company }) => company),
  );
  if (!best) return undefined;
  const isSure =
    isItsUnit(own, twins, best) ||
    (!isDisputed(
      own,
      best,
      all.map(({ company }) => company),
    ) &&
      (all.length >= had || isApartFromTwins(own, twins, best)));
  return isSure ? ours.find(({ company }) => company === best)?.stretch : undefined;
}

function isLong([start, end]: Stretch): boolean {
  return end - start >= LONG;
}

function knownOf({ label, heading }: Anchor, [start, end]: Stretch, present: Present): Known {
  return {
    length: end - start,
    hasItsLabel: label !== undefined,
    isUnderHeading: present.headingAt(start) === heading,
  };
}

/** The place with the same number in the order of those under the old heading, or of all, if these are as many as before. */
function inOrder(
  { rivals, heading }: Anchor,
  all: readonly Candidate[],
  present: Present,
): Candidate | undefined {
  const { nth = 0, of = 1, under: [nthHere, ofHere] = [0, 0] } = rivals ?? {};
  const here = all.filter(({ stretch: [start] }) => present.headingAt(start) === heading);
  if (here.length === ofHere) return here[nthHere];
  return all.length === of && here.includes(all[nth]!) ? all[nth] : undefined;
}
