/**
 * What differs between the pages and the books that `HtmlWriter` writes.
 */

/** The handling of addresses and notes on a page. */
export interface Markup {
  /** The prefix of every id, so that two essays on a page share none. */
  readonly prefix: string;
  /** The place of notes: after the block that cites them, or together after the essay, as reading systems want them. */
  readonly notes: "beside" | "end";
  /** The address of a link on the page; undefined if it leads nowhere from there, and only its text is shown. */
  readonly link: (href: string) => string | undefined;
  /** The HTML of a picture; in a link it must not contain a link. */
  readonly image: (src: string, alt: string, isInLink: boolean) => string;
  /** The HTML of a film or a sound at an address of the page, around its link; absent where only the link is wanted. */
  readonly player?: (kind: "video" | "audio", address: string, link: string) => string;
}
