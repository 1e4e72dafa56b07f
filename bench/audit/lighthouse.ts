// Lighthouse, as on a phone: 100 in each of its four categories.

import { launchBrowser } from "../../test/browser/browser.ts";
import type { Audited, Finding } from "./site-page.ts";

interface Report {
  runtimeError?: { message: string };
  categories: {
    [id: string]: { title: string; score: number | null; auditRefs: { id: string; weight: number }[] };
  };
  audits: { [id: string]: { title: string; score: number | null; displayValue?: string } };
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Report } | undefined>;

const KINDS = new Set(["home", "post", "tag", "archive", "search"]);
const PORT = 9223;
const ATTEMPTS = 3;

/** There are further ones, which are no promise of ours. */
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

export async function auditByLighthouse({ pages, tools }: Audited): Promise<Finding[]> {
  const { default: lighthouse } = (await tools.load("lighthouse")) as { default: Lighthouse };
  const browser = await launchBrowser([`--remote-debugging-port=${PORT}`]);
  try {
    const findings: Finding[] = [];
    const named = pages.filter(({ kind }) => KINDS.has(kind));
    for (const { url } of named.length > 0 ? named : pages) {
      const audit = async () => {
        const run = await lighthouse(url, { port: PORT, logLevel: "error", onlyCategories: CATEGORIES });
        return run === undefined ? { what: url, wrong: ["no report"] } : findingOf(url, run.lhr);
      };
      findings.push(await bestOf(ATTEMPTS, audit));
    }
    return findings;
  } finally {
    await browser.close();
  }
}

/** Whatever else the machine does can only make a page slower. */
async function bestOf(attempts: number, audit: () => Promise<Finding>): Promise<Finding> {
  const finding = await audit();
  return finding.wrong.length === 0 || attempts === 1 ? finding : bestOf(attempts - 1, audit);
}

function findingOf(url: string, { runtimeError, categories, audits }: Report): Finding {
  const { pathname, search } = new URL(url);
  if (runtimeError !== undefined) return { what: pathname + search, wrong: [runtimeError.message] };
  const scores = Object.values(categories).map(
    ({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`,
  );
  const short = Object.values(categories).filter(({ score }) => (score ?? 0) < 1);
  const wrong = short.flatMap(({ title, auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (audit === undefined || weight === 0 || audit.score === null || audit.score === 1) return [];
      return `${title}: ${audit.title} ${audit.displayValue ?? ""}`.trimEnd();
    }),
  );
  return { what: `${pathname}${search}: ${scores.join(", ")}`, wrong };
}
