/**
 * Lays out inlines as lines: flattens them, wraps them, and moves right-to-left text to the right edge.
 */
import type { Inline } from "../document/document.ts";
import { firstCitedIn, inlinesIn } from "../document/walk.ts";
import { type Context, type Laid, line } from "./context.ts";
import { alignRight, isRightToLeft } from "./direction.ts";
import { inFlow } from "./flow.ts";
import type { FlowKind } from "./line.ts";
import { flatten } from "./runs.ts";
import { headingWrap, wrapRuns } from "./wrap.ts";

/** Lays out inlines. Each part between hard breaks is its own flow. */
export function layoutInlines(inlines: readonly Inline[], context: Context): Laid {
  const { width, wrap, block, note } = context;
  const paragraphs = flatten(inlines, context);
  const toTheRight = Number.isFinite(width) && isRightToLeft(paragraphs.flat());
  const kind = kindOf(context);
  const hyphenation = context.hyphenation(width);
  const lines = paragraphs.flatMap((runs) =>
    wrapRuns(
      inFlow(runs, { kind, block, note }),
      width,
      kind === "heading" ? headingWrap(wrap) : wrap,
      hyphenation,
    ).map((spans) => line(context, toTheRight ? alignRight(spans, width) : spans)),
  );
  return { lines, cited: firstCitedIn(inlinesIn(inlines)) };
}

function kindOf({ note, roles }: Context): FlowKind {
  if (note !== undefined) return "note";
  return roles.includes("heading") ? "heading" : "text";
}
