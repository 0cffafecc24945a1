/**
 * Trims text in linear time. A pattern such as `/ +$/` starts again at each blank within the text, and takes
 * time proportional to the square of its length.
 */

/** Without the characters of `characters` (UTF-16 code units) at its end. */
export function trimmedEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Without the characters of `characters` (UTF-16 code units) at its start. */
function trimmedStart(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text[start]!)) start++;
  return text.slice(start);
}

/** Without the characters of `characters` (UTF-16 code units) at either end. */
export function trimmed(text: string, characters: string): string {
  return trimmedStart(trimmedEnd(text, characters), characters);
}

/** Lines without the blanks and tabs around their breaks; those before the first and after the last line stay. */
export function trimmedLines(text: string): string[] {
  const lines = text.split("\n");
  const last = lines.length - 1;
  return lines.map((line, index) => {
    const ended = index === last ? line : trimmedEnd(line, " \t");
    return index === 0 ? ended : trimmedStart(ended, " \t");
  });
}

/** The path of an address, without its query and its fragment (RFC 3986, 3.3). */
export function pathOf(address: string): string {
  const end = address.search(/[?#]/);
  return end < 0 ? address : address.slice(0, end);
}
