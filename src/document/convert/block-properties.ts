/**
 * Logseq's properties of a block, which are in its text (docs.logseq.com, "Properties"), and references to other blocks in Logseq and
 * Roam.
 *
 *     - An item.
 *       id:: 6399a6c8-8d5c-4e09-8bd4-1a2b3c4d5e6f
 *       collapsed:: true
 *     - As in ((6399a6c8-8d5c-4e09-8bd4-1a2b3c4d5e6f)).
 *       SCHEDULED: <2024-05-06 Mon>
 */
import type { Inline } from "../document.ts";
import { LOGSEQS_KEYS } from "../inline/fields.ts";
import { text } from "../inlines.ts";

const OWN = new RegExp(String.raw`(?<![^\n])[ \t]{0,40}${LOGSEQS_KEYS}::[ \t][^\n]{0,300}(?:\n|$)`, "g");
const UUID = String.raw`[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}`;
/** A name in Roam, which has nine characters; a word has no digits, no signs, and no capitals but its first letter. */
const ROAMS = String.raw`(?=\w{0,8}[\d_-]|\w{1,8}[A-Z])[\w-]{9}`;
const REFERENCE = new RegExp(String.raw`\(\((?:${UUID}|${ROAMS})\)\)`, "g");

/** A date of Org, from which a task is to be done. */
const PLANNED = /(?<![^\n])([ \t]{0,40})(S|D|C)(CHEDULED|EADLINE|LOSED): <(\d{4}-\d\d-\d\d[^<>\n]{0,40})>/g;

/** Text as written, without the lines that are only for Logseq; of the dates of tasks, only the signs are left out. */
export function withoutOwnLines(content: string): string {
  const bare = content.includes(":: ") ? content.replace(OWN, "") : content;
  if (!bare.includes(": <")) return bare;
  return bare.replace(
    PLANNED,
    (_, indent: string, first: string, rest: string, date: string) =>
      `${indent}${first}${rest.toLowerCase()}: ${date}`,
  );
}

/** Shown text, with a quiet sign for each reference to a block. */
export function withBlockReferences(content: string): Inline[] {
  if (!content.includes("((")) return [text(content)];
  return content
    .split(REFERENCE)
    .flatMap((part, nth): Inline[] =>
      nth === 0 ? [text(part)] : [{ type: "shortcode", text: "‹block›" }, text(part)],
    );
}
