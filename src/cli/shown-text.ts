/**
 * An essay as text: laid out and painted, with its front matter above and the addresses of its links below if the options ask
 * for them.
 */
import { titleLabel } from "../essay/title-label.ts";
import type { Session } from "../app/session.ts";
import type { Document, Inline } from "../document/document.ts";
import { languageOfText } from "../essay/text-language.ts";
import { isRightToLeftFlow } from "../layout/direction.ts";
import { layoutDocument, type LayoutOptions } from "../layout/layout.ts";
import { type Line, type Row, span } from "../layout/line.ts";
import { marginColumns, marginWidth, MEASURE, type NotesPlace } from "../layout/measure.ts";
import type { Tools } from "../layout/tools.ts";
import { addressMark, withAddresses } from "../links/shown-addresses.ts";
import { withNotesAtLeft } from "../page/notes-at-left.ts";
import { showFormat } from "./formats.ts";
import type { Shown } from "./shown.ts";

const RULE_COLUMNS = 12;

/** The position of notes among the blocks, for each place of notes. */
const NOTES_AT = { inline: "under", margin: "under", end: "end", none: "nowhere" } as const;

/** One essay laid out and painted. */
export function shownText(
  { open, essay, document, isNamed }: Shown,
  paint: (row: Row) => string,
  tools: Tools,
  session: Session,
): string {
  const { wrap, hyphens, links, frontMatter } = session.options;
  const notes = notesPlaceOf(session);
  const { width, margin } = measureOf(session);
  const marks = showFormat(session) === "ansi" ? "superscript" : "brackets";
  const language = languageOfText(essay, open.source.body, session.options.language);
  const options = { width, notes, marks, tools, wrap, hyphens, language } as const;
  const { document: addressed, list } = withAddresses(document, links, NOTES_AT[notes]);
  const above = frontMatter ? layoutDocument(sourceOf(open.source.text, open.source.bodyLine), options) : [];
  const laid = layoutDocument(addressed, options, isNamed ? { title: titleLabel(essay) } : {});
  const beside = notes === "margin" ? marginColumns(width, MEASURE) : undefined;
  const isMirrored = isRightToLeftFlow(addressed.blocks);
  const columns = beside && isMirrored && { text: beside.text, all: marginWidth(beside), isMirrored };
  const lines = columns ? withNotesAtLeft(laid, columns) : laid;
  return [above, lines, addressLines(list, options)]
    .filter((part) => part.length > 0)
    .flatMap((part, nth): readonly Line[] => (nth === 0 ? part : [{ spans: [], block: -1 }, ...part]))
    .map((line) => indented(paint(line), margin))
    .join("");
}

/** A line with its margin, which an empty line has not. */
export function indented(painted: string, margin: string): string {
  return `${painted === "" ? "" : margin + painted}\n`;
}

/** The place of notes. Only the reader chooses it by the available room. */
function notesPlaceOf({ options: { notes = "auto" } }: Session): NotesPlace {
  return notes === "auto" ? "inline" : notes;
}

/** The front matter as written, with its fences. */
function sourceOf(text: string, bodyLine: number): Document {
  const lines = text.split(/\r\n?|\n/, bodyLine - 1);
  const written = lines.join("\n").trim();
  return {
    blocks: written === "" ? [] : [{ type: "codeBlock", language: "", text: written }],
    notes: [],
  };
}

/** The list of addresses, under a rule like notes at the end. */
function addressLines(list: readonly string[], options: LayoutOptions): readonly Line[] {
  if (list.length === 0) return [];
  const children = list.flatMap((href, index): Inline[] => [
    ...(index === 0 ? [] : [{ type: "hardBreak" } as const]),
    { type: "text", text: `${addressMark(index + 1)} ` },
    { type: "link", href, children: [{ type: "text", text: href }] },
  ]);
  const rule: Line = {
    spans: [span("─".repeat(Math.min(RULE_COLUMNS, options.width)), "rule")],
    block: -1,
  };
  const lines = layoutDocument({ blocks: [{ type: "paragraph", children }], notes: [] }, options);
  return [rule, { spans: [], block: -1 }, ...lines];
}

/**
 * The width and the left margin: `--width`; otherwise one line for each paragraph in a pipe, and the
 * measure, centred, on a terminal.
 */
export function measureOf({ options, io }: Session): { width: number; margin: string } {
  if (options.width !== undefined) return { width: options.width, margin: "" };
  if (!io.outIsTerminal || options.output !== undefined) return { width: Infinity, margin: "" };
  const width = Math.min(MEASURE, io.columns);
  return { width, margin: " ".repeat(Math.floor((io.columns - width) / 2)) };
}
