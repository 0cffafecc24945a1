/**
 * The names of HTML's elements, in lower case. In Markdown, any other name in angle brackets is usually not an element but a
 * type (`Vec<T>`), or a word for the reader to fill in (`git clone <url>`). Old elements whose names are usually such words
 * are left out: `command`, `content`, `dir`, `element`, `image`. SVG's and MathML's elements are in HTML's `svg` and `math`.
 */

/** HTML Living Standard, 4 and 16.2, and what browsers had before it. */
const HTML =
  "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button " +
  "canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em " +
  "embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe " +
  "img input ins kbd keygen label legend li link listing main map mark marquee menu menuitem meta meter nav " +
  "nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q rb rbc rp " +
  "rt rtc ruby s samp script search section select selectedcontent slot small source spacer span strike strong style sub " +
  "summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp";

const KNOWN = new Set(HTML.split(" "));

/** Whether HTML defines an element of this name. A name with a colon is of another XML language (`o:p`). */
export function isKnownElement(name: string): boolean {
  return KNOWN.has(name) || name.includes(":");
}
