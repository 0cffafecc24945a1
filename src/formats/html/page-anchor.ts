/**
 * The ids of a page's headings and named blocks, and the ids to which links lead.
 */
import { headingAnchors, headingFinder } from "../../document/anchor.ts";
import type { Document } from "../../document/document.ts";
import { allBlocks } from "../../document/walk.ts";

/** A function that finds the id that an anchor means; undefined if none is meant. */
export function idFinder(document: Document, prefix: string): (anchor: string) => string | undefined {
  const ids = headingIds(document, prefix);
  const names = blockIds(document, prefix);
  const find = headingFinder(document);
  return (anchor) => {
    const index = anchor.startsWith("^") ? undefined : find(anchor);
    return index === undefined ? names.get(anchor.replace(/^\^/, "")) : ids[index];
  };
}

/** The id of each heading on a page; undefined if another heading has it, or if it has no letter. */
export function headingIds(document: Document, prefix: string): (string | undefined)[] {
  const taken = new Set<string>();
  return headingAnchors(document).map((anchor) => {
    if (!isId(anchor) || taken.has(anchor)) return undefined;
    taken.add(anchor);
    return prefix + anchor;
  });
}

/** The id of each named block by its name, without the names that are headings' anchors. */
export function blockIds(document: Document, prefix: string): Map<string, string> {
  const names = Array.from(allBlocks(document)).flatMap(({ type, id }) =>
    type !== "heading" && id !== undefined && isId(id) ? [id] : [],
  );
  if (names.length === 0) return new Map();
  const anchors = new Set(headingAnchors(document));
  return new Map(names.filter((name) => !anchors.has(name)).map((name) => [name, prefix + name]));
}

/** The ids of notes and citations. They contain a colon and a number after it. */
const OWN_IDS = /^(?:ref|note):\d+$/;

function isId(name: string): boolean {
  return name !== "" && !/\s/.test(name) && !OWN_IDS.test(name);
}
