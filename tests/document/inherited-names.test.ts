/** Names from essays that every object of JavaScript inherits, such as `constructor`, mean nothing. */
import { expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";

const NAMES = Object.getOwnPropertyNames(Object.prototype);

/** Where an essay may write a name of its own. */
const PLACES: readonly ((name: string) => string)[] = [
  (name) => `a <${name}>text</${name}> b`,
  (name) => `<div><${name} x="1">text</${name}></div>`,
  (name) => `a <math><${name}>text</${name}></math> b`,
  (name) => `a :${name}[text] b`,
  (name) => `::${name}[text]`,
  (name) => `:::${name}\ntext\n:::`,
  (name) => `a {${name}}\`text\` b`,
  (name) => `a :${name}:\`text\` b`,
  (name) => `.. ${name}:: text\n\n   text`,
  (name) => `\`\`\`{${name}}\ntext\n\`\`\``,
  (name) => `a {{< ${name} >}}text{{< /${name} >}} b`,
  (name) => `a {% ${name} text %} b`,
  (name) => `> [!${name}]\n> text`,
  (name) => `!!! ${name}\n    text`,
  (name) => `\\begin{${name}}\ntext\n\\end{${name}}`,
  (name) => `<text ${name}="text">text</text>`,
  (name) => `[text][${name}] and text[^${name}]`,
];

/** The kinds of all nodes of a tree; a node without a kind gives undefined. */
function kindsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(kindsIn);
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(kindsIn);
  return "children" in value || "text" in value ? [(value as { type?: unknown }).type, ...inner] : inner;
}

test.each(NAMES)("%s", (name) => {
  for (const write of PLACES) {
    const { blocks } = parseDocument(write(name));
    expect(kindsIn(blocks).every((kind) => typeof kind === "string")).toBe(true);
    expect(JSON.stringify(blocks)).toContain("text");
    expect(JSON.stringify(blocks)).not.toContain("native code");
  }
});
