/**
 * An empty command field.
 */
import type { Essay } from "../../../essay/essay.ts";
import type { Piped, PipeScreen } from "../../state.ts";

export const WHOLE_ESSAY: Piped = { what: "the essay", passage: undefined };

export function newPipe(essay: Essay, choices: readonly Piped[] = [WHOLE_ESSAY]): PipeScreen {
  return { kind: "pipe", text: "", essay, choices };
}
