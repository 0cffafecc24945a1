/**
 * The header of an essay in a preview: the whole title, and one row of date, tags and minutes.
 */
import type { Essay } from "../../essay/essay.ts";
import { cutLine, spansWidth } from "../../layout/cut.ts";
import { fewLines } from "../../layout/few-lines.ts";
import { type Line, lineText, type Role, span } from "../../layout/line.ts";
import { width } from "../../text/width.ts";
import { minutes } from "../../text/words.ts";

/** The most rows of a title. */
const MOST_ROWS = 3;

/** The number of lines above the text of an essay. */
export function headerLength(lines: readonly Line[]): number {
  const end = lines.findIndex(({ block, spans }) => block !== -1 || spans.length === 0);
  return end < 0 ? lines.length : end;
}

/** The lines with a short header: date and tags are in one row, which is cut if it is longer. A problem stays visible. */
export function withShortHeader(lines: readonly Line[], essay: Essay, columns: number): Line[] {
  const header = lines.slice(0, headerLength(lines));
  const of = (role: Role): Line[] =>
    header.filter(({ spans }) => spans.some(({ roles }) => roles.includes(role)));
  const title = of("title").slice(0, MOST_ROWS);
  return [...title, ...inOneRow(of("meta"), essay, columns), ...of("problem"), ...lines.slice(header.length)];
}

/** The row of date, tags and minutes; if it is too long, the tags are cut. */
function inOneRow(lines: readonly Line[], { words }: Essay, columns: number): Line[] {
  const [first] = lines;
  if (!first) return [];
  const parting = span("  ·  ", "meta");
  const spans = lines.flatMap((line, nth) => (nth === 0 ? line.spans : [parting, ...line.spans]));
  if (spansWidth(spans) <= columns) return [{ ...first, spans }];
  const end = `  ·  ${minutes(words)} min`;
  const hasEnd = lineText({ spans }).endsWith(end);
  const minutesAt = spansWidth(spans) - (hasEnd ? width(end) : 0);
  const room = columns - (hasEnd ? width(end) : 0);
  const [kept = []] = fewLines(cutLine({ spans }, minutesAt).spans, room, 1);
  return [{ ...first, spans: [...kept, span(hasEnd ? end : "", "meta")] }];
}
