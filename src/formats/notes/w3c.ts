/**
 * Notes as web annotations (W3C Recommendation "Web Annotation Data Model", 23 February 2017), in JSON-LD: a
 * page of annotations, each with its passage as a quotation with context, as offsets and as lines (RFC 5147).
 */
import { addressPath } from "../../text/address.ts";
import { textHash } from "../../text/hash.ts";
import { timestamp } from "../../text/timestamp.ts";
import { anchorJson, readAnchor } from "./anchor-json.ts";
import { asExtra, extraOf, type Fields, textIn, without } from "./fields.ts";
import { type Noted, type NotedEssay, NotesFileError, type ReadMark, type ReadNotes } from "./noted.ts";
import { htmlText } from "./html-text.ts";
import { Reading } from "./reading.ts";
import { isRecord } from "../../text/is-record.ts";
import { decoded, WEB } from "../../links/address.ts";

const CONTEXT = ["http://www.w3.org/ns/anno.jsonld", { ibid: "urn:ibid:" }];
const LINES = "http://tools.ietf.org/rfc/rfc5147";
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

export function notesW3c(essays: readonly NotedEssay[]): object {
  const items = essays.flatMap((essay) => essay.notes.map((note) => annotationOf(essay, note)));
  // A page must have an IRI; the same notes get the same IRI.
  const id = `urn:ibid:notes:${textHash(JSON.stringify(items))}`;
  return { "@context": CONTEXT, id, type: "AnnotationPage", items };
}

/** An annotation, with the fields of other programs; fields that were changed since are replaced. */
function annotationOf(essay: NotedEssay, { mark, lines }: Noted): Fields {
  const raw = extraOf(mark, "w3c");
  const isSame = quoteIn(raw["target"])?.["exact"] === mark.anchor.words;
  const isBodyValue = noteIn(raw) === mark.note;
  const body = isBodyValue ? raw["body"] : bodyOf(mark.note);
  // Another program's annotation without a motivation gets none, so that it returns as it came.
  const isForeign = Object.keys(raw).length > 0;
  const motivation = isForeign ? raw["motivation"] : mark.note === undefined ? "highlighting" : "commenting";
  return {
    ...without(raw, ...(body === undefined ? ["body"] : []), ...(isBodyValue ? [] : ["bodyValue"])),
    id:
      textIn(raw["id"]) ??
      (UUID.test(mark.id) ? `urn:uuid:${mark.id}` : `urn:ibid:mark:${encodeURIComponent(mark.id)}`),
    type: raw["type"] ?? "Annotation",
    ...(motivation !== undefined && { motivation }),
    created: timestamp(mark.made),
    modified: timestamp(mark.changed),
    ...(body !== undefined && { body }),
    target: isSame ? raw["target"] : targetOf(essay, mark.anchor, lines),
    "ibid:essay": { slug: essay.slug, title: essay.title, path: essay.path },
    "ibid:anchor": anchorJson(mark.anchor),
    ...(Object.keys(without(mark.extra, "w3c")).length > 0 && { "ibid:extra": without(mark.extra, "w3c") }),
  };
}

function bodyOf(note: string | undefined): Fields | undefined {
  return note === undefined
    ? undefined
    : { type: "TextualBody", value: note, format: "text/plain", purpose: "commenting" };
}

function targetOf(essay: NotedEssay, anchor: Noted["mark"]["anchor"], lines: Noted["lines"]): Fields {
  const quote = {
    type: "TextQuoteSelector",
    exact: anchor.words,
    prefix: anchor.before,
    suffix: anchor.after,
  };
  const fragment = lines && {
    type: "FragmentSelector",
    conformsTo: LINES,
    value: `line=${lines[0] - 1},${lines[1]}`,
  };
  return {
    source: essay.address ?? fileAddress(essay.file),
    selector: fragment ? [quote, fragment] : [quote],
  };
}

/** A file as an IRI (RFC 8089). */
function fileAddress(file: string): string {
  const path = file.replaceAll("\\", "/");
  return `file://${path.startsWith("/") ? "" : "/"}${addressPath(path)}`;
}

/** Reads marks from a page, a collection or a list of annotations, or a single one. Throws `NotesFileError`. */
export function readNotesW3c(value: unknown): ReadNotes {
  const annotations = annotationsIn(value);
  if (!annotations) throw new NotesFileError("no annotations in it: neither items nor a list");
  const reading = new Reading();
  for (const [index, one] of annotations.entries()) {
    const own = isRecord(one) ? one : {};
    const place = textIn(own["id"]) ?? `annotation ${index + 1}`;
    reading.take(readAnnotation(own, place, reading), place, noteIn(own));
  }
  return reading;
}

function annotationsIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  if (Array.isArray(value["items"])) return value["items"];
  if (value["first"] !== undefined) return annotationsIn(value["first"]);
  return value["target"] === undefined ? undefined : [value];
}

/** An annotation; undefined if no TextQuoteSelector says which words are meant. */
function readAnnotation(value: Fields, place: string, reading: Reading): ReadMark | undefined {
  const quote = quoteIn(value["target"]);
  const words = textIn(quote?.["exact"]);
  if (!quote || words === undefined || words.trim() === "") return undefined;
  const id = textIn(value["id"]);
  const made = reading.time(value["created"], place);
  const own = id !== undefined && /^urn:uuid:/i.test(id) ? id.slice("urn:uuid:".length) : undefined;
  const isOwn = own !== undefined || id?.startsWith("urn:ibid:mark:") === true;
  const extra = isRecord(value["ibid:extra"]) ? value["ibid:extra"] : {};
  const raw = without(
    value,
    "@context",
    "created",
    "modified",
    "ibid:anchor",
    "ibid:essay",
    "ibid:extra",
    ...(isOwn ? ["id"] : []),
  );
  return {
    ...(id !== undefined && { id: own ?? decoded(id.replace(/^urn:ibid:mark:/, "")) }),
    essay: { ...sourceIn(value["target"]), ...essayIn(value["ibid:essay"]) },
    anchor: {
      ...(textIn(quote["prefix"]) !== undefined && { before: textIn(quote["prefix"])! }),
      ...(textIn(quote["suffix"]) !== undefined && { after: textIn(quote["suffix"])! }),
      ...readAnchor(value["ibid:anchor"]),
      words,
    },
    note: noteIn(value),
    made,
    changed: reading.time(value["modified"], place) ?? made,
    extra: { ...extra, ...(isPlain(raw, isOwn) ? {} : asExtra("w3c", raw)) },
  };
}

/** Whether an annotation has only fields that ibid writes itself. */
function isPlain(raw: Fields, isOwn: boolean): boolean {
  const { type, motivation, body, target, ...others } = raw;
  const isOwnBody =
    body === undefined ||
    (isRecord(body) &&
      Object.keys(body).length === 4 &&
      body["type"] === "TextualBody" &&
      body["format"] === "text/plain" &&
      body["purpose"] === "commenting");
  const selectors = isRecord(target) ? target["selector"] : undefined;
  const isOwnTarget =
    isRecord(target) &&
    Object.keys(target).length === 2 &&
    Array.isArray(selectors) &&
    (selectors.length === 2
      ? isRecord(selectors[1]) && selectors[1]["conformsTo"] === LINES
      : isOwn && selectors.length === 1);
  const isOwnMotivation = motivation === (body === undefined ? "highlighting" : "commenting");
  return (
    Object.keys(others).length === 0 && type === "Annotation" && isOwnMotivation && isOwnBody && isOwnTarget
  );
}

/** The quotation of the first target that has one. */
function quoteIn(target: unknown): Fields | undefined {
  for (const one of asList(target)) {
    if (!isRecord(one)) continue;
    for (const selector of asList(one["selector"])) {
      const found = isRecord(selector) && selector["type"] === "TextQuoteSelector" ? selector : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function noteIn(annotation: Fields): string | undefined {
  const value = textIn(annotation["bodyValue"]);
  if (value !== undefined) return value;
  for (const body of asList(annotation["body"])) {
    if (!isRecord(body) || body["type"] !== "TextualBody" || body["purpose"] === "tagging") continue;
    const text = textIn(body["value"]);
    const isHtml = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(textIn(body["format"]) ?? "");
    if (text !== undefined) return isHtml ? htmlText(text) : text;
  }
  return undefined;
}

/** The first source: a file, by its address or relative to the library, or an address on the web. */
function sourceIn(target: unknown): Pick<ReadMark["essay"], "file" | "path" | "address"> {
  for (const one of asList(target)) {
    const source = isRecord(one) ? one["source"] : one;
    const address = textIn(isRecord(source) ? source["id"] : source)?.split(/[?#]/, 1)[0];
    if (address === undefined || address === "") continue;
    if (address.startsWith("file:///")) return { file: decoded(address.slice("file://".length)) };
    if (WEB.test(address)) return { address };
    if (!/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return { path: decoded(address.replace(/^\.?\//, "")) };
  }
  return {};
}

function essayIn(value: unknown): ReadMark["essay"] {
  if (!isRecord(value)) return {};
  const [slug, title, path] = ["slug", "title", "path"].map((name) => textIn(value[name]));
  return {
    ...(slug !== undefined && { slug }),
    ...(title !== undefined && { title }),
    ...(path !== undefined && { path }),
  };
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
