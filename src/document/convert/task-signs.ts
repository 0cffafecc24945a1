/**
 * Tasks with other states than done and not done, as themes for Obsidian show them.
 *
 *     - [/] begun     - [-] given up     - [>] put off     - [!] important
 */
import type { Block } from "../document.ts";
import { text } from "../inlines.ts";
import { tableOf } from "../../text/own.ts";

const STATE = /^\[([/\-><!?*])\] (?=\S|$)/;
/** The sign of a state; others are their own. */
const SIGNS = tableOf<string>({ "/": "◐", "-": "☒", ">": "→", "<": "←", "*": "★" });

/** The blocks of an item with a sign in place of such a state. */
export function withTaskSign(children: readonly Block[]): readonly Block[] {
  const [block, ...others] = children;
  if (block?.type !== "paragraph") return children;
  const [first, ...rest] = block.children;
  const state = first?.type === "text" ? STATE.exec(first.text) : null;
  if (!state || first?.type !== "text") return children;
  const said = `${SIGNS[state[1]!] ?? state[1]!} ${first.text.slice(state[0].length)}`;
  return [{ ...block, children: [text(said), ...rest] }, ...others];
}
