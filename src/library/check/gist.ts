/**
 * A file's gist: everything that `check` needs and that depends on this file alone. The index keeps it, so that a check reads only
 * files that have changed.
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

/** A link or an image, with its place. */
export interface Written {
  readonly kind: "link" | "image" | "wiki";
  /** The address as written. */
  readonly href: string;
  readonly place: Place;
}

export interface Gist {
  /** Findings that do not depend on other files. */
  readonly findings: readonly OwnFinding[];
  readonly written: readonly Written[];
  /** The texts of the title and the headings, from which generators make anchors. */
  readonly headings: readonly string[];
  /** Anchors that are named in the source. */
  readonly named: readonly string[];
  /** The formulas, in order. */
  readonly formulas: readonly (Formula & { readonly place: Place })[];
}

/** An essay to check, with its gist. */
export interface Member {
  readonly essay: Essay;
  readonly gist: Gist;
}

/** The gist of an open essay. A failure while it is checked becomes a finding. Throws `TimeLimitError`. */
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

/** The signs before an inline formula, and before a displayed one. */
const BEFORE_INLINE = ["$", "$ ", "\\(", "\\( ", "\\[", "\\[ ", "$`"];
const BEFORE_DISPLAY = ["$$", "$$ ", "$$\n", "$$\n  ", "\\[", "\\[ ", "\\[\n", "math\n"];

/** The place of each formula, found by its first line. */
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

/** A player's address may be a name that only the site's own shortcode knows. */
function isPlayer({ children: [first] }: Extract<Inline, { type: "link" }>): boolean {
  return first?.type === "text" && first.text.startsWith(PLAYER);
}

/** Every link and image of an essay; equal ones have places of their own. */
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

/** Text after a bracket, a quotation mark, a sign or a colon, or text that begins like an address. */
const ADDRESS = /(?:(?<=[(<"'=[]|:\s{0,9})|(?=https?:|www\.))(?:(?!\]\()[^\s<>"'])+/g;
/** Characters at which an address may end within that text. */
const ENDS = /[)\].,;:!?]/g;
/** The number of such ends that are tried. */
const MOST_ENDS = 12;
/** The shortest address that is searched for: shorter ones occur everywhere. */
const SHORTEST = 3;
/** How many times, at most, a text is searched for addresses that are written differently, as with entities or blanks. */
const IN_VAIN = 50;

/** The places of each address in the text, in order. */
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

/** The shortest address in `hrefs` with which a run of characters begins. */
function addressIn(found: string, hrefs: ReadonlySet<string>): string | undefined {
  let tried = 0;
  for (const { index } of found.matchAll(ENDS)) {
    const start = found.slice(0, index);
    if (hrefs.has(start) && /^[)\]]|^[.,;:!?]+$/.test(found.slice(index))) return start;
    if (++tried === MOST_ENDS) break;
  }
  return hrefs.has(found) ? found : undefined;
}
