/**
 * Tabs of which only the beginnings are marked (VuePress, "Tabs"), converted to blocks between colons.
 *
 *     ::: tabs
 *     @tab One
 *     Text.
 *     @tab:active Two
 *     More text.
 *     :::
 */

const MARK = /^ {0,3}@tab(?::active)?(?:[ \t]+([^\n]{0,300}))?$/;
const CODE = /^ {0,3}(`{3,}|~{3,})/;
/** More colons than an author writes, so that none within a tab closes it. */
const FENCE = ":".repeat(40);

/** The content of a group of tabs, with a block between colons for each; unchanged if no tab is marked. */
export function withTabs(content: string): string {
  const lines: string[] = [];
  let code: string | undefined;
  let isOpen = false;
  for (const line of content.split("\n")) {
    const fence = CODE.exec(line)?.[1];
    if (fence !== undefined && (code === undefined || fence.startsWith(code)))
      code = code === undefined ? fence : undefined;
    const mark = code === undefined ? MARK.exec(line) : null;
    if (!mark) lines.push(line);
    else {
      if (isOpen) lines.push(FENCE, "");
      isOpen = true;
      lines.push(`${FENCE} tab ${titleIn(mark[1] ?? "")}`);
    }
  }
  return isOpen ? [...lines, FENCE].join("\n") : content;
}

/** A title without the identifier after it, with which a site synchronises tabs (`npm#npm`). */
function titleIn(words: string): string {
  const at = words.lastIndexOf("#");
  return (at > 0 ? words.slice(0, at) : words).trim();
}
