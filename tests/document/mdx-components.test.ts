/**
 * Components in MDX, as the documentation of Docusaurus and of Starlight writes them.
 */
import { expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { paintPlain } from "../../src/formats/plain.ts";
import { layoutDocument } from "../../src/layout/layout.ts";

function page(markdown: string): string[] {
  const options = { width: 60, notes: "inline", marks: "brackets" } as const;
  return layoutDocument(parseDocument(markdown, "mdx"), options).map(paintPlain);
}

test.each<[string, string[]]>([
  [
    '<Aside type="caution" title="Watch out!">\n  Some *text*.\n\n  ```js\n  a\n  ```\n</Aside>',
    ["┃ CAUTION: Watch out!", "┃", "┃ Some text.", "┃", "┃     a"],
  ],
  [
    '<Tabs>\n  <TabItem value="a" label="Apple" default>\n    One.\n  </TabItem>\n  <TabItem value="b" label={"Pear"}>\n    - two\n  </TabItem>\n</Tabs>',
    ["▾ Apple", "", "  One.", "", "▾ Pear", "", "  • two"],
  ],
  ['<Card title="A title" icon="x">Text.</Card>', ["▾ A title", "", "  Text."]],
  [
    "A {' '}{`b`} {props.name} <img src={x} alt=\"C\" /> $\\frac{a.b}{c}$ {/* d */}.",
    ["A b ‹props.name› ▣ C $\\frac{a.b}{c}$ ."],
  ],
  [
    "Is {1 + 1} and {frontMatter.title}; {items.map((i) => <li>{i}</li>)} `{c}` \\{d} $a = {b}$ {e",
    ["Is ‹…› and ‹frontMatter.title›; ‹items.map› {c} {d} $a", "= {b}$ {e"],
  ],
  ['<LinkCard\n  title="A title"\n  href="/a/"\n  description="About it."\n/>', ["A title About it."]],
  [
    'A <Badge text="New" /> word and <Foo onClick={() => { x > 1 }}>inner</Foo> ones.',
    ["A New word and inner ones."],
  ],
  ['<div className="x">Some *text*</div>\n\n<p>A **word**</p>', ["Some text", "", "A word"]],
  ["<details>\n<summary>A *word*</summary>\n\nText.\n</details>", ["▾ A word", "", "  Text."]],
  ["<pre>a *b*</pre>", ["    a *b*"]],
  ['<Highlight color="x">\n  Words *kept*.\n</Highlight>', ["Words kept."]],
  ['<Foo description="About it">\n\nText.\n\n</Foo>', ["▾ About it", "", "  Text."]],
  ['<Quote text="A text" by="Ann" />', ["A text — Ann"]],
  ["{a ? <p>Yes, words</p> : <b>no</b>} {x > 3 && y < 4}", ["‹a› Yes, words no ‹x›"]],
  ['<Code code={`const a = 1;`} lang="js" />', ["const a = 1;"]],
  [
    "<Tabs items={['One label', 'Two']}>\n  <Tab>a</Tab>\n  <Tab>b</Tab>\n</Tabs>",
    ["▾ One label", "", "  a", "", "▾ Two", "", "  b"],
  ],
  [
    `<Tabs values={[{label: 'An apple', value: 'apple'}, {value: "pear", label: "A pear"}]}>\n  <TabItem value="pear">One.</TabItem>\n  <TabItem value="other">Two.</TabItem>\n</Tabs>`,
    ["▾ A pear", "", "  One.", "", "▾ other", "", "  Two."],
  ],
  [
    '<Tabs><TabItem value="a" label="Apple">One.</TabItem><TabItem value="b" label="Pear">Two.</TabItem></Tabs>',
    ["▾ Apple", "", "  One.", "", "▾ Pear", "", "  Two."],
  ],
  ['<Image src={require("./x.png").default} alt="A" caption="C" />', ["▣ A", "  C"]],
  [
    '<Faq data={[{q: "What is it?", a: "A bell."}]} icon={[{x: "y"}]} onClick={() => { a }} />',
    ["‹Faq› What is it? A bell."],
  ],
  [
    "<Any list={['One bell', 'Two bells']} show={() => <b>Some words</b>} />",
    ["‹Any› One bell, Two bells: Some words"],
  ],
  ['{a.map((n) => <Card key={n} title="A">Words</Card>)}', ["‹a.map› Words"]],
  [
    '<ParamField query="limit" type="number" default="10" required>\n  How *many*.\n</ParamField>\n\n<ResponseField name="id" type="string" />',
    ["limit query, number, required, default 10", "    How many.", "", "id string"],
  ],
  ['<Card title="Go *on*" href="/a">Text.</Card>', ["▾ Go on", "", "  Text."]],
  ['An <Tooltip tip="A service">API</Tooltip>.', ["An API (A service)."]],
  ['<Folder name="src"><File name="a.ts" /></Folder>', ["▾ src", "", "  ‹File› a.ts"]],
  ['<Stat value="42%" label="of users" />', ["‹Stat› of users: 42%"]],
  ['<Author name="Ann" bio="Rings bells." caption="C" alt="A" />', ["‹Author› Ann: C: A: Rings bells."]],
  [
    "import a from 'b'\n\nexport const query = graphql`\n  query { a }\n`\nexport default ({ x }) => <A>{x}</A>\n\nText.",
    ["Text."],
  ],
  ['<api-endpoint method="GET" path="/users/{id}"></api-endpoint>', ["‹api-endpoint› GET /users/{id}"]],
  ["<Tip>Text.</Tip>", ["┃ TIP", "┃", "┃ Text."]],
  ["<Steps>\n\n1. One\n\n2. Two\n\n</Steps>", ["1. One", "", "2. Two"]],
  ['<Never title="T">\n\nText.', ["‹Never› T", "", "Text."]],
  ['```jsx\n<Card title="x">\n```', ['<Card title="x">']],
])("%j", (markdown, lines) => {
  expect(page(markdown).map((line) => line.replace(/^ {4}(?=<)/, ""))).toEqual(lines);
});
