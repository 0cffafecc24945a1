/**
 * marked's rules for blocks behind a look at the few characters that tell whether they may hold. Each of them is tried at
 * every block, most in vain, and to compile and run them is half of the time that marked takes for prose.
 */
import { Lexer } from "marked";
import { BOUNDS } from "../text/bounds.ts";
import { lengthOfHtml } from "./html-rule.ts";
import type { Limits } from "./limits.ts";

type Rules = typeof Lexer.rules.block.gfm;
type Rule = Pick<RegExp, "exec" | "test">;

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;

/** The first character behind up to three blanks, as a UTF-16 code unit; NaN at the end. */
function firstOf(src: string, from = 0): number {
  let at = from;
  while (at < from + 3 && src.charCodeAt(at) === SPACE) at++;
  return src.charCodeAt(at);
}

function beginsWith(characters: string): (src: string) => boolean {
  const codes = new Set(Array.from(characters, (character) => character.charCodeAt(0)));
  return (src) => codes.has(firstOf(src));
}

function guarded(rule: RegExp, mayHold: (src: string) => boolean): Rule {
  return {
    exec: (src) => (mayHold(src) ? rule.exec(src) : null),
    test: (src) => mayHold(src) && rule.test(src),
  };
}

const { gfm } = Lexer.rules.block;

/** Rules that stand in for marked's; they match what those match. */
export function blockRules(limits: Limits): Rules {
  const tableWithin = (src: string): RegExpExecArray | null => table(src, limits);
  const rule = { exec: tableWithin, test: (src: string) => tableWithin(src) !== null };
  const html = {
    exec(src: string) {
      const match = RULES.html.exec(src);
      if (!match) return null;
      const whole = src.slice(0, lengthOfHtml(src, match[0].length, limits));
      return Object.assign([...match], { 0: whole, index: 0, input: src });
    },
    test: (src: string) => RULES.html.test(src),
  };
  return { ...RULES, html, table: rule } as unknown as Rules;
}

const RULES = {
  ...gfm,
  blockquote: guarded(gfm.blockquote, beginsWith(">")),
  // Four blanks, or fewer and a tab.
  code: guarded(gfm.code, (src) => [SPACE, TAB].includes(firstOf(src))),
  def: { exec: definition, test: (src: string) => definition(src) !== null },
  fences: guarded(gfm.fences, beginsWith("`~")),
  heading: guarded(gfm.heading, beginsWith("#")),
  hr: guarded(gfm.hr, beginsWith("-_*")),
  html: guarded(gfm.html, beginsWith("<")),
  lheading: guarded(gfm.lheading, mayBeUnderlined),
  list: guarded(gfm.list, beginsWith("*+-0123456789")),
  newline: guarded(gfm.newline, (src) => [SPACE, TAB, LINE_FEED].includes(src.charCodeAt(0))),
  paragraph: { exec: paragraph, test: (src: string) => paragraph(src) !== null },
};

const mayDefine = beginsWith("[");
/** A definition whose destination is a generator's tag, which may hold blanks: `[a]: {{< ref "b" >}}`. */
const GENERATED =
  /^ {0,3}\[([^[\]\\\n]{1,300})\]:[ \t]{0,9}((?:(?:\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\})[^\s{]*){1,3})[ \t]*(?:\n|$)/;

function definition(src: string): RegExpExecArray | null {
  if (!mayDefine(src)) return null;
  return (src.startsWith("[^") ? null : GENERATED.exec(src)) ?? gfm.def.exec(src);
}

/** Whether a line of the paragraph that begins here is an underline of a heading, or looks like one. */
function mayBeUnderlined(src: string): boolean {
  let end = src.indexOf("\n");
  for (
    let lines = 0;
    end >= 0 && lines < BOUNDS.headingLines.most;
    lines++, end = src.indexOf("\n", end + 1)
  ) {
    const first = firstOf(src, end + 1);
    if (first === 0x3d || first === 0x2d) return true;
    if (endsParagraph(src, end + 1)) return false;
  }
  return false;
}

/** A heading, a quotation or a fence: what ends a paragraph wherever it stands (CommonMark 4.2, 4.5, 5.1). */
const ENDS = /^ {0,3}(?:#{1,6}(?:\s|$)|>|~~~|`{3,}[^`\n]*(?:\n|$))/;
/** What such a line begins with. */
const ENDING = new Set(Array.from("#>~`", (character) => character.charCodeAt(0)));
/** What an opening stands in, in UTF-16 code units. */
const OPENING = 1_000;

/** Whether a line surely ends the paragraph above it. */
export function endsParagraph(src: string, at: number): boolean {
  const first = firstOf(src, at);
  if (first === LINE_FEED || Number.isNaN(first)) return true;
  return ENDING.has(first) && ENDS.test(src.slice(at, at + OPENING));
}

/** Whether the second line may part a table's header from its rows. */
function mayBeTable(src: string): boolean {
  const end = src.indexOf("\n");
  return end >= 0 && isTableAt(src, 0, end);
}

/** Whether a line and the one below it are the header of a table: a delimiter row of as many cells (GFM 4.10). */
function isTableAt(src: string, start: number, end: number): boolean {
  if (!isDelimiterRow(src, end + 1)) return false;
  const next = src.indexOf("\n", end + 1);
  return cellsIn(src.slice(start, end)) === cellsIn(src.slice(end + 1, next < 0 ? undefined : next));
}

/** Cells of a row: between bars that no backslash stands before, but for those at its ends. */
function cellsIn(row: string): number {
  const bars = row.trim().replace(/\\[^]/g, "--");
  return bars.replace(/^\||\|$/g, "").split("|").length;
}

/** A table that is not larger than anybody's: marked fills short rows up to the length of the first. */
function table(src: string, limits: Limits): RegExpExecArray | null {
  const match = mayBeTable(src) ? gfm.table.exec(src) : null;
  if (!match) return null;
  const columns = match[2]!.split("|").length;
  const rows = (match[3] ?? "").split("\n").length;
  return limits.holds("cells", columns * rows) ? match : null;
}

const DELIMITERS = new Set(Array.from("|:-", (character) => character.charCodeAt(0)));

/** Whether a line holds what parts a header from rows and nothing else; hyphens alone underline a heading. */
function isDelimiterRow(src: string, from: number): boolean {
  if (!DELIMITERS.has(firstOf(src, from))) return false;
  let isRow = false;
  for (let at = from; at < src.length; at++) {
    const code = src.charCodeAt(at);
    if (code === LINE_FEED) break;
    if (code !== 0x2d && code !== SPACE && code !== TAB && !DELIMITERS.has(code)) return false;
    if (code === 0x7c || code === 0x3a) isRow = true;
  }
  return isRow;
}

/** What a line may begin with that ends the paragraph above it: a rule, a heading, a quotation, a fence, a list, HTML. */
const INTERRUPTS = new Set(Array.from("-_*#>`~+<0123456789", (character) => character.charCodeAt(0)));

/**
 * A paragraph: line by line, as long as nothing is in sight that could end it but a blank line; where something is, marked's
 * own rule decides.
 */
function paragraph(src: string): RegExpExecArray | null {
  if (src === "" || src.charCodeAt(0) === LINE_FEED) return null;
  let end = src.indexOf("\n");
  while (end >= 0) {
    const first = firstOf(src, end + 1);
    // Blank, or the end of the text.
    if (first === LINE_FEED || end + 1 === src.length) break;
    const next = src.indexOf("\n", end + 1);
    if (next >= 0 && isTableAt(src, end + 1, next)) break;
    if (INTERRUPTS.has(first) || first === SPACE || first === TAB || Number.isNaN(first))
      return gfm.paragraph.exec(src);
    end = next;
  }
  const raw = end < 0 ? src : src.slice(0, end);
  return Object.assign([raw, raw], { index: 0, input: src }) as unknown as RegExpExecArray;
}
