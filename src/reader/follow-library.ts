/**
 * The library that the reader shows, while it is read and whenever its files change.
 */
import { realPath } from "../memory/key.ts";
import { systemReason } from "../system/reason.ts";
import { adoptMoved } from "./moved.ts";
import { type ReaderOptions, shelvedOf } from "./start.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** Shows the essays of the library as it is read, and as it changes. */
export async function followLibrary(
  options: ReaderOptions,
  now: World["now"],
  store: Store,
  isOver: () => boolean,
): Promise<void> {
  const { library, following, memory } = options;
  const fail = (error: unknown): void =>
    store.send({
      kind: "failed",
      message: `${library.root}: ${systemReason(error)}`,
    });
  try {
    await following?.follow({
      onProgress: (progress) => store.send({ kind: "reading", progress }),
      onEssays: () => store.send({ kind: "library", library: shelvedOf(options) }),
      onCurrent: () => {
        void adoptMoved({ library, memory, now }, store, isOver).catch(fail);
        const fresh = memory.visits.arrivals(realPath(library.root), library.essays, now());
        if (!isSameSet(fresh, store.get().fresh)) store.send({ kind: "fresh", fresh });
      },
      onError: fail,
    });
  } catch (error) {
    fail(error);
  }
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
