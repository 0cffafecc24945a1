/**
 * An essay's title for lists, headers and messages.
 */
import { label } from "../text/visible.ts";
import type { Essay } from "./essay.ts";

/** The title on one line, with its formulas set. */
export function titleLabel({ title, shownTitle }: Pick<Essay, "title" | "shownTitle">): string {
  return label(shownTitle ?? title);
}
