/**
 * The types of the fields that ibid knows, by kind of record. Imported data is rejected if a field has
 * another type; a stored field of another type is ignored, so that no row can stop a command.
 */
import type { Anchor, MarkedEssay, SeenAnchor } from "../marks/mark.ts";
import { areTexts, isIndex, isPair, isPoint, isRivals } from "../marks/sound.ts";
import { isTime } from "../text/timestamp.ts";
import { isRecord } from "../text/is-record.ts";
import { tableOf } from "../text/own.ts";

type Row = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/** Whether a value is a field's value with its time. */
function isStamped(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && isTime(value[1]);
}

const isText: Check = (value) => typeof value === "string";
const isNothing: Check = (value) => value === null || value === undefined;
const orNothing =
  (check: Check): Check =>
  (value) =>
    isNothing(value) || check(value);

function hasAll(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  return isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));
}

const isAnchor: Check = (value) =>
  hasAll(value, {
    words: isText,
    start: isPoint,
    end: isPoint,
    before: orNothing(isText),
    after: orNothing(isText),
    company: orNothing(areTexts),
    sentence: orNothing(isPair),
    label: orNothing(areTexts),
    heading: orNothing(isText),
    lines: orNothing(isPair),
    rivals: orNothing(isRivals),
    hash: orNothing(isText),
  });

const isSeen: Check = (value) => isAnchor(value) && hasAll(value, { of: orNothing(isText) });

const isEssay: Check = (value) =>
  hasAll(value, { file: isText, slug: orNothing(isText), title: orNothing(isText) });

/** The fields of each kind. Others are a newer ibid's, and may have any value. */
const CHECKS = tableOf<Readonly<Record<string, Check>>>({
  essay: {
    place: (value) =>
      hasAll(value, {
        percent: orNothing(Number.isFinite),
        block: orNothing(isIndex),
        words: orNothing(isText),
        note: orNothing(isIndex),
        offset: orNothing(isIndex),
      }),
    finished: (value) => typeof value === "boolean",
  },
  bookmark: {
    place: (value) =>
      hasAll(value, { note: orNothing(isIndex), offset: orNothing(isIndex), line: orNothing(isText) }),
  },
  queue: { place: isIndex },
  mark: {
    essay: isEssay,
    anchor: isAnchor,
    seen: orNothing(isSeen),
    note: orNothing(isText),
    removed: orNothing(isTime),
  },
});

/** The first field of a record with a wrong type or without a time; undefined if all are valid. */
export function unsoundField(kind: string, fields: Row): string | undefined {
  const checks = CHECKS[kind];
  const own = Object.entries(fields).find(([name, stamped]) => {
    if (!isStamped(stamped)) return true;
    const check = checks && Object.hasOwn(checks, name) ? checks[name] : undefined;
    return check?.((stamped as readonly unknown[])[0]) === false;
  });
  return own?.[0];
}

/** The essay of a mark; missing fields are made from its file. */
export function soundEssay(value: unknown): MarkedEssay | undefined {
  if (!isEssay(value)) return undefined;
  const { file, slug, title } = value as MarkedEssay;
  const name = file.slice(file.lastIndexOf("/") + 1);
  return { ...(value as MarkedEssay), slug: slug ?? name, title: title ?? slug ?? name };
}

/** The fields that an anchor may lack. */
const EMPTY: Pick<Anchor, "before" | "after" | "lines" | "hash"> = {
  before: "",
  after: "",
  lines: [1, 1],
  hash: "",
};

/** An anchor; missing fields are empty, and those that are null are missing. */
export function soundAnchor(value: unknown): Anchor | undefined {
  if (!isAnchor(value)) return undefined;
  const known = Object.entries(value as Anchor).filter(([, field]) => field !== null);
  return { ...EMPTY, ...(Object.fromEntries(known) as unknown as Anchor) };
}

/** As `soundAnchor`, for the anchor of a mark as it was seen last. */
export function soundSeen(value: unknown): SeenAnchor | undefined {
  return isSeen(value) ? soundAnchor(value) : undefined;
}
