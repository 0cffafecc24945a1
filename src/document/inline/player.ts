/**
 * Players of markdown-it's extensions and of Zenn: `@[youtube](w7Ft2ymGmfc)`.
 */
import { matchAt } from "./destination.ts";
import type { InlineToken } from "./tokens.ts";

const PLAYER =
  /\[(codepen|gist|jsfiddle|osf|prezi|slideshare|speakerdeck|tweet|twitter|video|vimeo|vine|youtube)\]\(([^()\s"]{1,300})\)/iy;

/** The player whose bracket is at `at`, after an `@`, as a generator's tag, and the offset of its end. */
export function playerAt(
  text: string,
  at: number,
): { readonly token: InlineToken; readonly end: number } | undefined {
  if (text[at - 1] !== "@" || /[\w.]/.test(text[at - 2] ?? " ")) return undefined;
  const [written, name = "", address = ""] = matchAt(PLAYER, text, at) ?? [];
  if (written === undefined) return undefined;
  const token = { type: "shortcode", text: `{{< ${name.toLowerCase()} "${address}" >}}` } as const;
  return { token, end: at + written.length };
}
