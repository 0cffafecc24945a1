/**
 * The operators and the constants of content MathML (MathML 3, 4.4), and their signs in TeX.
 */
import { tableOf } from "../../text/own.ts";

/** How strongly parts of a formula hold together. */
export const RANKS = { logic: 0, relation: 1, sum: 2, product: 3, power: 4, whole: 5 } as const;

interface Infix {
  readonly sign: string;
  readonly rank: number;
}

function infix(rank: number, signs: string): readonly (readonly [string, Infix])[] {
  return signs.split(" ").map((pair) => {
    const [name = "", sign = ""] = pair.split("=");
    return [name, { sign: sign === "eq" ? "=" : sign, rank }] as const;
  });
}

/** Operators between their operands; a product has no sign. */
export const INFIX = tableOf<Infix>(
  Object.fromEntries([
    ...infix(
      RANKS.relation,
      "eq=eq neq=\\ne lt=< gt=> leq=\\le geq=\\ge approx=\\approx in=\\in notin=\\notin subset=\\subseteq " +
        "prsubset=\\subset notsubset=\\nsubseteq notprsubset=\\not\\subset factorof=\\mid tendsto=\\to",
    ),
    ...infix(RANKS.logic, "implies=\\implies equivalent=\\equiv and=\\land or=\\lor xor=\\oplus"),
    ...infix(RANKS.sum, "plus=+ union=\\cup setdiff=\\setminus"),
    ...infix(
      RANKS.product,
      "times intersect=\\cap cartesianproduct=\\times scalarproduct=\\cdot vectorproduct=\\times outerproduct=\\otimes " +
        "compose=\\circ rem=\\bmod",
    ),
  ]),
);

function commands(names: string): readonly (readonly [string, string])[] {
  return names.split(" ").map((name) => [name, `\\${name}`] as const);
}

function named(names: string): readonly (readonly [string, string])[] {
  return names.split(" ").map((name) => [name, `\\operatorname{${name}}`] as const);
}

/** Functions before their arguments. */
export const FUNCTIONS = tableOf<string>({
  ...Object.fromEntries([
    ...commands("sin cos tan sec csc cot sinh cosh tanh coth arcsin arccos arctan ln det gcd max min arg"),
    ...named(
      "sech csch arcsec arccsc arccot arcsinh arccosh arctanh lcm curl grad domain codomain image median mode",
    ),
  ]),
  divergence: "\\operatorname{div}",
  ident: "\\operatorname{id}",
  imaginary: "\\Im",
  laplacian: "\\nabla^2",
  not: "\\neg",
  real: "\\Re",
  sdev: "\\sigma",
  variance: "\\operatorname{Var}",
});

/** Operators with signs around or behind their operand, which `#` stands for. */
export const ENCLOSING = tableOf<string>({
  abs: "\\left| # \\right|",
  card: "\\left| # \\right|",
  ceiling: "\\left\\lceil # \\right\\rceil",
  conjugate: "\\overline{#}",
  floor: "\\left\\lfloor # \\right\\rfloor",
  inverse: "{#}^{-1}",
  mean: "\\langle # \\rangle",
  transpose: "{#}^{T}",
});

export const LARGE_OPERATORS = tableOf<string>({
  int: "\\int",
  limit: "\\lim",
  product: "\\prod",
  sum: "\\sum",
});

export const CONSTANTS = tableOf<string>({
  complexes: "\\mathbb{C}",
  emptyset: "\\emptyset",
  eulergamma: "\\gamma",
  exponentiale: "e",
  false: "\\text{false}",
  imaginaryi: "i",
  infinity: "\\infty",
  integers: "\\mathbb{Z}",
  naturalnumbers: "\\mathbb{N}",
  notanumber: "\\text{NaN}",
  pi: "\\pi",
  primes: "\\mathbb{P}",
  rationals: "\\mathbb{Q}",
  reals: "\\mathbb{R}",
  true: "\\text{true}",
});

/** Elements that limit an operator. */
export const QUALIFIERS: ReadonlySet<string> = new Set(
  "bvar condition degree domainofapplication logbase lowlimit momentabout uplimit".split(" "),
);
