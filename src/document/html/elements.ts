/**
 * What kinds of HTML's elements there are: those without content, those whose content is no text of the page, and notes beside the
 * text.
 */
export type Attributes = Readonly<Record<string, string>>;

/** Elements without content and end tag (HTML, 13.1.2). */
export const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Elements whose content is not text of the page. */
const MUTE = new Set("script style title rp".split(" "));

/** Elements whose content is for browsers that do not know them, or for scripts. */
const HIDDEN = new Set("template noscript object audio video iframe canvas datalist model-viewer".split(" "));

export function isMute(name: string): boolean {
  return MUTE.has(name);
}

/**
 * Whether a browser hides an element's content. The content of a Vue template is visible: it goes into a slot
 * of the component around it. So is that of an object without an address.
 */
export function isHidden(name: string, attributes: Attributes): boolean {
  if (name === "object" && attributes["data"] === undefined) return false;
  return HIDDEN.has(name) && !(name === "template" && Object.keys(attributes).some((key) => SLOT.test(key)));
}

/** Whether an element's attributes leave it visible. */
export function isDisplayed(attributes: Attributes): boolean {
  return attributes["hidden"] === undefined && !NOT_DISPLAYED.test(attributes["style"] ?? "");
}

/** A style that hides an element. */
const NOT_DISPLAYED = /(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}none\b/i;

const SLOT = /^(?:#|v-slot)/;

const SIDE_NOTE = /(?:^|\s)(?:side-?note|margin-?note)(?:\s|$)/i;
const TOGGLE = /(?:^|\s)margin-toggle(?:\s|$)/;

/** Notes of Distill ("Footnotes"), by the names of both of its versions. */
const DISTILLS = new Set(["d-footnote", "dt-fn"]);

/** Whether an element is a note beside the text: HTML's own, or a span as in Tufte CSS ("Sidenotes"). */
export function isSideNote(name: string, attributes: Attributes): boolean {
  return (
    name === "aside" || DISTILLS.has(name) || (name === "span" && SIDE_NOTE.test(attributes["class"] ?? ""))
  );
}

/** Whether an element is the control that shows such a note if there is no margin. */
export function isToggle(attributes: Attributes): boolean {
  return TOGGLE.test(attributes["class"] ?? "");
}
