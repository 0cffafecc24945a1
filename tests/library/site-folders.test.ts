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

/** For each generator: the pages of a site, and its other files. */
const SITES: Readonly<Record<string, { pages: readonly string[]; others: readonly string[] }>> = {
  Hugo: {
    pages: ["content/_index.md", "content/posts/a.md", "content/posts/b/index.fr.md"],
    others: [
      "hugo.toml",
      "archetypes/default.md",
      "themes/x/README.md",
      "docs/setup.md",
      "README.md",
      "layouts/a.md",
    ],
  },
  "an older Hugo": {
    pages: ["content/a.md"],
    others: ["config.yaml", "themes/x/exampleSite/content/b.md", "static/c.md", "notes.md"],
  },
  "Hugo with a folder of settings": {
    pages: ["content/a.md"],
    others: ["config/_default/hugo.toml", "_vendor/github.com/x/b.md"],
  },
  Zola: { pages: ["content/a/index.md"], others: ["zola.toml", "templates/b.md", "themes/c/d.md"] },
  Jekyll: {
    pages: ["_posts/2024-05-06-a.md", "_notes/b.md", "about.md", "_drafts/c.md"],
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
    pages: ["source/_posts/a.md", "source/about/index.md"],
    others: ["_config.yml", "scaffolds/post.md", "themes/next/docs/b.md", "README.md"],
  },
  Pelican: { pages: ["content/a.md"], others: ["pelicanconf.py", "plugins/x/b.md"] },
  Hakyll: { pages: ["posts/a.md"], others: ["site.hs", "templates/b.md", "_site/c.md"] },
  MkDocs: {
    pages: ["docs/README.md", "docs/a/b.md"],
    others: ["mkdocs.yml", "includes/c.md", "CHANGELOG.md"],
  },
  mdBook: { pages: ["src/ch01.md"], others: ["book.toml", "src/SUMMARY.md", "theme/b.md"] },
  GitBook: { pages: ["README.md", "a/README.md"], others: ["book.json", "SUMMARY.md", "LICENSE.md"] },
  Docsify: { pages: ["docs/README.md", "docs/a.md"], others: ["docs/_sidebar.md", "docs/_navbar.md"] },
  Quarto: {
    pages: ["index.qmd", "posts/a/index.qmd"],
    others: ["_quarto.yml", "_extensions/x/b.qmd", "posts/_part.qmd", "renv/c.md"],
  },
  bookdown: {
    pages: ["index.Rmd", "01-a.Rmd"],
    others: ["_bookdown.yml", "_book/b.md", "README.md"],
  },
  blogdown: {
    pages: ["content/post/a/index.md", "content/post/b/index.Rmd"],
    others: ["config.toml", "content/post/a/index.Rmd", "themes/x/c.md"],
  },
  Sphinx: { pages: ["index.md", "guide/a.md"], others: ["conf.py", "_build/b.md", "_templates/c.md"] },
  Docusaurus: {
    pages: ["docs/a.md", "docs/b/README.md", "blog/2024-05-06-c.mdx", "src/pages/d.md"],
    others: [
      "docusaurus.config.ts",
      "versioned_docs/version-1/a.md",
      "team_versioned_docs/version-1/a.md",
      "i18n/fr/docusaurus-plugin-content-docs/current/a.md",
      "docs/_part.mdx",
      "README.md",
      "node_modules/x/README.md",
    ],
  },
  "a site in a folder of a repository": {
    pages: ["website/docs/a.md"],
    others: ["website/docusaurus.config.js", "website/README.md", "website/i18n/de/a.md", "README.md"],
  },
  VitePress: {
    pages: ["docs/README.md", "docs/a.md"],
    others: ["docs/.vitepress/config.ts", "docs/public/b.md"],
  },
  Quartz: { pages: ["content/a.md"], others: ["quartz.config.ts", "docs/b.md", "content/templates/c.md"] },
  Astro: {
    pages: ["src/content/blog/a.mdx", "src/pages/b.md"],
    others: ["astro.config.mjs", "public/c.md", "src/components/d.mdx", "src/content/blog/_e.md"],
  },
  "Nuxt Content": { pages: ["content/1.a.md"], others: ["nuxt.config.ts", "playground/b.md"] },
  Gatsby: { pages: ["content/a/index.md"], others: ["gatsby-config.js", "static/b.md", "public/c.md"] },
  Eleventy: { pages: ["src/a.md"], others: [".eleventy.js", "src/_includes/b.md", "_site/c.md"] },
  Obsidian: { pages: ["Notes/a.md"], others: [".obsidian/app.json", "Extras/Templates/b.md", ".trash/c.md"] },
  Logseq: { pages: ["pages/a.md", "journals/b.md"], others: ["logseq/config.edn", "logseq/bak/pages/a.md"] },
};

describe("what is a page in a checkout", () => {
  test.each(Object.entries(SITES))("%s", (_, { pages, others }) => {
    expect(essaysAmong([...pages, ...others])).toEqual([...pages].sort());
  });

  test("the configuration names another folder", () => {
    expect(
      essaysAmong({
        "mkdocs.yml": "site_name: X\ndocs_dir: 'text/pages'\n",
        "text/pages/a.md": "",
        "text/b.md": "",
      }),
    ).toEqual(["text/pages/a.md"]);
    expect(
      essaysAmong({ "book.toml": '[book]\ntitle = "x"\nsrc = "."\n', "a.md": "", "src/b.md": "" }),
    ).toEqual(["a.md", "src/b.md"]);
    const languages = 'contentDir = "text/en"\n[languages.fr]\ncontentDir = "text/fr"\n';
    expect(
      essaysAmong({
        "hugo.toml": languages,
        "layouts/x": "",
        "text/en/a.md": "",
        "text/fr/a.md": "",
        "b.md": "",
      }),
    ).toEqual(["text/en/a.md", "text/fr/a.md"]);
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
