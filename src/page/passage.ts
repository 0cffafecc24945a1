/**
 * A passage as it is copied: its text on as few lines as it has paragraphs, the notes that it cites, and where it is
 * from.
 *
 *     Text of the essay[3], as it goes on.
 *
 *     [3] The note.
 *
 *     — Title, 8 July 2025, https://example.org/title
 */
import { titleLabel } from "../layout/math/title.ts";
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

/** A block of the page with its notes; a note with those that it cites, if `note` is given. */
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

/** Whether notes are cited in these lines. */
export function cites({ lines }: Pick<Page, "lines">, first: number, last: number): boolean {
  return citedIn(lines.slice(first, last + 1)).length > 0;
}

/** Lines of the page from `first` to `last`, notes beside them left out, those that they cite added. */
export function linesPassage({ essay, document, lines }: Page, first: number, last: number): string {
  const chosen = lines.slice(first, last + 1).filter(({ isAdded }) => !isAdded);
  const own = chosen.filter((line) => line.note === undefined);
  // Where notes alone are chosen, they are the text.
  const text = own.some((line) => textOf(line) !== "") ? own : chosen;
  const blocks = Map.groupBy(text, ({ block }) => block);
  const paragraphs = Array.from(blocks, ([nth, lines]) => {
    const block = document.blocks[nth];
    // Cells are for the eye; what is copied goes on to programs that know TeX.
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

/** Paragraphs with the notes that they cite, and where they are from. */
export function withSource(
  essay: Essay,
  document: Document,
  paragraphs: readonly string[],
  cited: readonly number[],
): string {
  const notes = [...new Set(cited)].map((number) => `[${number}] ${noteText(document, number)}`);
  return [...paragraphs, ...notes, `— ${sourceOf(essay)}`].join("\n\n") + "\n";
}

/** Title, date, and the address or file. */
function sourceOf(essay: Essay): string {
  const date = essay.date === undefined ? [] : [longDate(essay.date)];
  return [titleLabel(essay.title), ...date, addressOf(essay)].join(", ");
}

/** The essay's address, if its front matter has one; else its file. */
export function addressOf(essay: Essay): string {
  const keys = ["canonical", "canonical_url", "canonicalUrl", "url", "link", "permalink"];
  const address = keys
    .map((key) => frontMatterValue(essay.data, key))
    .find((value): value is string => typeof value === "string" && /^https?:\/\/\S+$/i.test(value));
  return label(address ?? essay.file);
}

/** Paragraphs flow; code, tables and lists keep their lines, and so does what stands above the first block. */
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

/** The texts of lines with a sign between them, but for those that go on without one. */
function joinedBy(sign: " " | "\n", lines: readonly Line[], textIn: (line: Line) => string): string {
  return lines.reduce((all, line, nth) => {
    const before = lines[nth - 1];
    if (!before) return textIn(line);
    if (endsInWord(before)) return all + textIn(line).trimStart();
    const text = textIn(line);
    return all + (sign === " " && joins(all, text) ? "" : sign) + text;
  }, "");
}

/** Whether the last word of a line's own text goes on in the next line. */
function endsInWord({ spans, note }: Line): boolean {
  const own = spans.filter(({ roles }) => note !== undefined || !roles.includes("note"));
  return own.findLast(({ text, hyphen }) => hyphen || text.trim() !== "")?.hyphen === true;
}

/** Whether two lines join without a blank, as those of Chinese and Japanese do. */
function joins(before: string, after: string): boolean {
  return CJK.test(Array.from(before).at(-1) ?? "") && CJK.test(Array.from(after)[0] ?? "");
}

/** Text of a line without rules, bars and notes beside it; numbers of notes in brackets. */
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
