/**
 * Lays out what holds other blocks together: quotations and callouts behind a bar, pages within a page, figures with their captions.
 * Each has one side, at which its bar, its heading and its caption begin.
 *
 *     ┃ NOTE: A callout          │ A quotation          ┌ A page          ▣ A picture
 *     ┃                          │                      │ Its text          Its caption
 *     ┃ Its text                 │                      └
 */
import type { Block, Callout, Figure, Inline, Transclusion } from "../document/document.ts";
import { calloutHead } from "../document/flow.ts";
import { STOPPED } from "../document/transclusion.ts";
import { inlinesIn } from "../document/walk.ts";
import { type Context, type Laid, line, type Prefix, withPrefix } from "./context.ts";
import { isRightToLeftFlow, isRightToLeftText } from "./direction.ts";
import { layoutInlines } from "./inlines.ts";
import { type Span, span } from "./line.ts";

/** A quotation behind an unbroken bar. Its notes are under it. */
export function layoutQuote(children: readonly Block[], context: Context): Laid {
  const mirrored = isRightToLeftFlow(children, context.mirrored);
  return withPrefix(context, bar("│ ", mirrored, context), (inner) =>
    context.layoutBlocks(children, within(inner, mirrored)),
  );
}

/** A callout. It has the direction of its text, or else of its title; the English name of its kind does not decide. */
export function layoutCallout(callout: Callout, context: Context): Laid {
  const { title, children } = callout;
  const mirrored = isRightToLeftFlow(children, isRightToLeftText(title, context.mirrored));
  return withPrefix(context, bar("┃ ", mirrored, context), (inner) => {
    const head = layoutInlines(calloutHead(callout), within(inner, mirrored), mirrored);
    const body = context.layoutBlocks(children, within(inner, mirrored));
    const gap = body.lines.length > 0 ? [line(inner, [])] : [];
    return { lines: [...head.lines, ...gap, ...body.lines], cited: [...head.cited, ...body.cited] };
  });
}

function bar(sign: string, mirrored: boolean, context: Context): Prefix {
  const spans = [span(sign, ...context.roles, "quoteBar")];
  return { first: spans, rest: spans, mirrored };
}

function within(inner: Context, mirrored: boolean): Context {
  return { ...inner, roles: [...inner.roles, "quote"], notesWait: true, mirrored };
}

/** Before a caption, at every width. */
const CAPTION_INDENT = "  ";

/** A figure with its caption directly under it, in quiet type. A picture is at the side of its caption. */
export function layoutFigure({ children, caption }: Figure, context: Context): Laid {
  const mirrored = isRightToLeftText(caption, isRightToLeftFlow(children, context.mirrored));
  const around = { ...context, notesWait: true, mirrored };
  const pictures = picturesIn(children);
  const body = pictures ? layoutInlines(pictures, around, mirrored) : context.layoutBlocks(children, around);
  const inner = { ...context, roles: [...context.roles, "caption" as const] };
  const prefix = { first: [span(CAPTION_INDENT)], rest: [span(CAPTION_INDENT)], mirrored };
  const under = withPrefix(inner, prefix, (narrower) => layoutInlines(caption, narrower, mirrored));
  return { lines: [...body.lines, ...under.lines], cited: [...body.cited, ...under.cited] };
}

/** The inlines of a paragraph, if it is alone and has nothing but pictures. */
function picturesIn([first, ...others]: readonly Block[]): readonly Inline[] | undefined {
  if (first?.type !== "paragraph" || others.length > 0) return undefined;
  const hasWords = [...inlinesIn(first.children)].some(
    (own) => (own.type === "text" && own.text.trim() !== "") || !PICTURE.has(own.type),
  );
  return hasWords ? undefined : first.children;
}

/** What a paragraph of pictures may have besides words. */
const PICTURE: ReadonlySet<Inline["type"]> = new Set(["image", "link", "hardBreak", "text"]);

/** Another page with its title, between corners that mark its beginning and end. */
export function layoutTransclusion(page: Transclusion, context: Context): Laid {
  const { href, title, stopped, children } = page;
  const frame = (sign: string): Span => span(sign, ...context.roles, "quoteBar");
  const link: Inline = { type: "link", href, children: [{ type: "text", text: title }] };
  const mirrored = isRightToLeftFlow(children, isRightToLeftText([link], context.mirrored));
  const sides = { first: [frame("│ ")], rest: [frame("│ ")], mirrored };
  const head = withPrefix(context, { ...sides, first: [frame("┌ ")] }, (inner) =>
    layoutInlines([{ type: "strong", children: [link] }], inner, mirrored),
  );
  const why: Inline | undefined = stopped && {
    type: "emphasis",
    children: [{ type: "text", text: STOPPED[stopped] }],
  };
  const body = withPrefix(context, sides, (inner) =>
    why
      ? layoutInlines([why], inner, mirrored)
      : context.layoutBlocks(children, { ...inner, notesWait: true, mirrored }),
  );
  const foot = withPrefix(context, { ...sides, first: [frame("└ ")] }, (inner) => ({
    lines: [line(inner, [])],
    cited: [],
  }));
  return { lines: [...head.lines, ...body.lines, ...foot.lines], cited: [...head.cited, ...body.cited] };
}
