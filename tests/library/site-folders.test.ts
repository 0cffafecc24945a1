import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { discover } from "../../src/library/discover.ts";
import { temporaryLibrary } from "../support/library.ts";

/** The paths of the essays in a folder with these files: a list of paths, or paths with their texts. */
function essaysAmong(files: readonly string[] | Readonly<Record<string, string>>, folder = ""): string[] {
  const tree = Array.isArray(files)
    ? Object.fromEntries(files.map((path: string) => [path, "Text.\n"]))
    : files;
  const { files: found } = discover(join(temporaryLibrary(tree as Record<string, string>), folder));
  return found.map(({ path }) => path).sort();
}

/** For each generator: the pages of a site, and the Markdown in it that is certainly no page. */
const SITES: Readonly<Record<string, { pages: readonly string[]; others: readonly string[] }>> = {
  Hugo: {
    pages: ["content/_index.md", "content/posts/b/index.fr.md", "notes/a.md", "docs/setup.md"],
    others: [
      "hugo.toml",
      "archetypes/default.md",
      "themes/x/README.md",
      "README.md",
      "layouts/a.md",
      "public/a.md",
    ],
  },
  "an older Hugo": {
    pages: ["content/a.md", "static/c.md"],
    others: ["config.yaml", "themes/x/content/b.md"],
  },
  Zola: { pages: ["content/a/index.md"], others: ["zola.toml", "templates/b.md", "themes/c/d.md"] },
  Jekyll: {
    pages: ["_posts/2024-05-06-a.md", "_notes/b.md", "about.md", "_drafts/c.md", "assets/d.md"],
    others: [
      "_config.yml",
      "_includes/d.md",
      "_layouts/e.md",
      "vendor/bundle/f.md",
      "LICENSE.md",
      "_site/g.md",
    ],
  },
  Hexo: {
    pages: ["source/_posts/a.md", "notes/b.md"],
    others: ["_config.yml", "scaffolds/post.md", "themes/next/docs/b.md", "README.md"],
  },
  Hakyll: { pages: ["posts/a.md"], others: ["site.hs", "templates/b.md", "_site/c.md"] },
  MkDocs: { pages: ["docs/README.md", "essays/b.md"], others: ["mkdocs.yml", "site/c.md", "CHANGELOG.md"] },
  mdBook: { pages: ["src/ch01.md", "essays/a.md"], others: ["book.toml", "src/SUMMARY.md", "theme/b.md"] },
  GitBook: { pages: ["README.md", "a/README.md"], others: ["book.json", "SUMMARY.md", "LICENSE.md"] },
  Docsify: { pages: ["docs/README.md", "docs/a.md"], others: ["docs/_sidebar.md", "docs/_navbar.md"] },
  Quarto: {
    pages: ["index.qmd", "posts/a/index.qmd"],
    others: ["_quarto.yml", "_extensions/x/b.qmd", "posts/_part.qmd", "renv/c.md"],
  },
  bookdown: { pages: ["index.Rmd", "01-a.Rmd"], others: ["_bookdown.yml", "_book/b.md", "README.md"] },
  Sphinx: { pages: ["index.md", "guide/a.md"], others: ["conf.py", "_build/b.md", "_templates/c.md"] },
  Docusaurus: {
    pages: [
      "docs/b/README.md",
      "blog/2024-05-06-c.mdx",
      "versioned_docs/version-1/a.md",
      "i18n/fr/docusaurus-plugin-content-docs/current/a.md",
    ],
    others: [
      "docusaurus.config.ts",
      "docs/_part.mdx",
      "README.md",
      "src/theme/a.mdx",
      "node_modules/x/README.md",
    ],
  },
  "a site in a folder of a repository": {
    pages: ["essays/a.md", "website/docs/a.md", "website/README.md"],
    others: ["website/docusaurus.config.js", "website/build/a.md", "README.md"],
  },
  VitePress: {
    pages: ["docs/README.md", "docs/a.md", "docs/public/b.md"],
    others: ["docs/.vitepress/config.ts"],
  },
  Quartz: { pages: ["content/a.md", "docs/b.md"], others: ["quartz.config.ts", "content/templates/c.md"] },
  Astro: {
    pages: ["src/content/blog/a.mdx", "src/pages/b.md", "public/c.md"],
    others: ["astro.config.mjs", "src/components/d.mdx", "src/content/blog/_e.md"],
  },
  Gatsby: { pages: ["content/a/index.md", "static/b.md"], others: ["gatsby-config.js", "public/c.md"] },
  Eleventy: { pages: ["src/a.md"], others: [".eleventy.js", "src/_includes/b.md", "_site/c.md"] },
  Obsidian: { pages: ["Notes/a.md"], others: [".obsidian/app.json", "Extras/Templates/b.md", ".trash/c.md"] },
  Logseq: { pages: ["pages/a.md", "journals/b.md"], others: ["logseq/config.edn", "logseq/bak/pages/a.md"] },
};

describe("what is a page in a checkout", () => {
  test.each(Object.entries(SITES))("%s", (_, { pages, others }) => {
    expect(essaysAmong([...pages, ...others])).toEqual([...pages].sort());
  });

  test("what has Markdown and was left out so is named, folder by folder", () => {
    const site = ["hugo.toml", "a.md", "themes/x/b.md", "themes/y/c.md", "layouts/d.html", "archetypes/e.md"];
    const { skipped } = discover(temporaryLibrary(Object.fromEntries(site.map((path) => [path, ""]))));
    expect(skipped.map(({ path }) => path)).toEqual(["archetypes", "themes"]);
    expect(skipped.every(({ isHarmless, isNoPage }) => isHarmless === true && isNoPage === true)).toBe(true);
  });

  test("a library that is a part of a site", () => {
    const site = ["docusaurus.config.js", "docs/a.md", "docs/_b.md", "docs/_index.md", ".git/HEAD"];
    expect(essaysAmong(site, "docs")).toEqual(["_index.md", "a.md"]);
  });

  test("a folder without pages is read if it is asked for", () => {
    expect(essaysAmong(["hugo.toml", "content/a.md", "themes/x/b.md", ".git/HEAD"], "themes/x")).toEqual([
      "b.md",
    ]);
  });

  test("R Markdown beside the Markdown that was made of it is no second essay", () => {
    expect(essaysAmong(["a.Rmd", "a.md", "b.qmd", "c.Rmarkdown", "c.markdown"])).toEqual([
      "a.md",
      "b.qmd",
      "c.markdown",
    ]);
  });

  test("a folder without a generator has no such rules", () => {
    const notes = ["templates/a.md", "_b.md", "themes/c.md", "config.toml", "versioned_docs/d.md"];
    expect(essaysAmong(notes)).toEqual(notes.filter((path) => path.endsWith(".md")).sort());
  });
});
