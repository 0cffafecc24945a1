/**
 * Where a block of an extension interrupts a paragraph.
 */

/**
 * The offset of the line that `onNextLine` (which begins with a line feed) finds, if it finds one before the next
 * blank line. It must look no further: marked asks anew at every paragraph.
 */
export function aheadInParagraph(src: string, onNextLine: RegExp): number | undefined {
  const blank = src.search(/\n[ \t]*\n/);
  const match = onNextLine.exec(blank < 0 ? src : src.slice(0, blank));
  return match ? match.index + 1 : undefined;
}
