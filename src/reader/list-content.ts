/**
 * The content of a list: what the memory has of the shown essays, or what leads to one of them.
 */
import type { Essay } from "../essay/essay.ts";
import type { CitingLink } from "../library/links.ts";
import { homelessOf } from "../memory/adopt.ts";
import { keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import type { EffectOf, Listed } from "./messages.ts";
import { queueOf } from "./start.ts";
import type { State } from "./state.ts";

/** Where lists are found. */
interface Sources {
  readonly memory: Memory;
  readonly state: () => State;
  /** The links that lead to an essay. */
  readonly citing: (essay: Essay) => readonly CitingLink[];
}

type Kind = Listed["what"];
type Lists = {
  readonly [What in Kind]: (sources: Sources, essay: Essay | undefined) => Extract<Listed, { what: What }>;
};

/** The most essays of the list of those read last. */
const RECENT = 50;

const LISTS: Lists = {
  citing({ citing }, essay) {
    if (!essay) throw new Error("links lead to an essay");
    return { what: "citing", essay, links: citing(essay) };
  },
  queued: ({ memory, state }) => ({ what: "queued", queued: queueOf(state().library, memory) }),
  marks(sources, essay) {
    const { memory, state } = sources;
    const all = memory.marks.all();
    const marks = shown(
      sources,
      all,
      ({ essay: { file } }) => file,
      (mark, own) => ({ mark, essay: own }),
    );
    const { essays } = state().library;
    const homeless = homelessOf(memory.marks, essay ? [...essays, essay] : essays);
    const elsewhere = all.length - marks.length - homeless.length;
    return { what: "marks", marks, homeless, elsewhere, open: essay ?? essays[0] };
  },
  recent: (sources) => ({
    what: "recent",
    read: withEssays(sources, sources.memory.all()).slice(0, RECENT),
  }),
  bookmarks: (sources, essay) => ({
    what: "bookmarks",
    open: essay,
    bookmarks: withEssays(sources, sources.memory.bookmarks()),
  }),
};

export function listedOf(sources: Sources, { what, essay }: EffectOf<"list">): Listed {
  return LISTS[what](sources, essay);
}

/** Things of the shown essays, each with its essay. */
function withEssays<One extends { readonly file: string }>(
  sources: Sources,
  all: readonly One[],
): (One & { readonly essay: Essay })[] {
  return shown(
    sources,
    all,
    ({ file }) => file,
    (one, essay) => ({ ...one, essay }),
  );
}

/** What is made of things and their essays, for the essays that are shown. */
function shown<One, Made>(
  { state }: Sources,
  all: readonly One[],
  fileOf: (one: One) => string,
  make: (one: One, essay: Essay) => Made,
): Made[] {
  const essays = new Map(state().library.essays.map((essay) => [keyOf(essay), essay]));
  return all.flatMap((one) => {
    const essay = essays.get(fileOf(one));
    return essay ? [make(one, essay)] : [];
  });
}
