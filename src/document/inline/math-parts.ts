/**
 * Texts that are not parsed as Markdown, such as titles and HTML, in parts: what is a formula, and what is not.
 */
import { type MathPart, mathAt } from "./math.ts";
import { Reach } from "./reach.ts";

/** Text in parts: what is a formula in it, and what is not. */
export function partsWithMath(text: string): readonly (string | MathPart)[] {
  const parts: (string | MathPart)[] = [];
  const reach = new Reach(text);
  let done = 0;
  for (const { index } of text.matchAll(/[$\\]/g)) {
    const math = index < done ? undefined : mathAt(text, index, reach);
    if (!math) continue;
    if (index > done) parts.push(text.slice(done, index));
    parts.push(math);
    done = math.end;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

/** The source of each part of a text, and whether it is a formula. */
export function sourcesWithMath(text: string): { readonly written: string; readonly isMath: boolean }[] {
  return partsWithMath(text).map((part) =>
    typeof part === "string" ? { written: part, isMath: false } : { written: part.written, isMath: true },
  );
}
