/**
 * A file's gist: everything that `check` needs and that depends on this file alone. The index stores it, so
 * that a check reads only changed files.
 *
 *     file ─ gistOf ─▶ Gist ─┐
 *         file ─ gistOf ─▶ Gist ─┴─ checkLibrary ─▶ findings: those of each file alone, and those about links between files
 */
import { headingTexts, namedAnchors } from "../../document/anchor.ts";
import type { Block, Inline } from "../../document/document.ts";
import type { Essay } from "../../essay/essay.ts";
import { type OpenEssay, reasonOf } from "../../document/open-essay.ts";
import { PLAYER } from "../../document/media.ts";
import { type SourcePlace, SourceText } from "../../document/source-text.ts";
import { allBlocks, inlinesOf } from "../../document/walk.ts";
import { TimeLimitError } from "../../system/time-limit.ts";
import { checkEssay } from "./check-essay.ts";
import type { OwnFinding } from "./finding.ts";
import { type Lines, type PlacedFormula, placedFormulas } from "./formula-places.ts";

/** A link or an image, with its place. */
export interface Written {
  readonly kind: "link" | "image" | "wiki";
  /** The address as written. */
  readonly href: string;
  readonly place: SourcePlace;
  /** Whether it is the name of a file in any folder. */
  readonly byName?: true;
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
  readonly formulas: readonly PlacedFormula[];
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
    formulas: placedFormulas(open, text, linesOf(open.document.blocks, text)),
  };
}

/** The names of blocks, for links to them. */
function blockNames({ document }: OpenEssay): string[] {
  return Array.from(allBlocks(document)).flatMap((block) => (block.id === undefined ? [] : [block.id]));
}

type Address = Omit<Written, "place">;

function addressesIn(inlines: Iterable<Inline>): Address[] {
  return Array.from(inlines).flatMap((inline): Address[] => {
    if (inline.type === "link" && (inline.byName || !isPlayer(inline)))
      return [{ kind: "link", href: inline.href, ...(inline.byName && { byName: true }) }];
    if (inline.type === "wikiLink") return [{ kind: "wiki", href: inline.href }];
    if (inline.type !== "image") return [];
    return [{ kind: "image", href: inline.src, ...(inline.byName && { byName: true }) }];
  });
}

/** A player's address may be a name that only the site's own shortcode knows. */
function isPlayer({ children: [first] }: Extract<Inline, { type: "link" }>): boolean {
  return first?.type === "text" && first.text.startsWith(PLAYER);
}

/** An address, and the lines of the block that contains it. */
type Placeable = Address & Lines;

/** Every link and image of an essay; equal ones have separate places. */
function writtenIn({ document }: OpenEssay, text: SourceText): Written[] {
  const { blocks, notes } = document;
  const lines = linesOf(blocks, text);
  const all: Placeable[] = [
    ...blocks.flatMap((block, index) =>
      addressesIn(inlinesOf([block])).map((address) => ({ ...address, ...lines[index]! })),
    ),
    ...notes.flatMap((note) =>
      addressesIn(inlinesOf(note.blocks)).map((address) => ({
        ...address,
        line: lines[0]?.line ?? text.bodyLine,
        end: 0,
      })),
    ),
  ];
  const places = addressPlaces(text, new Set(all.map(({ href }) => href)));
  const untaken = new Map([...places].map(([href, own]) => [href, new PlaceQueue(own)]));
  return all.map((one) => {
    const { kind, href, line, byName } = one;
    const own = untaken.get(href);
    const place = own?.within(one) ?? wordIn(one, text) ?? own?.next() ?? { line, column: 1 };
    return { kind, href, place, ...(byName && { byName }) };
  });
}

/** The lines of each block. Where a block's own line is not known, they begin and end with those of its neighbours. */
function linesOf(blocks: readonly Block[], text: SourceText): Lines[] {
  let line = text.bodyLine;
  const starts = blocks.map((block) => (line = block.line === undefined ? line : text.ofBody(block.line)));
  let end = Infinity;
  const ends = blocks.toReversed().map((block) => {
    const own = end;
    if (block.line !== undefined) end = text.ofBody(block.line);
    return own;
  });
  return starts.map((start, index) => ({ line: start, end: ends[blocks.length - 1 - index]! }));
}

/** The places of one address, each of which is given once. */
class PlaceQueue {
  readonly #places: readonly SourcePlace[];
  readonly #taken = new Set<number>();
  /** The first place that may be in a block: blocks ascend, and so do places. */
  #inBlock = 0;
  #next = 0;

  constructor(places: readonly SourcePlace[]) {
    this.#places = places;
  }

  /** The next place within a block's lines. */
  within({ line, end }: Placeable): SourcePlace | undefined {
    if (end === 0) return undefined;
    while ((this.#places[this.#inBlock]?.line ?? Infinity) < line) this.#inBlock++;
    const place = this.#places[this.#inBlock];
    if (place === undefined || place.line >= end) return undefined;
    this.#taken.add(this.#inBlock++);
    return place;
  }

  /** The next place anywhere, for example of a definition; the last one if all are used. */
  next(): SourcePlace | undefined {
    while (this.#taken.has(this.#next)) this.#next++;
    return this.#places[this.#next++] ?? this.#places.at(-1);
  }
}

/** The most lines of a block in which an address is looked for as a word. */
const MOST_LINES = 20;

/** The place of an address within its block where no sign is before it, as in `{% asset_img a.png %}`. */
function wordIn({ href, line, end }: Placeable, text: SourceText): SourcePlace | undefined {
  if (href.length < SHORTEST) return undefined;
  for (let at = line; at < Math.min(end, line + MOST_LINES); at++) {
    const own = text.line(at).slice(0, LONGEST_LINE);
    const found = own.indexOf(href);
    if (found >= 0) return { line: at, column: Array.from(own.slice(0, found)).length + 1 };
  }
  return undefined;
}

/** The length of the part of a line in which it is looked for, in UTF-16 code units. */
const LONGEST_LINE = 500;

/** Text after a bracket, a quotation mark, a sign or a colon, or text that begins like an address. */
const ADDRESS = /(?:(?<=[(<"'=[]|:\s{0,9})(?!\[)|(?=https?:|www\.))(?:(?!\]\()[^\s<>"'])+/g;
/** Characters at which an address may end within that text. */
const ENDS = /[)\].,;:!?]/g;
/** The number of such ends that are tried. */
const MOST_ENDS = 12;
/** The shortest address that is searched for: shorter ones occur everywhere. */
const SHORTEST = 3;
/** The most searches in a text for addresses that are written differently, with entities or blanks for example. */
const IN_VAIN = 50;

/**
 * The place where an address is missing: between empty parentheses or quotation marks, or before empty angle brackets.
 */
const EMPTY = /(?<=\]\()(?=[ \t]{0,9}\)|<>\))|(?<=\bsrc=)(?=""|'')|(?<=\]:[ \t]{0,9})(?=<>)/gi;

/** The places of each address in the text, in order. */
function addressPlaces(text: SourceText, hrefs: ReadonlySet<string>): Map<string, SourcePlace[]> {
  const places = new Map<string, SourcePlace[]>();
  if (hrefs.has(""))
    places.set(
      "",
      Array.from(text.bareMatches(EMPTY), ({ place }) => place),
    );
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
    if (start !== "" && hrefs.has(start) && /^[)\]]|^[.,;:!?]+$/.test(found.slice(index))) return start;
    if (++tried === MOST_ENDS) break;
  }
  return hrefs.has(found) ? found : undefined;
}
