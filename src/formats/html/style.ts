/**
 * The style sheet of a page of essays.
 */

export const STYLE = `
:root { color-scheme: light dark; }
body { margin: 3rem auto; padding: 0 1.5rem; max-width: 34rem; font: 1.1rem/1.6 Charter, Georgia, serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; }
article + article { margin-top: 6rem; }
.meta, .missing { opacity: .7; }
.callout { padding-inline-start: 1rem; border-inline-start: 5px solid #8886; }
.callout-title, .transclusion-title { font-weight: bold; }
header nav { margin-bottom: 4rem; }
.transclusion { padding-inline-start: 1rem; border-inline-start: 3px solid #8886; }
pre { overflow-x: auto; padding: .8rem 1rem; border: 1px solid #8884; font-size: .85rem; line-height: 1.45; }
code, kbd { font-family: ui-monospace, monospace; font-size: .88em; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8886; }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem .3rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid #8884; }
img { max-width: 100%; }
aside { margin: .8rem 0 .8rem 2rem; font-size: .85rem; line-height: 1.45; opacity: .8; }
aside > a:first-child + p, li > input + p { display: inline; }
@media (min-width: 68rem) {
  body { max-width: 62rem; }
  article > * { max-width: 34rem; }
  article > .noted { display: grid; grid-template-columns: 34rem 22rem; column-gap: 2rem; max-width: none; }
  .noted > .notes { margin-block: 1.1rem 0; }
  .noted aside { margin: 0 0 .8rem; }
}
@media print {
  :root { color-scheme: light; }
  body { margin: 0; padding: 0; max-width: none; font-size: 11pt; line-height: 1.45; }
  article > *, article > .noted { display: block; max-width: none; }
  article + article { margin-top: 0; break-before: page; }
  h1, h2, h3, h4, h5, h6, .callout-title { break-after: avoid; }
  aside, table, figure, img, .math { break-inside: avoid; }
  p, li, aside { orphans: 3; widows: 3; }
  pre { overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
  a { color: inherit; text-decoration: none; }
  a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .85em; overflow-wrap: anywhere; }
  aside { opacity: 1; }
  header nav { break-after: page; }
}
@page { margin: 20mm; }
`.trim();
