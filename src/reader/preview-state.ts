/**
 * The state of a preview, which is a pane beside a list: plain data.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { Row } from "../layout/line.ts";
import type { MarkPlace } from "../marks/place.ts";
import type { MatchLanding } from "./landing.ts";

/** What a list shows beside it: the beginning of an essay, or a passage in its place. */
export interface Beside {
  readonly essay: Essay;
  /** The passage that a search found; if it is absent, the beginning is shown. */
  readonly passage?: MatchLanding;
  /** Columns of the pane. */
  readonly columns: number;
}

/** An essay as a preview shows it. */
export interface PreviewEssay {
  /** Only its beginning, if no more is shown. */
  readonly open: OpenEssay;
  /** The user's marks, and where each of them is; none in a beginning. */
  readonly placed: readonly MarkPlace[];
}

export interface Preview {
  readonly of: Beside;
  /** Undefined if the essay can't be read; the rows give the reason. */
  readonly essay: PreviewEssay | undefined;
  /** At most as many as the list has. */
  readonly rows: readonly Row[];
}
