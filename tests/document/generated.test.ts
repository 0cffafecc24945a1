/**
 * Addresses that generators fill in: Hugo's shortcodes (gohugo.io, "Ref and RelRef"), Jekyll's tags and filters
 * (jekyllrb.com, "Liquid"), Pelican's (docs.getpelican.com, "Linking to internal content"), Zola's.
 */
import { expect, test } from "vitest";
import { inlinesOf } from "../../src/document/walk.ts";
import { parseDocument } from "../../src/document/parse.ts";

function addresses(markdown: string): string[] {
  return Array.from(inlinesOf(parseDocument(markdown).blocks)).flatMap((inline) =>
    inline.type === "link" ? [inline.href] : inline.type === "image" ? [inline.src] : [],
  );
}

test.each([
  ['{{< ref "/posts/x.md" >}}', "/posts/x.md"],
  ['{{< relref "x.md#a-part" >}}', "x.md#a-part"],
  ["{{% ref x %}}", "x"],
  ['{{< ref path="x.md" lang="en" >}}', "x.md"],
  ["{% post_url 2016-03-24-x %}", "2016-03-24-x"],
  ["{% post_url 2016-03-24-x %}#part", "2016-03-24-x#part"],
  ["{% link _posts/2016-03-24-x.md %}", "/_posts/2016-03-24-x.md"],
  ["{{ site.baseurl }}/x/", "/x/"],
  ["{{site.url}}/x/", "/x/"],
  ["{{ site.baseurl }}{% post_url 2016-03-24-x %}", "/2016-03-24-x"],
  ["{{< baseurl >}}/x/", "/x/"],
  ["{{<baseurl>}}x/y.nix", "/x/y.nix"],
  ['{{ "/x/" | relative_url }}', "/x/"],
  ["{{ '/x/' | absolute_url }}", "/x/"],
  ['{{ "/x/" | prepend: site.baseurl }}', "/x/"],
  ['{{ "/x/" | prepend: site.baseurl | prepend: site.url }}#a', "/x/#a"],
  ['{{ site.github.url }}{{ "x/" | prepend: "/" }}', "/x/"],
  ['{{ site.baseurl | append: "/x/" }}', "/x/"],
  ["{{ root_url }}/x/", "/x/"],
  ['{{ page.x | prepend: "/" }}', '{{ page.x | prepend: "/" }}'],
  ["{% post_path x %}", "x"],
  ["{% post_link x 'A title' %}", "x"],
  ['{{ "x.md" | relLangURL }}', "x.md"],
  ["{filename}x.md", "x.md"],
  ["{filename}/x.md#a", "/x.md#a"],
  ["{% asset x.png @path %}", "x.png"],
  ["@/x.md", "@/x.md"],
  ["{{ page.url }}", "{{ page.url }}"],
  ["{{ site.post_images }}/x.png", "{{ site.post_images }}/x.png"],
  ["{{< unknown x >}}", "{{< unknown x >}}"],
])("%s", (written, expected) => {
  expect(addresses(`[a](${written})`)).toEqual([expected]);
  expect(addresses(`[a]\n\n[a]: ${written}\n`)).toEqual([expected]);
  expect(addresses(`<a href='${written.replaceAll("'", '"')}'>a</a>`)).toEqual([expected]);
});

test("the links of components", () => {
  expect(addresses('A <Link to="/x">y</Link>')).toEqual(["/x"]);
  const mdx = parseDocument("A <Link to={useBaseUrl('/x')}>y</Link>", "mdx");
  expect([...inlinesOf(mdx.blocks)]).toContainEqual(expect.objectContaining({ type: "link", href: "/x" }));
});

test("an image's too", () => {
  expect(addresses("![a]({% asset x.png @path %})")).toEqual(["x.png"]);
});

test.each(["[a]({{ b", "[a]({% b\n%})", "[a]({{ b })"])("%j is no link", (markdown) => {
  expect(addresses(markdown)).toEqual([]);
});

test("an expression of JSX around one text is that text", () => {
  const written =
    "<a href={useBaseUrl('/x/')}>a</a> <img src={require(\"./y.png\").default}> <a href={z}>b</a>";
  expect(addresses(written)).toEqual(["/x/", "./y.png", "{z}"]);
});
