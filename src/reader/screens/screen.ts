/**
 * What a screen is: a module with its keys, and what it makes of an action, of typing, of a click and of another size.
 */
import type { Row } from "../../layout/line.ts";
import type { Bottom } from "../bottom.ts";
import type { TypedField } from "../typed-field.ts";
import type { Action, Context } from "../keymap.ts";
import type { Updated } from "../messages.ts";
import type { MouseReport } from "../../terminal/mouse.ts";
import type { Screen, State } from "../state.ts";

export type Click = Extract<MouseReport, { kind: "click" }>;
export type Drag = Extract<MouseReport, { kind: "drag" }>;

export interface ScreenModule<Own extends Screen> {
  /** Which keys it has now; its tables of keys are in `keys.ts` beside it. */
  readonly context: (screen: Own) => Context;
  /** Whether what is typed is text. */
  readonly isTyping?: (screen: Own) => boolean;
  /** The title, in a few words. */
  readonly title: (state: State, screen: Own) => string;
  readonly update: (state: State, screen: Own, action: Action, count: number) => Updated;
  /** The field in which something is typed, if what is typed is kept. */
  readonly field?: (state: State, screen: Own) => TypedField | undefined;
  /** The text in its field changed. */
  readonly typed?: (state: State, screen: Own, change: (text: string) => string) => Updated;
  /** Handles a paste; undefined leaves it to `typed`. */
  readonly pasted?: (state: State, screen: Own, text: string) => Updated | undefined;
  readonly click?: (state: State, screen: Own, click: Click) => Updated;
  /** The user moves the mouse with the left button pressed. */
  readonly drag?: (state: State, screen: Own, drag: Drag) => Updated;
  /** It made to fit another size, another library, or whatever else changed since `before`. */
  readonly relaid?: (state: State, screen: Own, before: State) => Own;
  /** Whether it lies over the screen below, which is still seen. */
  readonly isOver?: true;
  /** The bottom of the screen: its keys and the place, or its field. */
  readonly bottom: (state: State, screen: Own) => Bottom;
  /** The rows above the bottom, none wider than the screen; `under` returns those of the screen below. */
  readonly view: (state: State, screen: Own, under: () => Row[]) => Row[];
}
