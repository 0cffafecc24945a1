/**
 * Paints lines as text with SGR sequences (ECMA-48, 8.3.117) and OSC 8 links. It makes every other control character
 * visible.
 */
import type { Role, Row, Span } from "../layout/line.ts";
import { safeAddress } from "../text/address.ts";
import { closed, visible } from "../text/visible.ts";
import { backgroundCodes, type Depth, foregroundCodes } from "./color.ts";
import type { Style, Theme } from "./theme.ts";
import { append } from "../text/append.ts";

export interface AnsiOptions {
  readonly theme: Theme;
  /** The number of colours, or none. Bold, italic and similar looks are used in any case. */
  readonly depth: Depth | "none";
  /** Whether the terminal supports OSC 8. */
  readonly hyperlinks: boolean;
}

const ESC = "\u001b";

/** Paints a line without a line feed. All looks are reset at its end. */
export function paintAnsi(line: Row, options: AnsiOptions): string {
  let painted = "";
  let sgr = "";
  let href = "";
  for (const span of seenSpans(line.spans, options)) {
    const target = options.hyperlinks && span.link ? safeAddress(span.link.href) : "";
    if (target !== href) painted += osc8(target);
    const next = sgrOf(styleOf(span.roles, options), options.depth);
    if (next !== sgr) painted += sgr === "" ? next : `${ESC}[0m${next}`;
    painted += closed(visible(span.text));
    sgr = next;
    href = target;
  }
  if (href !== "") painted += osc8("");
  return sgr === "" ? painted : `${painted}${ESC}[0m`;
}

/** The spans of a line without invisible blanks at its end. */
export function seenSpans(spans: readonly Span[], options: AnsiOptions): readonly Span[] {
  return spans.slice(0, spans.findLastIndex((own) => isSeen(own, options)) + 1);
}

function isSeen({ text, roles }: Span, options: AnsiOptions): boolean {
  if (text.trim() !== "") return true;
  const { depth } = options;
  const { background, inverse, underline } = styleOf(roles, options);
  const hasGround =
    background !== undefined && depth !== "none" && backgroundCodes(background, depth).length > 0;
  return hasGround || inverse === true || underline === true;
}

/** The look of nested roles. Inner roles add to outer roles, and their colours win. */
function styleOf(roles: readonly Role[], { theme, depth }: Pick<AnsiOptions, "theme" | "depth">): Style {
  let style: Style = {};
  for (const role of roles) {
    const { uncolored = [], ...own } = theme[role] ?? {};
    const { basic: _, ...kept } = style;
    const hasColor = depth !== "none" && (own.foreground !== undefined || own.background !== undefined);
    const look = hasColor ? undefined : uncolored.find((one) => style[one] !== true);
    // The replacement of a colour is dropped together with the colour.
    style = {
      ...(own.foreground === undefined ? style : kept),
      ...own,
      ...(look !== undefined && { [look]: true }),
    };
  }
  return style;
}

function sgrOf(style: Style, depth: AnsiOptions["depth"]): string {
  const codes: number[] = [];
  const { foreground, dim } = depth === 16 && style.basic ? { dim: style.dim, ...style.basic } : style;
  if (style.bold) codes.push(1);
  if (dim) codes.push(2);
  if (style.italic) codes.push(3);
  if (style.underline) codes.push(4);
  if (style.inverse) codes.push(7);
  if (style.strikethrough) codes.push(9);
  if (depth !== "none" && foreground !== undefined) append(codes, foregroundCodes(foreground, depth));
  if (depth !== "none" && style.background !== undefined)
    append(codes, backgroundCodes(style.background, depth));
  return codes.length === 0 ? "" : `${ESC}[${codes.join(";")}m`;
}

function osc8(href: string): string {
  return `${ESC}]8;;${href}${ESC}\\`;
}
