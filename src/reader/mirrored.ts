/**
 * Rows of lists that are mirrored, for titles that run from right to left: the cursor is at the right, and the numbers are at the
 * left.
 *
 *      ▌ 1 ✓ Title         Apr 2021   4 min            nim 4   Apr 2021         eltiT ✓ 1 ▌
 */
import { spansWidth } from "../layout/cut.ts";
import { hasRightToLeft, isRightToLeft } from "../layout/direction.ts";
import { type Row, type Span, span } from "../layout/line.ts";

/** Whether the lists of a library are mirrored: if most of its titles run from right to left. */
export function isMostlyRightToLeft(titles: readonly string[]): boolean {
  const turned = titles.filter((title) => hasRightToLeft(title) && isRightToLeft([span(title)]));
  return turned.length > titles.length / 2;
}

/** A row of at most `columns` from its right end on. Each text keeps its own order. */
export function mirroredRow({ spans }: Row, columns: number): Row {
  const free = Math.max(0, columns - spansWidth(spans));
  const turned = texts(spans)
    .toReversed()
    .flatMap((text) =>
      text[0]!.flow ? text : text.map((one) => ({ ...one, text: withBlanksTurned(one.text) })),
    );
  return { spans: free > 0 ? [span(" ".repeat(free)), ...turned] : turned };
}

/** The spans of each text; those that belong to none stand alone. */
function texts(spans: readonly Span[]): Span[][] {
  const found: Span[][] = [];
  for (const own of spans) {
    const last = found.at(-1);
    if (own.flow !== undefined && last?.[0]?.flow === own.flow) last.push(own);
    else found.push([own]);
  }
  return found;
}

/** Text with the blanks at its ends swapped. */
function withBlanksTurned(text: string): string {
  const words = text.trim();
  const lead = text.indexOf(words);
  return `${text.slice(lead + words.length)}${words}${text.slice(0, lead)}`;
}
