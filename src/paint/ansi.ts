/**
 * Lines into text with SGR sequences (ECMA-48, 8.3.117) and OSC 8 links. Every other byte that a terminal
 * would obey is made visible here, whatever came before.
 */
import type { Line, Role, Span } from "../layout/line.ts";
import { visible } from "../text/visible.ts";
import { type Depth, foregroundCodes } from "./color.ts";
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
export function paintAnsi(line: Line, options: AnsiOptions): string {
  let painted = "";
  let sgr = "";
  let href = "";
  for (const span of line.spans) {
    const target = options.hyperlinks ? safeHref(span) : "";
    if (target !== href) painted += osc8(target);
    const next = sgrOf(styleOf(span.roles, options.theme), options.depth);
    if (next !== sgr) painted += sgr === "" ? next : `${ESC}[0m${next}`;
    painted += visible(span.text);
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
  return codes.length === 0 ? "" : `${ESC}[${codes.join(";")}m`;
}

const SAFE_SCHEME = /^(?:https?|mailto):/i;
const LONGEST_HREF = 2_000;

/** An address that may be handed to the terminal: http, https or mailto, printable ASCII only; else none. */
function safeHref(span: Span): string {
  const href = span.link?.href;
  if (href === undefined || !SAFE_SCHEME.test(href)) return "";
  const encoded = href.replace(/[^\u0021-\u007e]/gu, (character) => safeEncode(character));
  return encoded.length > LONGEST_HREF ? "" : encoded;
}

function safeEncode(character: string): string {
  return /\p{Surrogate}/u.test(character) ? "" : encodeURIComponent(character);
}

function osc8(href: string): string {
  return `${ESC}]8;;${href}${ESC}\\`;
}
