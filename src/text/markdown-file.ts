/**
 * Which files are Markdown, by the endings of their names: Markdown itself, MDX, Quarto, and R Markdown, which knitr and blogdown
 * make Markdown of.
 */

/** The endings without their period, in the order in which messages list them. */
const ENDINGS = ["md", "markdown", "mdx", "qmd", "Rmd", "Rmarkdown"] as const;

/** The ending of a Markdown file's name. */
export const MARKDOWN = /\.(?:md|markdown|mdx|qmd|rmd|rmarkdown)$/i;

/** The endings of files from which a program writes a Markdown file of the same name. */
export const KNITTED = /\.(?:qmd|rmd|rmarkdown)$/i;

/** The endings as a message lists them. */
export const MARKDOWN_ENDINGS = ENDINGS.map((ending) => `.${ending}`).join(", ");
