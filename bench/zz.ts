import { readFileSync } from "node:fs";
import { serveSite } from "./audit/served-site.ts";
import { factsOf } from "./fidelity/page-facts.ts";
const [dir, file, ...paths] = process.argv.slice(2);
const g = JSON.parse(readFileSync(file!, "utf8"));
const site: any = await serveSite(dir!);
for (const p of paths) {
  const r = await fetch(site.origin + p, { redirect: "manual" });
  const ours: any = factsOf(p, await r.text());
  const theirs: any = g.pages[p];
  for (const k of Object.keys(theirs)) {
    const a = [theirs[k]].flat(), b = [ours[k]].flat();
    for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) {
      const x = String(a[i]), y = String(b[i]); let j = 0; while (x[j] === y[j] && j < x.length) j++;
      console.log(p, k, i, "\n  H", x.slice(Math.max(0, j - 60), j + 150), "\n  O", y.slice(Math.max(0, j - 60), j + 150));
    }
  }
}
await site.close?.();
process.exit();
