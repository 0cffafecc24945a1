/**
 * Brackets that belong together, as CommonMark pairs them.
 */

/** As far as anybody's link text or inline note reaches; bounds the work on a run of open brackets. */
const FURTHEST = 5_000;

/** The bracket that closes the one at `open`, brackets nested, escapes and code spans passed over. */
export function closingBracket(src: string, open: number): number | undefined {
  let depth = 0;
  const end = Math.min(src.length, open + FURTHEST);
  for (let at = open; at < end; at++) {
    const character = src[at];
    if (character === "\\") at++;
    else if (character === "`") at = endOfCodeSpan(src, at);
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return at;
  }
  return undefined;
}

/** The last backtick of the code span that begins at `start`, or of its marker when nothing closes it. */
function endOfCodeSpan(src: string, start: number): number {
  const marker = /^`+/.exec(src.slice(start))![0];
  const closing = new RegExp(`(?<!\`)${marker}(?!\`)`).exec(src.slice(start + marker.length));
  return start + marker.length - 1 + (closing ? closing.index + marker.length : 0);
}
