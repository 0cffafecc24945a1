/**
 * Notes as cards for Anki: text with tabs between the fields, and a header that names them (Anki's manual,
 * "Text files"). The front is the passage; the back is the user's note and the source.
 */
import { label } from "../../text/visible.ts";
import { escapedHtml } from "../html/escape.ts";
import { type Noted, type NotedEssay, sourceAddress } from "./noted.ts";

const HEAD = [
  "#separator:tab",
  "#html:true",
  "#notetype:Basic",
  "#columns:GUID\tFront\tBack\tTags",
  "#guid column:1",
  "#tags column:4",
];

export function notesAnki(essays: readonly NotedEssay[]): string {
  const cards = essays.flatMap((essay) => essay.notes.map((note) => cardOf(essay, note).join("\t")));
  return [...HEAD, ...cards].map((line) => `${line}\n`).join("");
}

function cardOf(essay: NotedEssay, note: Noted): string[] {
  const { mark, heading } = note;
  const source = [essay.title, ...(heading === undefined ? [] : [heading]), sourceAddress(essay, note)].join(
    " · ",
  );
  const back = [...(mark.note === undefined ? [] : [html(mark.note)]), `<small>${html(source)}</small>`];
  return [label(mark.id), html(mark.anchor.words), back.join("<br><br>"), tagsOf(essay).join(" ")];
}

/** A field on one line, with line feeds as `<br>`. */
function html(text: string): string {
  return escapedHtml(text.replaceAll("\t", " ").trim()).replace(/\r\n?|\n/g, "<br>");
}

/** The tags of the essay and its slug, separated by blanks. */
function tagsOf({ slug, essay }: NotedEssay): string[] {
  return ["ibid", slug, ...(essay?.tags ?? [])].map((tag) => label(tag).replace(/\s/g, "_"));
}
