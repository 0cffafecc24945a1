/**
 * Ordered lists with marks that CommonMark does not have, as an extension of marked's lexer (Pandoc's
 * manual, "Ordered lists").
 *
 *     #. The number follows.        a) A letter.       (iv) A Roman numeral.
 *
 * A sentence may begin with such a mark (`B. Russell wrote`), so a list has at least two items, and the mark
 * of the second must follow the first.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import type { Numbering } from "../document.ts";
import { limitsOf } from "../limits.ts";
import { numbersOf } from "../list-marks.ts";
import { type FoundMark, markedItems } from "./marked-items.ts";

export interface MarkedListToken extends Tokens.Generic {
  type: "markedList";
  numbering: Numbering;
  isLoose: boolean;
  items: { number: number; tokens: Token[] }[];
}

interface Mark {
  readonly before: "" | "(";
  readonly after: "." | ")";
  /** The numbers that the mark may mean; none for `#`, which means the next number. */
  readonly numbers: ReadonlyMap<Numbering["kind"], number>;
}

const MARK =
  /^ {0,3}(?:(\()(\d{1,9}|[A-Za-z]|[ivxlcdm]{2,15}|[IVXLCDM]{2,15})\)|(#|[A-Za-z]|[ivxlcdm]{2,15}|[IVXLCDM]{2,15})([.)]))([ \t]{1,9})(?=\S)/;

export const markedLists: MarkedExtension = {
  extensions: [
    {
      name: "markedList",
      level: "block",
      tokenizer(src) {
        const limits = limitsOf(this.lexer);
        if (!limits.isPatient || !markAt(src.slice(0, 40))) return undefined;
        const { items, end, isLoose } = markedItems(src, nextMark);
        const kind = kindOf(items.map(({ mark }) => mark));
        if (kind === undefined) {
          limits.soughtInVain(end);
          return undefined;
        }
        const { before, after } = items[0]!.mark;
        const token: MarkedListToken = {
          type: "markedList",
          raw: src.slice(0, end),
          numbering: { kind, before, after },
          isLoose,
          items: [],
        };
        for (const { mark, content } of items) {
          const number = mark.numbers.get(kind) ?? (token.items.at(-1)?.number ?? 0) + 1;
          const tokens: Token[] = [];
          limits.within(() => this.lexer.blockTokens(content, tokens));
          token.items.push({ number, tokens });
        }
        return token;
      },
    },
  ],
};

function markAt(line: string): FoundMark<Mark> | undefined {
  const [all, before = "", inner, bare, after = ")", blanks = ""] = MARK.exec(line) ?? [];
  if (all === undefined) return undefined;
  const written = inner ?? bare ?? "";
  // As in Pandoc, because a capital letter and a period may begin a name.
  if (after === "." && /^[A-Z]$/.test(written) && blanks.length < 2) return undefined;
  const numbers = written === "#" ? new Map<Numbering["kind"], number>() : numbersOf(written);
  if (written !== "#" && numbers.size === 0) return undefined;
  return {
    mark: { before: before === "(" ? "(" : "", after: after === "." ? "." : ")", numbers },
    length: all.length,
  };
}

/** The mark of a line; `"end"` if it is of another kind than those before, or does not follow the first. */
function nextMark(line: string, before: readonly Mark[]): FoundMark<Mark> | "end" | undefined {
  const found = markAt(line);
  if (!found || before.length === 0) return found;
  return kindOf([before[0]!, ...before.slice(1, 2), found.mark]) === undefined ? "end" : found;
}

/** The kind that all marks have in common, if the second follows the first; undefined if there is none. */
function kindOf(marks: readonly Mark[]): Numbering["kind"] | undefined {
  const [first, second] = marks;
  if (!first) return undefined;
  const isAlike = marks.every(({ before, after }) => before === first.before && after === first.after);
  if (!isAlike) return undefined;
  if (marks.every(({ numbers }) => numbers.size === 0)) return "1";
  return [...first.numbers].find(
    ([kind, number]) =>
      second?.numbers.get(kind) === number + 1 && marks.every(({ numbers }) => numbers.has(kind)),
  )?.[0];
}
