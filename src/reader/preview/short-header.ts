/**
 * The header of an essay in a preview: its title on a few rows without a rule under it, and one row of date, tags and minutes.
 */
import type { Line, Role } from "../../layout/line.ts";

/** The most rows of a title. */
const MOST_ROWS = 3;

/** The number of lines above the text of an essay. */
export function headerLength(lines: readonly Line[]): number {
  const end = lines.findIndex(({ block, spans }) => block !== -1 || spans.length === 0);
  return end < 0 ? lines.length : end;
}

/** The lines with a short header. A problem stays visible. */
export function withShortHeader(lines: readonly Line[]): Line[] {
  const header = lines.slice(0, headerLength(lines));
  const of = (role: Role): Line[] =>
    header.filter(({ spans }) => spans.some(({ roles }) => roles.includes(role)));
  return [...of("title").slice(0, MOST_ROWS), ...of("meta"), ...of("problem"), ...lines.slice(header.length)];
}
