/**
 * What is wrong within one essay: its front matter, its characters, its footnotes.
 */
import type { OpenEssay } from "../../document/open-essay.ts";
import type { Occurrence, Place, SourceText } from "../../document/source-text.ts";
import { inlinesOf } from "../../document/walk.ts";
import type { OwnFinding, RuleName, Severity } from "./finding.ts";

/** An open essay, and its text to find places in. */
export interface Checked extends OpenEssay {
  readonly text: SourceText;
}

export function findingAt(
  { line, column }: Place,
  severity: Severity,
  rule: RuleName,
  message: string,
): OwnFinding {
  return { line, column, severity, rule, message };
}

export function checkEssay(checked: Checked): OwnFinding[] {
  return [
    ...problems(checked),
    ...title(checked),
    ...controlCharacters(checked),
    ...missingNotes(checked),
    ...idleNotes(checked),
  ];
}

function problems({ essay }: Checked): OwnFinding[] {
  return essay.problems.map(({ rule, severity, message, line = 1, column = 1 }) =>
    findingAt({ line, column }, severity, rule as RuleName, message),
  );
}

function title({ essay, text }: Checked): OwnFinding[] {
  const isBroken = essay.problems.some(({ rule }) => rule === "front-matter");
  if (essay.titleFrom !== "file name" || text.isEmpty || isBroken) return [];
  return [
    findingAt(
      { line: 1, column: 1 },
      "warning",
      "title-missing",
      `no title; it is shown as “${essay.title}”`,
    ),
  ];
}

/** Tabs and line feeds are no finding, nor is what ends a line in other systems' files. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** A character by its number (CommonMark 0.31, 2.5). */
const REFERENCE = /&#(?:x[\da-f]{1,6}|\d{1,7});/gi;

function controlCharacters({ text }: Checked): OwnFinding[] {
  const raw = text.matches(CONTROL).map(({ place, found }) => ({ place, code: found.charCodeAt(0) }));
  const referred = Array.from(text.bareMatches(REFERENCE))
    .map(({ place, found }) => ({ place, code: Number(found.slice(2, -1).replace(/^x/i, "0x")) }))
    .filter(({ code }) => code < 0x10000 && String.fromCharCode(code).search(CONTROL) === 0);
  return [...raw, ...referred].map(({ place, code }) => {
    const name = code.toString(16).toUpperCase().padStart(4, "0");
    return findingAt(place, "error", "control-character", `control character U+${name}`);
  });
}

const CITATION = /\[\^([^\]\s[\\]+)\]/g;

/** Citations that were left as they were written, for no note has their label. Text in code cites nothing. */
function missingNotes({ text, document }: Checked): OwnFinding[] {
  const labels = new Set<string>();
  for (const blocks of [document.blocks, ...document.notes.map((note) => note.blocks)])
    for (const inline of inlinesOf(blocks))
      if (inline.type === "text") for (const [written] of inline.text.matchAll(CITATION)) labels.add(written);
  if (labels.size === 0) return [];
  const cited = Array.from(text.bareMatches(CITATION)).filter(({ found }) => labels.has(found));
  const isDefinition = ({ before, after }: Occurrence): boolean =>
    before.trim() === "" && /^[ \t]*[^\s(]/.test(after);
  const defined = new Set(cited.filter(isDefinition).map(({ found }) => found));
  return cited.flatMap((one): OwnFinding[] => {
    const { found, place } = one;
    if (!defined.has(found)) {
      const message = `no note has the label ${found.slice(2, -1)}`;
      return [findingAt(place, "error", "footnote-missing", message)];
    }
    const lacking = `the note ${found} lacks the colon after its label`;
    return isDefinition(one) ? [findingAt(place, "error", "footnote-colon", lacking)] : [];
  });
}

function idleNotes({ text, document }: Checked): OwnFinding[] {
  const unused = (document.unused ?? []).map((label) =>
    findingAt(text.definition(label, 0), "warning", "footnote-unused", `nothing cites the note [^${label}]`),
  );
  const met = new Map<string, number>();
  const repeated = (document.repeated ?? []).map((label) => {
    const nth = (met.get(label.toLowerCase()) ?? 0) + 1;
    met.set(label.toLowerCase(), nth);
    const message = `the note [^${label}] is defined again; the first one holds`;
    return findingAt(text.definition(label, nth), "error", "footnote-duplicate", message);
  });
  return [...unused, ...repeated];
}
