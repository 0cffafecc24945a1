import { nameToEmoji } from "gemoji";
import { describe, expect, test } from "vitest";
import { plainText } from "../../src/document/spelling.ts";
import { withEmoji } from "../../src/document/emoji.ts";
import { parseDocument } from "../../src/document/parse.ts";

test("every name that GitHub knows", () => {
  const names = Object.entries(nameToEmoji);
  expect(names.length).toBeGreaterThan(1_800);
  for (const [name, emoji] of names) expect(withEmoji(`a :${name}: b`), name).toBe(`a ${emoji} b`);
});

describe("what is none", () => {
  test.each([
    "10:30:00",
    "a:smile:b",
    "std::smile::x",
    "::smile::",
    "https://a.example/:smile:/",
    ":no such name:",
    ":keyPath:",
    ":--:",
    ":toString:",
    "a: b: c",
  ])("%s", (text) => {
    expect(withEmoji(text)).toBe(text);
  });
});

function textOf(markdown: string): string {
  const [block] = parseDocument(markdown).blocks;
  return block && "children" in block ? plainText(block.children as never) : "";
}

test("in text, headings and links; not in code and addresses", () => {
  expect(textOf("A :tada: (:+1:) **:ship:**!")).toBe("A 🎉 (👍) 🚢!");
  expect(textOf("# Well :tada:")).toBe("Well 🎉");
  expect(textOf("`:tada:`")).toBe(":tada:");
  expect(textOf("[:tada:](/a)")).toBe("🎉");
});
