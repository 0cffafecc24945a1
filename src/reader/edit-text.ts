/**
 * A line that is typed: what each key makes of it, as shells have it.
 */

export function editText(text: string, key: string): string {
  if (key === "backspace") return Array.from(text).slice(0, -1).join("");
  if (key === "ctrl+u") return "";
  if (key === "ctrl+w") return text.replace(/\S*\s*$/, "");
  if (key === "space") return `${text} `;
  return Array.from(key).length === 1 ? text + key : text;
}
