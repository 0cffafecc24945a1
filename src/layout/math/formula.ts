/**
 * The tree of a formula: KaTeX's node types, with the fields that layout uses. `formats/tex/tex.ts` returns the tree; this room has only
 * the types, and works without the parser.
 *
 * A symbol's `text` is the typed character or the command: `x`, `\\alpha`.
 */

/** Class of an atom, which decides the gaps around it (The TeXbook, chapter 17). */
export type AtomFamily = "bin" | "close" | "inner" | "open" | "punct" | "rel";

/** Whether a symbol is part of text, as in `\\text`, or of a formula, which may itself be part of text. */
export type Mode = "math" | "text";

export interface SymbolNode {
  readonly type: "mathord" | "textord" | "spacing" | "accent-token" | "op-token";
  readonly mode: Mode;
  readonly text: string;
}

export interface AtomNode {
  readonly type: "atom";
  readonly mode: Mode;
  readonly family: AtomFamily;
  readonly text: string;
}

/** Nodes that show their content unchanged, or in another font or class. */
export interface GroupNode {
  readonly type: "ordgroup" | "color" | "href" | "html" | "hbox" | "sizing" | "pmb" | "phantom";
  readonly body: readonly FormulaNode[];
}

export interface WrapperNode {
  readonly type:
    | "overline"
    | "underline"
    | "raisebox"
    | "vcenter"
    | "smash"
    | "lap"
    | "vphantom"
    | "reflectbox";
  readonly body: FormulaNode;
}

export interface StylingNode {
  readonly type: "styling";
  readonly style: "display" | "text" | "script" | "scriptscript" | "auto";
  readonly body: readonly FormulaNode[];
}

export interface FontNode {
  readonly type: "font";
  /** KaTeX's name: `mathbb`, `boldsymbol`. */
  readonly font: string;
  readonly body: FormulaNode;
}

export interface TextNode {
  readonly type: "text";
  readonly body: readonly FormulaNode[];
}

export interface ClassNode {
  readonly type: "mclass";
  readonly mclass: `m${AtomFamily | "ord" | "op"}`;
  readonly body: readonly FormulaNode[];
}

export interface OperatorNode {
  readonly type: "op";
  /** Whether its scripts are limits in display: above and below it. */
  readonly limits: boolean;
  /** Whether they are limits even if the operator is neither a symbol nor a name. */
  readonly alwaysHandleSupSub?: boolean;
  /** Set for the base of \overset and \underset. */
  readonly suppressBaseShift?: boolean;
  /** True for a symbol such as `\\sum`, false for a word such as `\\sin`. */
  readonly symbol: boolean;
  readonly name?: string;
  readonly body?: readonly FormulaNode[];
}

export interface OperatorNameNode {
  readonly type: "operatorname";
  readonly limits: boolean;
  readonly alwaysHandleSupSub: boolean;
  readonly body: readonly FormulaNode[];
}

export interface ScriptsNode {
  readonly type: "supsub";
  readonly base?: FormulaNode | null;
  readonly sup?: FormulaNode | null;
  readonly sub?: FormulaNode | null;
}

export interface FractionNode {
  readonly type: "genfrac";
  readonly numer: FormulaNode;
  readonly denom: FormulaNode;
  readonly hasBarLine: boolean;
  readonly leftDelim: string | null;
  readonly rightDelim: string | null;
}

export interface RootNode {
  readonly type: "sqrt";
  readonly body: FormulaNode;
  readonly index?: FormulaNode | null;
}

export interface AccentNode {
  readonly type: "accent" | "accentUnder";
  /** The command: `\\hat`. */
  readonly label: string;
  readonly base: FormulaNode;
}

export interface BraceNode {
  readonly type: "horizBrace";
  readonly label: string;
  readonly isOver: boolean;
  readonly base: FormulaNode;
}

export interface ArrowNode {
  readonly type: "xArrow";
  readonly label: string;
  readonly body?: FormulaNode | null;
  readonly below?: FormulaNode | null;
}

export interface EncloseNode {
  readonly type: "enclose";
  readonly label: string;
  readonly body: FormulaNode;
}

export interface LeftRightNode {
  readonly type: "leftright";
  readonly left: string;
  readonly right: string;
  readonly body: readonly FormulaNode[];
}

export interface MiddleNode {
  readonly type: "middle";
  readonly delim: string;
}

export interface SizedDelimiterNode {
  readonly type: "delimsizing";
  /** 1 to 4, of `\\big` to `\\Bigg`. */
  readonly size: number;
  readonly mclass: "mopen" | "mclose" | "mrel" | "mord";
  readonly delim: string;
}

export interface Measurement {
  readonly number: number;
  readonly unit: string;
}

export interface KernNode {
  readonly type: "kern";
  readonly mode: Mode;
  readonly dimension: Measurement;
}

export interface RuleNode {
  readonly type: "rule";
  readonly width: Measurement;
  readonly height: Measurement;
}

export interface ChoiceNode {
  readonly type: "mathchoice";
  readonly display: readonly FormulaNode[];
  readonly text: readonly FormulaNode[];
  readonly script: readonly FormulaNode[];
}

/** A node with one drawing for HTML and one for MathML; the latter consists of Unicode characters. */
export interface TwofoldNode {
  readonly type: "htmlmathml";
  readonly mathml: readonly FormulaNode[];
}

export interface VerbatimNode {
  readonly type: "verb";
  readonly body: string;
}

export interface ArrayColumn {
  readonly type: "align" | "separator";
  readonly align?: string;
  readonly separator?: string;
  /** Gaps before and after it, in em. */
  readonly pregap?: number;
  readonly postgap?: number;
}

export interface ArrayNode {
  readonly type: "array";
  readonly body: readonly (readonly FormulaNode[])[];
  readonly cols?: readonly ArrayColumn[];
  readonly colSeparationType?: string;
  /** For each row and the end: the rules above it; true means dashed. */
  readonly hLinesBeforeRow?: readonly (readonly boolean[])[];
  /** For each row: its tag, or whether LaTeX would number it. */
  readonly tags?: readonly (boolean | readonly FormulaNode[])[];
}

export interface TagNode {
  readonly type: "tag";
  readonly body: readonly FormulaNode[];
  readonly tag: readonly FormulaNode[];
}

/** A label beside a vertical arrow of a commutative diagram. */
export interface DiagramLabelNode {
  readonly type: "cdlabel";
  readonly side: "left" | "right";
  readonly label: FormulaNode;
}

export interface DiagramArrowNode {
  readonly type: "cdlabelparent";
  readonly fragment: FormulaNode;
}

/** Node types that show nothing. */
export interface SilentNode {
  readonly type: "internal" | "cr" | "size" | "color-token" | "infix" | "url" | "raw" | "includegraphics";
}

export type FormulaNode =
  | SymbolNode
  | AtomNode
  | GroupNode
  | WrapperNode
  | StylingNode
  | FontNode
  | TextNode
  | ClassNode
  | OperatorNode
  | OperatorNameNode
  | ScriptsNode
  | FractionNode
  | RootNode
  | AccentNode
  | BraceNode
  | ArrowNode
  | EncloseNode
  | LeftRightNode
  | MiddleNode
  | SizedDelimiterNode
  | KernNode
  | RuleNode
  | ChoiceNode
  | TwofoldNode
  | VerbatimNode
  | ArrayNode
  | TagNode
  | DiagramLabelNode
  | DiagramArrowNode
  | SilentNode;

/** The nodes of a group, or else the node alone. */
export function bodyOf(node: FormulaNode | null | undefined): readonly FormulaNode[] {
  if (node === null || node === undefined) return [];
  return node.type === "ordgroup" ? node.body : [node];
}
