// The static way to publish: Hugo building the whole site again after one post changed. The templates are
// as small as a blog's can be, so that it is Hugo that is measured, not a theme.

import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { endedChildrenNanoseconds } from "./process-cpu.ts";
import { samplePost } from "./sample-post.ts";

const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head><body><a href="/">{{ .Site.Title }}</a>{{ block "main" . }}{{ end }}</body></html>`;
const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p></article>{{ end }}{{ with .Paginator }}{{ if .HasNext }}<a href="{{ .Next.URL }}">»</a>{{ end }}{{ end }}{{ end }}`;
const SINGLE = `{{ define "main" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</article>{{ end }}`;
const TERMS = `{{ define "main" }}{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}{{ end }}{{ end }}`;

export interface HugoSite {
  /** Changes a post and builds the whole site again; CPU seconds. */
  rebuild(): number;
  remove(): void;
}

/** `null` when there is no `hugo` to be found. */
export function openHugoSite(posts: number): HugoSite | null {
  if (spawnSync("hugo", ["version"]).error !== undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "deckle-hugo-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("config.yaml", "baseURL: https://blog.example/\ntitle: Sổ tay\nlanguageCode: vi\n");
  write("layouts/_default/baseof.html", PAGE);
  write("layouts/_default/list.html", LIST);
  write("layouts/_default/single.html", SINGLE);
  write("layouts/_default/terms.html", TERMS);
  for (let n = 0; n < posts; n++) write(samplePost(n).path, samplePost(n).text);
  build(folder);
  return {
    rebuild() {
      appendFileSync(join(folder, samplePost(posts - 1).path), "\nThêm một dòng.\n");
      const before = endedChildrenNanoseconds();
      build(folder);
      return (endedChildrenNanoseconds() - before) / 1e9;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function build(folder: string): void {
  const { status, stderr, stdout } = spawnSync("hugo", ["--source", folder, "--quiet"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`hugo: ${stderr || stdout}`);
}
