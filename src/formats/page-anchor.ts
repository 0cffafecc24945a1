/**
 * The headings of a page that links mean.
 */
import { headingFinder } from "../document/anchor.ts";
import type { Document } from "../document/document.ts";
import { headingIds } from "./html.ts";

/** A function that finds the id of the heading that an anchor means; undefined if none is meant, or if it has no id. */
export function idFinder(document: Document, prefix: string): (anchor: string) => string | undefined {
  const ids = headingIds(document, prefix);
  const find = headingFinder(document);
  return (anchor) => {
    const index = find(anchor);
    return index === undefined ? undefined : ids[index];
  };
}
