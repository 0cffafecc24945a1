/**
 * Roles of MyST and of Sphinx's Markdown (mystmd.org, "Roles"): a name in braces before code.
 *
 *     {ref}`a-name`   {ref}`a text <a-name>`   {kbd}`Ctrl+C`   {sub}`2`   {math}`x^2`   {py:func}`~os.path.join`
 */
import { tableOf } from "../../text/own.ts";
import { matchAt } from "./destination.ts";
import type { Reach } from "./reach.ts";
import type { InlineToken } from "./tokens.ts";

const ROLE = /\{([A-Za-z][\w:+.-]{0,40})\}(`{1,9})(?!`)/y;
const TITLED = /^([^<>]{0,500}?)\s{0,9}<([^<>]{1,500})>$/;

/** The style of a role's text. */
const PHRASES = tableOf<"em" | "strong" | "del" | "ins" | "sup" | "sub" | "kbd">({
  del: "del",
  strike: "del",
  u: "ins",
  underline: "ins",
  sub: "sub",
  subscript: "sub",
  sup: "sup",
  superscript: "sup",
  kbd: "kbd",
  emphasis: "em",
  dfn: "em",
  strong: "strong",
  guilabel: "strong",
});
/** References to a name of the page or of another one. */
const NAMES = new Set("ref numref eq prf:ref std:ref".split(" "));
const FILES = new Set("doc download button-ref button-link".split(" "));
const CODE = new Set(
  "code command file program samp envvar option literal any token mimetype makevar".split(" "),
);
const ICONS = /^(?:octicon|fa[a-z]?|material-[a-z]{1,20}|icon)$/;
const CITES = /^(?:foot)?cite(?:$|:)/;
/** Names of programs, by the domain of their language. */
const OBJECTS = /^(?:py|c|cpp|js|rst|std):|^(?:func|meth|class|mod|attr|data|exc|obj|const)$/;

/** A role as reStructuredText writes it: `` :ref:`a-name` ``. */
const REST_ROLE = /:([A-Za-z][\w+.-]{0,40}(?::[a-z]{1,20})?):`(?!`)/y;

/** The token of the role of reStructuredText that begins with the colon at `at`, if its name is known: an emoji may also be before code. */
export function restRoleAt(
  text: string,
  at: number,
  reach: Reach,
): { readonly token: InlineToken; readonly end: number } | undefined {
  const match = /[\w:]/.test(text[at - 1] ?? " ") ? null : matchAt(REST_ROLE, text, at);
  const name = match?.[1]!.toLowerCase();
  if (!match || name === undefined || !isKnown(name)) return undefined;
  const start = at + match[0].length;
  const end = reach.backticks(1, start);
  if (end < 0) return undefined;
  return { token: tokenOf(name, text.slice(start, end).replaceAll("\n", " ").trim()), end: end + 1 };
}

function isKnown(name: string): boolean {
  const isWord = PHRASES[name] !== undefined || NAMES.has(name) || FILES.has(name) || CODE.has(name);
  return isWord || CITES.test(name) || OBJECTS.test(name) || OTHERS.has(name);
}

const OTHERS = new Set("abbr eval math menuselection pep rfc term".split(" "));

/** The token of the role that begins at `at`, and the offset after it; undefined if there is none. */
export function roleAt(
  text: string,
  at: number,
  reach: Reach,
): { readonly token: InlineToken; readonly end: number } | undefined {
  // `${name}` before code is part of a program.
  const match = text[at - 1] === "$" ? null : matchAt(ROLE, text, at);
  if (!match) return undefined;
  const [written, name, ticks] = [match[0], match[1]!.toLowerCase(), match[2]!];
  const start = at + written.length;
  const end = reach.backticks(ticks.length, start);
  if (end < 0) return undefined;
  const token = tokenOf(name, text.slice(start, end).replaceAll("\n", " ").trim());
  return { token, end: end + ticks.length };
}

/** The words of an unknown role are shown. */
function tokenOf(name: string, content: string): InlineToken {
  const phrase = PHRASES[name];
  const [, title = content, target = content] = TITLED.exec(content) ?? [];
  const said: InlineToken[] = [{ type: "text", text: title || target }];
  if (name === "math") return { type: "math", text: content, raw: `$${content}$` };
  if (phrase) return { type: phrase, tokens: said };
  if (NAMES.has(name)) return { type: "link", href: `#${target}`, tokens: said };
  if (FILES.has(name)) return { type: "link", href: name === "doc" ? page(target) : target, tokens: said };
  if (CITES.test(name))
    return { type: "cite", tokens: [{ type: "text", text: `[${content.replace(/,\s{0,9}/g, ", ")}]` }] };
  if (name === "pep" || name === "rfc") return standard(name, content);
  if (name === "menuselection")
    return { type: "strong", tokens: [{ type: "text", text: content.replaceAll("-->", "▸") }] };
  if (ICONS.test(name)) return { type: "sign", text: `‹${content.split(";", 1)[0]!}›` };
  if (name === "eval") return { type: "sign", text: `‹${content}›` };
  if (CODE.has(name) || OBJECTS.test(name))
    return { type: "codespan", text: title === content ? bare(content) : title };
  return { type: "span", classes: [], tokens: said };
}

/** A standard by its number. */
function standard(name: "pep" | "rfc", number: string): InlineToken {
  const href =
    name === "pep"
      ? `https://peps.python.org/pep-${number.padStart(4, "0")}/`
      : `https://www.rfc-editor.org/rfc/rfc${number}`;
  return { type: "link", href, tokens: [{ type: "text", text: `${name.toUpperCase()} ${number}` }] };
}

/** The file of a page that is named without its extension. */
function page(target: string): string {
  return /\.[a-z]{2,8}$/i.test(target) || target.startsWith("http") ? target : `${target}.md`;
}

/** The visible name of an object: only its last part if it begins with a tilde. */
function bare(name: string): string {
  return name.startsWith("~")
    ? name.slice(name.lastIndexOf(".") + 1).replace(/^~/, "")
    : name.replace(/^!/, "");
}
