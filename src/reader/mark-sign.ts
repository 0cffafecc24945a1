/**
 * The sign in the gutter beside a line with a highlight of the user, so that it can be seen without colours.
 */
import type { Row } from "../layout/line.ts";

/** The sign of a line at its left; undefined if no highlight covers any of it. */
export function markSign({ spans }: Row): "▐" | "░" | undefined {
  const own = spans.filter(({ mine }) => mine !== undefined);
  if (own.length === 0) return undefined;
  return own.every(({ roles }) => roles.includes("mineReworded")) ? "░" : "▐";
}
