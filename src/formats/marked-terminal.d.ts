declare module "marked-terminal" {
  import type { MarkedExtension } from "marked";

  /** marked-terminal 7 has no types of its own; this is what is used of it. */
  export function markedTerminal(options?: object, highlightOptions?: object): MarkedExtension;
}
