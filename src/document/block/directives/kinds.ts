/**
 * The meaning of the names of directives (docutils, Sphinx, MyST, and the extensions that most of their sites
 * use).
 */

/** The set of the words in a text. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

export const CALLOUTS = words(
  "admonition attention caution danger error hint important note seealso tip todo topic warning",
);
/** Words before a version number. */
export const VERSIONS: ReadonlyMap<string, string> = new Map([
  ["versionadded", "New in version"],
  ["version-added", "New in version"],
  ["versionchanged", "Changed in version"],
  ["version-changed", "Changed in version"],
  ["versionremoved", "Removed in version"],
  ["deprecated", "Deprecated since version"],
]);
/** Blocks that readers of the site open. */
export const FOLDED = words("dropdown details toggle collapse hidden-cell");
/** Blocks beside the text. */
export const BESIDE = words("margin sidebar aside marginnote");
/** Blocks that only affect the appearance of the page, or one format of it. */
export const PLAIN = words(
  "tab-set tabs grid grids cards card-carousel card-deck div container compound class hlist centered only ifconfig rst-class " +
    "exercise-start exercise-end solution-start solution-end parsed landscape",
);
export const TITLED = words("grid-item-card card grid-item rubric");
export const QUOTES = words("epigraph highlights pull-quote blockquote");
export const CODE = words(
  "code code-block code-cell sourcecode parsed-literal prompt literal-block jupyter-execute ipython",
);
/** Programs that draw from source text, and texts in other languages. */
export const OTHER_CODE: ReadonlyMap<string, string> = new Map([
  ["mermaid", "mermaid"],
  ["graphviz", "dot"],
  ["digraph", "dot"],
  ["graph", "dot"],
  ["plot", "python"],
  ["eval-rst", "rst"],
  ["doctest", "python"],
  ["productionlist", ""],
]);
export const FILES = words("include literalinclude embed notebook-include download");
export const FRAMES = words("iframe video youtube vimeo audio");
/** Blocks that a program makes from other files. */
export const MADE = words(
  "bibliography autofunction autoclass automodule automethod autodata autosummary argparse click jupyter-kernel blog-posts postlist",
);
/** Blocks that a page does not show, or that ibid provides itself, such as a table of contents. */
export const UNSEEN = words(
  "contents tableofcontents index meta currentmodule module sectionauthor codeauthor highlight default-role default-domain " +
    "tabularcolumns sectnum role raw-role nb-exec-table ssubst",
);
/** Descriptions of objects: their signature, and text. */
export const OBJECTS =
  /^(?:(?:py|c|cpp|js|rst|std):)?(?:function|class|method|classmethod|staticmethod|attribute|property|data|exception|module|option|envvar|confval|macro|struct|enum|type|describe|object)$/;

/** Names with a special form. */
const OWN = words(
  "button-link button-ref carousel csv-table exercise figure glossary image list-table math raw solution tab tab-item table toctree",
);
const ALL = [
  CALLOUTS,
  VERSIONS,
  FOLDED,
  BESIDE,
  PLAIN,
  TITLED,
  QUOTES,
  CODE,
  FILES,
  FRAMES,
  MADE,
  UNSEEN,
  OWN,
];

/** Whether a directive has this name. The name of a program that draws may belong to a cell of a notebook. */
export function isDirective(name: string): boolean {
  const own = name.toLowerCase();
  return /^(?:prf|proof):/.test(own) || OBJECTS.test(own) || ALL.some((names) => names.has(own));
}
