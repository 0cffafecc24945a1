/**
 * The inlines that dialects add to CommonMark, found by their first character: generators' tags, edits, keys,
 * inserted, marked, raised and lowered text, icons, cited works, LaTeX's commands.
 */
import { linkLabel } from "./destination.ts";
import { bracketTagAt, hashnodesEmbedAt } from "./bracket-tags.ts";
import { editAt } from "./edits.ts";
import { htmlCitationAt } from "./html-citations.ts";
import { iconAt, insertedAt, keysAt } from "./keys.ts";
import { characterBefore } from "./characters.ts";
import { endOfComment, endOfUnseen, tagAt, templateAt, unmarkedAt } from "./raw.ts";
import type { Reach } from "./reach.ts";
import { fieldAround, fieldAt } from "./fields.ts";
import { macroAt, sectionAt } from "./asciidoc.ts";
import { remarkAt } from "./remark.ts";
import { restRoleAt, roleAt } from "./roles.ts";
import { spanAt } from "./spans.ts";
import { texAt, texGroupAt } from "./tex.ts";
import { formulaAt } from "../tags/formula-tags.ts";
import type { Definitions, InlineToken } from "./tokens.ts";
import { embedded, embeddedAt, embeddedBlockAt } from "./wiki.ts";
import { worksCitedAt } from "./works-cited.ts";

/** Tokens, and the offset after their source. */
export interface Addition {
  readonly tokens: readonly InlineToken[];
  /** Where it begins, if that is before the character by which it was found. */
  readonly start?: number;
  readonly end: number;
}

/** The text, and what is known of it. */
export interface AdditionContext {
  readonly text: string;
  readonly reach: Reach;
  readonly definitions: Definitions;
  /** Parses text within the addition. */
  readonly parsed: (inner: string) => readonly InlineToken[];
}

/** The addition that begins at `at`; undefined if there is none. */
export function additionAt(around: AdditionContext, at: number): Addition | undefined {
  switch (around.text[at]) {
    case "{":
      if (around.text[at + 1] === "#")
        return around.definitions.hasTags() ? hidden(around, at, "#}") : undefined;
      return tag(around, at) ?? role(around, at) ?? edit(around, at) ?? texGroup(around, at);
    case "\\":
      return tex(around, at);
    case "+":
      return keys(around, at);
    case "^":
      return inserted(around, at) ?? span(around, at);
    case "~":
      return span(around, at) ?? tie(around, at);
    case "=":
      return span(around, at);
    case ":":
      return (
        remarkAt(around.text, at, around.parsed) ??
        fieldAround(around.text, at, around.parsed) ??
        restRole(around, at) ??
        macro(around, at) ??
        icon(around, at)
      );
    case "[":
      return (
        htmlCitation(around, at) ??
        worksCited(around, at) ??
        fieldAt(around.text, at, around.parsed) ??
        bracketTag(around, at)
      );
    case "%":
      return one(hashnodesEmbedAt(around.text, at)) ?? hidden(around, at, "%%");
    case "<":
      return (
        htmlCitation(around, at) ??
        one(sectionAt(around.text, at, around.parsed)) ??
        one(templateAt(around.text, at, around.reach))
      );
    default:
      return undefined;
  }
}

function one(
  found: { readonly token: InlineToken; readonly start?: number; readonly end: number } | undefined,
): Addition | undefined {
  if (!found) return undefined;
  const { token, start, end } = found;
  return { tokens: [token], ...(start !== undefined && { start }), end };
}

/** The citation of a note that is written in HTML. */
function htmlCitation({ text, definitions }: AdditionContext, at: number): Addition | undefined {
  return one(htmlCitationAt(text, at, definitions));
}

/** A comment. */
function hidden({ text, reach }: AdditionContext, at: number, closer: string): Addition | undefined {
  const end = endOfComment(text, at, closer, reach);
  return end === undefined ? undefined : { tokens: [], end };
}

/** A shortcode of WordPress, unless its brackets are defined as a link. */
function bracketTag({ text, definitions }: AdditionContext, at: number): Addition | undefined {
  const found = bracketTagAt(text, at);
  return found && definitions.link(linkLabel(text.slice(at + 1, found.end - 1))) === undefined
    ? one(found)
    : undefined;
}

/** A generator's tag, a formula between two tags, text that a tag protects, or hidden text. */
function tag({ text, reach, parsed }: AdditionContext, at: number): Addition | undefined {
  const block = embeddedBlockAt(text, at);
  if (block) return one(block);
  const page = embeddedAt(text, at);
  if (page) return { tokens: [embedded(page)], end: at + page.raw.length };
  const kept = unmarkedAt(text, at, reach);
  if (kept) return { tokens: [{ type: "html", raw: kept.inner }], end: kept.end };
  const unseen = endOfUnseen(text, at, reach);
  if (unseen !== undefined) return { tokens: [], end: unseen };
  const found = tagAt(text, at, reach);
  if (!found) return undefined;
  const { raw, literal, end } = found;
  const formula = formulaAt(text, at, end, reach);
  if (formula) return { tokens: [formula.token], end: formula.end };
  if (literal === undefined) return { tokens: [{ type: "shortcode", text: raw }], end };
  return { tokens: [{ type: "span", classes: [], tokens: parsed(literal) }], end };
}

function role({ text, reach }: AdditionContext, at: number): Addition | undefined {
  return one(roleAt(text, at, reach));
}

/** A role as reStructuredText writes it. */
function restRole({ text, reach }: AdditionContext, at: number): Addition | undefined {
  return one(restRoleAt(text, at, reach));
}

/** A macro of AsciiDoc. */
function macro({ text, definitions, parsed }: AdditionContext, at: number): Addition | undefined {
  const found = macroAt(text, at, parsed);
  return found?.token.type === "inlineNote" && !definitions.takes("notes") ? undefined : one(found);
}

function edit({ text, reach, definitions, parsed }: AdditionContext, at: number): Addition | undefined {
  const found = editAt(text, at, reach);
  const parts = found?.parts.filter(({ type }) => type !== "inlineNote" || definitions.takes("notes"));
  return (
    parts && { tokens: parts.map(({ type, inner }) => ({ type, tokens: parsed(inner) })), end: found!.end }
  );
}

function tex({ text, reach, definitions, parsed }: AdditionContext, at: number): Addition | undefined {
  const found = texAt(text, at, reach, parsed);
  const isRefused = found?.tokens[0]?.type === "inlineNote" && !definitions.takes("notes");
  return isRefused ? undefined : found;
}

/** The blank that does not break before a reference of LaTeX: `Figure~\ref{a}`. */
function tie({ text }: AdditionContext, at: number): Addition | undefined {
  const isTie = /^~\\[a-zA-Z]{0,20}(?:cite|ref)[a-z]{0,9}[[{]/.test(text.slice(at, at + 40));
  return isTie ? { tokens: [{ type: "text", text: "\u00a0" }], end: at + 1 } : undefined;
}

function texGroup({ text, reach, parsed }: AdditionContext, at: number): Addition | undefined {
  return texGroupAt(text, at, reach, parsed);
}

/** Keys that are pressed together, with a sign between them. */
function keys({ text }: AdditionContext, at: number): Addition | undefined {
  const found = keysAt(text, at);
  const tokens = found?.keys.flatMap((key, nth): InlineToken[] => [
    ...(nth === 0 ? [] : [{ type: "text", text: "+" } as const]),
    { type: "kbd", tokens: [{ type: "escape", text: key }] },
  ]);
  return tokens && { tokens, end: found!.end };
}

function inserted({ text, parsed }: AdditionContext, at: number): Addition | undefined {
  const found = insertedAt(text, at);
  return found && { tokens: [{ type: "ins", tokens: parsed(found.inner) }], end: found.end };
}

function span({ text, parsed }: AdditionContext, at: number): Addition | undefined {
  const found = spanAt(text, at, characterBefore(text, at));
  return found && { tokens: [{ type: found.type, tokens: parsed(found.inner) }], end: found.end };
}

function icon({ text }: AdditionContext, at: number): Addition | undefined {
  const found = iconAt(text, at);
  return found && { tokens: [{ type: "sign", text: found.sign }], end: found.end };
}

/** Cited works, in their brackets. Brackets that are defined as a link are a link. */
function worksCited({ text, definitions, parsed }: AdditionContext, at: number): Addition | undefined {
  const found = worksCitedAt(text, at);
  if (!found || definitions.link(linkLabel(found.label)) !== undefined) return undefined;
  const bracket = (sign: string): InlineToken => ({ type: "text", text: sign });
  const tokens = [bracket("["), ...parsed(found.inner), bracket("]")];
  return { tokens: [{ type: "cite", tokens }], end: found.end };
}
