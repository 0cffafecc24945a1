/**
 * The interface of a screen: a module with its keys, which handles actions, typing, clicks and another size.
 */
import type { Row } from "../../layout/line.ts";
import type { Bottom } from "../bottom.ts";
import type { TypedField } from "../typed-field.ts";
import type { Action, Context } from "../keymap.ts";
import type { Updated } from "../messages.ts";
import type { MouseReport } from "../../terminal/mouse.ts";
import type { Beside, Screen, State } from "../state.ts";

export type Click = Extract<MouseReport, { kind: "click" }>;
export type Drag = Extract<MouseReport, { kind: "drag" }>;

export interface ScreenModule<Own extends Screen> {
  /** The table of its present keys; the tables are in `keys.ts` in the same folder. */
  readonly context: (screen: Own) => Context;
  /** Whether typed keys are text. */
  readonly isTyping?: (screen: Own) => boolean;
  /** The title, in a few words. */
  readonly title: (state: State, screen: Own) => string;
  readonly update: (state: State, screen: Own, action: Action, count: number) => Updated;
  /** The field in which the user types, if its texts are remembered. */
  readonly field?: (state: State, screen: Own) => TypedField | undefined;
  /** The text in its field changed. */
  readonly typed?: (state: State, screen: Own, change: (text: string) => string) => Updated;
  /** Handles a paste; undefined leaves it to `typed`. */
  readonly pasted?: (state: State, screen: Own, text: string) => Updated | undefined;
  readonly click?: (state: State, screen: Own, click: Click) => Updated;
  /** The user moves the mouse with the left button pressed. */
  readonly drag?: (state: State, screen: Own, drag: Drag) => Updated;
  /** What it shows beside its list; undefined if it has no room, or nothing to show. */
  readonly beside?: (state: State, screen: Own) => Beside | undefined;
  /** The screen updated for another size, another library, or any other change since `before`. */
  readonly relaid?: (state: State, screen: Own, before: State) => Own;
  /** Whether it is drawn over the screen below, which stays visible. */
  readonly isOver?: true;
  /** The bottom of the screen: its keys and the place, or its field. */
  readonly bottom: (state: State, screen: Own) => Bottom;
  /** The rows above the bottom, none wider than the screen; `under` returns the rows of the screen below. */
  readonly view: (state: State, screen: Own, under: () => Row[]) => Row[];
}
