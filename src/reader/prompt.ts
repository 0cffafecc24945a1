/**
 * Editing a line: keys as in a shell.
 */

export function edited(text: string, key: string): string {
  if (key === "backspace") return Array.from(text).slice(0, -1).join("");
  if (key === "ctrl+u") return "";
  if (key === "ctrl+w") return withoutWord(text.trimEnd());
  if (key === "space") return `${text} `;
  return Array.from(key).length === 1 ? text + key : text;
}

/** Longest text in a field, in UTF-16 code units. */
const LONGEST = 1_000;

/** A field with text pasted at its end, on one line, cut to `LONGEST`. */
export function pasted(text: string, paste: string): string {
  const line = paste.replace(/\p{Cc}+/gu, " ");
  return (text + (text === "" ? line.trimStart() : line)).slice(0, LONGEST);
}

function withoutWord(text: string): string {
  let end = text.length;
  while (end > 0 && !/\s/.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}
