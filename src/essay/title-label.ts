/**
 * An essay's title as lists, headers and messages show it.
 */
import { label } from "../text/visible.ts";
import type { Essay } from "./essay.ts";

/** The title on one line, with its formulas set. */
export function titleLabel({ title, shownTitle }: Pick<Essay, "title" | "shownTitle">): string {
  return label(shownTitle ?? title);
}
