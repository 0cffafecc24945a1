/**
 * Lists of what is remembered, and of what leads to an essay.
 */
import type { Essay } from "../essay/essay.ts";
import { keyOf } from "../memory/key.ts";
import { label } from "../text/visible.ts";
import { menuOf } from "./on-menu.ts";
import type { Menu, MenuItem } from "./state.ts";
import type { World } from "./world.ts";

/** The essays that are shown, by what they are remembered by. */
function shown({ state }: World): Map<string, Essay> {
  return new Map(state().library.essays.map((essay) => [keyOf(essay), essay]));
}

/** Those of the essay that is open first. */
export function bookmarksMenu(world: World, open: Essay | undefined): Menu {
  const essays = shown(world);
  const here = open && keyOf(open);
  const items = world.memory.bookmarks().flatMap(({ id, file, place, line }): MenuItem[] => {
    const essay = essays.get(file);
    const about = file === here || !essay ? "" : label(essay.title);
    return essay
      ? [{ text: label(line), depth: 0, about, essay, landing: { kind: "text", place }, bookmark: id }]
      : [];
  });
  const own = items.filter(({ about }) => about === "");
  const all = [...own, ...items.filter(({ about }) => about !== "")];
  return menuOf("Bookmarks", all, "no bookmarks yet; m in an essay makes one");
}

const RECENT = 50;

export function recentMenu(world: World): Menu {
  const essays = shown(world);
  const items = world.memory
    .all()
    .flatMap(({ file, state, percent, place }): MenuItem[] => {
      const essay = essays.get(file);
      const about = state === "yes" ? "read" : `${percent} %`;
      return essay
        ? [{ text: label(essay.title), depth: 0, about, essay, landing: { kind: "text", place } }]
        : [];
    })
    .slice(0, RECENT);
  return menuOf("Read last", items, "nothing read yet");
}

export function citingMenu({ source, state }: World, essay: Essay | undefined): Menu {
  const links = essay ? (source?.around(essay, state().library.all).citedBy ?? []) : [];
  const items = [...Map.groupBy(links, ({ from }) => from)].map(([from, all]): MenuItem => {
    const [first] = all;
    const more = all.length > 1 ? ` (${all.length} links)` : "";
    return {
      text: label(from.title),
      depth: 0,
      about: label(first!.text) + more,
      essay: from,
      landing: { kind: "block", block: first!.block },
    };
  });
  return menuOf(`Links to ${label(essay?.title ?? "")}`, items, "no essay here links to this one");
}
