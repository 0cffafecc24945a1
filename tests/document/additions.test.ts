/**
 * What dialects add to inlines, and what looks like it and is none.
 */
import { describe, expect, test } from "vitest";
import type { Inline } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";

const TAGS: Readonly<Record<string, string>> = {
  inserted: "ins",
  strikethrough: "del",
  highlight: "mark",
  keyboard: "kbd",
  reference: "cite",
  emphasis: "em",
};

/** The first paragraph, its inlines between tags, citations as `[^1]`. */
function shown(source: string): string {
  const [block] = parseDocument(source).blocks;
  const all = (inlines: readonly Inline[]): string => inlines.map(one).join("");
  const one = (inline: Inline): string => {
    if (inline.type === "citation") return `[^${inline.number}]`;
    if (inline.type === "codeSpan") return `\`${inline.text}\``;
    if ("text" in inline) return inline.text;
    if (!("children" in inline)) return inline.type;
    const tag = TAGS[inline.type] ?? inline.type;
    return `<${tag}>${all(inline.children)}</${tag}>`;
  };
  return block?.type === "paragraph" ? all(block.children) : (block?.type ?? "");
}

describe("edits (CriticMarkup)", () => {
  test.each([
    ["a {++new++} b", "a <ins>new</ins> b"],
    ["a {--old *word*--} b", "a <del>old <em>word</em></del> b"],
    ["a {~~old~>new~~} b", "a <del>old</del><ins>new</ins> b"],
    ["a {==marked==} b", "a <mark>marked</mark> b"],
    ["a{>>A remark.<<} b", "a[^1] b"],
  ])("%s", (source, expected) => expect(shown(source)).toBe(expected));

  test.each(["a {++b", "{--b-}", "{>> b", "{++ ++}", "{a++}"])("%s is text", (source) =>
    expect(shown(source)).toBe(source),
  );

  test("without the sign between them, braces are text", () =>
    expect(shown("{~~a~~}")).toBe("{<del>a</del>}"));
});

describe("keys and insertions (PyMdown Extensions)", () => {
  test.each([
    ["++ctrl+alt+del++", "<kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd>"],
    ["Press ++cmd+c++.", "Press <kbd>Cmd</kbd>+<kbd>C</kbd>."],
    ["++page-up++, ++f12++", "<kbd>Page Up</kbd>, <kbd>F12</kbd>"],
    ['++"A key"++', "<kbd>A key</kbd>"],
    ["^^new^^ text", "<ins>new</ins> text"],
    ["^^a *b*^^", "<ins>a <em>b</em></ins>"],
  ])("%s", (source, expected) => expect(shown(source)).toBe(expected));

  test.each([
    "C++ and a++b++",
    "i++ + ++j",
    "++i++",
    "++i+j++",
    "++nonsense++",
    "a++ctrl++",
    "g++/clang++",
    "^^ hi ^^",
    "(^^) or (^^)",
    "a^^b^^",
  ])("%s is text", (source) => expect(shown(source)).toBe(source));
});

describe("icons (Material for MkDocs) are quiet signs", () => {
  test.each([
    [":material-check: Yes", "‹check› Yes"],
    [":fontawesome-brands-github:{ .lg .middle }", "‹github›"],
    [":octicons-x-16:", "‹x›"],
  ])("%s", (source, expected) => expect(shown(source)).toBe(expected));

  test.each([":material-:", "10:30:00", "a:simple-b", ":unknown-thing:"])("%s is text", (source) =>
    expect(shown(source)).toBe(source),
  );
});

describe("works that are cited by keys (Pandoc)", () => {
  test.each([
    ["[@doe99]", "<cite>[doe99]</cite>"],
    ["[-@doe99, p. 3]", "<cite>[doe99, p. 3]</cite>"],
    ["[see @doe, pp. 3; also @roe:01]", "<cite>[see doe, pp. 3; also roe:01]</cite>"],
    ["[@doe99, *passim*]", "<cite>[doe99, <em>passim</em>]</cite>"],
  ])("%s", (source, expected) => expect(shown(source)).toBe(expected));

  test.each(["[@anna]", "@doe99 says", "a@b.org", "[thanks @doe99]"])("%s is text", (source) =>
    expect(shown(source).replace(/<\/?link>/g, "")).toBe(source),
  );

  test("a link is one", () => {
    expect(shown("[@doe99](/x)")).toBe("<link>@doe99</link>");
    expect(shown("[@doe99]\n\n[@doe99]: /x")).toBe("<link>@doe99</link>");
    expect(shown("[@doe99][a]\n\n[a]: /x")).toBe("<link>@doe99</link>");
  });
});

describe("code that is more", () => {
  test.each([
    ["`<em>a</em>`{=html}", "<em>a</em>"],
    ["`\\LaTeX`{=latex}", "‹latex›"],
    ["`#!python print(1)`", "`print(1)`"],
    ["`:::note My title`", "`:::note My title`"],
    ["`#!node -e`", "`#!node -e`"],
    ["`#!/bin/sh -e`", "`#!/bin/sh -e`"],
    ["`a`{=", "`a`{="],
  ])("%s", (source, expected) => expect(shown(source)).toBe(expected));
});
