/**
 * The brackets of JSON outside its strings, in one pass, whether or not the JSON is valid.
 */

/** Each `{`, `}`, `[` and `]` from the offset `start` on, with its offset. */
export function* jsonBrackets(text: string, start = 0): Generator<readonly [sign: string, at: number]> {
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) {
      if (sign === "\\") at++;
    } else if (sign === "{" || sign === "}" || sign === "[" || sign === "]") yield [sign, at];
  }
}
