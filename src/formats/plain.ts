/**
 * Lines into plain text, and into tagged text for tests and for the curious.
 */
import { lineText, type Role, type Row } from "../layout/line.ts";
import { visible } from "../text/visible.ts";

/** A line without looks and without blanks at its end. */
export function paintPlain(line: Row): string {
  const text = visible(lineText(line));
  let end = text.length;
  while (end > 0 && text[end - 1] === " ") end--;
  return text.slice(0, end);
}

/** A line with its roles as tags: `I <emphasis>like</emphasis> it`. */
export function paintTagged(line: Row): string {
  let tagged = "";
  let open: readonly Role[] = [];
  for (const span of line.spans) {
    tagged += retag(open, span.roles) + visible(span.text);
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
