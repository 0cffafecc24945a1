import { describe, expect, test } from "vitest";
import { isRightToLeft } from "../../src/layout/direction.ts";
import { span } from "../../src/layout/line.ts";
import { page } from "../support/page.ts";

const text = "שלום עולם";

function rightEdges(markdown: string, columns = 40): number[] {
  return page(markdown, { width: columns })
    .filter((line) => line !== "")
    .map((line) => line.length);
}

describe("right-to-left text", () => {
  test("is left in logical order, at the right edge", () => {
    expect(page(text, { width: 20 })).toEqual([" ".repeat(20 - text.length) + text]);
  });

  test("is told by the first strong character, whatever stands before it", () => {
    expect(page(`1. (${text} and some English`, { width: 60 })[0]).toMatch(/ \.1$/);
    expect(page(`English first, ${text}`, { width: 60 })).toEqual([`English first, ${text}`]);
  });

  test("has bullets, bars and the numbers of notes where its lines begin", () => {
    const long = `${text} `.repeat(12).trim();
    const lines = page(`- ${long}\n- ${text}[^1]\n\n> ${long}\n\n[^1]: ${long}`, { width: 40 }).filter(
      (line) => line !== "",
    );
    expect(lines[0]).toMatch(/ •$/);
    expect(lines.filter((line) => line.endsWith(" •"))).toHaveLength(2);
    expect(lines.filter((line) => line.endsWith(" [1]"))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith(" │")).length).toBeGreaterThan(2);
    for (const edge of rightEdges(`> ${long}`)) expect(edge).toBe(40);
  });

  test("down a pipe stands as it was written", () => {
    expect(page(`- ${text}`)).toEqual([`• ${text}`]);
  });
});

test("a paragraph that begins with a name in Latin letters runs as most of its letters do", () => {
  const [persian = ""] = page("GNU Make یک ابزاری است که برای ساختن برنامه‌ها", { width: 60 });
  expect(persian).toMatch(/^ {4}/);
  const [english = ""] = page("The word ابزار means a tool", { width: 60 });
  expect(english).toMatch(/^The/);
});

test("letters of an isolate do not decide about the text around it", () => {
  const isolate = `\u2068${text.repeat(9)}\u2069`;
  expect(isRightToLeft([span(`Outline of ${isolate}`)])).toBe(false);
  expect(isRightToLeft([span(`${isolate} is a title`)])).toBe(false);
  expect(isRightToLeft([span(`${isolate}  ·  ${isolate}`)])).toBe(true);
  expect(isRightToLeft([span("\u2068".repeat(3) + text)])).toBe(true);
});

describe("a block has one side", () => {
  const sides = (markdown: string): string[] =>
    page(markdown, { width: 60 })
      .filter((line) => line.trim() !== "")
      .map((line) => (line.startsWith("    ") ? "right" : "left"));

  test.each([
    ["a callout, whatever the name of its kind", `> [!NOTE]\n> ${text}`],
    ["a callout with a title", `> [!tip] ${text}\n> ${text}`],
    ["a callout with an English title", `> [!tip] Look\n> ${text}`],
    ["a callout of a title alone", `> [!tip] ${text}`],
    ["a picture with its caption", `![](a.jpg)\n*${text}*`],
    ["a described picture with its caption", `![A picture](a.jpg)\n*${text}*`],
    ["a picture without words among such text", `${text}\n\n![](a.jpg)`],
    [
      "a number and a rule under it among such text",
      `${text}\n\n## 2024\n\n- 1\n\n> 1\n\n| 1 | 2 |\n|---|---|\n| 3 | 4 |`,
    ],
    ["a video of which only the file is named", `${text}\n\n<video src="a.mp4"></video>`],
    ["what follows a picture without words", `![](a.jpg)\n\n${text}\n\n1, 2`],
  ])("%s", (_, markdown) => {
    expect(new Set(sides(markdown))).toEqual(new Set(["right"]));
  });

  test("and English stays at the left of such an essay", () => {
    expect(
      sides(`${text}\n\n> [!NOTE]\n> Words\n\n![](a.jpg)\n*Words*\n\n| a | 1 |\n|---|---|\n| b | 2 |`),
    ).toEqual(["right", ...Array.from({ length: 8 }, () => "left")]);
  });
});
