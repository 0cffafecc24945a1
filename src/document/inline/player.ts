/**
 * Players of markdown-it's extensions and of Zenn, and code that VuePress inserts: `@[youtube](w7Ft2ymGmfc)`, `@[code{1-3} js](./a.js)`.
 */
import { matchAt } from "./destination.ts";
import type { InlineToken } from "./tokens.ts";

const PLAYER =
  /\[(card|codepen|codesandbox|docswell|figma|gist|github|jsfiddle|osf|prezi|slideshare|speakerdeck|stackblitz|tweet|twitter|video|vimeo|vine|youtube)\]\(([^()\s"]{1,300})\)/iy;
/** Pages that have no player of their own. */
const PAGES = new Set(["card", "docswell", "figma", "github"]);
const CODE = /\[code(?:\{[^{}\n]{0,100}\}|:[^[\]\n]{0,60}|[ \t][\w#-]{1,30}){0,3}\]\(([^()\s"]{1,300})\)/iy;

/** The player or the code whose bracket is at `at`, after an `@`, as a generator's tag or a quiet sign, and the offset of its end. */
export function playerAt(
  text: string,
  at: number,
): { readonly token: InlineToken; readonly end: number } | undefined {
  if (text[at - 1] !== "@" || /[\w.]/.test(text[at - 2] ?? " ")) return undefined;
  const [code, file = ""] = matchAt(CODE, text, at) ?? [];
  if (code !== undefined)
    return {
      token: { type: "sign", text: `‹${file.slice(file.lastIndexOf("/") + 1)}›` },
      end: at + code.length,
    };
  const [written, kind = "", address = ""] = matchAt(PLAYER, text, at) ?? [];
  if (written === undefined) return undefined;
  const name = PAGES.has(kind.toLowerCase()) ? "embed" : kind.toLowerCase();
  return { token: { type: "shortcode", text: `{{< ${name} "${address}" >}}` }, end: at + written.length };
}
