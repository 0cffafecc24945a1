/**
 * The blocks that a pair of tags and its content become.
 */
import { visible, visibleAddress, visibleCode } from "../../text/visible.ts";
import type { Block, Inline } from "../document.ts";
import { sourcesWithMath } from "../inline/math-parts.ts";
import { toInlines } from "../flow.ts";
import { generatedAddress } from "../generated.ts";
import { text } from "../inlines.ts";
import { inlinesIn } from "../walk.ts";
import {
  attributionOf,
  calloutOf,
  codeOf,
  isCode,
  isComment,
  isDrawn,
  isFolded,
  isFormula,
  isQuote,
  kindOf,
} from "./kinds.ts";
import { fieldBlock, isField } from "./fields.ts";
import { addressOf } from "./inline-kinds.ts";
import { titleFor } from "./words.ts";
import { withoutDelimiters } from "./formula-tags.ts";
import { isPicture, shownBy } from "./players.ts";
import { type Tag, valueOf } from "./tag.ts";
import { sentenceCase } from "../../text/sentence-case.ts";

/** The blocks of a tag whose content is code, a drawing, a formula or a comment; undefined if it is Markdown. */
export function verbatimBlocks(tag: Tag, content: string): Block[] | undefined {
  if (isComment(tag)) return [];
  if (isFormula(tag) && holdsFormulas(content)) return undefined;
  if (isFormula(tag)) return [{ type: "math", tex: visibleCode(withoutDelimiters(content.trim())) }];
  if (isDrawn(tag)) return [codeBlock(kindOf(tag), content)];
  if (!isCode(tag) || holdsCode(content)) return undefined;
  const { language, title } = codeOf(tag);
  const code = codeBlock(
    language,
    withoutTemplate(content).replace(/\{%-?\s{0,9}(?:end)?raw\s{0,9}-?%\}\n?/g, ""),
  );
  return title === "" ? [code] : [{ type: "figure", children: [code], caption: [text(visible(title))] }];
}

/** A component's code may be a JavaScript template: `{`…`}`. */
function withoutTemplate(content: string): string {
  return /^\s*\{`([^]*)`\}\s*$/.exec(content)?.[1] ?? content;
}

function codeBlock(language: string, content: string): Block {
  return { type: "codeBlock", language: visible(language), text: visibleCode(content) };
}

/** Whether the content is code between fences of Markdown, to which the tag only gives a title (GitBook, "Code blocks"). */
export function holdsCode(content: string): boolean {
  return /^\s{0,99}(?:`{3}|~{3})/.test(content);
}

/** Whether the content is text with formulas between their own delimiters, which the tag only protects. */
export function holdsFormulas(content: string): boolean {
  const tex = content.trim();
  if (withoutDelimiters(tex) !== tex) return false;
  const parts = sourcesWithMath(tex);
  return (
    parts.some(({ isMath }) => isMath) &&
    parts.every(({ isMath, written }) => isMath || !/[\\^_]/.test(written))
  );
}

/** The blocks of a tag around Markdown; `title` is its parsed title. */
export function enclosedBlocks(tag: Tag, title: readonly Inline[], children: Block[]): Block[] {
  const callout = calloutOf(tag);
  if (callout) return [{ type: "callout", kind: callout.kind.toLowerCase(), title, children }];
  if (isField(tag)) return [fieldBlock(tag, children)];
  if (isQuote(tag)) return [{ type: "blockQuote", children: [...children, ...attribution(tag)] }];
  const shown = isPicture(tag) ? shownBy(tag) : undefined;
  if (shown) return [captioned([{ type: "paragraph", children: [shown.inline] }], toInlines(children))];
  const file = kindOf(tag) === "file" ? valueOf(tag, ["src"]) : undefined;
  if (file !== undefined) return [captioned([fileNamed(file)], toInlines(children))];
  if (isCode(tag)) return [captioned(children, title)];
  const caption = valueOf(tag, ["caption"]);
  // A caption is below the content, a title above it.
  if (caption !== undefined && titleFor(tag) === caption)
    return [{ type: "figure", children, caption: title }];
  if (title.length === 0 && !isFolded(tag)) return children;
  const summary = title.length > 0 ? linked(title, addressOf(tag)) : [text(sentenceCase(kindOf(tag)))];
  return [{ type: "details", summary, children }];
}

/** Inlines as a link, unless one of them is a link. */
export function linked(inlines: readonly Inline[], to: string | undefined): Inline[] {
  const isLinked = Array.from(inlinesIn(inlines)).some(({ type }) => type === "link" || type === "wikiLink");
  if (to === undefined || inlines.length === 0 || isLinked) return [...inlines];
  return [{ type: "link", href: generatedAddress(to), children: inlines }];
}

function captioned(children: readonly Block[], caption: readonly Inline[]): Block {
  const [only] = children;
  if (caption.length === 0 && only && children.length === 1) return only;
  return { type: "figure", children, caption };
}

/** A link to a file, with its name. */
function fileNamed(file: string): Block {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return {
    type: "paragraph",
    children: [{ type: "link", href: visibleAddress(file), children: [text(visible(name))] }],
  };
}

function attribution(tag: Tag): Block[] {
  const by = attributionOf(tag);
  if (!by) return [];
  const name: Inline[] = by.href
    ? [{ type: "link", href: by.href, children: [text(by.text)] }]
    : [text(by.text)];
  return [{ type: "paragraph", children: [text("— "), ...name] }];
}
