/**
 * Finds unclosed HTML elements and comments. The document knows their names; their places are found in the
 * text.
 */
import type { SourcePlace, SourceText } from "../../document/source-text.ts";
import { findingAt, type OwnFinding } from "./finding.ts";

/** A start tag or an end tag, but not a self-closing one as in JSX. */
const TAG = /<(\/?)([a-z][a-z\d]{0,20})(?=[\s>])[^<>]{0,500}>/gi;

/** The findings about elements with these names, and about a comment. */
export function openElements(text: SourceText, names: readonly string[]): OwnFinding[] {
  const comment = text.openComment;
  const message = "this comment is never closed";
  if (comment) return [findingAt(comment, "warning", "element-unclosed", message), ...unclosed(text, names)];
  return unclosed(text, names);
}

function unclosed(text: SourceText, names: readonly string[]): OwnFinding[] {
  if (names.length === 0) return [];
  const open = new Map(names.map((name): [string, SourcePlace[]] => [name, []]));
  for (const { found, place } of text.bareMatches(TAG)) {
    const [, slash, name = ""] = /^<(\/?)([a-z\d]+)/i.exec(found) ?? [];
    const places = open.get(name.toLowerCase());
    if (!places || found.endsWith("/>")) continue;
    if (slash === "") places.push(place);
    else places.pop();
  }
  return [...open].flatMap(([name, places]) =>
    places.map((place) => findingAt(place, "warning", "element-unclosed", `this <${name}> is never closed`)),
  );
}
