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
