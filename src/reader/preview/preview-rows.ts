/**
 * The rows of a preview: the beginning of an essay, or a passage about a third from the top, with the words that the search
 * found marked as on a page.
 */
import type { Document } from "../../document/document.ts";
import { type Line, type Row, span } from "../../layout/line.ts";
import { decorated } from "../../layout/decoration.ts";
import { wrapRuns } from "../../layout/wrap.ts";
import { withWikiLinks } from "../../links/wiki-links.ts";
import { woven } from "../../marks/weave.ts";
import { layOutEssay, lineOfBlock } from "../../page/laid-essay.ts";
import { type FoundMatch, matchDecorations, matchesIn } from "../../page/matches.ts";
import { lastMade } from "../../text/last-made.ts";
import { listHeight, pageShape } from "../geometry.ts";
import { findQuery, matchLandedOn } from "../query-find.ts";
import { clamp } from "../scroll.ts";
import type { Beside, Look, Preview, PreviewEssay } from "../state.ts";
import { typographyOf } from "../typography.ts";
import { fillingAround } from "./filling.ts";
import { headerLength, withShortHeader } from "./short-header.ts";

/** The last previews of each essay: they are laid out ahead, and an essay may have several passages. */
const previews = lastMade<Preview>(4);
const documents = lastMade<Document>();

/** The preview of an essay: only the blocks that fit the screen are laid out. */
export function previewOf(look: Look, of: Beside, essay: PreviewEssay): Preview {
  const { measure, wrap, tools, hyphens, language, size, library } = look;
  const { query, block, note, words, mark } = of.passage ?? {};
  const what = [of.columns, query, block, note, words, mark, essay.placed];
  const by = [...what, size.rows, measure, wrap, tools, hyphens, language, library.targets];
  return previews(essay.open, by, () => ({ of, essay, rows: rowsOf(look, of, essay) }));
}

/** The rows with the reason why there is no preview. */
export function reasonRows(reason: string, columns: number): Row[] {
  return wrapRuns([span(reason, "problem")], columns, "greedy").map((spans) => quiet({ spans }));
}

function rowsOf(look: Look, { passage, columns }: Beside, essay: PreviewEssay): Row[] {
  const { open, placed } = essay;
  const height = listHeight(look.size);
  const shape = pageShape({
    size: { columns: columns + 2, rows: height },
    measure: look.measure,
    notes: "inline",
    spread: false,
  });
  const document = documentOf(look, essay);
  const block = passage ? blockOf(passage, essay) : -1;
  const blocks = fillingAround(document.blocks, Math.max(0, block), height, shape.width);
  const options = {
    ...shape,
    measure: look.measure,
    blocks,
    meta: "brief" as const,
    ...typographyOf(open, look),
  };
  const laid = layOutEssay(open, document, options);
  const lines = blocks[0] === 0 ? withShortHeader(laid) : withoutHeader(laid);
  const matches = passage ? matchesIn(lines, findQuery(passage.query), { ...open, placed }) : [];
  const here = passage ? matchLandedOn(lines, matches, passage) : -1;
  const line = block < 0 ? 0 : (matches[here]?.line ?? lineOfBlock(lines, block));
  return seen(lines, line, height, { matches, here });
}

/** The tree with the user's marks and with links to the essays of the library, as on a page. */
function documentOf({ library: { targets } }: Look, { open, placed }: PreviewEssay): Document {
  return documents(open, [placed, targets], () => {
    const marked = placed.length === 0 ? open.document : woven(open.document, placed);
    return withWikiLinks(marked, (href) => targets.resolve(href, open.essay.path));
  });
}

/** The block of a passage. A mark of the user is where its words are now. */
function blockOf({ block, mark }: NonNullable<Beside["passage"]>, { open, placed }: PreviewEssay): number {
  const own = mark === undefined ? undefined : placed.find((one) => one.mark.id === mark);
  return Math.min(own?.placed?.range.start.block ?? block, open.document.blocks.length - 1);
}

function withoutHeader(lines: readonly Line[]): readonly Line[] {
  const length = headerLength(lines);
  return lines.slice(lines[length]?.spans.length === 0 ? length + 1 : length);
}

/** The lines that fit, `line` about a third from the top as far as the ends of the essay allow. */
function seen(
  lines: readonly Line[],
  line: number,
  height: number,
  { matches, here }: { readonly matches: readonly FoundMatch[]; readonly here: number },
): Row[] {
  const top = clamp(line - Math.floor(height / 3), 0, Math.max(0, lines.length - height));
  const rows = lines.slice(top, top + height);
  const decorations = matchDecorations(matches, here, [top, top + height]);
  const end = Math.max(endOfText(rows), line - top + 1);
  return rows.slice(0, end).map((row) => quiet(decorated(row, decorations)));
}

/** The row after the last text: a heading at the end says nothing of what follows it. */
function endOfText(lines: readonly Line[]): number {
  const isHeading = ({ spans }: Line): boolean => spans.some(({ roles }) => roles.includes("heading"));
  const isText = (line: Line): boolean =>
    !isHeading(line) &&
    line.spans.some(({ text, roles }) => text.trim() !== "" && !roles.includes("headingRule"));
  return lines.findLastIndex(isText) + 1;
}

/** A row that is quieter than the list, except for what was found. */
function quiet({ spans }: Row): Row {
  return {
    spans: spans.map((own) =>
      own.roles.includes("match") ? own : { ...own, roles: [...own.roles, "quiet"] },
    ),
  };
}
