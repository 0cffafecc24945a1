/**
 * Converts content MathML to TeX (MathML 3, chapter 4): elements that say what a formula means, not how it looks.
 *
 *     <apply><plus/><ci>x</ci><cn>2</cn></apply>   ─▶   x + 2
 *
 * An operator is an element without content, and the first one of an `<apply>`. Operands are put in brackets by their ranks.
 */
import { CONSTANTS, ENCLOSING, FUNCTIONS, INFIX, LARGE_OPERATORS, QUALIFIERS, RANKS } from "./operators.ts";
import { isBlankText, type Node, type Part } from "../nodes.ts";
import { tableOf } from "../../text/own.ts";

type Tex = Extract<Part, { readonly type: "tex" }>;
type Attributes = Readonly<Record<string, string>>;
type Make = (parts: readonly Tex[], attributes: Attributes) => Tex;

/** An element of content MathML; undefined for any other. `texOf` converts content of other kinds, such as text. */
export function contentElement(
  name: string,
  nodes: readonly Node[],
  attributes: Attributes,
  texOf: (node: Node) => string,
): Node | undefined {
  const parts = nodes
    .filter((node) => !isBlankText(node))
    .map((node): Tex => (node.type === "tex" ? node : made(texOf(node))));
  const constant = CONSTANTS[name];
  if (constant !== undefined) return made(constant);
  const make = ELEMENTS[name];
  if (make) return make(parts, attributes);
  if (QUALIFIERS.has(name)) return { ...made(parts.map(({ tex }) => tex).join(", ")), means: name };
  const isOperator =
    name in INFIX || name in FUNCTIONS || name in ENCLOSING || name in LARGE_OPERATORS || OTHERS.has(name);
  return isOperator ? { ...made(signOf(name)), means: name } : undefined;
}

/** Operators with a form of their own. */
const OTHERS = new Set(
  "diff divide exists exp factorial forall log minus partialdiff power root selector".split(" "),
);

function made(tex: string, rank: number = RANKS.whole): Tex {
  return { type: "tex", tex, rank };
}

/** An operator by itself. */
function signOf(name: string): string {
  return (
    INFIX[name]?.sign ??
    FUNCTIONS[name] ??
    LARGE_OPERATORS[name] ??
    (name === "minus" ? "-" : `\\operatorname{${name}}`)
  );
}

const ELEMENTS = tableOf<Make>({
  apply,
  reln: apply,
  bind: apply,
  ci: ([first]) => first ?? made(""),
  csymbol: ([first]) => first ?? made(""),
  cn: (parts, { type = "" }) => number(parts, type),
  cs: (parts) => made(`\\text{${list(parts, "")}}`),
  sep: () => ({ ...made(""), means: "sep" }),
  piecewise: (parts) => made(`\\begin{cases}${list(parts, " \\\\ ")}\\end{cases}`),
  piece: ([value, condition]) => made(`${value?.tex ?? ""} & \\text{if } ${condition?.tex ?? ""}`),
  otherwise: ([value]) => made(`${value?.tex ?? ""} & \\text{otherwise}`),
  interval: (parts, { closure = "closed" }) => {
    const [open, close] = [
      closure.startsWith("open") ? "(" : "[",
      /^open$|^closed-open$/.test(closure) ? ")" : "]",
    ];
    return made(`\\left${open} ${list(parts, ", ")} \\right${close}`);
  },
  set: (parts) => made(`\\left\\{ ${list(parts.filter(isOperand), ", ")}${condition(parts)} \\right\\}`),
  list: (parts) => made(`\\left( ${list(parts.filter(isOperand), ", ")}${condition(parts)} \\right)`),
  vector: (parts) => made(`\\begin{pmatrix}${list(parts, " \\\\ ")}\\end{pmatrix}`),
  matrix: (parts) => made(`\\begin{pmatrix}${list(parts, " \\\\ ")}\\end{pmatrix}`),
  matrixrow: (parts) => made(list(parts, " & ")),
  lambda: (parts) =>
    made(
      `${list(
        parts.filter(({ means }) => means === "bvar"),
        ", ",
      )} \\mapsto ${list(parts.filter(isOperand), ", ")}`,
      RANKS.relation,
    ),
});

function list(parts: readonly Tex[], separator: string): string {
  return parts.map(({ tex }) => tex).join(separator);
}

function isOperand({ means }: Tex): boolean {
  return means === undefined || !QUALIFIERS.has(means);
}

function condition(parts: readonly Tex[]): string {
  const own = qualified(parts, "condition");
  return own === undefined ? "" : ` \\mid ${own}`;
}

function qualified(parts: readonly Tex[], name: string): string | undefined {
  return parts.find(({ means }) => means === name)?.tex;
}

/** A number, in two parts if it is a fraction, a power of ten or a complex number. */
function number(parts: readonly Tex[], type: string): Tex {
  const at = parts.findIndex(({ means }) => means === "sep");
  if (at < 0) return made(list(parts, ""));
  const [first, second] = [list(parts.slice(0, at), ""), list(parts.slice(at + 1), "")];
  if (type === "rational") return made(`\\frac{${first}}{${second}}`);
  if (type === "e-notation") return made(`${first} \\times 10^{${second}}`, RANKS.product);
  if (type === "complex-polar") return made(`${first} e^{i ${second}}`, RANKS.product);
  return made(`${first} + ${second} i`, RANKS.sum);
}

/** A part in brackets if its rank is lower. */
function within(part: Tex | undefined, rank: number): string {
  if (part === undefined) return "";
  return (part.rank ?? RANKS.whole) < rank ? `\\left( ${part.tex} \\right)` : part.tex;
}

function apply(parts: readonly Tex[]): Tex {
  const [operator, ...rest] = parts;
  if (operator === undefined) return made("");
  const operands = rest.filter(isOperand);
  const name = operator.means ?? "";
  const infix = INFIX[name];
  if (infix) return joined(operands, infix.sign, infix.rank);
  const enclosing = ENCLOSING[name];
  if (enclosing !== undefined) return made(enclosing.replace("#", () => list(operands, ", ")));
  if (name in LARGE_OPERATORS) return large(name, rest, operands);
  return APPLIED[name]?.(operands, rest) ?? called(operator, operands, rest);
}

function joined(operands: readonly Tex[], sign: string, rank: number): Tex {
  const [first, ...others] = operands.map((one) => within(one, rank));
  if (others.length === 0) return made(`${sign} ${first ?? ""}`, rank);
  if (sign !== "") return made([first, ...others].join(` ${sign} `), rank);
  // Two numbers side by side would be one.
  const product = others.reduce((all, one) => `${all} ${/^[\d.]/.test(one) ? "\\cdot " : ""}${one}`, first!);
  return made(product, rank);
}

/** The applications of operators with a form of their own, by operands and all parts. */
const APPLIED = tableOf<(operands: readonly Tex[], parts: readonly Tex[]) => Tex>({
  minus: ([first, second]) =>
    second === undefined
      ? made(`-${within(first, RANKS.product)}`, RANKS.sum)
      : made(`${within(first, RANKS.sum)} - ${within(second, RANKS.product)}`, RANKS.sum),
  divide: ([first, second]) => made(`\\frac{${first?.tex ?? ""}}{${second?.tex ?? ""}}`, RANKS.product),
  power: ([base, exponent]) => made(`{${within(base, RANKS.whole)}}^{${exponent?.tex ?? ""}}`, RANKS.power),
  root: ([base], parts) => {
    const degree = qualified(parts, "degree");
    return made(`\\sqrt${degree === undefined || degree === "2" ? "" : `[${degree}]`}{${base?.tex ?? ""}}`);
  },
  exp: ([first]) => made(`e^{${first?.tex ?? ""}}`, RANKS.power),
  factorial: ([first]) => made(`${within(first, RANKS.whole)}!`, RANKS.power),
  selector: ([first, ...others]) => made(`${within(first, RANKS.whole)}_{${list(others, ", ")}}`),
  log: ([first], parts) => {
    const base = qualified(parts, "logbase");
    return made(
      `\\log${base === undefined ? "" : `_{${base}}`} ${within(first, RANKS.power)}`,
      RANKS.product,
    );
  },
  diff: (operands, parts) => derivative("d", operands, parts),
  partialdiff: (operands, parts) => derivative("\\partial ", operands, parts),
  forall: (operands, parts) => quantified("\\forall", operands, parts),
  exists: (operands, parts) => quantified("\\exists", operands, parts),
});

function derivative(sign: string, operands: readonly Tex[], parts: readonly Tex[]): Tex {
  const variables = parts.filter(({ means }) => means === "bvar");
  if (variables.length === 0) return made(`${within(operands[0], RANKS.whole)}'`);
  const order = variables.length > 1 ? `^{${variables.length}}` : "";
  const below = variables.map(({ tex }) => `${sign}${tex}`).join(" ");
  return made(`\\frac{${sign}${order}}{${below}} ${within(operands[0], RANKS.product)}`, RANKS.product);
}

function quantified(sign: string, operands: readonly Tex[], parts: readonly Tex[]): Tex {
  const variables = list(
    parts.filter(({ means }) => means === "bvar"),
    ", ",
  );
  const where = qualified(parts, "condition");
  return made(
    `${sign} ${variables}${where === undefined ? "" : `, ${where}`} : ${list(operands, ", ")}`,
    RANKS.logic,
  );
}

/** A sum, a product, an integral or a limit, with what is under and above its sign. */
function large(name: string, parts: readonly Tex[], operands: readonly Tex[]): Tex {
  const [variable, low, high] = ["bvar", "lowlimit", "uplimit"].map((own) => qualified(parts, own));
  const where = qualified(parts, "condition") ?? qualified(parts, "domainofapplication");
  const isIntegral = name === "int";
  const equals = name === "limit" ? "\\to" : "=";
  const from =
    variable === undefined || low === undefined || isIntegral ? low : `${variable} ${equals} ${low}`;
  const under = where ?? from ?? (isIntegral ? undefined : variable);
  const content = within(operands[0], RANKS.product);
  const sign = `${LARGE_OPERATORS[name]}${under === undefined ? "" : `_{${under}}`}${high === undefined ? "" : `^{${high}}`}`;
  return made(
    `${sign} ${content}${isIntegral && variable !== undefined ? ` \\, d${variable}` : ""}`,
    RANKS.product,
  );
}

/** A function and its arguments. A known one has no brackets around a single letter or number. */
function called(operator: Tex, operands: readonly Tex[], parts: readonly Tex[]): Tex {
  const variables = parts.filter(({ means }) => means === "bvar").map(({ tex }) => tex);
  const all = [...variables, ...operands.map(({ tex }) => tex)];
  const [only = ""] = all;
  const isPlain =
    operator.means !== undefined &&
    all.length === 1 &&
    /^(?:[\p{L}\d.]{1,9}|\\[a-zA-Z]{1,20}|\{[^{}]{1,9}\})$/u.test(only);
  if (isPlain) return made(`${operator.tex} ${only}`, RANKS.product);
  return made(`${within(operator, RANKS.whole)}\\left( ${all.join(", ")} \\right)`, RANKS.whole);
}
