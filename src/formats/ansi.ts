/**
 * Lines into text with SGR sequences (ECMA-48, 8.3.117) and OSC 8 links. Every other byte that a terminal
 * would obey is made visible here, whatever came before.
 */
import type { Role, Row } from "../layout/line.ts";
import { safeAddress } from "../text/address.ts";
import { closed, visible } from "../text/visible.ts";
import { backgroundCodes, type Depth, foregroundCodes } from "./color.ts";
import type { Style, Theme } from "./theme.ts";

export interface AnsiOptions {
  readonly theme: Theme;
  /** How many colours there are, or none; bold, italic and the like are used all the same. */
  readonly depth: Depth | "none";
  /** Whether the terminal knows OSC 8. */
  readonly hyperlinks: boolean;
}

const ESC = "\u001b";

/** A line with its looks, without a line feed; it ends with everything reset. */
export function paintAnsi(line: Row, options: AnsiOptions): string {
  let painted = "";
  let sgr = "";
  let href = "";
  for (const span of line.spans) {
    const target = options.hyperlinks && span.link ? safeAddress(span.link.href) : "";
    if (target !== href) painted += osc8(target);
    const next = sgrOf(styleOf(span.roles, options.theme), options.depth);
    if (next !== sgr) painted += sgr === "" ? next : `${ESC}[0m${next}`;
    painted += closed(visible(span.text));
    sgr = next;
    href = target;
  }
  if (href !== "") painted += osc8("");
  return sgr === "" ? painted : `${painted}${ESC}[0m`;
}

/** The look of nested roles: inner ones add to outer ones, and their colour wins. */
function styleOf(roles: readonly Role[], theme: Theme): Style {
  return Object.assign({}, ...roles.map((role) => theme[role] ?? {})) as Style;
}

function sgrOf(style: Style, depth: AnsiOptions["depth"]): string {
  const codes: number[] = [];
  if (style.bold) codes.push(1);
  if (style.dim) codes.push(2);
  if (style.italic) codes.push(3);
  if (style.underline) codes.push(4);
  if (style.inverse) codes.push(7);
  if (style.strikethrough) codes.push(9);
  if (depth !== "none" && style.foreground !== undefined)
    codes.push(...foregroundCodes(style.foreground, depth));
  if (depth !== "none" && style.background !== undefined)
    codes.push(...backgroundCodes(style.background, depth));
  return codes.length === 0 ? "" : `${ESC}[${codes.join(";")}m`;
}

function osc8(href: string): string {
  return `${ESC}]8;;${href}${ESC}\\`;
}
