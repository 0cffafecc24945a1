/**
 * A passage in the form for copying: its text with one line for each paragraph, the notes that
 * it cites, and its source.
 *
 *     Text of the essay[3], as it goes on.
 *
 *     [3] The note.
 *
 *     — Title, 8 July 2025, https://example.org/title
 */
import { titleLabel } from "../essay/title-label.ts";
import type { Document } from "../document/document.ts";
import { noteText } from "../document/text-place.ts";
import { longDate } from "../essay/date.ts";
import type { Essay } from "../essay/essay.ts";
import { frontMatterValue } from "../essay/keys.ts";
import { layoutDocument } from "../layout/layout.ts";
import type { Line, Span } from "../layout/line.ts";
import { label } from "../text/visible.ts";
import { trimmed } from "../text/trim.ts";

/** The essay, its tree and its lines. */
interface Page {
  readonly essay: Essay;
  readonly document: Document;
  readonly lines: readonly Line[];
}

/** A block of the page with its notes, or the note `note` with the notes that it cites. */
export function blockPassage(
  { essay, document }: Omit<Page, "lines">,
  block: number,
  note: number | undefined,
): string {
  if (note !== undefined) return withSource(essay, document, [], [note]);
  const one = { ...document, blocks: document.blocks.slice(block, block + 1) };
  const lines = layoutDocument(one, { width: Infinity, notes: "none", marks: "brackets" });
  const text = lines.map((line) => textOf(line).trimEnd()).join("\n");
  return withSource(essay, document, [text], citedIn(lines));
}

/** Whether these lines cite notes. */
export function cites({ lines }: Pick<Page, "lines">, first: number, last: number): boolean {
  return citedIn(lines.slice(first, last + 1)).length > 0;
}

/** The lines of the page from `first` to `last`, with the notes that they cite, without notes beside them. */
export function linesPassage({ essay, document, lines }: Page, first: number, last: number): string {
  const chosen = lines.slice(first, last + 1).filter(({ isAdded }) => !isAdded);
  const own = chosen.filter((line) => line.note === undefined);
  // If only notes are chosen, they are the text.
  const text = own.some((line) => textOf(line) !== "") ? own : chosen;
  const blocks = Map.groupBy(text, ({ block }) => block);
  const paragraphs = Array.from(blocks, ([nth, lines]) => {
    const block = document.blocks[nth];
    // A formula is copied as TeX, for other programs.
    return block?.type === "math" ? block.tex : joined(lines, block?.type);
  });
  const cited = text === own ? citedIn(own) : [];
  return withSource(
    essay,
    document,
    paragraphs.filter((paragraph) => paragraph !== ""),
    cited,
  );
}

/** Paragraphs with the notes that they cite, and their source. */
export function withSource(
  essay: Essay,
  document: Document,
  paragraphs: readonly string[],
  cited: readonly number[],
): string {
  const notes = [...new Set(cited)].map((number) => `[${number}] ${noteText(document, number)}`);
  return [...paragraphs, ...notes, `— ${sourceOf(essay)}`].join("\n\n") + "\n";
}

/** The title, the date, and the address or file. */
function sourceOf(essay: Essay): string {
  const date = essay.date === undefined ? [] : [longDate(essay.date)];
  return [titleLabel(essay), ...date, addressOf(essay)].join(", ");
}

/** The essay's address if its front matter has one, otherwise its file. */
export function addressOf(essay: Essay): string {
  const keys = ["canonical", "canonical_url", "canonicalUrl", "url", "link", "permalink"];
  const address = keys
    .map((key) => frontMatterValue(essay.data, key))
    .find((value): value is string => typeof value === "string" && /^https?:\/\/\S+$/i.test(value));
  return label(address ?? essay.file);
}

/** The text of lines. Paragraphs become one line. Code, tables, lists and the header keep their lines. */
function joined(lines: readonly Line[], type: string | undefined): string {
  const keeps =
    type === undefined || type === "codeBlock" || type === "table" || type === "list" || type === "details";
  if (keeps)
    return trimmed(
      joinedBy("\n", lines, (line) => textOf(line).trimEnd()),
      "\n",
    );
  const own = lines.filter((line) => textOf(line).trim() !== "");
  return joinedBy(" ", own, (line) => textOf(line).trim());
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Joins the texts of lines with a sign. No sign is inside a hyphenated word. */
function joinedBy(sign: " " | "\n", lines: readonly Line[], textIn: (line: Line) => string): string {
  return lines.reduce((all, line, nth) => {
    const before = lines[nth - 1];
    if (!before) return textIn(line);
    if (endsInWord(before)) return all + textIn(line).trimStart();
    const text = textIn(line);
    return all + (sign === " " && joins(all, text) ? "" : sign) + text;
  }, "");
}

/** Whether the last word of a line continues in the next line. */
function endsInWord({ spans, note }: Line): boolean {
  const own = spans.filter(({ roles }) => note !== undefined || !roles.includes("note"));
  return own.findLast(({ text, hyphen }) => hyphen || text.trim() !== "")?.hyphen === true;
}

/** Whether two lines are joined without a blank, as in Chinese and Japanese. */
function joins(before: string, after: string): boolean {
  return CJK.test(Array.from(before).at(-1) ?? "") && CJK.test(Array.from(after)[0] ?? "");
}

/** The text of a line without rules, bars and notes beside it, with the numbers of notes in brackets. */
function textOf({ spans, note }: Line): string {
  const isText = ({ roles, hyphen }: Span): boolean =>
    !hyphen &&
    !roles.includes("codeLabel") &&
    !roles.includes("headingRule") &&
    !roles.includes("quoteBar") &&
    (note !== undefined || !roles.includes("note"));
  return spans.filter(isText).map(plainSpan).join("");
}

function plainSpan({ text, cites, leads }: Span): string {
  if (cites !== undefined) return `[${cites}]`;
  return leads === undefined ? text : `[${leads}] `;
}

function citedIn(lines: readonly Line[]): number[] {
  return lines.flatMap((line) =>
    line.spans.flatMap((span) =>
      span.cites === undefined || (line.note === undefined && span.roles.includes("note"))
        ? []
        : [span.cites],
    ),
  );
}
