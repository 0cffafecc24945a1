/**
 * Commands of packages that MathJax loads and KaTeX does not know: chemistry, units, physics, amsmath's other environments.
 */
import { describe, expect, test } from "vitest";
import { display, inline } from "../support/formula.ts";

describe("chemistry", () => {
  test.each([
    ["2H2 + O2 -> 2H2O", "2 H₂ + O₂ ⟶ 2 H₂O"],
    ["CO3^2- + H3O+ <=> HCO3- + H2O", "CO₃²⁻ + H₃O⁺ ⇌ HCO₃⁻ + H₂O"],
    ["Na+ (aq) + Cl- (aq) -> NaCl v", "Na⁺ (aq) + Cl⁻ (aq) ⟶ NaCl ↓"],
    ["CuSO4 * 5H2O", "CuSO₄ · 5 H₂O"],
    ["[Fe(CN)6]^3-", "[Fe(CN)₆]³⁻"],
    ["SO4^{2-}", "SO₄²⁻"],
    ["CH3-CH2-OH", "CH₃−CH₂−OH"],
    ["^{14}_{6}C", "¹⁴₆C"],
    ["$\\Delta$H", "ΔH"],
    ["CO2 ^", "CO₂ ↑"],
  ])("%s", (written, expected) => {
    expect(inline(`\\ce{${written}}`)).toBe(expected);
  });

  test("labels stand on arrows", () => {
    expect(display("\\ce{A ->[H2O][\\Delta] B}")).toEqual(["   H₂O", "A ────→ B", "    Δ"]);
  });
});

describe("units", () => {
  test.each([
    ["\\SI{5}{\\meter\\per\\second}", "5 m/s"],
    ["\\SI{18}{km/h}", "18 km/h"],
    ["\\qty{9.81}{\\metre\\per\\second\\squared}", "9.81 m/s²"],
    ["\\num{1.5e-3}", "1.5 × 10⁻³"],
    ["\\num{e6}", "10⁶"],
    ["\\si{\\kilo\\gram}", "kg"],
    ["\\unit{\\square\\meter}", "m²"],
    ["\\SI{20}{\\percent}", "20 %"],
  ])("%s", (tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });
});

describe("physics and others", () => {
  test.each([
    ["\\dv{f}{x}", "df/dx"],
    ["\\dv[2]{f}{t}", "d²f/dt²"],
    ["\\pdv{f}{x}", "∂f/∂x"],
    ["\\pdv{f}{x}{y}", "∂²f/(∂x ∂y)"],
    ["\\pdv{f}{x,y}", "∂²f/(∂x ∂y)"],
    ["\\vb*{E}", "𝐄"],
    ["\\dd[3]{x}", "d³x"],
    ["\\qty(\\frac{a}{b})", "(a/b)"],
    ["\\ce{H2SO4}", "H₂SO₄"],
    ["\\ce{Na(NH4)HPO4}", "Na(NH₄)HPO₄"],
    ["\\dv{x} f", "(d/dx)f"],
    ["\\abs{x}", "|x|"],
    ["\\norm*{v}", "‖v‖"],
    ["\\mathds{1}", "𝟙"],
    ["\\nicefrac{1}{2}", "1/2"],
  ])("%s", (tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });

  test.each([
    ["\\begin{multline} a \\\\ b \\end{multline}", ["a", "b"]],
    ["\\begin{eqnarray*} a &=& b \\\\ &\\le& c \\end{eqnarray*}", ["a = b", "  ≤ c"]],
    ["\\begin{flalign*} a &= b \\end{flalign*}", ["a = b"]],
  ])("%s", (tex, expected) => {
    expect(display(tex)).toEqual(expected);
  });

  test("a command that an essay defines is its own", () => {
    expect(inline("\\newcommand{\\norm}[1]{N(#1)} \\norm{x}")).toBe("N(x)");
  });
});
