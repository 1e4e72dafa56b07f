// The Nu HTML Checker over the pages, style elements and attributes among them: no error, no warning.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "./program.ts";
import type { Audited, Finding } from "./site-page.ts";

interface Message {
  url: string;
  type: "error" | "info" | "non-document-error";
  subType?: string;
  message: string;
  extract?: string;
}

export async function auditMarkup({ pages, tools }: Audited): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "deckle-markup-"));
  try {
    const files = pages.map(({ html }, at) => {
      const file = join(folder, `${at}.html`);
      writeFileSync(file, html);
      return file;
    });
    const jar = tools.path("vnu-jar", "build/dist/vnu.jar");
    const output = await runProgram("java", ["-jar", jar, ...OPTIONS, ...files]);
    if (output === null) return [{ what: "Nu HTML Checker", wrong: ["not run: there is no java"] }];
    const messages: Message[] = JSON.parse(output).messages;
    return pages.map(({ url }, at) => ({
      what: `${new URL(url).pathname} by the Nu HTML Checker`,
      wrong: messages
        .filter((message) => message.url.endsWith(`/${at}.html`))
        .map(({ type, subType, message, extract }) => `${subType ?? type}: ${message}  ${oneLine(extract)}`),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const OPTIONS = ["--format", "json", "--stdout", "--exit-zero-always"];

const oneLine = (text = ""): string => text.replace(/\s+/g, " ").slice(0, 160);
