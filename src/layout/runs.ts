/**
 * Flattens inlines into runs: one text, with the roles, links and citations of its parts.
 */
import type { Citation, Inline, Mine, Phrase } from "../document/document.ts";
import { ownLetters } from "../document/own-letters.ts";
import { plainText, wikiText } from "../document/spelling.ts";
import { pictureName } from "../document/picture-name.ts";
import type { Link, Role, Span } from "./line.ts";
import { withoutDefinitions } from "./math/definitions.ts";
import { inlineFormula } from "./math/inline.ts";
import { isProblem, type TexParser, NOT_SET } from "./math/parser.ts";
import { subscript, superscript } from "./scripts.ts";

/** The form of a citation's mark: `¹`, as in printed books, or `[1]`, as in plain text. */
export type CitationMarks = "superscript" | "brackets";

/** The runs of one paragraph, up to a hard break. */
export type Runs = Span[];

interface Context {
  readonly roles: readonly Role[];
  readonly link?: Link;
  readonly mine?: string;
  readonly reworded?: true;
  /** Whether the highlight is within another. */
  readonly inner?: true;
}

const PHRASE_ROLES: Readonly<Record<Phrase, Role>> = {
  emphasis: "emphasis",
  strong: "strong",
  strikethrough: "strikethrough",
  underline: "underline",
  inserted: "underline",
  highlight: "highlight",
  superscript: "superscript",
  subscript: "subscript",
  keyboard: "keyboard",
  reference: "quiet",
};

/** The options of flattening. */
export interface Flattening {
  readonly marks: CitationMarks;
  readonly roles?: readonly Role[];
  readonly tex?: TexParser | undefined;
}

/** Flattens inlines. Each hard break begins a new paragraph. Blanks are collapsed as with CSS `white-space: normal`. */
export function flatten(inlines: readonly Inline[], { marks, roles = [], tex }: Flattening): Runs[] {
  const flattener = new Flattener(marks, tex);
  flattener.addAll(inlines, { roles });
  return flattener.paragraphs;
}

/** The mark that cites note `number`. */
export function citationMark(number: number, marks: CitationMarks): string {
  return marks === "brackets" ? `[${number}]` : (superscript(String(number)) ?? String(number));
}

/** The mark that cites the user's note `nth`: a pencil, and its letter raised, or in brackets. */
export function ownMark(nth: number, marks: CitationMarks): string {
  const letters = ownLetters(nth);
  return marks === "brackets" ? `[✎${letters}]` : `✎${superscript(letters) ?? letters}`;
}

/** The signs around the user's highlights in plain text; around one whose words were edited, they say “nearly”. */
export function mineSigns(reworded: boolean | undefined): readonly [before: string, after: string] {
  return reworded ? ["⟦≈ ", "⟧"] : ["⟦", "⟧"];
}

class Flattener {
  readonly paragraphs: Runs[] = [[]];
  readonly #marks: CitationMarks;

  readonly #tex: TexParser | undefined;

  constructor(marks: CitationMarks, tex: TexParser | undefined) {
    this.#marks = marks;
    this.#tex = tex;
  }

  addAll(inlines: readonly Inline[], context: Context): void {
    for (const inline of inlines) this.#add(inline, context);
  }

  #add(inline: Inline, context: Context): void {
    switch (inline.type) {
      case "text":
        return this.#text(inline.text, context);
      case "codeSpan":
        return this.#text(inline.text, within(context, "code"));
      case "inlineMath":
        return this.#math(inline, context);
      case "shortcode":
        return this.#text(inline.text, within(context, "quiet"));
      case "wikiLink":
        return this.#text(wikiText(inline), within(context, "quiet"));
      case "hardBreak":
        this.paragraphs.push([]);
        return;
      case "citation":
        return this.#citation(inline, context);
      case "image":
        return this.#text(`▣ ${pictureName(inline)}`, {
          ...within(context, inline.alt === "" ? "imageName" : "image"),
          link: context.link ?? { href: inline.src },
        });
      case "link":
        return this.addAll(inline.children, { ...within(context, "link"), link: { href: inline.href } });
      case "abbreviation":
        return this.addAll(inline.children, context);
      case "mine":
        return this.#mine(inline, context);
      case "strikethrough":
        return this.#struck(inline.children, within(context, PHRASE_ROLES[inline.type]));
      case "superscript":
      case "subscript":
        return this.#script(inline.type, inline.children, context);
      default:
        return this.addAll(inline.children, within(context, PHRASE_ROLES[inline.type]));
    }
  }

  #text(text: string, context: Context): void {
    const runs = this.#runs();
    const collapsed = text.replace(/[ \t\n]+/g, " ");
    const last = runs.at(-1);
    const afterBlank = last === undefined || (last.text.endsWith(" ") && last.cites === undefined);
    const kept = afterBlank && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
    if (kept !== "") runs.push({ text: kept, ...seen(context) });
  }

  /** Adds a formula in unbreakable pieces, or its source if it can't be parsed. */
  #math({ tex, written = `$${tex}$` }: Extract<Inline, { type: "inlineMath" }>, context: Context): void {
    const parsed = this.#tex?.(tex, false);
    if (!this.#tex && withoutDefinitions(tex) === "") return;
    const pieces = parsed && !isProblem(parsed) ? inlineFormula(parsed) : undefined;
    if (!pieces) {
      const isRefused = !parsed || (isProblem(parsed) && parsed.isBeyond !== true);
      return this.#text(isRefused ? written : `${written} ${NOT_SET}`, within(context, "mathSource"));
    }
    const own = { ...seen(within(context, "math")), formula: { tex } };
    for (const { text, after } of pieces) if (text !== "") this.#runs().push({ ...own, text, breaks: after });
  }

  /** In plain text, the user's highlights are between signs. */
  #mine({ children, mark, reworded }: Mine, context: Context): void {
    const { mine, reworded: _, ...outer } = context;
    const inner = mine !== undefined && ({ inner: true } as const);
    const own = { ...outer, mine: mark, ...inner, ...(reworded && { reworded }) };
    const [before, after] = this.#marks === "brackets" ? mineSigns(reworded) : ["", ""];
    if (before !== "") this.#text(before, own);
    this.addAll(children, own);
    if (after !== "") this.#text(after, own);
  }

  #citation(citation: Citation, context: Context): void {
    const runs = this.#runs();
    const text =
      citation.own === undefined
        ? this.#partedMark(citation.number, runs.at(-1))
        : ownMark(citation.own, this.#marks);
    runs.push({ ...seen(within(context, "citation")), text, cites: citation.number });
  }

  /**
   * Neighbouring raised marks would read as one number, so a comma separates them; after a digit a raised mark would
   * read as an exponent, so it is in brackets.
   */
  #partedMark(number: number, before: Span | undefined): string {
    const mark = citationMark(number, this.#marks);
    if (this.#marks === "brackets" || before === undefined) return mark;
    if (before.cites !== undefined) return `,${mark}`;
    return /[\p{N}⁺⁻ⁿ⁾]$/u.test(before.text) ? `⁽${mark}⁾` : mark;
  }

  /** In plain text, struck text keeps its signs. Without them it would say the opposite. */
  #struck(children: readonly Inline[], context: Context): void {
    const sign = this.#marks === "brackets" ? "~~" : "";
    if (sign !== "") this.#text(sign, context);
    this.addAll(children, context);
    if (sign !== "") this.#text(sign, context);
  }

  /** Uses Unicode's superscripts and subscripts if it has all of them, otherwise `^` and `_` as in TeX. */
  #script(type: "superscript" | "subscript", children: readonly Inline[], context: Context): void {
    if (children.some((child) => child.type === "citation" || child.type === "link")) {
      return this.addAll(children, context);
    }
    const content = plainText(children);
    const raised = type === "superscript" ? superscript(content) : subscript(content);
    if (raised !== undefined) return this.#text(raised, within(context, type));
    this.#text((type === "superscript" ? "^" : "_") + content, within(context, type));
  }

  #runs(): Runs {
    return this.paragraphs.at(-1)!;
  }
}

/** Adds the role of the user's highlights as the innermost, so that it always shows. */
function seen(context: Context): Context {
  if (context.mine === undefined) return context;
  const own = within(context, context.reworded ? "mineReworded" : "mine");
  return context.inner ? within(own, "mineInner") : own;
}

function within(context: Context, role: Role): Context {
  return { ...context, roles: [...context.roles, role] };
}
