/**
 * What a check must know of a file: all that follows from that file alone. The index keeps it, so that a check reads only
 * what has changed.
 *
 *     file ─ gistOf ─▶ Gist ─┐
 *     file ─ gistOf ─▶ Gist ─┴─ checkLibrary ─▶ findings: what each says by itself, and what its links meet in the others
 */
import { headingTexts, namedAnchors } from "../../document/anchor.ts";
import type { Inline } from "../../document/document.ts";
import { type OpenEssay, reasonOf } from "../../document/open-essay.ts";
import { type Place, SourceText } from "../../document/source-text.ts";
import { inlinesOf } from "../../document/walk.ts";
import { TimeLimitError } from "../../system/time-limit.ts";
import { checkEssay } from "./check-essay.ts";
import type { OwnFinding } from "./finding.ts";

/** A link or an image, and where it stands. */
export interface Written {
  readonly kind: "link" | "image";
  /** As it was written. */
  readonly href: string;
  readonly place: Place;
}

export interface Gist {
  /** What is wrong whatever the other files hold. */
  readonly findings: readonly OwnFinding[];
  readonly written: readonly Written[];
  /** The title and the headings, from which generators make anchors. */
  readonly headings: readonly string[];
  /** Anchors that the source names itself. */
  readonly named: readonly string[];
}

/** The gist of an open essay; what goes wrong while it is checked is a finding. Throws `TimeLimitError`. */
export function gistOf(open: OpenEssay): Gist {
  try {
    return checked(open);
  } catch (error) {
    if (error instanceof TimeLimitError) throw error;
    return gistOfFailure(reasonOf(error));
  }
}

/** The gist of an essay that can't be checked. */
export function gistOfFailure(reason: string): Gist {
  const place = { line: 1, column: 1 };
  const finding = {
    ...place,
    severity: "error",
    rule: "unreadable",
    message: `can't be checked: ${reason}`,
  } as const;
  return { findings: [finding], written: [], headings: [], named: [] };
}

function checked(open: OpenEssay): Gist {
  const text = new SourceText(open.source);
  const all = { ...open, text };
  return {
    findings: checkEssay(all),
    written: writtenIn(open, text),
    headings: [open.essay.title, ...headingTexts(open.document)],
    named: namedAnchors(text.whole),
  };
}

type Address = Omit<Written, "place">;

function addressesIn(inlines: Iterable<Inline>): Address[] {
  return Array.from(inlines).flatMap((inline): Address[] => {
    if (inline.type === "link") return [{ kind: "link", href: inline.href }];
    return inline.type === "image" ? [{ kind: "image", href: inline.src }] : [];
  });
}

/** Every link and image of an essay; of several alike each has its own place. */
function writtenIn({ document }: OpenEssay, text: SourceText): Written[] {
  const placesOf = new Map<string, { readonly all: readonly Place[]; next: number }>();
  const at = ({ kind, href }: Address, line: number): Written => {
    const places = placesOf.get(href) ?? { all: addressPlaces(text, href), next: 0 };
    placesOf.set(href, places);
    const place = places.all[places.next] ?? places.all.at(-1) ?? { line, column: 1 };
    places.next++;
    return { kind, href, place };
  };
  const lineOf = (block: number): number => text.ofBody(document.blocks[block]?.line ?? 1);
  return [
    ...document.blocks.flatMap((block, index) =>
      addressesIn(inlinesOf([block])).map((address) => at(address, lineOf(index))),
    ),
    ...document.notes.flatMap(({ blocks }) =>
      addressesIn(inlinesOf(blocks)).map((address) => at(address, lineOf(0))),
    ),
  ];
}

/** Behind a bracket, a quotation mark or a colon stands an address; elsewhere its like is text. */
const BEFORE_ADDRESS = /(?:[(<"'=[]|:\s{0,9})$/;
/** What an address ends with. */
const AFTER_ADDRESS = /^(?:[)\]>"'\s]|$)/;
/** Characters before an address that are looked at. */
const NEAR = 10;

/** Where an address stands in the text; where its like stands, if it stands nowhere as an address. */
function addressPlaces(text: SourceText, href: string): Place[] {
  const found = text.occurrences(href);
  const linked = found.filter(
    ({ before, after }) => BEFORE_ADDRESS.test(before.slice(-NEAR)) && AFTER_ADDRESS.test(after),
  );
  return (linked.length > 0 ? linked : found).map(({ place }) => place);
}
