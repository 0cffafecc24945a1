/**
 * Whether a command asks for what ibid remembers of the user's reading.
 */
import type { Options } from "../app/options.ts";
import { fieldNamed } from "../essay/field-table.ts";
import { allLeaves, isOfMine, type Leaf, type Query } from "../search/query.ts";
import { keysOf } from "./template.ts";

/** It may need it to choose, sort, print or find essays. */
export function asksForMemory(
  { choice, template = "" }: Pick<Options, "choice" | "template">,
  query?: Query,
): boolean {
  const keys = [...(choice.where ?? []).map(({ key }) => key), choice.sort ?? "", ...keysOf(template)];
  return keys.some(isRemembered) || (query !== undefined && allLeaves(query).some(isOnMemory));
}

function isOnMemory(leaf: Leaf): boolean {
  return leaf.type === "value" ? isRemembered(leaf.key) : isOfMine(leaf);
}

function isRemembered(key: string): boolean {
  return fieldNamed(key)?.isRemembered === true;
}
