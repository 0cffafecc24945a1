/**
 * What is Markdown in the checkouts of site generators and certainly no page: templates, parts of other pages, themes, packages, and
 * finished output. Each row follows the documentation of its generator. All else is an essay, wherever it lies.
 */

/** How to recognise a generator in a folder, and what it makes no pages of. Paths are from this folder, with `/`. */
export interface Generator {
  /** Names in the folder, of which one shows that it is a site of this generator. */
  readonly signs: readonly string[];
  /** Groups of names, of each of which one must also be there, because the signs alone may mean something else. */
  readonly needs?: readonly (readonly string[])[];
  /** Folders without pages. */
  readonly without?: RegExp;
  /** Whether `README.md` is a page. */
  readonly hasReadme?: true;
  /** Whether files whose names begin with `_` are parts of other pages. */
  readonly hasParts?: true;
}

const DATA = ["toml", "yaml", "yml", "json"];
const SCRIPTS = ["js", "mjs", "cjs", "ts", "mts"];

function endings(name: string, all: readonly string[]): string[] {
  return all.map((ending) => `${name}.${ending}`);
}

const HUGOS = /^(?:_vendor|archetypes|layouts|public|resources|themes)$/;
const ZOLAS = /^(?:public|templates|themes)$/;

export const GENERATORS: readonly Generator[] = [
  // Hugo
  { signs: endings("hugo", DATA), without: HUGOS },
  {
    signs: [...endings("config", DATA), "config"],
    needs: [["content"], ["archetypes", "layouts", "themes"]],
    without: HUGOS,
  },
  // Zola
  { signs: ["zola.toml"], without: ZOLAS },
  { signs: ["config.toml"], needs: [["content"], ["templates"]], without: ZOLAS },
  // Hexo
  { signs: ["_config.yml"], needs: [["scaffolds"]], without: /^(?:public|scaffolds|themes)$/ },
  // Jekyll
  {
    signs: endings("_config", ["yml", "yaml", "toml"]),
    without: /^vendor\/bundle$|(?:^|\/)_(?:data|includes|layouts|plugins|sass|site)$/,
  },
  // Hakyll
  { signs: ["site.hs", "hakyll.hs"], without: /^(?:_cache|_site|dist-newstyle|templates)$/ },
  // Sphinx, MyST, Jupyter Book
  { signs: ["conf.py", "myst.yml", "_toc.yml"], without: /^(?:_build|_templates)$/ },
  // MkDocs
  { signs: endings("mkdocs", ["yml", "yaml"]), without: /^site$/ },
  // mdBook, GitBook, HonKit, Docsify
  { signs: ["book.toml"], without: /^(?:book|theme)$/ },
  { signs: ["book.json", ".bookrc", ".gitbook.yaml"], without: /^(?:_book|_layouts)$/, hasReadme: true },
  { signs: ["SUMMARY.md", "_sidebar.md"], hasReadme: true },
  // Quarto and bookdown
  {
    signs: ["_quarto.yml", "_quarto.yaml", "_bookdown.yml"],
    without: /^(?:_book|_bookdown_files|_extensions|_freeze|_site|packrat|renv)$/,
    hasParts: true,
  },
  // Docusaurus
  {
    signs: endings("docusaurus.config", SCRIPTS),
    without: /^(?:build|src\/(?:components|theme))$/,
    hasParts: true,
  },
  // VitePress and VuePress
  { signs: [".vitepress", ".vuepress"], hasReadme: true },
  // Quartz
  { signs: endings("quartz.config", ["ts", "yaml"]), without: /^(?:public|content\/templates)$/ },
  // Astro
  {
    signs: endings("astro.config", SCRIPTS),
    without: /^(?:dist|src\/(?:components|layouts))$/,
    hasParts: true,
  },
  // Gatsby, Next.js, SvelteKit
  { signs: endings("gatsby-config", SCRIPTS), without: /^(?:public|src\/components)$/ },
  { signs: endings("next.config", SCRIPTS), without: /^(?:out|(?:src\/)?components)$/ },
  { signs: endings("svelte.config", SCRIPTS), without: /^(?:build|src\/lib\/components)$/ },
  // Eleventy and Lume
  {
    signs: [".eleventy.js", ...endings("eleventy.config", SCRIPTS), "_config.ts", "_config.js"],
    without: /(?:^|\/)_(?:components|data|includes|layouts|site)$/,
  },
  // Obsidian and Logseq
  { signs: [".obsidian"], without: /(?:^|\/)_?(?:templates?|templater)$/i },
  { signs: ["logseq"], needs: [["pages", "journals"]], without: /^logseq\/(?:bak|version-files)$/ },
];
