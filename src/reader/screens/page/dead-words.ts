/**
 * The messages for links that do not lead to an essay, which are the same for every action on the link.
 */
import type { Essay } from "../../../essay/essay.ts";
import { isInFile } from "../../../memory/key.ts";
import { label } from "../../../text/visible.ts";
import type { State } from "../../state.ts";

/** The message for a link to an essay that is not here. */
export function deadWords({ library }: State, href: string, from: Essay): string {
  if (!library.alone) return `${label(href)} leads nowhere: no essay here has this name`;
  return `${label(href)} can't be opened: ibid was given only this ${isInFile(from) ? "file" : "text"}`;
}

/** The message for a link to something other than an essay. */
export function otherWords(href: string): string {
  return `${label(href)} is not an essay, and ibid can't open it`;
}
