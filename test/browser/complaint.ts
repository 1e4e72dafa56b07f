// What a browser complains of while it shows a page: something was refused, is missing or is wrong.

import type { Page } from "playwright-core";

/** From now on; the list grows. That a blog has no icon is not counted. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.includes("favicon.ico")) complaints.push(text);
  });
  return complaints;
}
