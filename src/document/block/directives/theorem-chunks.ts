/**
 * Theorems in chunks of code (bookdown, "Theorems and proofs").
 *
 *     ```{theorem, pyth, name="Pythagoras"}          ```{theorem pyth}          ```{proof, label="p", echo=TRUE}
 */
import { tableOf } from "../../../text/own.ts";

const OPENING =
  /^ {0,3}(`{3,}|~{3,})[ \t]{0,9}\{(theorem|lemma|corollary|proposition|conjecture|definition|example|exercise|hypothesis|proof|remark|solution)(?:[ ,]([^{}\n]{0,500}))?\}[ \t]*\n/;
const NAME = /(?:^|[\s,])name ?= ?(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')/;
/** The label, with its key or alone. */
const LABEL = /^[ ,]{0,9}([\w-]{1,100})[ ,]{0,9}(?:,|$)|(?:^|[\s,])label ?= ?["']([\w-]{1,100})["']/;

/** The prefixes of bookdown's labels by the classes of its divs ("Theorems and proofs"). */
const PREFIXES = tableOf<string>({
  conjecture: "cnj",
  corollary: "cor",
  definition: "def",
  example: "exm",
  exercise: "exr",
  lemma: "lem",
  proposition: "prp",
  theorem: "thm",
});

/** The label of bookdown's theorem of the kind `name`: `thm:a`. */
export function bookdownsLabel(name: string, label: string): string {
  return `${PREFIXES[name] ?? name}:${label}`;
}

/** The beginning of a theorem. */
interface Chunk {
  readonly opening: string;
  readonly fence: string;
  readonly name: string;
  /** The title. */
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
}

/** The theorem whose fence begins a text; undefined if there is none. */
export function theoremChunkAt(src: string): Chunk | undefined {
  const [opening, fence = "", name = "", words = ""] = OPENING.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const [, double, single = ""] = NAME.exec(words) ?? [];
  const label = chunkLabel(words);
  const options = new Map(label === undefined ? [] : [["label", bookdownsLabel(name, label)]]);
  return { opening, fence, name, argument: double ?? single, options };
}

/** The label among the words behind the name of a chunk; undefined if it has none. */
export function chunkLabel(words: string): string | undefined {
  const [, bare, keyed] = LABEL.exec(words) ?? [];
  return keyed ?? bare;
}
