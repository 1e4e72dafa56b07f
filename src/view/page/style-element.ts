// The style elements of a page: each sheet's is made once.

import { type Html, styleElement } from "../html.ts";
import { type Sheet, STYLESHEETS } from "../stylesheet.ts";

const ELEMENTS = new Map(Object.entries(STYLESHEETS).map(([sheet, css]) => [sheet, styleElement(css)]));

export function renderSheets(sheets: readonly Sheet[]): Html[] {
  return sheets.flatMap((sheet) => ELEMENTS.get(sheet) ?? []);
}
