/**
 * Directives within a text (remark-directive; Starlight, Docusaurus).
 *
 *     A :kbd[Ctrl]{.x} and an :abbr[HTML]{title="A language"}     ::youtube[A title]{#w7Ft2ymGmfc}
 */
import { tableOf } from "../../text/own.ts";
import { matchAt } from "./destination.ts";
import type { InlineToken } from "./tokens.ts";

const ATTRIBUTES = String.raw`(?:\{([^{}\n]{0,300})\})?`;
/** A directive within a line. It is neither an icon, `:name:`, nor the text of a link after a colon. */
const TEXT = new RegExp(String.raw`:([a-z][a-z-]{0,30})\[([^[\]\n]{1,300})\]${ATTRIBUTES}(?![[(:])`, "y");
/** One without words: its attributes show that it is a directive. */
const EMPTY = /:([a-z][a-z-]{1,30})\{((?:[#.][\w-]{1,60}|[\w-]{1,40}="[^"{}\n]{0,300}")[^{}\n]{0,300})\}/y;
/** A directive that fills its line. */
const LEAF = new RegExp(
  String.raw`::([a-z][a-z-]{1,30})(?:\[([^[\]\n]{1,300})\])?${ATTRIBUTES}[ \t]{0,9}(?=\n|$)`,
  "iy",
);

/** Part of a text: its tokens, and the offset after it. */
interface Found {
  readonly tokens: readonly InlineToken[];
  readonly end: number;
}
type Parsed = (inner: string) => readonly InlineToken[];

const PHRASES = tableOf<"em" | "strong" | "del" | "ins" | "mark" | "sup" | "sub" | "kbd">({
  del: "del",
  em: "em",
  ins: "ins",
  kbd: "kbd",
  mark: "mark",
  strong: "strong",
  sub: "sub",
  sup: "sup",
});

/** The directive that begins with the colon at `at`; undefined if there is none. */
export function remarkAt(text: string, at: number, parsed: Parsed): Found | undefined {
  const isFirst = at === 0 || text[at - 1] === "\n";
  const leaf = isFirst ? matchAt(LEAF, text, at) : null;
  if (leaf) return { tokens: [asTag(leaf[1]!, leaf[2], leaf[3])], end: at + leaf[0].length };
  const isWord = /[\w:\]]/.test(text[at - 1] ?? " ");
  const empty = isWord ? null : matchAt(EMPTY, text, at);
  if (empty) return { tokens: [asTag(empty[1]!, "", empty[2])], end: at + empty[0].length };
  const match = isWord ? null : matchAt(TEXT, text, at);
  if (!match) return undefined;
  const [written, name = "", label = "", attributes = ""] = match;
  return { tokens: tokensOf(name, parsed(label), attributes), end: at + written.length };
}

function tokensOf(name: string, tokens: readonly InlineToken[], attributes: string): readonly InlineToken[] {
  const phrase = PHRASES[name];
  if (phrase) return [{ type: phrase, tokens }];
  const title = name === "abbr" ? /\btitle="([^"<>]{1,200})"/.exec(attributes)?.[1] : undefined;
  if (title === undefined) return [{ type: "span", classes: [], tokens }];
  return [{ type: "html", raw: `<abbr title="${title}">` }, ...tokens, { type: "html", raw: "</abbr>" }];
}

/** A directive as the shortcode of the same name, which means the same. */
function asTag(name: string, label = "", attributes = ""): InlineToken {
  const id = /(?:^|\s)#([^\s#.="]{1,100})/.exec(attributes)?.[1];
  const others = attributes.match(/(?<=^|\s)[\w-]{1,40}="[^"]{0,300}"/g) ?? [];
  const own = [
    ...(id === undefined ? [] : [`id="${id}"`]),
    ...(label === "" ? [] : [`title="${label.replaceAll('"', "”")}"`]),
  ];
  return { type: "shortcode", text: `{{< ${[name, ...own, ...others].join(" ")} >}}` };
}
