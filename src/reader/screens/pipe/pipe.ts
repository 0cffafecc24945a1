/**
 * The command field, as in less: Enter runs a command of the user that reads the essay or a part of it.
 */
import type { Bottom } from "../../bottom.ts";
import { lastTyped } from "../../history.ts";
import { hint } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { popped, pushed } from "../../stack.ts";
import type { PipeScreen, State } from "../../state.ts";
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

/** The last command, to be seen before it runs: Enter once more runs it. */
function again(state: State, screen: PipeScreen): Updated {
  const last = lastTyped(state, "pipe");
  return only(last === undefined ? popped(state) : { ...state, screen: { ...screen, text: last } });
}

function pipeBottom({ keymap }: State, { text, choices }: PipeScreen): Bottom {
  const hints = [
    ...(choices.length > 1 ? hint(keymap, "pipe", "other", choices[1]!.what) : []),
    ...hint(keymap, "pipe", "accept", "run"),
  ];
  return { kind: "field", sign: "|", text, hints, leave: ["back", "back"], place: [choices[0]!.what] };
}
