/**
 * A formula that is wider than the page, in a box: whole, scrolled to both sides.
 */
import { expect, test } from "vitest";
import { windowOf } from "../../src/layout/cut.ts";
import { span } from "../../src/layout/line.ts";
import { texOf } from "../../src/formats/mathematics.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const columns = Array.from({ length: 26 }, (_, nth) => `a_{${nth + 10}}`);
const MATRIX = `\\begin{pmatrix}${columns.join("&")}\\\\${columns.map(() => "0").join("&")}\\end{pmatrix}`;
const SUM = Array.from({ length: 20 }, (_, nth) => `a_{${nth + 10}}`).join("+");

function opened(tex: string, size = { columns: 60, rows: 20 }): Reader {
  const one = reader({ "a.md": essay({ title: "A" }, `Text.\n\n$$${tex}$$\n\nMore.`) }, size);
  one.press("enter");
  one.send({ kind: "loaded", tools: { tex: texOf } });
  return one;
}

const row = (one: Reader, sign: string): string =>
  one.screen().find((line) => line.includes(`│ ${sign}`)) ?? "";

test("a matrix is whole, and scrolls", () => {
  const one = opened(MATRIX);
  expect(one.screen().find((line) => line.includes("a₁₀"))).toMatch(/…⎞$/);
  one.press("tab", "enter");
  expect(one.screen().join("\n")).toMatch(/╭─ formula ─+╮/);
  expect(row(one, "⎛")).toMatch(/│ ⎛a₁₀  a₁₁ .*│$/);
  expect(one.screen().join("\n")).toMatch(/╰─ more at the right ─+╯/);
  one.press("l");
  expect(row(one, "₁ ")).toMatch(/│ ₁ {2}a₁₂/);
  expect(one.screen().join("\n")).toMatch(/╰─ more at the left, at the right ─+╯/);
  one.press("2", "0", "right");
  expect(one.screen().find((line) => line.includes("a₃₅"))).toMatch(/a₃₄ {2}a₃₅⎞ │$/);
  expect(one.screen().join("\n")).toMatch(/╰─ more at the left ─+╯/);
  one.press("2", "0", "h");
  expect(row(one, "⎛")).toMatch(/│ ⎛a₁₀/);
  one.press("enter");
  expect(one.screen().join("\n")).not.toContain("╭─");
});

test("a formula that was broken is whole, in a frame as wide as it where the screen has room", () => {
  const one = opened(SUM, { columns: 140, rows: 20 });
  one.press("tab", "enter");
  expect(row(one, "a₁₀")).toMatch(/│ a₁₀ \+ .* \+ a₂₉ │$/);
  expect(one.screen().join("\n")).not.toContain("more");
  one.resize(60, 20);
  expect(one.screen().join("\n")).toContain("more at the right");
});

test("a formula that fits is no stop of Tab", () => {
  const one = opened("x = 1");
  one.press("tab");
  expect(one.screen().join("\n")).not.toContain("whole formula");
});

test("a window begins with a blank where it parts a wide character", () => {
  const seen = (left: number): string =>
    windowOf({ spans: [span("a漢字b"), span("cd")] }, left, 4)
      .spans.map(({ text }) => text)
      .join("");
  expect([0, 1, 2, 3, 6, 9].map(seen)).toEqual(["a漢", "漢字", " 字b", "字bc", "cd", ""]);
});
