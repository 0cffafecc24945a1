/**
 * Elements of HTML whose text is code or the output of a program. They contain no mathematics.
 */

export const CODE_ELEMENTS = ["code", "kbd", "pre", "samp", "tt"] as const;

const TAG = new RegExp(`^<(/?)(${CODE_ELEMENTS.join("|")})[\\s>]`);

/** The element of code that is open after a tag, if any; `open` is the one before the tag. */
export function codeAfter(tag: string, open: string | undefined): string | undefined {
  const [, slash, name] = TAG.exec(tag) ?? [];
  if (slash === "") return open ?? name;
  return name === open ? undefined : open;
}
