/**
 * ibid's own macros of TeX.
 *
 * Essays written for MathJax use commands that KaTeX lacks, such as `\label`, `\eqref` and `\DeclareMathOperator`, and may
 * redefine existing commands by `\newcommand`.
 */

import { chemistryTex } from "./chemistry.ts";
import { numberTex, unitTex } from "./units.ts";
import type { MacroContext, MacroToken } from "./expansion.ts";

type Macro = string | object | ((context: MacroContext) => string | object);

/** Macros by name; the parser adds those that formulas define. */
export type TexMacros = Record<string, Macro>;

/** The macros of a new essay. */
export function ownMacros(): TexMacros {
  return {
    "\\newcommand": (context) => define(context),
    "\\renewcommand": (context) => define(context),
    "\\providecommand": (context) => provide(context),
    "\\DeclareMathOperator": (context) => declareOperator(context),
    "\\label": (context) => label(context),
    "\\ref": (context) => reference(context, "", ""),
    "\\eqref": (context) => reference(context, "(", ")"),
    "\\ce": (context) => `{${chemistryTex(argument(context))}}`,
    "\\num": (context) => `{${numberTex(argument(context))}}`,
    "\\si": (context) => `{${unitTex(argument(context))}}`,
    "\\unit": (context) => `{${unitTex(argument(context))}}`,
    "\\SI": quantity,
    "\\qty": quantity,
    "\\dv": (context) => derivative(context, "d"),
    "\\odv": (context) => derivative(context, "d"),
    "\\pdv": (context) => derivative(context, "\\partial "),
    "\\abs": (context) => `\\left|${inBraces(context)}\\right|`,
    "\\norm": (context) => `\\left\\|${inBraces(context)}\\right\\|`,
    "\\nicefrac": "{#1}/{#2}",
    "\\sfrac": "{#1}/{#2}",
    "\\mathds": "\\mathbb{#1}",
    "\\mathbbm": "\\mathbb{#1}",
    "\\vb": (context) => `\\mathbf{${inBraces(context)}}`,
    "\\dd": (context) => `\\mathrm{d}${raisedBy(bracketedArg(context))}`,
    "\\prescript": "{}^{#1}_{#2}{#3}",
    "\\sideset": "\\mathop{{}#1{#3}#2}",
    "\\intertext": "\\text{#1}",
    "\\bbox": (context) => {
      bracketedArg(context);
      return "#1";
    },
    "\\require": dropped,
    "\\includegraphics": (context) => {
      bracketedArg(context);
      return dropped(context);
    },
    "\\message": dropped,
    "\\errmessage": dropped,
    "\\show": (context) => {
      context.popToken();
      return "";
    },
    "\\displaylimits": "",
    "\\slashed": "{\\not{#1}}",
    "\\textsc": "\\text{#1}",
    "\\mbox": "\\text{#1}",
    "\\ensuremath": "#1",
    "\\hfill": "\\quad",
    "\\hfil": "\\quad",
    "\\textunderscore": "\\_",
    "\\bold": "\\mathbf{#1}",
    "\\slash": "/",
  };
}

/** The source of the next argument. */
function argument(context: MacroContext): string {
  return textOf(context.consumeArg().tokens);
}

/** The source of the next argument, after an optional star (physics: bars of automatic height, which is the rule here). */
function inBraces(context: MacroContext): string {
  isStarred(context);
  return argument(context);
}

/** A quantity of siunitx; before a round bracket, a brace or a bar, physics' command for their height, which is the rule here. */
function quantity(context: MacroContext): string {
  context.consumeSpaces();
  if (/^(?:[(|]|\\\{|\\[bB]igg?)$/.test(context.future().text)) return "";
  bracketedArg(context);
  const [number, unit] = [argument(context), argument(context)];
  return `{${numberTex(number)}\\,${unitTex(unit)}}`;
}

function raisedBy(order: readonly MacroToken[] | undefined): string {
  const own = textOf(order ?? []);
  return own === "" ? "" : `^{${own}}`;
}

/** A derivative: `\dv{f}{x}`, `\dv[2]{f}{x}`, `\pdv{f}{x}{y}`, `\pdv{f}{x,y}`, or `\dv{x}` without a second argument. */
function derivative(context: MacroContext, sign: string): string {
  isStarred(context);
  const raised = raisedBy(bracketedArg(context));
  const first = argument(context);
  context.consumeSpaces();
  if (context.future().text !== "{") return `\\frac{${sign}${raised}}{${sign}${first}${raised}}`;
  const variables = argument(context).split(",");
  context.consumeSpaces();
  if (sign !== "d" && context.future().text === "{") variables.push(argument(context));
  if (variables.length === 1) return `\\frac{${sign}${raised}${first}}{${sign}${variables[0]}${raised}}`;
  const under = variables.map((variable) => `${sign}${variable}`).join("\\,");
  return `\\frac{${sign}^{${variables.length}}${first}}{${under}}`;
}

function dropped(context: MacroContext): string {
  context.consumeArg();
  return "";
}

function isStarred(context: MacroContext): boolean {
  context.consumeSpaces();
  if (context.future().text !== "*") return false;
  context.popToken();
  return true;
}

function textOf(tokens: readonly MacroToken[]): string {
  return tokens
    .toReversed()
    .map(({ text }) => text)
    .join("");
}

/** `\newcommand{\name}[2][x]{…}`: a known name is redefined. */
function define(context: MacroContext): string {
  const { name, macro } = definition(context);
  context.macros.set(name, macro);
  return "";
}

/** `\providecommand`: a known name is not redefined. */
function provide(context: MacroContext): string {
  const { name, macro } = definition(context);
  if (!context.isDefined(name)) context.macros.set(name, macro);
  return "";
}

/** Reads a command's name and definition. Throws before anything is defined if they are incomplete. */
function definition(context: MacroContext): { readonly name: string; readonly macro: Macro } {
  isStarred(context);
  const name = textOf(context.consumeArg().tokens);
  if (!name.startsWith("\\")) throw new Error(`\\newcommand needs the name of a command, not ${name}`);
  const digits = textOf(bracketedArg(context) ?? []).trim();
  if (!/^[0-9]?$/.test(digits)) throw new Error(`${name} can't have ${digits} arguments`);
  const numArgs = Number(digits);
  const preset = bracketedArg(context);
  if (preset !== undefined && numArgs === 0) throw new Error(`${name} has a default, but no argument`);
  const meaning = { tokens: context.consumeArg().tokens, numArgs };
  return { name, macro: preset === undefined ? meaning : (use) => withFirst(use, preset, meaning) };
}

/** Passes the first argument, from square brackets or the default, on in braces, as the parser expects the others. */
function withFirst(context: MacroContext, preset: readonly MacroToken[], meaning: object): object {
  const first = bracketedArg(context) ?? preset;
  context.pushTokens([{ text: "}" }, ...first, { text: "{" }]);
  return meaning;
}

/** The tokens in square brackets, last token first, which is the parser's order; undefined if there is no bracket. */
function bracketedArg(context: MacroContext): readonly MacroToken[] | undefined {
  context.consumeSpaces();
  if (context.future().text !== "[") return undefined;
  context.popToken();
  const tokens: MacroToken[] = [];
  let depth = 0;
  while (depth > 0 || context.future().text !== "]") {
    const token = context.popToken();
    if (token.text === "{") depth++;
    if (token.text === "}") depth--;
    if (token.text === "EOF" || depth < 0)
      throw new Error("Unexpected end of an argument in square brackets");
    tokens.push(token);
  }
  context.popToken();
  return tokens.toReversed();
}

function declareOperator(context: MacroContext): string {
  const command = isStarred(context) ? "\\operatorname*" : "\\operatorname";
  const name = textOf(context.consumeArg().tokens);
  const body = textOf(context.consumeArg().tokens);
  if (!name.startsWith("\\"))
    throw new Error(`\\DeclareMathOperator needs the name of a command, not ${name}`);
  context.macros.set(name, `${command}{${body}}`);
  return "";
}

/** `\label`: references to the name show the tag of the same row. */
function label(context: MacroContext): string {
  const name = textOf(context.consumeArg().tokens);
  const tag = context.macros.get("\\df@tag") as { readonly tokens?: readonly MacroToken[] } | undefined;
  if (tag?.tokens !== undefined) context.macros.set(`\\label@${name}`, textOf(tag.tokens), true);
  return "";
}

function reference(context: MacroContext, open: string, close: string): string {
  const name = textOf(context.consumeArg().tokens);
  const known = context.macros.get(`\\label@${name}`);
  if (typeof known === "string") return `\\text{${open === "" ? withoutBrackets(known) : known}}`;
  return `\\text{${open}${name.replace(/[\\{}$#%&_^~]/g, " ")}${close}}`;
}

function withoutBrackets(tag: string): string {
  return tag.replace(/[()]/g, "");
}
