/**
 * Checks one essay: its front matter, its characters, its footnotes.
 */
import type { OpenEssay } from "../../document/open-essay.ts";
import type { Occurrence, SourceText } from "../../document/source-text.ts";
import type { Essay } from "../../essay/essay.ts";
import { frontMatterValue } from "../../essay/keys.ts";
import { baseName } from "../../essay/slug.ts";
import { inlinesOf } from "../../document/walk.ts";
import { isFilledIn } from "./filled-in.ts";
import { findingAt, type OwnFinding } from "./finding.ts";
import { missingLabels } from "./missing-labels.ts";
import { openElements } from "./open-elements.ts";

/** An open essay, with its text for finding places. */
export interface Checked extends OpenEssay {
  readonly text: SourceText;
}

export function checkEssay(checked: Checked): OwnFinding[] {
  return [
    ...problems(checked),
    ...title(checked),
    ...controlCharacters(checked),
    ...missingNotes(checked),
    ...idleNotes(checked),
    ...missingReferences(checked),
    ...missingLabels(checked.text, checked.document.missing ?? []),
    ...openCode(checked),
    ...openElements(checked.text, checked.document.unclosed ?? []),
  ];
}

function problems({ essay }: Checked): OwnFinding[] {
  return essay.problems.map(({ rule, severity, message, line = 1, column = 1 }) =>
    findingAt({ line, column }, severity, rule, message),
  );
}

function title({ essay, text }: Checked): OwnFinding[] {
  const isBroken = essay.problems.some(({ rule }) => rule === "front-matter" || rule === "bound");
  // In a vault, the file's name is the title.
  const isNamed = / /.test(baseName(essay.path));
  const isMissing = essay.titleFrom === "file name" && !text.isEmpty && !isBroken && !isNamed;
  if (!isMissing || isGenerated(essay)) return [];
  return [
    findingAt(
      { line: 1, column: 1 },
      "warning",
      "title-missing",
      `no title; it is shown as “${essay.title}”`,
    ),
  ];
}

/**
 * Whether the site gives it a title (a section in Hugo, or a page that a template fills in), or makes no page from it.
 */
function isGenerated(essay: Essay): boolean {
  const isSection = /(?:^|\/)_index\./i.test(essay.path);
  return isSection || isFilledIn(essay) || frontMatterValue(essay.data, "headless") === true;
}

/** Control characters, except tabs, line feeds and the line endings of other systems. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** A numeric character reference (CommonMark 0.31, 2.5). */
const REFERENCE = /&#(?:x[\da-f]{1,6}|\d{1,7});/gi;

function controlCharacters({ text }: Checked): OwnFinding[] {
  const raw = text.matches(CONTROL).map(({ place, found }) => ({ place, found, code: found.charCodeAt(0) }));
  const referred = Array.from(text.bareMatches(REFERENCE))
    .map(({ place, found }) => ({ place, found, code: Number(found.slice(2, -1).replace(/^x/i, "0x")) }))
    .filter(({ code }) => code < 0x10000 && String.fromCharCode(code).search(CONTROL) === 0);
  return [...raw, ...referred].map(({ place, found, code }) => {
    const name = code.toString(16).toUpperCase().padStart(4, "0");
    return findingAt(place, "error", "control-character", `control character U+${name}`, {
      remove: found,
      insert: "",
    });
  });
}

const CITATION = /\[\^([^\]\s[\\]+)\]/g;

/** Citations whose label has no note, which stay as written. Text in code cites nothing. */
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
      const message = `there is no note ${found}`;
      return [findingAt(place, "error", "footnote-missing", message)];
    }
    const lacking = `the note ${found} lacks the colon after its label`;
    return isDefinition(one)
      ? [findingAt(place, "error", "footnote-colon", lacking, { remove: found, insert: `${found}:` })]
      : [];
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
    const message = `the note [^${label}] is defined again; the first one counts`;
    return findingAt(text.definition(label, nth), "error", "footnote-duplicate", message);
  });
  return [...unused, ...repeated];
}

/** `[text][label]`, but not an element of an array: `list[i][j]`. */
const REFERENCE_LINK = /(?<![\w\])[])\[[^[\]\n]{1,200}\]\[[^[\]\n]{0,200}\]/g;

/** The label of a link reference definition at the start of a line. */
const DEFINED = /^[ >]{0,9}\[(?!\^)([^[\]\n]{1,200})\]:/;

/**
 * The labels of a text's link reference definitions in lower case. A line right below a paragraph is not a
 * definition (CommonMark 4.7).
 */
function definedLabels(whole: string): ReadonlySet<string> {
  const labels = new Set<string>();
  let mayDefine = true;
  for (const line of whole.split("\n")) {
    const label: string | undefined = mayDefine ? DEFINED.exec(line)?.[1] : undefined;
    if (label !== undefined) labels.add(label.toLowerCase());
    mayDefine = label !== undefined || line.trim() === "";
  }
  return labels;
}

/** References whose labels are not defined, which stay as written. */
function missingReferences({ text, document }: Checked): OwnFinding[] {
  const written = new Set<string>();
  for (const blocks of [document.blocks, ...document.notes.map((note) => note.blocks)])
    for (const inline of inlinesOf(blocks))
      if (inline.type === "text")
        for (const [found] of inline.text.matchAll(REFERENCE_LINK)) written.add(found);
  if (written.size === 0) return [];
  const defined = definedLabels(text.whole);
  return Array.from(text.bareMatches(REFERENCE_LINK)).flatMap(({ found, place }): OwnFinding[] => {
    if (!written.has(found)) return [];
    const [shown = "", own = ""] = found.slice(1, -1).split("][");
    // A defined label within HTML is not a link, but nothing is missing.
    if (defined.has((own || shown).toLowerCase())) return [];
    const message = `no address is defined for [${own || shown}]`;
    return [findingAt(place, "warning", "reference-missing", message)];
  });
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** A fenced code block that is never closed, and so extends to the end of the text (CommonMark 4.5). */
function openCode({ text, document }: Checked): OwnFinding[] {
  const last = document.blocks.at(-1);
  if (last?.type !== "codeBlock" || last.line === undefined) return [];
  const line = text.ofBody(last.line);
  const fence = FENCE.exec(text.line(line))?.[1];
  if (fence === undefined) return [];
  // Invisible parts may follow it: definitions, a comment.
  const below = text.whole.split("\n").slice(line);
  if (below.some((one) => closes(one, fence))) return [];
  return [findingAt({ line, column: 1 }, "warning", "code-unclosed", "this code block is never closed")];
}

/** Whether a line closes a fence (CommonMark 4.5): at least as many of its signs, and nothing else. */
function closes(line: string, fence: string): boolean {
  const own = line.trim();
  return own.startsWith(fence) && own.replaceAll(fence[0]!, "") === "";
}
