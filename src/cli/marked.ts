/**
 * `ibid show --mine`: essays with the highlights and notes of the user.
 */
import { Adoption } from "../memory/adopt.ts";
import { opened } from "../library/opening.ts";
import { anchorsOf } from "../marks/place.ts";
import type { EssaySource } from "../memory/trace.ts";
import type { Session } from "../app/session.ts";
import type { Named } from "./named.ts";

/** Files are opened without a library, because `show` may name a file outside of any library. */
const NO_LIBRARY: EssaySource = { essays: [], open: (essay) => opened(essay) };

/** Essays with the user's marks; marks that have lost their place are reported. */
export function* marked(named: Iterable<Named>, session: Session): Generator<Named> {
  const now = Date.now();
  const adoption = new Adoption(session.memory(), NO_LIBRARY);
  for (const one of named) {
    const marks = adoption.take(one.open, now);
    const lost = anchorsOf(one.open, marks).filter(({ placed }) => !placed).length;
    const { slug } = one.open.essay;
    if (lost > 0) session.say(`${slug}: ${lost} of your marks lost their place; ibid notes ${slug} has them`);
    yield { ...one, marks };
  }
}
