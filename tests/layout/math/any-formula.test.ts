/**
 * Formulas of any kind: no row is wider than asked, a terminal counts the cells as ibid does, and nothing of TeX is left.
 */
import xterm from "@xterm/headless";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texParser } from "../../../src/formats/tex/tex.ts";
import { isProblem } from "../../../src/layout/math/parser.ts";
import { displayFormula } from "../../../src/layout/math/display.ts";
import { inlineFormula, inlineText } from "../../../src/layout/math/inline.ts";
import { width } from "../../../src/text/width.ts";
import { UnicodeGraphemesAddon } from "../../support/graphemes.ts";

const LEAVES =
  "x¦y¦f(x)¦1¦12¦3.14¦\\alpha¦\\Omega¦\\mathbb{R}¦\\mathcal{L}¦\\mathbf{v}¦\\mathfrak{g}¦\\mathtt{ab}¦\\mathsf{X}¦\\infty¦\\partial¦\\ell¦\\ldots¦\\cdots¦\\text{if so}¦\\operatorname{rank}¦\\sin x¦\\emptyset¦\\hbar¦\\imath¦日¦\\%¦\\LaTeX¦\\dagger¦\\text{café}¦\\text{``q''}¦{}¦~";
const BINARIES =
  "+¦-¦\\cdot¦\\times¦=¦\\le¦\\ne¦\\to¦\\in¦,\\,¦\\mid¦/¦\\circ¦\\mapsto¦:¦\\coloneqq¦\\not\\subset¦\\;¦\\quad¦\\implies¦\\oplus¦\\bmod¦";
const UNARIES =
  "\\hat{#}¦\\vec{#}¦\\overline{#}¦\\widehat{#}¦\\underline{#}¦\\sqrt{#}¦\\sqrt[3]{#}¦\\sqrt[n+1]{#}¦(#)¦\\left(#\\right)¦\\left\\{#\\right.¦\\left\\langle #\\right\\rangle¦\\left\\lfloor#\\right\\rfloor¦\\Bigl[#\\Bigr]¦\\boxed{#}¦\\cancel{#}¦\\underbrace{#}_{n}¦\\overbrace{#}^{\\text{all}}¦\\phantom{#}¦\\color{red}#¦\\text{so $#$}¦\\pmod{#}¦\\xrightarrow{#}¦-#¦\\mathbf{#}¦\\dddot{#}¦\\tfrac{1}{#}¦{#}'¦\\overrightarrow{#}¦\\utilde{#}¦\\displaystyle #¦\\scriptstyle #¦\\vphantom{#}x¦\\bra{#}¦\\sout{#}¦\\int #\\,dx¦\\max_{#} f¦\\left.#\\right\\|";
const PAIRS =
  "\\frac{#}{@}¦\\dfrac{#}{@}¦\\cfrac{#}{@}¦\\binom{#}{@}¦{#}^{@}¦{#}_{@}¦x_{#}^{@}¦\\sum_{#}^{@}¦\\int_{#}^{@}¦\\lim_{#\\to@}¦\\overset{#}{@}¦\\underset{#}{@}¦\\stackrel{#}{@}¦\\begin{pmatrix}#&@\\\\@&#\\end{pmatrix}¦\\begin{cases}#&@\\\\@\\end{cases}¦\\begin{aligned}#&=@\\\\&=#\\end{aligned}¦\\begin{array}{c|r}#&@\\\\\\hline @&1\\end{array}¦\\xleftarrow[#]{@}¦\\left(#\\middle|@\\right)¦\\sum_{\\substack{#\\\\@}}¦\\begin{gathered}#\\\\@\\end{gathered}¦\\begin{smallmatrix}#&@\\end{smallmatrix}¦\\prod\\nolimits_{#}^{@}";

const leaf = fc.constantFrom(...LEAVES.split("¦"));
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    leaf,
    fc
      .tuple(tie("formula"), fc.constantFrom(...BINARIES.split("¦")), tie("formula"))
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    fc
      .tuple(fc.constantFrom(...UNARIES.split("¦")), tie("formula"))
      .map(([around, a]) => around.replace("#", () => a)),
    fc
      .tuple(fc.constantFrom(...PAIRS.split("¦")), tie("formula"), tie("formula"))
      .map(([around, a, b]) => around.replaceAll("#", () => a).replaceAll("@", () => b)),
  ),
}));

/** Columns that a terminal moves its cursor for each of the texts. */
async function terminalWidths(texts: readonly string[]): Promise<number[]> {
  const terminal = new xterm.Terminal({ cols: 1000, rows: 2, allowProposedApi: true });
  terminal.loadAddon(new UnicodeGraphemesAddon());
  terminal.unicode.activeVersion = "15-graphemes";
  const widths: number[] = [];
  for (const text of texts) {
    terminal.reset();
    await new Promise<void>((resolve) => terminal.write(text, resolve));
    widths.push(terminal.buffer.active.cursorX);
  }
  return widths;
}

describe("formulas of any kind", () => {
  test("are set in as many columns as a terminal counts, and no more than asked, without a backslash", async () => {
    await fc.assert(
      fc.asyncProperty(formula, fc.constantFrom(6, 20, 40, 72, Infinity), async (tex, columns) => {
        const nodes = texParser()(tex, true);
        if (isProblem(nodes)) return;
        const { rows, columns: taken, isCut } = displayFormula(nodes, columns)!;
        const line = inlineText(nodes);
        const widths = rows.map(width);
        expect(Math.max(0, ...widths), tex).toBeLessThanOrEqual(columns);
        expect(Math.max(0, ...widths), tex).toBe(taken);
        expect(rows.join("") + line, tex).not.toContain("\\");
        expect(line, tex).not.toContain("\n");
        expect(isCut && columns === Infinity, tex).toBe(false);
        const shown = [line, ...rows].filter((text) => width(text) < 1000);
        expect(await terminalWidths(shown), tex).toEqual(shown.map(width));
      }),
      { numRuns: 400 },
    );
  });

  test("say the same in pieces as in one line", () => {
    fc.assert(
      fc.property(formula, (tex) => {
        const nodes = texParser()(tex, false);
        if (isProblem(nodes)) return;
        const pieces = inlineFormula(nodes)!;
        expect(pieces.at(-1)?.after).toBe("none");
        const broken = pieces.filter(({ after }) => after !== "none");
        expect(broken.filter(({ text }) => !/\S +$/.test(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("and any text at all, are set or named a problem", () => {
    const signs = fc.constantFrom(
      ..."\\ { } $ ^ _ & # % ~ x 1 ( ) [ ] \\frac \\left \\right \\begin{matrix} \\end{matrix} \\text \\\\ \\def \\a".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(signs, { maxLength: 30 }).map((all) => all.join("")),
        ),
        (tex) => {
          const nodes = texParser()(tex, true);
          const problem = isProblem(nodes) ? nodes : { message: "", offset: 0 };
          const rows = isProblem(nodes) ? [] : displayFormula(nodes, 20)!.rows;
          const pieces = isProblem(nodes) ? [] : inlineFormula(nodes);
          expect(pieces, tex).toBeDefined();
          expect(problem.message).not.toContain("KaTeX");
          expect(problem.offset).toBeGreaterThanOrEqual(0);
          expect(problem.offset).toBeLessThanOrEqual(tex.length);
          expect(rows.filter((row) => width(row) > 20)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
