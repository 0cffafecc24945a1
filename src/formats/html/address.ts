/**
 * Addresses in a page of HTML: only those with schemes that are safe to follow.
 */
/** The signs of a generator's template that could not be filled in. */
const TEMPLATE = /\{\{|\{%|<%/;

/** An address that a page may lead to: http, https, mailto, or one within the site. */
export function safeHref(href: string): string | undefined {
  if (TEMPLATE.test(href)) return undefined;
  const scheme = schemeOf(href);
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme) ? written(href) : undefined;
}

/** The address of a picture that a page may load; undefined for any other. */
export function safePicture(src: string): string | undefined {
  const scheme = schemeOf(src);
  const isSafe =
    scheme === undefined ||
    /^https?$/i.test(scheme) ||
    /^data:image\/(?:png|gif|jpeg|webp|avif);/i.test(withoutBlanks(src));
  return isSafe ? written(src) : undefined;
}

/** Blanks and control characters, which browsers ignore before they read the scheme. */
const BLANKS = /[\u0000-\u0020\u007f-\u00a0]+/g;

function withoutBlanks(address: string): string {
  return address.replace(BLANKS, "");
}

/** The scheme that a browser would find. */
export function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z\d+.-]*):/i.exec(withoutBlanks(address))?.[1];
}

/** An address for a page: blanks encoded, control characters left out. */
function written(address: string): string {
  return address
    .trim()
    .replace(BLANKS, (run) => run.replace(/[^ \u00a0]/g, "").replace(/./g, encodeURIComponent));
}
