/**
 * Descriptions of what a program takes and returns, as tags and components of documentation write them (mintlify.com, "Fields"). The name
 * is in the attribute that says where it belongs.
 *
 *     <ParamField query="limit" type="number" required>How many.</ParamField>     ─▶   limit  query, number, required
 *                                                                                         How many.
 */
import type { Block, Inline } from "../document.ts";
import { text } from "../inlines.ts";
import { type Tag, valueOf } from "./tag.ts";

const FIELD = /(?:^|[a-z_-])(?:arg|argument|attribute|field|param|parameter|prop|property)$/i;
/** The places in a request. */
const PLACES = ["path", "query", "body", "header", "cookie"];
/** Attributes that need no value. */
export const FLAGS = ["required", "optional", "deprecated", "nullable", "readonly", "experimental"];

/** Whether a tag describes a field: its name says so, and it has the name of the field. */
export function isField(tag: Tag): boolean {
  return FIELD.test(tag.name) && nameOf(tag) !== undefined;
}

function nameOf(tag: Tag): string | undefined {
  return valueOf(tag, ["name", ...PLACES, "id"]);
}

/** The name of a field, and what its attributes say about it. */
export function fieldInlines(tag: Tag): Inline[] {
  const place = valueOf(tag, ["name"]) === undefined ? PLACES.find((key) => tag.named.has(key)) : undefined;
  const flags = FLAGS.filter((flag) => isSet(tag, flag));
  const usual = valueOf(tag, ["default", "initial"]);
  const about = [
    place,
    valueOf(tag, ["type"]),
    ...flags,
    usual === undefined ? undefined : `default ${usual}`,
    ...["title", "label", "summary", "description"].map((key) => valueOf(tag, [key])),
  ].filter((one) => one !== undefined && !one.startsWith("{"));
  const name: Inline = { type: "codeSpan", text: nameOf(tag)! };
  return about.length === 0 ? [name] : [name, text(` ${about.join(", ")}`)];
}

function isSet({ named, words }: Tag, flag: string): boolean {
  const value = named.get(flag);
  return value === undefined
    ? words.some((word) => word.text.toLowerCase() === flag)
    : !/^\{?false/.test(value);
}

/** A field above the blocks that describe it. */
export function fieldBlock(tag: Tag, children: readonly Block[]): Block {
  const definitions = children.length === 0 ? [] : [children];
  return { type: "definitionList", items: [{ terms: [fieldInlines(tag)], definitions }] };
}
