/**
 * What single generators add, as their documentation has it.
 */
import { describe, expect, test } from "vitest";
import { page, taggedPage } from "../support/page.ts";

describe("GitBook", () => {
  test.each([
    ['{% hint style="danger" %}\nMind it.\n{% endhint %}', ["┃ DANGER", "┃", "┃ Mind it."]],
    [
      '{% code title="a.js" lineNumbers="true" %}\n```js\nlet a;\n```\n{% endcode %}',
      ["    let a;", "  a.js"],
    ],
    ['{% code overflow="wrap" %}\n```js\nlet a;\n```\n{% endcode %}', ["    let a;"]],
    [
      '{% embed url="https://example.org/x" %}\nThe *caption*\n{% endembed %}',
      ["▷ embed https://example.org/x", "  The caption"],
    ],
    ['{% file src="files/a.pdf" %}\nThe manual\n{% endfile %}', ["a.pdf", "  The manual"]],
  ])("%s", (markdown, expected) => expect(page(markdown)).toEqual(expected));
});

describe("mdBook", () => {
  test.each([
    ["{{#title A title}}\n\nText.", ["Text."]],
    ["{{#include ../a.rs:2:10}}", ["‹../a.rs›"]],
    ["{{#playground b.rs editable}}", ["‹b.rs›"]],
    ["```rust\n{{#rustdoc_include ../a.rs:here}}\n```", ["‹../a.rs›"]],
    ["{{#if x}}", ["‹if›"]],
  ])("%s", (markdown, expected) => expect(page(markdown)).toEqual(expected));
});

test.each([
  ["```snippets/a.js#region{1,2 ts:line-numbers [A label]}\nx\n```", ["    x", "  A label"]],
  ["```snippets/a.js\nx\n```", ["    x", "  snippets/a.js"]],
  ["```ts:line-numbers {1} [a.ts]\nx\n```", ["    x", "  a.ts"]],
  ["<<< @/snippets/a.js#region{1,2 ts:line-numbers [A label]}", ["‹snippets/a.js#region›"]],
  ["```text/html\nx\n```", ["    x"]],
])("VitePress: %s", (markdown, expected) => expect(page(markdown)).toEqual(expected));

test.each([
  ['![](a.png){#fig-a fig-alt="A tree" width=50%}', ["<image>▣ A tree</image>"]],
  ['![A](a.png){fig-alt="A tree"}', ["<image>▣ A</image>"]],
  ["![A](a.png){:height 100, :width 200}", ["<image>▣ A</image>"]],
  ["{::nomarkdown}*a* <b>c</b>{:/} *d*", ["*a* <strong>c</strong> <emphasis>d</emphasis>"]],
])("attributes and extensions: %s", (markdown, expected) => expect(taggedPage(markdown)).toEqual(expected));
