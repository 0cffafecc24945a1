/**
 * The block that a callout or a div becomes.
 */
import type { CalloutToken } from "../block/callouts/callouts.ts";
import type { Block, Inline } from "../document.ts";
import { text } from "../inlines.ts";
import { FOLDED } from "./block-tokens.ts";

/**
 * A callout. A div without a kind only changes the appearance of the page; its content remains, under its title if there is one.
 */
export function calloutOf(
  { kind }: Pick<CalloutToken, "kind">,
  title: readonly Inline[],
  children: readonly Block[],
): Block[] {
  const isFolded = FOLDED.has(kind);
  if (kind !== "" && !isFolded) return [{ type: "callout", kind: kind.toLowerCase(), title, children }];
  if (title.length === 0 && !isFolded) return [...children];
  return [{ type: "details", summary: title.length > 0 ? title : [text("Details")], children }];
}
