/**
 * Where the checkouts of site generators have their pages, and what else is Markdown in them: templates, parts of other pages,
 * translations, old versions, and pages about the repository. Each row follows the documentation of its generator.
 */

/** How to recognise a generator in a folder, and what it makes pages of. Paths are from this folder, with `/`. */
export interface Generator {
  /** Names in the folder, of which one shows that it is a site of this generator. */
  readonly signs: readonly string[];
  /** Names of which at least one must also be there, because the signs alone may mean something else. */
  readonly needs?: readonly string[];
  /** The folders with all pages, if the generator reads no others. */
  readonly content?: readonly string[];
  /** The key that names such a folder instead, in the files `files`; its first group is the folder. */
  readonly key?: RegExp;
  /** The files with the key; the signs if absent. */
  readonly files?: readonly string[];
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

/** A key of TOML, YAML, JSON or Python whose value is a folder. */
function folderKey(name: string): RegExp {
  return new RegExp(
    String.raw`^[ \t]{0,20}["']?${name}["']?[ \t]{0,20}[:=][ \t]{0,20}["']?([^\s"'#,]{1,200})`,
    "gim",
  );
}

const HUGO = ["hugo", "config"].flatMap((name) => endings(name, DATA));

export const GENERATORS: readonly Generator[] = [
  // Hugo and Zola
  {
    signs: [...HUGO, "zola.toml", "config"],
    needs: ["content", "archetypes", "layouts"],
    content: ["content"],
    key: folderKey("contentDir"),
    files: [
      ...HUGO,
      ...["hugo", "config", "languages"].flatMap((name) => endings(`config/_default/${name}`, DATA)),
    ],
    without: /^(?:archetypes|assets|data|i18n|layouts|public|resources|static|templates|themes)$/,
  },
  // Hexo
  {
    signs: ["_config.yml"],
    needs: ["scaffolds", "source"],
    content: ["source"],
    key: folderKey("source_dir"),
  },
  // Jekyll
  {
    signs: endings("_config", ["yml", "yaml", "toml"]),
    key: folderKey("source"),
    without: /^(?:assets|vendor)$|(?:^|\/)_(?:data|includes|layouts|plugins|sass|site)$/,
  },
  { signs: ["bridgetown.config.yml", "config/initializers.rb"], content: ["src"] },
  { signs: endings("nanoc", ["yaml"]), content: ["content"] },
  { signs: ["config.rb"], needs: ["source"], content: ["source"] },
  // Pelican
  { signs: ["pelicanconf.py"], content: ["content"], key: folderKey("PATH") },
  // Hakyll
  { signs: ["site.hs", "hakyll.hs"], without: /^(?:_cache|_site|dist|dist-newstyle|templates)$/ },
  // Sphinx, Nikola, MyST, Jupyter Book
  {
    signs: ["conf.py", "myst.yml", "_toc.yml"],
    without: /^(?:_build|_static|_templates|cache|output|templates|themes)$/,
  },
  // MkDocs
  { signs: endings("mkdocs", ["yml", "yaml"]), content: ["docs"], key: folderKey("docs_dir") },
  // mdBook, GitBook and HonKit
  { signs: ["book.toml"], content: ["src"], key: folderKey("src") },
  { signs: ["book.json", ".bookrc", ".gitbook.yaml"], key: folderKey("root"), hasReadme: true },
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
    without:
      /^(?:build|i18n|static|src\/(?:components|theme)|(?:[\w-]{1,40}_)?(?:versioned_docs|versioned_sidebars))$/,
    hasParts: true,
  },
  // VitePress and VuePress
  { signs: [".vitepress", ".vuepress"], without: /^public$/, hasReadme: true },
  // Quartz
  {
    signs: endings("quartz.config", ["ts", "yaml"]),
    content: ["content"],
    without: /^content\/(?:private|templates)$/,
  },
  // Astro
  {
    signs: endings("astro.config", SCRIPTS),
    without: /^(?:dist|public|src\/(?:components|layouts))$/,
    hasParts: true,
  },
  // Nuxt Content
  { signs: endings("nuxt.config", SCRIPTS), needs: ["content"], content: ["content"] },
  // Gatsby, Next.js, SvelteKit, Gridsome
  {
    signs: ["gatsby-config", "next.config", "svelte.config", "gridsome.config"].flatMap((name) =>
      endings(name, SCRIPTS),
    ),
    without: /^(?:build|dist|out|public|static|src\/components|components)$/,
  },
  // Eleventy and Lume
  {
    signs: [".eleventy.js", ...endings("eleventy.config", SCRIPTS), "_config.ts", "_config.js"],
    without: /^(?:_site|dist)$|(?:^|\/)_(?:components|data|includes|layouts)$/,
  },
  // Obsidian and Logseq
  { signs: [".obsidian"], without: /(?:^|\/)_?(?:templates?|templater)$/i },
  { signs: ["logseq"], needs: ["pages", "journals"], without: /^(?:logseq|whiteboards)$/ },
];
