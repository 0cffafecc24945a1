/**
 * Files that a generator inserts for a comment (VitePress and VuePress, "Markdown File
 * Inclusion"). A quiet sign names them.
 *
 *     <!--@include: ./parts/start.md-->
 */
import { visible } from "../../text/visible.ts";
import type { Inline } from "../document.ts";

const INCLUDED = /^\s{0,9}@include:\s{0,9}([^\s<>]{1,200})/;

/** The sign of the file that a comment includes; none if it includes none. */
export function includedFile(comment: string): Inline[] {
  const name = INCLUDED.exec(comment)?.[1];
  return name === undefined ? [] : [{ type: "shortcode", text: visible(`‹${name}›`) }];
}
