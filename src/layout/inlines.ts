/**
 * Lays out inlines as lines: flattens them, wraps them, and moves right-to-left text to the right edge.
 */
import type { Inline } from "../document/document.ts";
import { PLAYER } from "../document/media.ts";
import { firstCitedIn, inlinesIn } from "../document/walk.ts";
import { type Context, type Laid, line } from "./context.ts";
import { alignRight, hasLetters, hasRightToLeft, isRightToLeft } from "./direction.ts";
import { inFlow } from "./flow.ts";
import { type FlowKind, type Span, span } from "./line.ts";
import { flatten } from "./runs.ts";
import { headingWrap, wrapRuns } from "./wrap.ts";

/**
 * Lays out inlines. Each part between hard breaks is its own flow. `mirrored`: whether they run from right to left, if that does
 * not follow from their own words.
 */
export function layoutInlines(inlines: readonly Inline[], context: Context, mirrored?: boolean): Laid {
  const { width, wrap, block, note } = context;
  const paragraphs = flatten(inlines, context);
  const isMirrored = mirrored ?? isMirroredText(paragraphs.flat(), context);
  const direction = isMirrored ? "rtl" : "ltr";
  const toTheRight = Number.isFinite(width) && isMirrored;
  const kind = kindOf(context);
  const hyphenation = context.hyphenation(width);
  const lines = paragraphs.flatMap((runs) =>
    wrapRuns(
      inFlow(runs, { kind, block, note, direction }),
      width,
      kind === "heading" ? headingWrap(wrap) : wrap,
      hyphenation,
    ).map((spans) => line(context, toTheRight ? alignRight(spans, width) : spans)),
  );
  return { lines, cited: firstCitedIn(inlinesIn(inlines)) };
}

function isMirroredText(runs: readonly Span[], context: Context): boolean {
  const own = runs.map((run) => span(wordsOf(run)));
  return own.some(({ text }) => hasLetters(text)) ? isRightToLeft(own) : context.mirrored;
}

/** The author's words in a span: not the file's name of a picture, and of a player its title. */
function wordsOf({ text, roles, link }: Span): string {
  if (roles.includes("imageName")) return "";
  if (!link || !text.startsWith(PLAYER)) return text;
  const [, , ...name] = text.split(" ");
  return name.length > 1 || name.some(hasRightToLeft) ? name.join(" ") : "";
}

function kindOf({ note, roles }: Context): FlowKind {
  if (note !== undefined) return "note";
  return roles.includes("heading") ? "heading" : "text";
}
