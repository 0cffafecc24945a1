/**
 * Addresses that are links without any markup (GFM 6.9, "autolinks"): `https://…`, `www.…` and e-mail.
 */
import type { InlineToken } from "./tokens.ts";
import { matchAt } from "./destination.ts";

export interface Address {
  /** Where it begins and ends, offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

const SCHEME = /(?:^|[^a-z])((?:https?|ftp)|mailto|xmpp)$/i;
const LONGEST_SCHEME = 7;
const REST = /:\/\/[\w\u0080-\uffff-][^\s<]*/y;
const REST_IN_BRACKETS = /:\/\/[\w\u0080-\uffff-][^\s<\]]*/y;
const WWW = /www\.[^\s<]+/iy;
const WWW_IN_BRACKETS = /www\.[^\s<\]]+/iy;
const MAY_STAND_BEFORE_WWW = /[\s*_~()[\]]/;
const LOCAL = /[\w.+-]/;
const AT_DOMAIN = /@[a-z\d_-]+(?:\.[a-z\d_-]*[a-z\d])+(?![\w-])/iy;
const MAIL = /:[\w.+-]+@[a-z\d_-]+(?:\.[a-z\d_-]*[a-z\d])+(?![\w-])/iy;

/**
 * The address whose colon is at `colon`; it does not begin before `from`. Within the brackets of a possible link
 * it ends where the brackets do.
 */
export function addressAround(
  text: string,
  colon: number,
  from: number,
  inBrackets: boolean,
): Address | undefined {
  const scheme = SCHEME.exec(text.slice(Math.max(from, colon - LONGEST_SCHEME), colon))?.[1];
  if (scheme === undefined) return undefined;
  const start = colon - scheme.length;
  const isMail = /^(?:mailto|xmpp)$/i.test(scheme);
  const rest = matchAt(isMail ? MAIL : inBrackets ? REST_IN_BRACKETS : REST, text, colon)?.[0];
  if (rest === undefined) return undefined;
  const end = isMail ? colon + rest.length : trimmedEnd(text, start, colon + rest.length);
  return end > colon + 3 ? { start, end, href: text.slice(start, end) } : undefined;
}

/** The address that begins with `www.` at `start`. */
export function wwwAt(text: string, start: number, inBrackets: boolean): Address | undefined {
  if (start > 0 && !MAY_STAND_BEFORE_WWW.test(text[start - 1]!)) return undefined;
  const match = matchAt(inBrackets ? WWW_IN_BRACKETS : WWW, text, start)?.[0];
  if (match === undefined) return undefined;
  const end = trimmedEnd(text, start, start + match.length);
  return end > start + 4 ? { start, end, href: `http://${text.slice(start, end)}` } : undefined;
}

/** Punctuation at its end belongs to the sentence, and so does an unmatched closing parenthesis. */
function trimmedEnd(text: string, start: number, from: number): number {
  const address = text.slice(start, from);
  let unopened = address.split(")").length - address.split("(").length;
  let end = from;
  while (end > start) {
    const last = text[end - 1]!;
    if (last === ")" && unopened > 0) unopened--;
    else if (last === ";") {
      const entity = /&[a-z\d]+;$/i.exec(text.slice(Math.max(start, end - 40), end));
      end -= entity ? entity[0].length : 1;
      continue;
    } else if (!`?!.,:*_~'"`.includes(last)) break;
    end--;
  }
  return end;
}

/** Makes links of the e-mail addresses in a text. */
export function withMail(text: string): InlineToken[] {
  if (!text.includes("@")) return [{ type: "text", text }];
  const tokens: InlineToken[] = [];
  let done = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > done && LOCAL.test(text[start - 1]!)) start--;
    const domain = start < at ? matchAt(AT_DOMAIN, text, at)?.[0] : undefined;
    if (domain === undefined) continue;
    const end = at + domain.length;
    const address = text.slice(start, end);
    if (start > done) tokens.push({ type: "text", text: text.slice(done, start) });
    tokens.push({ type: "link", href: `mailto:${address}`, tokens: [{ type: "text", text: address }] });
    done = end;
  }
  if (done < text.length) tokens.push({ type: "text", text: text.slice(done) });
  return tokens;
}

const AUTOLINK = /<([a-z][a-z\d+.-]{1,31}:[^\s<>]*)>/iy;
const MAIL_AUTOLINK =
  /<([\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*)>/iy;

/** An address between angle brackets at `at`, where it leads and where it ends (CommonMark 6.5). */
export function autolinkAt(
  text: string,
  at: number,
): { readonly text: string; readonly href: string; readonly end: number } | undefined {
  const found = matchAt(AUTOLINK, text, at) ?? matchAt(MAIL_AUTOLINK, text, at);
  if (!found) return undefined;
  const [raw, address = ""] = found;
  const href = /^[^@]*:/.test(address) ? address : `mailto:${address}`;
  return { text: address, href, end: at + raw.length };
}
