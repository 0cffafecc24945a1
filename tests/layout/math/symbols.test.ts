import { expect, test } from "vitest";
import { marked } from "../../../src/layout/math/accents.ts";
import { inFont } from "../../../src/layout/math/alphabets.ts";
import { lowered, raised } from "../../../src/layout/math/raised.ts";
import { symbolOf, textSymbolOf } from "../../../src/layout/math/symbols.ts";
import { unitsOf } from "../../../src/layout/math/units.ts";

test("commands are characters, and unknown ones their names", () => {
  expect(["\\leq", "\\varepsilon", "\\to", "\\infty", "-", "x"].map(symbolOf).join("")).toBe("≤ε→∞−x");
  expect(symbolOf("\\unheardof")).toBe("unheardof");
  expect(symbolOf("\\constructor")).toBe("constructor");
  expect(textSymbolOf("-")).toBe("-");
});

test("letters of other faces, those among them that are encoded elsewhere", () => {
  expect(inFont("ABCRZabk019", "mathbb")).toBe("𝔸𝔹ℂℝℤ𝕒𝕓𝕜𝟘𝟙𝟡");
  expect(inFont("ABLOego", "mathcal")).toBe("𝒜ℬℒ𝒪ℯℊℴ");
  expect(inFont("gpCI", "mathfrak")).toBe("𝔤𝔭ℭℑ");
  expect(inFont("αΓ∇x+", "mathbf")).toBe("𝛂𝚪𝛁𝐱+");
  expect(inFont("x", "mathrm")).toBe("x");
});

test("scripts are small characters, or none", () => {
  expect([raised("n+1"), raised("θ"), raised("⊤"), raised("q"), raised("a b")]).toEqual([
    "ⁿ⁺¹",
    "ᶿ",
    "ᵀ",
    undefined,
    undefined,
  ]);
  expect([lowered("ij"), lowered("β"), lowered("q"), lowered("123456789")]).toEqual([
    "ᵢⱼ",
    "ᵦ",
    undefined,
    undefined,
  ]);
});

test("marks are composed with their letters where Unicode has both", () => {
  expect(marked("e", "\\acute")).toBe("é");
  expect(marked("AB", "\\overline")).toBe("A\u0305B\u0305");
  expect(marked("c", "\\textcircled")).toBe("©");
  expect(marked("ı", "\\hat")).toBe("î");
});

test("lengths are mathematical units, within bounds", () => {
  expect(unitsOf({ number: 1, unit: "em" })).toBe(18);
  expect(unitsOf({ number: 1e9, unit: "em" })).toBe(1800);
  expect(unitsOf({ number: NaN, unit: "em" })).toBe(0);
  expect(unitsOf({ number: 1, unit: "constructor" })).toBe(0);
});
