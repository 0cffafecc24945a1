/**
 * What the screens call a library.
 */
import { label } from "../text/visible.ts";
import type { Shelved } from "./shelf-state.ts";

/** The last two parts of its path. */
export function libraryName({ root }: Pick<Shelved, "root">): string {
  const parts = root.split(/[/\\]/).filter((part) => part !== "");
  return label(parts.slice(-2).join("/"));
}
