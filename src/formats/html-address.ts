/**
 * Addresses as they are written in a page of HTML: with the schemes that are safe to follow, and no others.
 */
import { escapedHtml as escaped } from "./html-escape.ts";

/** An address that a page may lead to: http, https, mailto, or one within the site. */
export function safeHref(href: string): string | undefined {
  const scheme = schemeOf(href);
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme) ? written(href) : undefined;
}

export function image(src: string, alt: string): string {
  const scheme = schemeOf(src);
  const isSafe =
    scheme === undefined ||
    /^https?$/i.test(scheme) ||
    /^data:image\/(?:png|gif|jpeg|webp|avif);/i.test(withoutBlanks(src));
  return isSafe ? `<img src="${escaped(written(src))}" alt="${escaped(alt)}">` : escaped(alt);
}

/** Blanks and control characters, which browsers pass over before they look for a scheme. */
const BLANKS = /[\u0000-\u0020\u007f-\u00a0]+/g;

function withoutBlanks(address: string): string {
  return address.replace(BLANKS, "");
}

/** The scheme that a browser would find. */
function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z\d+.-]*):/i.exec(withoutBlanks(address))?.[1];
}

/** An address as it is written in a page: its blanks encoded, its control characters left out. */
function written(address: string): string {
  return address
    .trim()
    .replace(BLANKS, (run) => run.replace(/[^ \u00a0]/g, "").replace(/./g, encodeURIComponent));
}
