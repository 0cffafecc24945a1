/**
 * The style sheet of a book. It is short, so that the settings of the reading system apply.
 */

export const BOOK_STYLE = `
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; break-after: avoid; hyphens: none; }
.meta { font-size: .85em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8em; }
blockquote, .callout, .transclusion { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 2px solid; }
.callout-title, .transclusion-title { font-weight: bold; }
table { border-collapse: collapse; font-size: .9em; }
th, td { padding: .2em .6em .2em 0; text-align: start; vertical-align: top; border-bottom: 1px solid; }
img { max-width: 100%; }
figure { margin: 1em 0; break-inside: avoid; }
figcaption { font-size: .85em; }
aside { font-size: .85em; margin: .8em 0; }
aside > a:first-child + p, li > input + p { display: inline; }
sup, sub { line-height: 0; }
[epub|type~="footnotes"] { margin-top: 2em; border-top: 1px solid; }
`
  .trim()
  .replace(/^/, '@namespace epub "http://www.idpf.org/2007/ops";\n');
