/**
 * The command field, as in less: Enter runs a command of the user that reads the essay or a part of it.
 */
import { isolated } from "../../../layout/direction.ts";
import { truncate } from "../../../text/width.ts";
import type { Bottom } from "../../bottom.ts";
import { lastTyped } from "../../history.ts";
import { hint } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { popped, pushed } from "../../stack.ts";
import type { Piped, PipeScreen, State } from "../../state.ts";
import type { ScreenModule } from "../screen.ts";
import { newAnswer } from "./answer.ts";

export const pipeScreen: ScreenModule<PipeScreen> = {
  context: () => "pipe",
  isTyping: () => true,
  isOver: true,
  title: () => "Command",
  field: (_, { text }) => ({ name: "pipe", text, isAtTop: true }),
  update(state, screen, action) {
    switch (action) {
      case "back":
        return only(popped(state));
      case "other": {
        const [first, ...others] = screen.choices;
        return only({ ...state, screen: { ...screen, choices: [...others, first!] } });
      }
      case "accept":
        return run(state, screen);
      default:
        return only(state);
    }
  },
  typed: (state, screen, change) => only({ ...state, screen: { ...screen, text: change(screen.text) } }),
  bottom: pipeBottom,
  view: (_state, _screen, under) => under(),
};

function run(state: State, screen: PipeScreen): Updated {
  const { text, essay, choices } = screen;
  const command = text.trim();
  if (command === "") return again(state, screen);
  const { passage } = choices[0]!;
  return ask(pushed(popped(state), newAnswer(screen, command)), { kind: "pipe", command, essay, passage });
}

/** The last command, shown before it runs: a second Enter runs it. */
function again(state: State, screen: PipeScreen): Updated {
  const last = lastTyped(state, "pipe");
  return only(last === undefined ? popped(state) : { ...state, screen: { ...screen, text: last } });
}

function pipeBottom({ keymap }: State, { text, choices }: PipeScreen): Bottom {
  const [input, other] = choices;
  const hints = [
    ...hint(keymap, "pipe", "accept", "run"),
    ...(other ? hint(keymap, "pipe", "other", kindOf(other)) : []),
  ];
  return { kind: "field", sign: "|", text, hints, leave: ["back", "back"], place: [inputWords(input!)] };
}

function kindOf({ passage }: Piped): string {
  return passage === undefined ? "the essay" : "the passage";
}

/** Columns for the command's input; more of its words would only take room from the keys. */
const WIDEST_INPUT = 16;

/** The name of the command's input, with the beginning of its words. */
function inputWords({ what }: Piped): string {
  const [, quoted] = /^“(.*)”$/su.exec(what) ?? [];
  if (quoted === undefined) return `reads ${what}`;
  return `reads “${isolated(truncate(quoted, WIDEST_INPUT))}”`;
}
