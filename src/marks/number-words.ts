/**
 * Numbers that are spelled out, also those that order and repeat: `three hours` and `3 hours` say the same, `seven hours` does not, nor does
 * the `third` day the `second` one.
 *
 * Each line is a language: English, German, Dutch, French, Spanish, Portuguese, Italian, without accents. Words that often mean
 * something else are left out, such as articles (`one`, `un`, `ein`).
 */
import { once } from "../text/once.ts";

const BY_VALUE: readonly (readonly [value: number, words: string])[] = [
  [0, "zero null nul cero"],
  [1, "first once erste ersten erster eerste premier premiere primero primera primeiro primeira primo prima"],
  [
    2,
    "two zwei twee deux dos dois duas second twice zweite zweiten zweimal tweede deuxieme segundo segunda secondo seconda",
  ],
  [
    3,
    "three drei drie trois tres tre third thrice dritte dritten dreimal derde troisieme tercero tercera terceiro terceira terzo terza",
  ],
  [
    4,
    "four vier quatre cuatro quatro quattro fourth vierte vierten vierde quatrieme cuarto cuarta quarto quarta",
  ],
  [5, "five funf vijf cinq cinco cinque fifth funfte funften vijfde cinquieme quinto quinta"],
  [6, "six sechs zes seis sixth sechste sechsten zesde sixieme sexto sexta sesto sesta"],
  [
    7,
    "seven sieben zeven sept siete sete sette seventh siebte siebten zevende septieme septimo septima setimo settimo settima",
  ],
  [8, "eight acht huit ocho oito otto eighth achte achten achtste huitieme octavo oitavo ottavo ottava"],
  [9, "nine neun negen neuf nueve nove ninth neunte neunten negende neuvieme noveno novena nono nona"],
  [10, "ten zehn tien dix diez dez dieci tenth zehnte zehnten tiende dixieme decimo decima"],
  [11, "eleven onze undici eleventh elfte elften elfde onzieme"],
  [12, "twelve zwolf twaalf douze doce doze dodici dozen twelfth zwolfte zwolften twaalfde douzieme"],
  [13, "thirteen dreizehn dertien treize trece treze tredici thirteenth"],
  [14, "fourteen vierzehn veertien quatorze catorce quattordici fourteenth"],
  [15, "fifteen funfzehn vijftien quinze quince quindici fifteenth"],
  [16, "sixteen sechzehn zestien seize dieciseis dezesseis sedici sixteenth"],
  [17, "seventeen siebzehn zeventien diecisiete dezessete diciassette seventeenth"],
  [18, "eighteen achtzehn achttien dieciocho dezoito diciotto eighteenth"],
  [19, "nineteen neunzehn negentien diecinueve dezenove diciannove nineteenth"],
  [20, "twenty zwanzig twintig vingt veinte vinte venti twentieth zwanzigste twintigste vingtieme"],
  [30, "thirty dreissig dreißig dertig trente treinta trinta trenta thirtieth"],
  [40, "forty vierzig veertig quarante cuarenta quarenta quaranta"],
  [50, "fifty funfzig vijftig cinquante cincuenta cinquenta cinquanta"],
  [60, "sixty sechzig zestig soixante sesenta sessenta sessanta"],
  [70, "seventy siebzig zeventig setenta settanta"],
  [80, "eighty achtzig tachtig ochenta oitenta ottanta"],
  [90, "ninety neunzig negentig noventa novanta"],
  [100, "hundred hundert honderd cent cien ciento cem cento hundredth hundertste"],
  [1_000, "thousand tausend duizend mille mil thousandth tausendste"],
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
