/**
 * Pages that a template of the site fills in: their title and their anchors may come from the template.
 */
import type { Essay } from "../../essay/essay.ts";
import { frontMatterValue } from "../../essay/keys.ts";

/** Keys that mean that the site's template fills in the page, with its own anchors. */
const FILLED_IN = ["layout", "partials", "template", "type"];

/** Whether a template fills in an essay. A post with a date has a layout anyway, which means nothing. */
export function isFilledIn({ date, data }: Essay): boolean {
  return date === undefined && FILLED_IN.some((key) => frontMatterValue(data, key) !== undefined);
}
