/**
 * Chooses essays by links: `--orphans`, `--links-to`, `--linked-by`.
 */
import type { Session } from "../app/session.ts";
import type { Essay } from "../essay/essay.ts";
import { findEssay } from "../library/find.ts";
import type { Library } from "../library/library.ts";
import type { EssayLink } from "../library/links.ts";

/** Whether the options ask for links, which needs an index. */
export function asksForLinks({ options }: Session): boolean {
  return options.orphans || options.linksTo.length > 0 || options.linkedBy.length > 0;
}

/** A function that accepts the essays that the options ask for; undefined if they ask for no links. Throws `NoEssayError`. */
export async function linkFilter(
  library: Library,
  session: Session,
): Promise<((essay: Essay) => boolean) | undefined> {
  if (!asksForLinks(session)) return undefined;
  const { orphans, linksTo, linkedBy, cwd, choice } = session.options;
  const all = await library.links();
  // Links within an essay and links from hidden drafts do not count.
  const links = all.filter(
    ({ from, to }) => to !== undefined && to.path !== from.path && (!from.draft || choice.drafts === true),
  );
  const sets: ReadonlySet<string>[] = [];
  for (const name of linksTo) {
    const { path } = await findEssay(library, name, cwd);
    sets.push(new Set(links.filter(({ to }) => to?.path === path).map(({ from }) => from.path)));
  }
  for (const name of linkedBy) {
    const { path } = await findEssay(library, name, cwd);
    sets.push(targetsOf(links.filter(({ from }) => from.path === path)));
  }
  const linked = orphans ? targetsOf(links) : undefined;
  return ({ path }) => sets.every((set) => set.has(path)) && linked?.has(path) !== true;
}

function targetsOf(links: readonly EssayLink[]): Set<string> {
  return new Set(links.flatMap(({ to }) => to?.path ?? []));
}
