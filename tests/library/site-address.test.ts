/**
 * The address of a site in its generator's configuration: each generator's documentation names the file and the key.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { siteAddress } from "../../src/library/site-address.ts";
import { libraryAt } from "../../src/library/open.ts";
import * as opening from "../../src/library/opening.ts";
import { readLibrary, temporaryLibrary } from "../support/library.ts";

function found(files: Readonly<Record<string, string>>): string | undefined {
  return siteAddress(join(temporaryLibrary({ ".git/HEAD": "", "content/a.md": "A", ...files }), "content"));
}

describe("is found", () => {
  test.each([
    ["Hugo", "hugo.toml", "title = 'A'\nbaseURL = 'https://example.org/'\n", "example.org/"],
    ["Hugo, older", "config.toml", 'baseurl = "https://example.org/blog/"', "example.org/blog/"],
    ["Hugo in YAML", "hugo.yaml", "baseURL: https://example.org/\n", "example.org/"],
    ["Hugo's folder", "config/_default/config.toml", 'baseURL = "https://example.org"', "example.org"],
    [
      "Hugo in JSON",
      "hugo.json",
      '{\n  "title": "A",\n  "baseURL": "https://example.org/"\n}',
      "example.org/",
    ],
    ["Zola, newer", "zola.toml", 'base_url = "https://example.org"', "example.org"],
    [
      "Astro, a constant",
      "astro.config.ts",
      'const site = "https://example.org";\nexport default defineConfig({ site })',
      "example.org",
    ],
    ["Zola", "config.toml", 'base_url = "https://example.org"', "example.org"],
    ["Jekyll", "_config.yml", "# url: no\ntitle: A\nurl: https://example.org # here\n", "example.org"],
    ["Jekyll, quoted", "_config.yml", 'url: "https://example.org:8080/x"', "example.org:8080/x"],
    [
      "Astro",
      "astro.config.mjs",
      'export default defineConfig({\n  // site: "https://no.example",\n  site: "https://example.org",\n})',
      "example.org",
    ],
    [
      "Gatsby",
      "gatsby-config.js",
      "module.exports = { siteMetadata: { title: 'A', siteUrl: `https://example.org` } }",
      "example.org",
    ],
    [
      "Docusaurus",
      "docusaurus.config.ts",
      "const config: Config = {\n  title: 'A',\n  url: 'https://example.org',\n",
      "example.org",
    ],
    [
      "Quartz",
      "quartz.config.ts",
      '  configuration: {\n    baseUrl: "notes.example.org",',
      "notes.example.org",
    ],
    ["MkDocs", "mkdocs.yml", "site_name: A\nsite_url: https://example.org/docs/\n", "example.org/docs/"],
    ["Quarto", "_quarto.yml", 'website:\n  title: A\n  site-url: "https://example.org"\n', "example.org"],
    ["Pelican", "pelicanconf.py", "SITENAME = 'A'\nSITEURL = 'https://example.org'\n", "example.org"],
    ["one with a fault elsewhere", "config.toml", 'baseURL = "https://example.org"\n[[[menu', "example.org"],
  ])("%s", (_, file, text, address) => {
    expect(found({ [file]: text })).toBe(address);
  });
});

test("a menu's address, one that is to be filled in, and none are none", () => {
  expect(found({ "config.toml": '[[menu.main]]\n  url = "https://elsewhere.example"\n' })).toBeUndefined();
  expect(found({ "astro.config.mjs": "  site: process.env.SITE,\n" })).toBeUndefined();
  expect(found({ "_config.yml": "url: ''\n" })).toBeUndefined();
  expect(found({})).toBeUndefined();
});

test("what lies above the repository is not looked at", () => {
  const root = temporaryLibrary({
    "hugo.toml": 'baseURL = "https://example.org"',
    "site/.git/HEAD": "",
    "site/a.md": "A",
  });
  expect(siteAddress(join(root, "site"))).toBeUndefined();
});

test.skipIf(process.platform === "win32")("a fifo is not waited for", () => {
  const root = temporaryLibrary({ ".git/HEAD": "", "a.md": "A" });
  execFileSync("mkfifo", [join(root, "config.toml")]);
  expect(siteAddress(root)).toBeUndefined();
});

const SITE = {
  ".git/HEAD": "",
  "hugo.toml": 'baseURL = "https://www.example.org/blog/"',
  "content/a.md":
    "[b](https://example.org/blog/b/#end), [c](https://example.org/blog/c), [d](https://elsewhere.example/b)",
  "content/b.md": "# End\n",
};

test("full addresses of the site lead to its essays, and elsewhere on it to the browser", async () => {
  const { targets } = await readLibrary(join(temporaryLibrary(SITE), "content"));
  const kind = (href: string): string => {
    const target = targets.resolve(href, "a.md");
    return target.kind === "essay" ? `${target.essay.path} ${target.heading ?? ""}`.trim() : target.kind;
  };
  expect(kind("https://example.org/blog/b/#end")).toBe("b.md end");
  expect(kind("http://www.Example.org/blog/b")).toBe("b.md");
  expect(kind("https://example.org/blog/c")).toBe("external");
  expect(kind("https://example.org/blog")).toBe("external");
  expect(kind("https://example.org.elsewhere.example/b")).toBe("external");
  expect(kind("https://example.org/blogs/b")).toBe("external");
  expect(kind("https://elsewhere.example/b")).toBe("external");
});

test("what the user says goes before what is found", async () => {
  const root = join(temporaryLibrary(SITE), "content");
  const options = { cache: undefined, opening };
  const library = libraryAt({ root, source: "command line", site: "https://other.example" }, options);
  await library.read();
  expect(library.targets.resolve("https://other.example/b", "a.md").kind).toBe("essay");
  expect(library.targets.resolve("https://example.org/blog/b", "a.md").kind).toBe("external");
});
