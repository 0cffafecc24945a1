/**
 * HTML inside Markdown: tags become the nodes that they mean, and the text is kept.
 *
 * An element may begin in one piece of HTML and end in another, with Markdown between (`<details>` mostly
 * does), so the builder keeps the open elements and takes Markdown's own nodes in as their children.
 * htmlparser2 reads each piece.
 */
import { Parser } from "htmlparser2";
import type { Block, Citation, Inline } from "../document.ts";
import { decode } from "../../text/entities.ts";
import { shownText, text } from "../inlines.ts";
import { withoutExtensions } from "../convert/attributes.ts";
import { isKnownElement } from "../../text/known-elements.ts";
import { includedFile } from "./included-files.ts";
import { drawingNodes } from "./drawings.ts";
import { elementNodes } from "./element-nodes.ts";
import { isHidden, isMute, isSideNote, isToggle, VOID } from "./elements.ts";
import { isBlankText, isBlock, type Node } from "../nodes.ts";
import { toBlocks, toInlines, toPlacedBlocks } from "../flow.ts";
import type { Limits } from "../limits.ts";
import { BOUNDS } from "../../text/bounds.ts";
import { CODE_ELEMENTS } from "../inline/code-elements.ts";
import { partsWithMath } from "../inline/math-parts.ts";
import { formulaOf } from "../inline/math.ts";
import { isMedia, isPlayer, mediaLink, namedAsFrame, withFramesRead, withFramesWritten } from "../media.ts";
import { type OpenElement, OpenElements, wantsEnd } from "./open-elements.ts";
import { SideNotes } from "./side-notes.ts";
import { HeldTags } from "../tags/held-tags.ts";
import type { Pairs } from "../tags/pairs.ts";
import { tagInlines } from "../tags/stand-ins.ts";

/** What a builder needs of the whole text. */
export interface TreeContext {
  readonly limits: Limits;
  /** Which of generators' tags are closed. */
  readonly pairs: Pairs;
  /** A citation of an inline note; undefined in places without citations. */
  readonly cite: (blocks: readonly Block[]) => Citation | undefined;
  /** Whether text within elements is Markdown (mdxjs.com, "What is MDX?"). */
  readonly isMdx: boolean;
  /** The names of elements whose end tag is missing. */
  readonly unclosed: Set<string>;
  /** Parses the text among inlines as Markdown. */
  readonly marked: (inlines: readonly Inline[]) => readonly Inline[];
}

/** Builds a run of nodes out of Markdown's own nodes and pieces of HTML, in order. */
export class TreeBuilder {
  readonly #open = new OpenElements();
  readonly #around: TreeContext;
  readonly #limits: Limits;
  readonly #cite: TreeContext["cite"];
  readonly #notes: SideNotes;
  readonly #tags: HeldTags;
  /**
   * The same parser for all pieces, because it knows which elements a piece leaves open. It never gets the end of the
   * text.
   */
  #parser: Parser | undefined;
  #line: number | undefined;
  /** The lines of the pieces in which nodes were, for those that are in no block. */
  readonly #lines = new WeakMap<Node, number>();
  /** Text that was read since the last tag: the parser cuts it at each `<`, such as that of `$x < y$`. */
  #written = "";
  /** The piece that is read, and the offset at which it begins among all pieces. */
  #piece = "";
  #start = 0;

  constructor(around: TreeContext) {
    const { limits, cite, pairs } = around;
    this.#around = around;
    this.#tags = new HeldTags(pairs);
    this.#limits = limits;
    this.#cite = cite;
    this.#notes = new SideNotes(cite);
  }

  /** Adds one of Markdown's own nodes to the element that is open. */
  add(node: Node): void {
    if (this.#line !== undefined) this.#lines.set(node, this.#line);
    this.#open.top.nodes.push(node);
  }

  /** Adds one of Markdown's blocks, before which a paragraph or a formula ends that was left open (HTML, 13.2.6.4.7 and 13.2.6.5). */
  addBlock(block: Block): void {
    for (const name of ENDED_BY_BLOCKS) this.#closeTag(name, true);
    this.add(block);
  }

  #isMarkdown(): boolean {
    if (this.#open.has("math") || this.#open.has("svg")) return false;
    return this.#around.isMdx || this.#open.saysMarkdown;
  }

  /** Adds a piece of HTML: a tag, a comment, or a block of them. `line` is where it begins, if known. */
  html(piece: { readonly raw: string }, line?: number): void {
    this.#line = line;
    this.#parser ??= new Parser(
      {
        onopentag: (name, attributes) => this.#flushed(() => this.#openTag(namedAsFrame(name), attributes)),
        onclosetag: (name, isImplied) => this.#flushed(() => this.#closeTag(namedAsFrame(name), isImplied)),
        oncomment: (data) => this.#flushed(() => this.#comment(data)),
        ontext: (data) => (this.#written += data),
      },
      { decodeEntities: false, recognizeSelfClosing: true },
    );
    this.#start += this.#piece.length;
    this.#piece = withFramesRead(this.#tags.held(piece));
    this.#parser.write(this.#piece);
    this.#flushed(() => undefined);
  }

  /** A comment is hidden, but a file that it includes leaves its name. */
  #comment(data: string): void {
    if (!this.#open.isHidden) for (const sign of includedFile(data)) this.add(sign);
  }

  /** Adds the text that was read, then calls `next`. */
  #flushed(next: () => void): void {
    const data = this.#written;
    this.#written = "";
    if (data !== "") this.#text(data);
    next();
  }

  /** The words of a tag whose name HTML does not define and whose attributes have no values; undefined for other tags. */
  #doubtful(name: string, attributes: OpenElement["attributes"]): string | undefined {
    if (this.#open.has("svg") || this.#open.has("math")) return undefined;
    if (isKnownElement(name) || Object.values(attributes).some((value) => value !== "")) return undefined;
    const at = (this.#parser?.startIndex ?? 0) - this.#start + 1;
    const written = this.#piece.slice(at, this.#piece.indexOf(">", at));
    return written.endsWith("/") || /["'=\ue000]/.test(written) ? undefined : written;
  }

  /** Everything as blocks: loose inlines become paragraphs. */
  blocks(): Block[] {
    return toPlacedBlocks(this.#finish(), (inline) => this.#lines.get(inline));
  }

  /** Everything as inlines: blocks give their text. */
  inlines(): Inline[] {
    return toInlines(this.#finish());
  }

  #finish(): Node[] {
    while (this.#open.depth > 0) this.#closeTop(true);
    return this.#open.top.nodes;
  }

  #openTag(name: string, raw: Record<string, string>): void {
    const release = ([key, value]: [string, string]): [string, string] => [key, this.#tags.released(value)];
    const attributes = this.#tags.isEmpty ? raw : Object.fromEntries(Object.entries(raw).map(release));
    if (!this.#limits.takes("marks")) return;
    if (isToggle(attributes) && VOID.has(name)) return;
    const around = this.#open.top;
    if (name === "source" && isMedia(around.name)) around.source ??= attributes["src"];
    if (name === "embed") this.#media(name, attributes);
    if (VOID.has(name)) this.#append(elementNodes(name, attributes, [], this.#limits, false));
    else {
      if (this.#open.depth >= BOUNDS.depth.most) throw new RangeError("nested too deeply");
      const written = this.#doubtful(name, attributes);
      this.#open.push({ name, attributes, nodes: [], line: this.#line, written });
    }
  }

  #closeTag(name: string, isImplied: boolean): void {
    if (VOID.has(name) || !this.#open.has(name)) return;
    const depth = this.#open.depthOf(name);
    while (this.#open.depth > depth) this.#closeTop();
    this.#closeTop(false, !isImplied);
  }

  #closeTop(isAtEnd = false, isClosed = false): void {
    const element = this.#open.pop();
    if (!element) return;
    const { name, attributes, nodes, line } = element;
    if (!isClosed && wantsEnd(name)) this.#around.unclosed.add(name);
    if (isSideNote(name, attributes)) {
      // A note within a note is part of it; a note that is never closed would contain the rest of the essay.
      const isWithin =
        this.#open.isHidden || this.#open.some((around) => isSideNote(around.name, around.attributes));
      if (!isAtEnd && !isWithin) this.#notes.add(toBlocks(nodes), this.#open.top.nodes);
      else this.#append(name === "aside" ? toBlocks(nodes) : nodes);
    } else if (isHidden(name, attributes)) {
      const isPlayed = isMedia(name) && this.#media(name, attributes, element.source);
      if (!isPlayed) this.#append(drawingNodes(name, attributes, []));
      // The content of an unclosed element belongs to the essay.
      if (!isClosed) this.#append(setOff(nodes));
    } else if (!isMute(name) && !isToggle(attributes)) {
      const isInFormula = this.#open.has("math");
      const shown = elementNodes(name, attributes, nodes, this.#limits, isInFormula);
      // An unclosed tag without a meaning is text in angle brackets.
      if (!isClosed && shown === nodes) this.#sign(element.written);
      this.#append(shown, line);
      if (!this.#open.has("svg")) this.#append(drawingNodes(name, attributes, nodes));
    }
  }

  #sign(written: string | undefined): void {
    if (written === undefined) return;
    if (this.#open.has("pre")) this.add({ type: "preformatted", text: `<${written}>` });
    else this.add({ type: "shortcode", text: `‹${shownText(written).replace(/\s+/g, " ")}›` });
  }

  /** Adds a player, or the page in a frame; returns whether there is one. */
  #media(name: string, attributes: OpenElement["attributes"], source?: string): boolean {
    const link = mediaLink(name, attributes, source);
    if (link) {
      if (isPlayer(this.#open.top.nodes.findLast((node) => !isBlankText(node))))
        this.add({ type: "hardBreak" });
      this.add(link);
    }
    if (attributes["srcdoc"] !== undefined) this.#framed(attributes["srcdoc"]);
    return link !== undefined || attributes["srcdoc"] !== undefined;
  }

  /** Adds the page in a frame's attribute (HTML, 4.8.5). */
  #framed(page: string): void {
    const inner = new TreeBuilder(this.#around);
    inner.html({ raw: decode(page) });
    this.#append(inner.blocks());
  }

  /** Text, with the nodes of generators' tags in it. */
  #withTags(data: string): void {
    let at = 0;
    for (const { index, end, raw, isClosed } of this.#tags.within(data)) {
      this.#withMath(shownText(data.slice(at, index)));
      const inlines = tagInlines(shownText(raw), isClosed, this.#cite);
      for (const inline of this.#around.marked(inlines)) this.add(inline);
      at = end;
    }
    this.#withMath(withoutExtensions(shownText(data.slice(at))));
  }

  /** Text with its formulas, which scripts on a page set everywhere except in code. */
  #withMath(data: string): void {
    if (CODE_ELEMENTS.some((name) => this.#open.has(name))) return this.add(text(data));
    if (this.#isMarkdown()) {
      for (const inline of this.#around.marked([text(data)])) this.add(inline);
      return;
    }
    if (!/[$\\]/.test(data)) return this.add(text(data));
    for (const part of partsWithMath(data))
      this.add(typeof part === "string" ? text(part) : formulaOf(part.tex, part.written));
  }

  /** Adds nodes to the element that is open; `line` is where those begin that do not know it themselves. */
  #append(nodes: readonly Node[], line = this.#line): void {
    for (const node of nodes) this.add(isBlock(node) && line !== undefined ? { line, ...node } : node);
  }

  #text(written: string): void {
    if (this.#open.isMute) return;
    const data = withFramesWritten(written);
    if (this.#open.has("pre")) this.add({ type: "preformatted", text: this.#tags.released(data) });
    else this.#withTags(data);
  }
}

/** Elements that a block of Markdown ends. */
const ENDED_BY_BLOCKS = ["p", "math", "select"];

/** Nodes with a blank before them if they begin with a word. */
function setOff(nodes: readonly Node[]): readonly Node[] {
  const [first] = nodes;
  return first && !isBlock(first) && !(first.type === "text" && /^\s/.test(first.text))
    ? [text(" "), ...nodes]
    : nodes;
}
