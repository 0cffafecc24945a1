/**
 * What a check must know of a file: all that follows from that file alone. The index keeps it, so that a check reads only
 * what has changed.
 *
 *     file ─ gistOf ─▶ Gist ─┐
 *     file ─ gistOf ─▶ Gist ─┴─ checkLibrary ─▶ findings: what each says by itself, and what its links meet in the others
 */
import { headingTexts, namedAnchors } from "../../document/anchor.ts";
import type { Inline } from "../../document/document.ts";
import type { Essay } from "../../essay/essay.ts";
import { type OpenEssay, reasonOf } from "../../document/open-essay.ts";
import { PLAYER } from "../../document/media.ts";
import { type Place, SourceText } from "../../document/source-text.ts";
import { allBlocks, type Formula, formulasIn, inlinesOf } from "../../document/walk.ts";
import { TimeLimitError } from "../../system/time-limit.ts";
import { checkEssay } from "./check-essay.ts";
import type { OwnFinding } from "./finding.ts";

/** A link or an image, and where it stands. */
export interface Written {
  readonly kind: "link" | "image" | "wiki";
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
  /** Its formulas, in their order. */
  readonly formulas: readonly (Formula & { readonly place: Place })[];
}

/** A file that is checked: an essay, and its gist. */
export interface Member {
  readonly essay: Essay;
  readonly gist: Gist;
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
  return { findings: [finding], written: [], headings: [], named: [], formulas: [] };
}

function checked(open: OpenEssay): Gist {
  const text = new SourceText(open.source);
  const all = { ...open, text };
  return {
    findings: checkEssay(all),
    written: writtenIn(open, text),
    headings: [open.essay.title, ...headingTexts(open.document)],
    named: [...namedAnchors(text.whole), ...blockNames(open)],
    formulas: formulasOf(open, text),
  };
}

/** What paragraphs and theorems are called by, for links to them. */
function blockNames({ document }: OpenEssay): string[] {
  return Array.from(allBlocks(document)).flatMap((block) =>
    (block.type === "paragraph" || block.type === "callout") && block.id !== undefined ? [block.id] : [],
  );
}

/** What stands before a formula in a line, and before one by itself. */
const BEFORE_INLINE = ["$", "$ ", "\\(", "\\( ", "\\[", "\\[ ", "$`"];
const BEFORE_DISPLAY = ["$$", "$$ ", "$$\n", "$$\n  ", "\\[", "\\[ ", "\\[\n", "math\n"];

/** Where each formula stands, by its first line. */
function formulasOf({ document }: OpenEssay, text: SourceText): Gist["formulas"] {
  const formulas = [...formulasIn(document)];
  const places = text.inOrder(
    formulas.map(({ tex, display }) => ({
      text: tex.split("\n", 1)[0]!,
      behind: /^\\(?:begin|eqref|ref)\b/.test(tex) ? [""] : display ? BEFORE_DISPLAY : BEFORE_INLINE,
    })),
  );
  return formulas.map((formula, nth) => ({
    ...formula,
    place: places[nth] ?? { line: text.bodyLine, column: 1 },
  }));
}

type Address = Omit<Written, "place">;

function addressesIn(inlines: Iterable<Inline>): Address[] {
  return Array.from(inlines).flatMap((inline): Address[] => {
    if (inline.type === "link" && !isPlayer(inline)) return [{ kind: "link", href: inline.href }];
    if (inline.type === "wikiLink") return [{ kind: "wiki", href: inline.href }];
    return inline.type === "image" ? [{ kind: "image", href: inline.src }] : [];
  });
}

/** What is played may be named by what a site's own shortcode knows. */
function isPlayer({ children: [first] }: Extract<Inline, { type: "link" }>): boolean {
  return first?.type === "text" && first.text.startsWith(PLAYER);
}

/** Every link and image of an essay; of several alike each has its own place. */
function writtenIn({ document }: OpenEssay, text: SourceText): Written[] {
  const lineOf = (block: number): number => text.ofBody(document.blocks[block]?.line ?? 1);
  const all = [
    ...document.blocks.flatMap((block, index) =>
      addressesIn(inlinesOf([block])).map((address) => ({ ...address, line: lineOf(index) })),
    ),
    ...document.notes.flatMap(({ blocks }) =>
      addressesIn(inlinesOf(blocks)).map((address) => ({ ...address, line: lineOf(0) })),
    ),
  ];
  const placesOf = addressPlaces(text, new Set(all.map(({ href }) => href)));
  const taken = new Map<string, number>();
  return all.map(({ kind, href, line }) => {
    const places = placesOf.get(href) ?? [];
    const nth = taken.get(href) ?? 0;
    taken.set(href, nth + 1);
    return { kind, href, place: places[nth] ?? places.at(-1) ?? { line, column: 1 } };
  });
}

/** What stands behind a bracket, a quotation mark, a sign or a colon, or begins as an address does. */
const ADDRESS = /(?:(?<=[(<"'=[]|:\s{0,9})|(?=https?:|www\.))(?:(?!\]\()[^\s<>"'])+/g;
/** Where an address may end within that. */
const ENDS = /[)\].,;:!?]/g;
/** So many of them are tried. */
const MOST_ENDS = 12;
/** What is shorter stands everywhere. */
const SHORTEST = 3;
/** How often, at most, a text is looked through for addresses that are written otherwise, as with entities or blanks. */
const IN_VAIN = 50;

/** Where each of the addresses stands in the text, in order. */
function addressPlaces(text: SourceText, hrefs: ReadonlySet<string>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { found, place } of text.bareMatches(ADDRESS)) {
    const href = addressIn(found, hrefs);
    if (href === undefined) continue;
    const known = places.get(href);
    if (known) known.push(place);
    else places.set(href, [place]);
  }
  let patience = IN_VAIN;
  for (const href of hrefs) {
    if (places.has(href) || href.length < SHORTEST) continue;
    if (patience-- === 0) break;
    places.set(
      href,
      text.occurrences(href).map(({ place }) => place),
    );
  }
  return places;
}

/** The address that a run of characters is, or begins with: the shortest that is one of `hrefs`. */
function addressIn(found: string, hrefs: ReadonlySet<string>): string | undefined {
  let tried = 0;
  for (const { index } of found.matchAll(ENDS)) {
    const start = found.slice(0, index);
    if (hrefs.has(start) && /^[)\]]|^[.,;:!?]+$/.test(found.slice(index))) return start;
    if (++tried === MOST_ENDS) break;
  }
  return hrefs.has(found) ? found : undefined;
}
