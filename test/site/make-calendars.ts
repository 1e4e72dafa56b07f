// Makes src/site/calendar-table.ts: how the languages write dates that Node's Unicode data knows and the Worker's
// does not. `node test/site/make-calendars.ts` writes it.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { enginePath } from "../../src/cli/engine-folder.ts";
import { type Calendar, calendarFor } from "../../src/site/calendar.ts";
import { startBareWorker } from "../bare-worker.ts";

const MADE = new URL("../../src/site/calendar-table.ts", import.meta.url);

/** Every language code of two or three letters that Node has dates for. */
function languages(): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const two = letters.flatMap((a) => letters.map((b) => a + b));
  const all = [...two, ...two.flatMap((ab) => letters.map((c) => ab + c))];
  const named = new Map<string, string>();
  for (const code of all) {
    const { locale } = new Intl.DateTimeFormat(code).resolvedOptions();
    // What is another name (`iw`) or none resolves to something else.
    if (locale === code) named.set(code, locale);
  }
  return [...named.keys()].sort();
}

/** What the Worker's platform answers for each. */
async function calendarsOfWorker(codes: string[]): Promise<Calendar[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { calendarFor } from "./src/site/calendar.ts";
        export default { fetch: async (request) => Response.json((await request.json()).map(calendarFor)) };`,
      resolveDir: enginePath("."),
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  const miniflare = startBareWorker({ contents: outputFiles[0]?.text ?? "" });
  try {
    const answer = await miniflare.dispatchFetch("http://localhost/", {
      method: "POST",
      body: JSON.stringify(codes),
    });
    return (await answer.json()) as Calendar[];
  } finally {
    await miniflare.dispose();
  }
}

/** Its lists, then its layouts of dates. */
function written({ months, monthsShort, days, daysShort, date }: Calendar): string {
  const lists = [months, monthsShort, days, daysShort].map((list) => list.join(";"));
  const row = [...lists, date.full, date.long, date.medium, date.short];
  if (row.join("").split(";").length !== 35 || row.some((part) => part.includes("|")))
    throw new Error(`${row} has a sign that divides it`);
  return row.join("|");
}

export async function makeCalendars(): Promise<string> {
  const codes = languages();
  const worker = await calendarsOfWorker(codes);
  const months = ({ months }: Calendar) => months.join();
  const missing = codes.filter((code, i) => {
    const there = worker[i];
    return there !== undefined && months(there) !== months(calendarFor(code)) && isUnknown(there);
  });
  return `// Made by test/site/make-calendars.ts of Node's Unicode data: run it.

/** Lists of names divided by \`;\`, layouts of dates after them, all divided by \`|\`: see written-calendar.ts. */
export const CALENDARS: { readonly [language: string]: string } = {
${missing.map((code) => `  ${code}: ${JSON.stringify(written(calendarFor(code)))},\n`).join("")}};
`;
}

/** English in the place of a language, or a number in the place of a month. */
const isUnknown = ({ months: [january] }: Calendar): boolean => january === "January" || january === "M01";

export const committedCalendars = (): string => readFileSync(MADE, "utf8");

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MADE, await makeCalendars());
