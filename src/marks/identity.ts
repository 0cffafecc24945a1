/**
 * Decides which of the places with a passage's words is the passage, by its company (`verdict.ts`); what stands around in other
 * paragraphs may only confirm it. None of them is an answer too: an orphan is a nuisance, a note on the wrong words is a lie.
 */
import { type Company, companyAt, companyOf, isBare } from "./company.ts";
import { type Stretch, stretchIn } from "./compared.ts";
import type { Galley } from "./galley.ts";
import type { Anchor } from "./mark.ts";
import {
  foremost,
  hasWholeUnit,
  isDisputed,
  isInItsUnit,
  keepsNeighbours,
  keptIn,
  verdictOn,
} from "./verdict.ts";

/** The lengths of folded words that hardly occur elsewhere by chance, and of such that need a word next to them. */
const LONG = 32;
const SHORT = 16;

/** The places with a passage's words, as stretches of the folded text. */
export interface Candidates {
  readonly galley: Galley;
  readonly places: readonly Stretch[];
  /** The place that has the old context, whichever paragraphs it is in; undefined if several have, or none. */
  readonly byContext: Stretch | undefined;
  /** Whether a place is under the old heading. */
  readonly isUnderHeading: (place: Stretch) => boolean;
}

/** The company of a stretch of the folded text. */
export function companyIn(galley: Galley, stretch: Stretch): Company {
  return companyAt(galley, stretchIn(galley.text, galley.compared, stretch));
}

/** The place of the passage; undefined if it is not certain. Without a known company, the context decides. */
export function ofThese(anchor: Anchor, candidates: Candidates): Stretch | undefined {
  const { galley, places, byContext } = candidates;
  if (!anchor.company) return byContext;
  const own = companyOf(anchor.company);
  const { twins = [], of = 1 } = anchor.rivals ?? {};
  const [only] = places;
  if (only && places.length === 1 && of === 1) return isAlone(own, only, candidates) ? only : undefined;
  const companies = places.map((place) => companyIn(galley, place));
  const verdicts = companies.map((company) => verdictOn(own, twins, company));
  // A refrain in the same company everywhere: what is farther away decides, and the order.
  if (verdicts.some((verdict) => verdict === "alike"))
    return byContext && verdicts[places.indexOf(byContext)] !== "other" ? byContext : undefined;
  const ours = [...places.keys()].filter((nth) => verdicts[nth] === "ours");
  const [first, second] = ours;
  if (first === undefined) return undefined;
  const isByContext = (nth: number): boolean => places[nth] === byContext;
  if (second === undefined) {
    const company = companies[first]!;
    if (hasWholeUnit(own, company)) return places[first];
    // If there are fewer places than before, a twin may be in the place of the passage.
    const isSure = places.length >= of || isByContext(first);
    return isSure && !isDisputed(own, company, companies) ? places[first] : undefined;
  }
  const best =
    ours[
      foremost(
        own,
        ours.map((nth) => companies[nth]!),
      )
    ];
  return best === undefined ? places[ours.find(isByContext) ?? -1] : places[best];
}

/** Whether the only place, of words that occurred once, is the passage: short words may have been deleted, and written elsewhere. */
function isAlone(own: Company, place: Stretch, { galley, isUnderHeading }: Candidates): boolean {
  const length = place[1] - place[0];
  if (length >= LONG) return true;
  const company = companyIn(galley, place);
  if (isBare(own)) return (isBare(company) && isUnderHeading(place)) || keepsNeighbours(own, company, 1);
  return length < SHORT ? keptIn(own, company) > 0 : isInItsUnit(own, company);
}

/** Whether a place of edited words can be told: its paragraph has the old other words, or it is between the old neighbours. */
export function isTold(own: Company, place: Company): boolean {
  return isBare(own) ? keepsNeighbours(own, place, 2) : isInItsUnit(own, place);
}
