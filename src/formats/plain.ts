/**
 * Paints lines as plain text, and as tagged text for tests.
 */
import type { Role, Row } from "../layout/line.ts";
import { trimmedEnd } from "../text/trim.ts";
import { closed, visible } from "../text/visible.ts";

/** Paints a line without looks and without blanks at its end. */
export function paintPlain(line: Row): string {
  return trimmedEnd(line.spans.map(({ text }) => closed(visible(text))).join(""), " ");
}

/** Paints a line with its roles as tags: `I <emphasis>like</emphasis> it`. */
export function paintTagged(line: Row): string {
  let tagged = "";
  let open: readonly Role[] = [];
  for (const span of line.spans) {
    tagged += retag(open, span.roles) + closed(visible(span.text));
    open = span.roles;
  }
  return tagged + retag(open, []);
}

function retag(from: readonly Role[], to: readonly Role[]): string {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  const closed = from.slice(same).reverse();
  return [...closed.map((role) => `</${role}>`), ...to.slice(same).map((role) => `<${role}>`)].join("");
}
