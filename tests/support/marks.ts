/**
 * Marks for tests.
 */
import { type OpenEssay, openEssay } from "../../src/document/open-essay.ts";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import type { Anchor, Mark } from "../../src/marks/mark.ts";

export function openText(text: string): OpenEssay {
  return openEssay({ text, problems: [] }, "essay.md", "/library/essay.md");
}

/** The anchor of the `nth` place, from 0, where `words` stand in the essay's text. */
export function anchorAt(essay: OpenEssay, words: string, nth = 0): Anchor {
  const galley = galleyOf(essay.document);
  let at = galley.text.indexOf(words);
  for (let left = nth; left > 0; left--) at = galley.text.indexOf(words, at + 1);
  const range = galley.rangeOf([at, at + words.length]);
  const anchor = range && anchorOf(essay, range);
  if (!anchor) throw new Error(`no such words: ${words}`);
  return anchor;
}

let made = 0;

/** A mark on the first place where `words` stand. */
export function markOn(essay: OpenEssay, words: string, note?: string): Mark {
  made++;
  return {
    id: `mark-${made}`,
    essay: { file: essay.essay.file, slug: essay.essay.slug, title: essay.essay.title },
    anchor: anchorAt(essay, words),
    note,
    made,
    changed: made,
    removed: undefined,
    extra: {},
  };
}
