/**
 * Notes beside the text, such as `<aside>`: each is cited at the end of the block before it.
 */
import { withEnd } from "./block-edges.ts";
import type { Block, Citation, Inline } from "../document.ts";
import { isBlankText, isBlock, type Node } from "../nodes.ts";

export class SideNotes {
  readonly #cite: (blocks: readonly Block[]) => Citation | undefined;
  /** The block that got the last note, and its last inlines: more notes may follow the same block. */
  #last: { readonly block: Block; readonly end: Inline[] } | undefined;

  /** `cite` makes a note of blocks, and its citation; it returns undefined in places without citations. */
  constructor(cite: (blocks: readonly Block[]) => Citation | undefined) {
    this.#cite = cite;
  }

  /** Cites a note in the last of `nodes`, or after it if that is no block. */
  add(note: readonly Block[], nodes: Node[]): void {
    const citation = note.length === 0 ? undefined : this.#cite(note);
    if (!citation) return;
    const at = nodes.findLastIndex((node) => !isBlankText(node));
    const before = nodes[at];
    if (before !== undefined && before === this.#last?.block) {
      this.#last.end.push(citation);
      return;
    }
    const cited = before && isBlock(before) ? citedAtEnd(before, citation) : undefined;
    if (!cited) return void nodes.push(citation);
    nodes[at] = cited.block;
    this.#last = cited;
  }
}

/** A block with a citation at the end of its text, and the inlines there; undefined if it has no text. */
function citedAtEnd(
  before: Block,
  citation: Citation,
): { readonly block: Block; readonly end: Inline[] } | undefined {
  const end: Inline[] = [];
  const block = withEnd(before, (own) => {
    for (const inline of own) end.push(inline);
    end.push(citation);
    return end;
  });
  return block && { block, end };
}
