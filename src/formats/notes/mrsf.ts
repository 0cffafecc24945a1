/**
 * Notes for Sidemark: the Markdown Review Sidecar Format (MRSF 1.0), as JSON. A sidecar describes one essay;
 * several sidecars are a stream of YAML documents, because JSON is YAML.
 */
import { timestamp } from "../../text/timestamp.ts";
import { anchorJson, readAnchor } from "./anchor-json.ts";
import { asExtra, extraOf, type Fields, textIn, without } from "./fields.ts";
import { type Noted, type NotedEssay, NotesFileError, type ReadMark, type ReadNotes } from "./noted.ts";
import { Reading } from "./reading.ts";
import { isRecord } from "../../text/is-record.ts";

/** The longest `selected_text`, in characters. */
const LONGEST = 4096;
/** Returns the SHA-256 of a text's UTF-8 in hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** A sidecar for each essay. */
export function notesMrsf(essays: readonly NotedEssay[], sha256: Sha256): object[] {
  return essays.map((essay) => ({
    mrsf_version: "1.0",
    document: essay.path,
    comments: essay.notes.map((note) => commentOf(essay, note, sha256)),
  }));
}

/** A comment, with the fields of other programs. */
function commentOf(essay: NotedEssay, { mark, state, words, lines }: Noted, sha256: Sha256): Fields {
  const raw = extraOf(mark, "mrsf");
  const { anchor } = mark;
  const others = without(mark.extra, "mrsf");
  const isShort = anchor.words.length <= LONGEST;
  const id = textIn(raw["id"]) ?? mark.id;
  return {
    ...without(raw, "anchored_text"),
    id,
    author: textIn(raw["author"]) ?? "",
    timestamp: textIn(raw["timestamp"]) ?? timestamp(mark.made),
    text: mark.note ?? "",
    resolved: raw["resolved"] === true,
    ...(lines && { line: lines[0], end_line: lines[1] }),
    ...(isShort && { selected_text: anchor.words, selected_text_hash: sha256(anchor.words) }),
    ...(state === "reworded" && words.length <= LONGEST && { anchored_text: words }),
    x_ibid: {
      slug: essay.slug,
      title: essay.title,
      ...(id !== mark.id && { id: mark.id }),
      changed: timestamp(mark.changed),
      isNote: mark.note !== undefined,
      anchor: anchorJson(anchor),
      ...(Object.keys(others).length > 0 && { extra: others }),
    },
  };
}

const KNOWN = ["text", "line", "end_line", "selected_text", "selected_text_hash", "anchored_text", "x_ibid"];

/** Reads marks from sidecars. Throws `NotesFileError`. */
export function readNotesMrsf(documents: readonly unknown[]): ReadNotes {
  const reading = new Reading();
  for (const sidecar of documents) {
    if (!isRecord(sidecar)) throw new NotesFileError("not a sidecar of MRSF");
    const { mrsf_version: version, document, comments } = sidecar;
    if (!/^1\.\d+$/.test(String(version)))
      throw new NotesFileError(`mrsf_version ${JSON.stringify(version)} is not known; 1.0 is`);
    if (!Array.isArray(comments)) throw new NotesFileError("it has no list `comments`");
    const own = comments.map((comment: unknown, index) => {
      if (!isRecord(comment)) throw new NotesFileError(`comment ${index + 1}: not an object`);
      return comment;
    });
    const passages = passagesOf(own);
    for (const comment of own) {
      const mark = readComment(comment, passages.get(comment), textIn(document) ?? "", reading);
      reading.take(mark, placeOf(comment, textIn(document)), textIn(comment["text"]));
    }
  }
  return reading;
}

/** The place of a comment, for a message: `a.md, line 3` */
function placeOf({ line }: Fields, document = ""): string {
  const places = [
    ...(document === "" ? [] : [document]),
    ...(typeof line === "number" ? [`line ${line}`] : []),
  ];
  return places.join(", ");
}

/**
 * The comment that names the words for each comment: the comment itself, or for a reply the nearest one before it in
 * its thread.
 */
function passagesOf(comments: readonly Fields[]): Map<Fields, Fields | undefined> {
  const byId = new Map(comments.map((comment) => [textIn(comment["id"]), comment]));
  const passages = new Map<Fields, Fields | undefined>();
  for (const comment of comments) {
    const thread: Fields[] = [];
    const seen = new Set<Fields>();
    let at: Fields | undefined = comment;
    while (at && !seen.has(at) && !passages.has(at) && wordsOf(at) === undefined) {
      seen.add(at);
      thread.push(at);
      const parent: string | undefined = textIn(at["reply_to"]);
      at = parent === undefined ? undefined : byId.get(parent);
    }
    const passage = at && (passages.get(at) ?? (wordsOf(at) === undefined ? undefined : at));
    for (const one of [comment, ...thread]) passages.set(one, passage);
  }
  return passages;
}

function wordsOf(comment: Fields): string | undefined {
  const own = isRecord(comment["x_ibid"]) ? comment["x_ibid"] : {};
  const words = textIn(comment["selected_text"]) ?? readAnchor(own["anchor"]).words;
  return words === undefined || words.trim() === "" ? undefined : words;
}

/** A comment on the words of `passage`; undefined for a comment on the whole document, which has none. */
function readComment(
  comment: Fields,
  passage: Fields | undefined,
  document: string,
  reading: Reading,
): ReadMark | undefined {
  const words = passage && wordsOf(passage);
  if (!passage || words === undefined) return undefined;
  const own = isRecord(comment["x_ibid"]) ? comment["x_ibid"] : {};
  const its = isRecord(passage["x_ibid"]) ? passage["x_ibid"] : {};
  const anchor = readAnchor(its["anchor"]);
  const { line, end_line: last = line } = passage;
  const lines = typeof line === "number" && typeof last === "number" ? { lines: [line, last] as const } : {};
  const text = textIn(comment["text"]) ?? "";
  const id = textIn(comment["id"]);
  const isOwn = own["anchor"] !== undefined;
  const place = placeOf(comment, document);
  const made = reading.time(comment["timestamp"], place);
  const extra = isRecord(own["extra"]) ? own["extra"] : {};
  const raw = without(comment, ...KNOWN);
  const [slug, title] = [textIn(own["slug"]), textIn(own["title"])];
  const ownId = isOwn ? (textIn(own["id"]) ?? id) : undefined;
  return {
    ...(id !== undefined && { id: ownId ?? `mrsf-${document}#${id}` }),
    essay: {
      ...(document !== "" && { path: document }),
      ...(slug !== undefined && { slug }),
      ...(title !== undefined && { title }),
    },
    anchor: { ...lines, ...anchor, words },
    note: text === "" && own["isNote"] !== true ? undefined : text,
    made,
    changed: reading.time(own["changed"], place) ?? made,
    extra: { ...extra, ...(isOwn && isPlain(raw) ? {} : asExtra("mrsf", raw)) },
  };
}

/** Whether a comment has only fields that ibid writes itself. */
function isPlain(raw: Fields): boolean {
  const others = without(raw, "id", "author", "timestamp", "resolved");
  return Object.keys(others).length === 0 && raw["author"] === "" && raw["resolved"] === false;
}
