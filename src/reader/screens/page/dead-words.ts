/**
 * The messages for links that lead to no essay, the same whatever the user does with the link.
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

/** The message for a link to something that is no essay. */
export function otherWords(href: string): string {
  return `${label(href)} is not an essay, and ibid can't open it`;
}
