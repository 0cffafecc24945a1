/**
 * Numbers that are spelled out: `three hours` and `3 hours` say the same, `seven hours` does not.
 *
 * Each line is a language: English, German, Dutch, French, Spanish, Portuguese, Italian, without accents. Words that often mean
 * something else are left out, such as articles (`one`, `un`, `ein`).
 */
import { once } from "../text/once.ts";

const BY_VALUE: readonly (readonly [value: number, words: string])[] = [
  [0, "zero null nul cero"],
  [2, "two zwei twee deux dos dois duas"],
  [3, "three drei drie trois tres tre"],
  [4, "four vier quatre cuatro quatro quattro"],
  [5, "five funf vijf cinq cinco cinque"],
  [6, "six sechs zes seis"],
  [7, "seven sieben zeven sept siete sete sette"],
  [8, "eight acht huit ocho oito otto"],
  [9, "nine neun negen neuf nueve nove"],
  [10, "ten zehn tien dix diez dez dieci"],
  [11, "eleven onze undici"],
  [12, "twelve zwolf twaalf douze doce doze dodici dozen"],
  [13, "thirteen dreizehn dertien treize trece treze tredici"],
  [14, "fourteen vierzehn veertien quatorze catorce quattordici"],
  [15, "fifteen funfzehn vijftien quinze quince quindici"],
  [16, "sixteen sechzehn zestien seize dieciseis dezesseis sedici"],
  [17, "seventeen siebzehn zeventien diecisiete dezessete diciassette"],
  [18, "eighteen achtzehn achttien dieciocho dezoito diciotto"],
  [19, "nineteen neunzehn negentien diecinueve dezenove diciannove"],
  [20, "twenty zwanzig twintig vingt veinte vinte venti"],
  [30, "thirty dreissig dreißig dertig trente treinta trinta trenta"],
  [40, "forty vierzig veertig quarante cuarenta quarenta quaranta"],
  [50, "fifty funfzig vijftig cinquante cincuenta cinquenta cinquanta"],
  [60, "sixty sechzig zestig soixante sesenta sessenta sessanta"],
  [70, "seventy siebzig zeventig setenta settanta"],
  [80, "eighty achtzig tachtig ochenta oitenta ottanta"],
  [90, "ninety neunzig negentig noventa novanta"],
  [100, "hundred hundert honderd cent cien ciento cem cento"],
  [1_000, "thousand tausend duizend mille mil"],
  [1_000_000, "million millions millionen miljoen millon millones milhao milhoes milione milioni"],
  [1_000_000_000, "billion billions milliarde milliarden miljard milliard milliards"],
];

const VALUES = once(
  () => new Map(BY_VALUE.flatMap(([value, words]) => words.split(" ").map((word) => [word, value] as const))),
);

/** The number that a folded word names, as digits; undefined for other words. */
export function spelledNumber(word: string): string | undefined {
  return VALUES().get(word.toLowerCase())?.toString();
}
