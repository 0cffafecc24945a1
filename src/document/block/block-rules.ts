/**
 * marked's rules for blocks. Before each rule, a few characters decide whether it can match at all.
 * marked tries each rule at every block, mostly without success, and compiling and running them takes
 * half of marked's time for prose.
 */
import { Lexer } from "marked";
import { BOUNDS } from "../../text/bounds.ts";
import { endOfFormulas } from "./formula-lines.ts";
import { lengthOfElements, lengthOfHtml } from "./html-rule.ts";
import type { Limits } from "../limits.ts";
import { cellsIn, withoutBars } from "./table-rows.ts";

type Rules = typeof Lexer.rules.block.gfm;
type Rule = Pick<RegExp, "exec" | "test">;

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const LESS_THAN = 0x3c;

/** The first character after up to three blanks, as a UTF-16 code unit; NaN at the end. */
export function firstOf(src: string, from = 0): number {
  let at = from;
  while (at < from + 3 && src.charCodeAt(at) === SPACE) at++;
  return src.charCodeAt(at);
}

/** A function that says whether a text begins, after up to three blanks, with one of these characters. */
export function beginsWith(characters: string): (src: string) => boolean {
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

/** Rules that replace marked's and match the same texts. */
export function blockRules(limits: Limits): Rules {
  const tableWithin = (src: string): RegExpExecArray | null => table(src, limits);
  const rule = { exec: tableWithin, test: (src: string) => tableWithin(src) !== null };
  const lheading = guarded(gfm.lheading, (src) => mayBeUnderlined(src, limits));
  const html = {
    exec(src: string) {
      const isHtml = firstOf(src) === LESS_THAN;
      const end = isHtml && !PICTURE.test(src) ? lengthOfElements(src) : undefined;
      const match = isHtml ? RULES.html.exec(src.slice(0, end)) : null;
      if (!match || isPictureInText(match[0])) return null;
      const whole = end === undefined ? src.slice(0, lengthOfHtml(src, match[0].length, limits)) : match[0];
      return Object.assign([...match], { 0: whole, index: 0, input: src });
    },
    test: (src: string) => RULES.html.test(src),
  };
  return { ...RULES, html, lheading, table: rule } as unknown as Rules;
}

const PICTURE = /^ {0,3}<(?:img|br)[\s/>]/i;

/**
 * Whether lines that begin with a picture continue with text. In kramdown and Python-Markdown, an element
 * within a line does not begin a block; where it does, authors leave a blank line before the text below.
 */
function isPictureInText(html: string): boolean {
  return (
    PICTURE.test(html) &&
    html
      .trim()
      .split("\n")
      .some((line) => !/^\s*</.test(line))
  );
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
  list: guarded(gfm.list, beginsWith("*+-0123456789")),
  newline: guarded(gfm.newline, (src) => [SPACE, TAB, LINE_FEED].includes(src.charCodeAt(0))),
  paragraph: { exec: paragraph, test: (src: string) => paragraph(src) !== null },
};

const mayDefine = beginsWith("[");
/** A definition whose destination is a generator's tag, which may contain blanks: `[a]: {{< ref "b" >}}`. */
const GENERATED =
  /^ {0,3}\[([^[\]\\\n]{1,300})\]:[ \t]{0,9}((?:(?:\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\})[^\s{]*){1,3})[ \t]*(?:\n|$)/;

/** A definition with attributes after its title (MultiMarkdown, "Images"): `[a]: a.png "T" width=40px`. */
const SIZED =
  /^ {0,3}\[([^[\]\\\n]{1,300})\]:[ \t]{0,9}(\S{1,1000})(?:[ \t]{1,9}("[^"\n]{0,300}"))?((?:[ \t]{1,9}[a-z][\w-]{0,40}=(?:"[^"\n]{0,100}"|[^\s"]{1,100})){1,9})[ \t]*(?:\n|$)/;

function sized(src: string): RegExpExecArray | null {
  return src.slice(0, 9).includes("[") ? SIZED.exec(src) : null;
}

function definition(src: string): RegExpExecArray | null {
  if (!mayDefine(src)) return null;
  const isNote = src.startsWith("[^");
  return (isNote ? null : GENERATED.exec(src)) ?? gfm.def.exec(src) ?? (isNote ? null : sized(src));
}

/** Whether a line of the paragraph that begins here may be the underline of a heading. */
function mayBeUnderlined(src: string, limits: Limits): boolean {
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
  if (end >= 0 && isUnderlinedBelow(src, end + 1, limits)) limits.pass("headingLines");
  return false;
}

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** A rule, an item of a list, or HTML: a paragraph ends before it. */
const OTHER = /^ {0,3}(?:<|(?:[-+*]|\d{1,9}[.)])[ \t]|(?:\*[ \t]*){3}|_{3})/;

/** Whether a paragraph that has a line at `from` has an underline at its end. */
function isUnderlinedBelow(src: string, from: number, limits: Limits): boolean {
  if (!limits.isPatient) return false;
  let at = from;
  let isUnderlined = false;
  while (at < src.length && !isUnderlined && !endsParagraph(src, at)) {
    const end = src.indexOf("\n", at);
    const line = src.slice(at, Math.min(end < 0 ? src.length : end, at + OPENING));
    if (OTHER.test(line)) break;
    isUnderlined = UNDERLINE.test(line);
    at = end < 0 ? src.length : end + 1;
  }
  limits.soughtInVain(at - from);
  return isUnderlined;
}

/** A heading, a quotation or a fence, which always end a paragraph (CommonMark 4.2, 4.5, 5.1). */
const ENDS = /^ {0,3}(?:#{1,6}(?:\s|$)|>|~~~|`{3,}[^`\n]*(?:\n|$))/;
/** The characters that begin such a line. */
const ENDING = new Set(Array.from("#>~`", (character) => character.charCodeAt(0)));
/** The length that is searched for an opening, in UTF-16 code units. */
const OPENING = 1_000;

/** Whether a line certainly ends the paragraph above it. */
export function endsParagraph(src: string, at: number): boolean {
  const first = firstOf(src, at);
  if (first === LINE_FEED || Number.isNaN(first)) return true;
  return ENDING.has(first) && ENDS.test(src.slice(at, at + OPENING));
}

/** Whether the second line may be the delimiter row of a table. */
function mayBeTable(src: string): boolean {
  const end = src.indexOf("\n");
  return end >= 0 && isTableAt(src, 0, end);
}

/** Whether a line and the next one are a table's header and delimiter row, with equally many cells (GFM 4.10). */
function isTableAt(src: string, start: number, end: number): boolean {
  if (!isDelimiterRow(src, end + 1)) return false;
  const next = src.indexOf("\n", end + 1);
  const columns = cellsIn(src.slice(end + 1, next < 0 ? undefined : next));
  return cellsIn(withoutBars(src.slice(start, end), columns)) === columns;
}

/** Matches a table within the bound on cells, because marked fills short rows up to the length of the first. */
function table(src: string, limits: Limits): RegExpExecArray | null {
  const match = mayBeTable(src) ? gfm.table.exec(src) : null;
  if (!match) return null;
  const columns = match[2]!.split("|").length;
  const rows = (match[3] ?? "").split("\n").length;
  if (!limits.holds("cells", columns * rows)) return null;
  if (!match[0].includes("$")) return match;
  const fitting = cellsIn(match[2]!);
  match[1] = withoutBars(match[1]!, fitting);
  match[3] = match[3]
    ?.split("\n")
    .map((row) => withoutBars(row, fitting))
    .join("\n") as string;
  return match;
}

const DELIMITERS = new Set(Array.from("|:-", (character) => character.charCodeAt(0)));

/** Whether a line is a delimiter row; hyphens alone underline a heading. */
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

/** The characters that may begin a line that ends a paragraph: a rule, a heading, a quotation, a fence, a list, HTML. */
const INTERRUPTS = new Set(Array.from("-_*#>`~+<0123456789", (character) => character.charCodeAt(0)));

/**
 * Matches a paragraph line by line, as long as only a blank line could end it; where something else could, marked's
 * own rule decides.
 */
function paragraphByLines(src: string): RegExpExecArray | null {
  if (src === "" || src.charCodeAt(0) === LINE_FEED) return null;
  let end = src.indexOf("\n");
  while (end >= 0) {
    const first = firstOf(src, end + 1);
    // A blank line, or the end of the text.
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

/** Matches a paragraph. A line of a formula that begins on the line before it continues the paragraph, although it looks like a list. */
function paragraph(src: string): RegExpExecArray | null {
  const match = paragraphByLines(src);
  if (!match?.[0].includes("$")) return match;
  const end = endOfFormulas(src, match[0].length, (rest) => paragraphByLines(rest)?.[0].length ?? 0);
  if (end === match[0].length) return match;
  const raw = src.slice(0, end);
  return Object.assign([raw, raw], { index: 0, input: src }) as unknown as RegExpExecArray;
}
