/**
 * `ibid show --mine`: essays with the highlights and notes of the user.
 */
import { marksOf } from "../memory/adopt.ts";
import { memoryOf } from "./noted.ts";
import { anchorsOf } from "../marks/place.ts";
import type { Session } from "../app/session.ts";
import type { Named } from "./shown.ts";

/** Essays with what the user marked in them; that some of it has lost its place is reported. */
export function marked(named: readonly Named[], session: Session): Named[] {
  const memory = memoryOf(session);
  const now = Date.now();
  const all = named.map((one): Named => {
    const marks = marksOf(memory.marks, one.open, now);
    const lost = anchorsOf(one.open, marks).filter(({ placed }) => !placed).length;
    const { slug } = one.open.essay;
    if (lost > 0) session.say(`${slug}: ${lost} of your marks lost their place; ibid notes ${slug} has them`);
    return { ...one, marks };
  });
  memory.close();
  return all;
}
