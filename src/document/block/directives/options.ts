/**
 * The options at the beginning of a directive's content.
 */
import type { Directive } from "./tokens.ts";

const OPTION = /^[ \t]{0,9}:([A-Za-z][\w-]{0,40}):[ \t]{0,9}([^\n]{0,1000})(?:\n|$)/;
const ENTRY = /^([A-Za-z][\w-]{0,40}):[ \t]{0,9}["']?([^\n]{0,1000}?)["']?$/;

/**
 * The options at the beginning of a directive, as a list of fields or between two fences of YAML, and the text below
 * them.
 */
export function withoutOptions(content: string): Pick<Directive, "options" | "body"> {
  const yaml = /^---[ \t]*\n([^]*?)\n---[ \t]*(?:\n|$)/.exec(content);
  if (yaml) {
    const options = new Map<string, string>();
    for (const line of yaml[1]!.split("\n")) {
      const [, key, value = ""] = ENTRY.exec(line) ?? [];
      if (key !== undefined) options.set(key.toLowerCase(), value.trim());
    }
    return { options, body: content.slice(yaml[0].length) };
  }
  return withoutFields(content);
}

/** Content below a list of fields, `:key: value`. */
export function withoutFields(content: string): Pick<Directive, "options" | "body"> {
  const options = new Map<string, string>();
  let at = 0;
  for (let match = OPTION.exec(content); match; match = OPTION.exec(content.slice(at, at + 1100))) {
    options.set(match[1]!.toLowerCase(), match[2]!.trim());
    at += match[0].length;
  }
  return { options, body: content.slice(at).replace(/^(?:[ \t]{0,40}\n){1,99}/, "") };
}
