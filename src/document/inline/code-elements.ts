/**
 * Elements of HTML whose text is code or what a machine shows, in which there is no mathematics.
 */

export const CODE_ELEMENTS = ["code", "kbd", "pre", "samp", "tt"] as const;

const TAG = new RegExp(`^<(/?)(${CODE_ELEMENTS.join("|")})[\\s>]`);

/** The element of code that is open after a tag, if one is, given the one that is open before it. */
export function codeAfter(tag: string, open: string | undefined): string | undefined {
  const [, slash, name] = TAG.exec(tag) ?? [];
  if (slash === "") return open ?? name;
  return name === open ? undefined : open;
}
