import { describe, expect, test } from "vitest";
import { readSource } from "../../src/essay/front-matter.ts";

describe("fences", () => {
  const same = { title: "A", order: 3 };
  test.each([
    ["YAML", "---\ntitle: A\norder: 3\n---\nBody"],
    ["YAML closed by ...", "---\ntitle: A\norder: 3\n...\nBody"],
    ["YAML named", "---yaml\ntitle: A\norder: 3\n---\nBody"],
    ["CRLF", "---\r\ntitle: A\r\norder: 3\r\n---\r\nBody"],
    ["lone CR", "---\rtitle: A\rorder: 3\r---\rBody"],
    ["after a byte-order mark", "\ufeff---\ntitle: A\norder: 3\n---\nBody"],
    ["after blank lines", "\n \n---\ntitle: A\norder: 3\n---\nBody"],
    ["blanks after the fences", "--- \ntitle: A\norder: 3\n---\t\nBody"],
    ["TOML", '+++\ntitle = "A"\norder = 3\n+++\nBody'],
    ["JSON named", '---json\n{"title": "A", "order": 3}\n---\nBody'],
    ["bare JSON", '{\n  "title": "A",\n  "order": 3\n}\nBody'],
  ])("%s", (_, text) => {
    const source = readSource(text);
    expect(source.data).toEqual(same);
    expect(source.body).toBe("Body");
    expect(source.problems).toEqual([]);
    expect(text.replace(/\r\n?/g, "\n").split("\n").indexOf("Body") + 1).toBe(source.bodyLine);
  });

  test.each([
    ["none", "Body"],
    ["a thematic break first", "---\n\nSome prose between two breaks.\n\n---\n\nMore."],
    ["a thematic break and no end", "---\n\nSome prose."],
    ["a shortcode", "{{< youtube abc >}}\n\nText"],
    ["a Liquid tag", "{% include a.html %}\n\nText"],
  ])("%s: everything is body", (_, text) => {
    const source = readSource(text);
    expect(source).toEqual({ data: {}, text, body: text, bodyLine: 1, problems: [] });
  });

  test("empty front matter", () => {
    expect(readSource("---\n---\nBody")).toMatchObject({ data: {}, body: "Body", bodyLine: 3, problems: [] });
  });

  test("front matter that is never closed is told, and nothing is lost", () => {
    const source = readSource("\n---\ntitle: A\n\nBody");
    expect(source.body).toBe("\n---\ntitle: A\n\nBody");
    expect(source.problems).toMatchObject([{ rule: "front-matter", line: 2, column: 1 }]);
  });

  test.each([
    ["---\ntitle: A: b\ntags:\n- one\n- two\ndate: 2025-01-02\n\nBody: x", ["title", "tags", "date"]],
    ["---\ntitle: A\nBody of it\nkey: no", ["title"]],
    ['+++\ntitle = "A"\n[extra]\nx = 1\n\nBody', ["title", "extra"]],
    ["---\n\ntitle: A", []],
    ["---\nNo key\ntitle: A", []],
  ])("its keys are taken, and the text stays whole: %j", (text, keys) => {
    const source = readSource(text);
    expect(Object.keys(source.data)).toEqual(keys);
    expect(source.body).toBe(text);
  });
});

describe("what does not parse", () => {
  test.each([
    ["YAML, a colon in a value", "---\norder: 3\ntitle: A: b\n---\nBody", 3],
    ["YAML, a reserved character", "---\nauthor: @ann\norder: 3\n---\nBody", 2],
    ["TOML", "+++\norder = 3\ntitle = A\n+++\nBody", 3],
    ["JSON", '---json\n{\n  "order": 3,\n}\n---\nBody', 4],
    ["bare JSON", '{\n  "order": 3,\n}\nBody', 3],
  ])("%s: named with its line, and the body stays", (_, text, line) => {
    const source = readSource(text);
    expect(source.body).toBe("Body");
    expect(source.problems).toHaveLength(1);
    expect(source.problems[0]).toMatchObject({ rule: "front-matter", severity: "error", line });
    expect(source.problems[0]?.column).toBeGreaterThan(0);
  });

  test("the YAML keys around a bad one are kept", () => {
    expect(readSource("---\norder: 3\ntitle: A: b\ntags:\n  - x\n---\n").data).toEqual({
      order: 3,
      title: "A: b",
      tags: ["x"],
    });
  });

  test.each([
    ["author: @ann", { author: "@ann" }],
    ["title: 'A' or: 'B'", { title: "'A' or: 'B'" }],
    ["title: Programming: an essay", { title: "Programming: an essay" }],
    ["title: [a, b: c\n", {}],
  ])("%s: a line of a key and a text is one, whatever YAML says of it", (line, expected) => {
    const { data, problems } = readSource(`---\norder: 3\n${line}\n---\nBody`);
    expect(data).toEqual({ order: 3, ...expected });
    expect(problems.map(({ rule }) => rule)).toEqual(["front-matter"]);
  });

  test("the TOML entries around a bad one are kept, each in its table", () => {
    const source =
      '+++\norder = 3\ntitle = A\ntags = [\n  "x",\n]\n[extra]\na = 1\nb = \n[extra.deep]\nc = 2\n+++\nBody';
    expect(readSource(source).data).toEqual({ order: 3, tags: ["x"], extra: { a: 1, deep: { c: 2 } } });
  });
});

test("what a bracket opens and nothing closes takes no other keys with it", () => {
  const { data } = readSource("---\ntitle: A\ntags: [x, 'y'\ndate: 2021-05-06\nauthor: Ann\n---\n\nBody\n");
  expect(data).toEqual({ title: "A", tags: ["x", "y"], date: "2021-05-06", author: "Ann" });
});

test.each([
  ["title: [Review] A book", "[Review] A book"],
  ["title: {x} A book", "{x} A book"],
  ["\ttitle: A book", "A book"],
  ["title: One: a book\ntitle: Two: a book", "Two: a book"],
  ["title: 'It's a fault'", "It's a fault"],
  ["title: 'a' and: 'b'", "'a' and: 'b'"],
])("%s is a text", (line, title) => {
  expect(readSource(`---\n${line}\norder: 1\n---\n\nBody\n`).data).toEqual({ title, order: 1 });
});

test("a key that is written twice has its last value, and a warning", () => {
  const { data, problems } = readSource("---\norder: 3\ntitle: A\ntitle: B\n---\nBody");
  expect(data).toEqual({ order: 3, title: "B" });
  expect(problems).toMatchObject([{ rule: "front-matter", severity: "warning", line: 4 }]);
});

describe("YAML as PyYAML and js-yaml 4 take it", () => {
  test.each([
    ['summary: "Two\nlines."', { summary: "Two lines." }],
    ["summary: 'It''s\n  two: lines'\norder: 3", { summary: "It's two: lines", order: 3 }],
    ['summary: "a \\" b\nc" # said', { summary: 'a " b c' }],
    ['a:\n  - b: "c\n  d"\n    e: f', { a: [{ b: "c d", e: "f" }] }],
    ["tags: [a,\nb,\n]\norder: 3", { tags: ["a", "b"], order: 3 }],
    ["a: {b: [c,\nd],\ne: 'f\ng'\n}", { a: { b: ["c", "d"], e: "f g" } }],
  ])("%s", (matter, expected) => {
    expect(readSource(`---\n${matter}\n---\nBody`)).toMatchObject({ data: expected, problems: [] });
  });
});

describe("a header without fences", () => {
  test("as Hexo has it, without the first fence", () => {
    const text = "title: On margins\ndate: 2024-05-06\ntags:\n- a\n- b\n---\nBody\n";
    const { data, body, bodyLine, problems } = readSource(text);
    expect(data).toMatchObject({ title: "On margins", tags: ["a", "b"] });
    expect([body, bodyLine, problems]).toEqual(["Body\n", 7, []]);
    // A heading that is underlined, and prose.
    expect(readSource("Title: one\n---\nBody\n").body).toContain("---");
    expect(readSource("title: one\n---\nBody\n").body).toContain("---");
    expect(readSource("title: one\nand two\n---\n").body).toContain("---");
  });

  test("as Pelican has it", () => {
    const source = readSource(
      "Base Header Level: 2\nTitle: On margins\nDate: 2024-05-06\nTags: a, b\nSummary: It goes\n    on.\n\nBody: this.\n",
    );
    expect(source).toMatchObject({
      data: {
        "Base Header Level": "2",
        Title: "On margins",
        Date: "2024-05-06",
        Tags: "a, b",
        Summary: "It goes on.",
      },
      body: "\nBody: this.\n",
      bodyLine: 7,
      problems: [],
    });
  });

  test("as Pandoc has it, a title block", () => {
    const source = readSource(
      "% On\n  *margins*\n% Ann Author; Bo Writer\n  Cy Clerk\n% 2024-05-06\n\nBody.\n",
    );
    expect(source).toMatchObject({
      data: { title: "On margins", author: "Ann Author, Bo Writer, Cy Clerk", date: "2024-05-06" },
      body: "\nBody.\n",
      bodyLine: 6,
    });
    expect(readSource("%\n% Ann\n\nBody").data).toEqual({ author: "Ann" });
  });

  test("as Logseq has it, properties of the page", () => {
    const source = readSource(
      "title:: On margins\nalias:: [[Margins]], beside\ntags:: #a, [[b c]]\nx:: y\n- Body.\n",
    );
    expect(source).toMatchObject({
      data: { title: "On margins", alias: ["Margins", "beside"], tags: ["a", "b c"], x: "y" },
      body: "- Body.\n",
      bodyLine: 5,
    });
  });

  test.each([
    "map:: (a -> b) -> [a] -> [b]\n\nBody",
    "% a comment of TeX\n\\begin{x}\n",
    "% a\n% b\n% c\n% d\n\nBody",
    "%% a comment %%\n\nBody",
    "%\n\nBody",
    "Note: this is prose.\n\nMore.",
    "Title: a\nand prose behind it.\n\nMore.",
    "https://example.org: a place\n\nMore.",
    "  Title: indented\n\nMore.",
  ])("%j is prose", (text) => {
    expect(readSource(text)).toEqual({ data: {}, text, body: text, bodyLine: 1, problems: [] });
  });
});

describe("what is refused", () => {
  test.each(["js", "javascript", "coffee", "cson", "constructor", "__proto__x"])(
    "---%s is never run",
    (language) => {
      const source = readSource(`---${language}\nglobalThis.ran = true; ({})\n---\nBody`);
      expect(globalThis).not.toHaveProperty("ran");
      expect(source.data).toEqual({});
      expect(source.body).toContain("Body");
    },
  );

  test("the refusal names the language", () => {
    expect(readSource("---js\n({})\n---\nBody").problems[0]?.message).toContain("js");
  });

  test("YAML's custom tags", () => {
    const source = readSource("---\ntitle: A\nrun: !!js/function 'function () {}'\n---\nBody");
    expect(source.data).toEqual({ title: "A" });
    expect(source.problems).toHaveLength(1);
  });

  test("a bomb of aliases", () => {
    const levels = Array.from(
      { length: 20 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(",")}]`,
    );
    const source = readSource(`---\ntitle: A\nl0: &l0 [x]\n${levels.join("\n")}\n---\nBody`);
    expect(source.problems).toHaveLength(1);
    expect(JSON.stringify(source.data).length).toBeLessThan(1_000_000);
  });
});

describe("YAML's values stay what was written", () => {
  test.each([
    ["a date", "2025-07-08", "2025-07-08"],
    ["a time", "1:30", "1:30"],
    ["a number with underscores", "1_000", "1_000"],
    ["yes", "yes", "yes"],
    ["a number", "12", 12],
    ["null", "", null],
  ])("%s", (_, written, value) => {
    expect(readSource(`---\nkey: ${written}\n---\n`).data).toEqual({ key: value });
  });
});

test.each([
  ['{"a": 1,,}', 'invalid JSON at ","'],
  ['{"a": ', "the JSON ends too early"],
  ['{"a": nul}', 'invalid JSON at "}"'],
])("a fault in JSON is described in ibid's own words: %s", (json, reason) => {
  const { problems } = readSource(`---json\n${json}\n---\nBody`);
  expect(problems.map(({ message }) => message)).toEqual([reason]);
});

test.each([
  ["title: Pipes: an essay", "2:13", /quotation marks/],
  ['title: "A" pipe', "2:12", /quotation marks/],
  ["title: @pipe", "2:8", /quotation marks/],
  ['title: "A pipe', "2:15", /quotation mark \("\) is not closed/],
  ["title: 'A pipe", "2:15", /quotation mark \('\) is not closed/],
  ["tags: [one, two", "2:16", /bracket is not closed/],
  ["tags: [one: two three: four]", "2:22", /comma is missing/],
  ["title: A\nauthor", "3:7", /colon is missing/],
  ["tags:\n\t- one", "3:1", /tab .* spaces/],
  [" title: A\norder: 1", "3:1", /same indentation/],
  ["title: {{ page }}", "2:1", /braces in quotation marks/],
  [String.raw`title: "C:\pipes"`, "2:12", /for a backslash/],
  ["title: *pipe*", "2:9", /begins with \*/],
])("a fault in YAML is described without the terms of its grammar: %s", (yaml, place, words) => {
  const [problem] = readSource(`---\n${yaml}\n---\nBody`).problems;
  expect(`${problem?.line}:${problem?.column}`).toBe(place);
  expect(problem?.message).toMatch(words);
  expect(problem?.message).not.toMatch(/scalar|mapping|sequence|flow|stream|complex/);
});
