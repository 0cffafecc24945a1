/**
 * The format of an answer: the requested one, otherwise the default for the output.
 */
import type { ListFormat, ReviewFormat, ShowFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";

/** The formats of rows: `ansi` has styles, `text` has none. */
export type Looks = "text" | "ansi";

/** The format of a list. */
export function listFormat(session: Session): ListFormat {
  return session.options.formats.list ?? usualLooks(session);
}

/** The format of essays. One that only lists have, such as `csv`, shows essays as text. */
export function showFormat(session: Session): ShowFormat {
  const { show, list } = session.options.formats;
  return show ?? (list === undefined ? usualLooks(session) : "text");
}

/** The format of `review`. */
export function reviewFormat(session: Session): ReviewFormat {
  return session.options.formats.review ?? usualLooks(session);
}

/** `ansi` on a terminal with styles, otherwise `text`. */
function usualLooks({ options }: Session): Looks {
  return options.color.looks ? "ansi" : "text";
}
