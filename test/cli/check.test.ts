import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { rehearse } from "../../src/cli/rehearsal.ts";
import { siteAddresses } from "../../src/cli/site-address.ts";
import { openSiteFolder } from "../../src/cli/site-folder.ts";
import { decodeUrlPath } from "../../src/site/url.ts";
import { openLocalBlog } from "./local-blog.ts";
import { deckle, makeFolder } from "./run-deckle.ts";

const post = (title: string, body = "Hello.", more = "") =>
  `---\ntitle: ${title}\ndate: 2024-05-01\n${more}---\n\n${body}\n`;

const check = (folder: string, ...args: string[]) => deckle(["check", "--site", folder, ...args]);

interface Report {
  pass: boolean;
  findings: { severity: string; code: string; path?: string; line?: number; message: string }[];
  urls: { kept: string[]; moved: { from: string; to: string }[]; lost: string[]; ofTheme: string[] };
  repaired: { copy: string; written: unknown; recovered: number; lost: number[] }[];
}

async function report(folder: string, ...args: string[]): Promise<Report> {
  const { stdout, stderr } = await check(folder, "--json", ...args);
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

const GOOD = {
  "hugo.yaml": `title: A blog
baseURL: https://blog.example/sub/
pagination: { pagerSize: 2 }
menu: { main: [{ name: Tags, url: /tags/ }] }
`,
  "content/posts/one.md": post(
    "One",
    "## A place\n\n[Two](../two/#here), [up](#a-place), [feed](/sub/index.xml)",
    "tags: [x, y]\naliases: [/old-one/]\n",
  ),
  "content/posts/two/index.md": post("Two", "## Here\n\n![](dot.svg)", "tags: [x]\n"),
  "content/posts/two/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "content/posts/tiếng việt.md": post("Ba"),
  "content/posts/later.md": post("Later", "Not yet.", "publishDate: 2999-01-01\n"),
  "content/posts/draft.md": post("Draft", "[nowhere](/nowhere/)", "draft: true\ntags: [only-draft]\n"),
  "content/about.md": post("About", "[Posts](/posts/)"),
  "static/robot.txt": "x",
};

test("a site in order passes, in one line without a colour", async () => {
  const { code, stdout, stderr } = await check(await makeFolder(GOOD));
  assert.equal(stdout, "Pass: 0 errors, 0 warnings in 9 files (6 pages). Nothing was published.\n");
  assert.equal(stderr, "");
  assert.equal(code, 0);
});

async function holdsTogether(files: { [path: string]: string }, paths: string[]): Promise<void> {
  const blog = await openLocalBlog();
  await blog.changeElsewhere(files);
  const now = Math.floor(Date.now() / 1000);
  const scan = await (await openSiteFolder(await makeFolder(files))).scan();
  const addresses = siteAddresses(await rehearse(scan, { now, onProgress: () => {} }), now);
  for (const path of paths) {
    const answer = await fetch(blog.origin + encodeURI(path), { redirect: "manual" });
    const expected = answer.status === 200 ? "found" : answer.status === 301 ? "moved" : "missing";
    const decoded = decodeUrlPath(encodeURI(path));
    assert(decoded);
    assert.equal(addresses.at(decoded).type, expected, `${path} answers ${answer.status}`);
  }
}

test("what an address will answer is what the Worker answers once it is published", async () => {
  const texts = Object.fromEntries(Object.entries(GOOD).filter(([path]) => !path.endsWith(".svg")));
  const below = `/ index.xml index.html atom.xml feed.json sitemap.xml robots.txt page/1/ page/2/ page/3/ seite/2/ posts posts/
    posts/index.html posts/index.xml posts/page/2/ posts/page/9/ posts/one/ posts/one posts/one/index.html posts/One/ posts/two/
    posts/tiếng-việt/ posts/later/ posts/draft/ old-one/ old-one tags/ tags/x/ tags/x/index.xml tags/x/page/1/ tags/x/page/2/
    tags/only-draft/ tags/only-draft/index.xml about/ about robot.txt robot.txt/ nothing nothing/ categories/`;
  const paths = below
    .split(/\s+/)
    .flatMap((path) => [`/sub/${path === "/" ? "" : path}`, `/${path === "/" ? "" : path}`]);
  await holdsTogether(texts, [...paths, "/sub"]);
});

test("and so it is with uglyURLs in two languages", async () => {
  const config = `baseURL: https://blog.example/
uglyURLs: true
pagination: { pagerSize: 1 }
languages: { vi: { weight: 1 }, en: { weight: 2 } }
`;
  const names = ["a.vi", "b.vi", "a.en", "b.en"];
  const posts = names.map((name) => [`content/posts/${name}.md`, post(name)]);
  const paths = `/ /page/2.html /page/2/ /posts.html /posts/ /posts/page/2.html /posts/a.html /en/ /en/page/2.html /en/page/2/ /en.html
    /en/posts/page/2.html /en/posts/a.html /fr/page/2.html /en/seite/2.html`;
  await holdsTogether({ "hugo.yaml": config, ...Object.fromEntries(posts) }, paths.split(/\s+/));
});

test("a contentDir that hides every page fails", async () => {
  const folder = await makeFolder({ ...GOOD, "hugo.yaml": `${GOOD["hugo.yaml"]}contentDir: contents\n` });
  const { code, stdout } = await check(folder);
  assert.equal(code, 1);
  assert.match(stdout, /none of \d+ files below content\/ is a page: mend `contentDir`/);
});

test("what is amiss is told with file, line and remedy, the gravest first, and fails by its weight", async () => {
  const folder = await makeFolder({
    "hugo.yaml":
      "title: A blog\nbaseURL: https://blog.example/\nnoSuchKey: 1\nmenu:\n  main:\n    - { name: Gone, url: /gone/ }\n",
    "content/posts/broken.md": "---\ntitle: [\n---\n",
    "content/posts/a.md": post(
      "A",
      "{{< gallery >}}\n\n![](missing.png)\n\n[a](/nowhere/)\n[b](#nowhere)\n[c](www.example.org)",
    ),
    "content/posts/b.md": post("B", "{{< gallery >}}\n\n{{< old >}}", "url: /posts/a/\n"),
    "content/posts/c.md": post("C", "Tá»« Ä‘Ã¢u má»™t cÃ¢u há»i"),
    "layouts/shortcodes/old.html": "\n{{ range .Site.Menus }}{{ end }}",
  });
  const { pass, findings } = await report(folder);
  assert.equal(pass, false);
  const place = ({ severity, code, path, line }: Report["findings"][number]) =>
    [severity, code, path, line].join(" ");
  assert.deepEqual(findings.map(place).sort(), [
    "error damaged-text content/posts/c.md 6",
    "error not-rendered content/posts/a.md 6",
    "error not-rendered content/posts/b.md 7",
    "error not-rendered content/posts/b.md 9",
    "error refused content/posts/broken.md 2",
    "error same-url content/posts/a.md ",
    "error same-url content/posts/b.md ",
    "warning broken-link content/posts/a.md 10",
    "warning broken-link content/posts/a.md 11",
    "warning broken-link content/posts/a.md 12",
    "warning broken-link hugo.yaml 6",
    "warning configuration hugo.yaml 3",
    "warning missing-picture content/posts/a.md 8",
  ]);
  const { code, stdout } = await check(folder);
  assert.equal(code, 1);
  assert.match(stdout, /^✖ Files that cannot be published \(1\)\n/);
  assert.match(
    stdout,
    /the shortcode gallery is not known: add \S+ or remove it\n {6}content\/posts\/a\.md:6, content\/posts\/b\.md:7/,
  );
  assert.match(stdout, /--repair writes a mended copy/);
  assert.match(stdout, /www\.example\.org leads to no page: write https:\/\/www\.example\.org/);
  assert.match(stdout, /\nFail: 7 errors, 6 warnings in 6 files \(\d+ pages\)\. Nothing was published\.\n$/);
});

test("a link or picture that leads nowhere is named as its author wrote it, once, with its line", async () => {
  const folder = await makeFolder({
    "hugo.yaml": "title: A blog\nbaseURL: https://blog.example/\n",
    "content/posts/a.md": post(
      "A",
      "[a](/không/) ![](ảnh.png) ![](ảnh.png)\n[b](#nơi-nào)\n[c](ftp://files.example/x)\n[d](gopher:y)",
    ),
    "layouts/_default/_markup/render-link.html": '<a href="{{ .Destination }}">{{ .Text }}</a>',
  });
  const { findings } = await report(folder);
  assert.deepEqual(findings.map(({ line, message }) => [line, message]).sort(), [
    [6, "the link to /không/ leads to no page"],
    [6, "the picture ảnh.png is not in the site: put it at static/posts/a/ảnh.png, or mend the address"],
    [7, "the link to #nơi-nào: there is no place “nơi-nào” in that page"],
    [
      8,
      "the link to ftp://files.example/x: its scheme is none that pages may use: write a path, https: or mailto:",
    ],
    [9, "the link to gopher:y: its scheme is none that pages may use: write a path, https: or mailto:"],
  ]);
});

test("templates that nothing runs are named once, and fail nothing", async () => {
  const folder = await makeFolder({
    "hugo.yaml": "title: x\n",
    "content/posts/a.md": post("A", "[a](/posts/)\n\n{{< note >}}"),
    "layouts/shortcodes/note.html": '{{ partial "called.html" . }}',
    "layouts/shortcodes/uncalled.html": "x",
    "layouts/_default/_markup/render-link.html": "<a href={{ .Destination }}>{{ .Text }}</a>",
    "layouts/partials/called.html": "called",
    "layouts/partials/extend_head.html": "<meta name=a content=b>",
    "layouts/index.html": "x",
    ...Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`layouts/partials/${name}.html`, name])),
  });
  const { pass, findings } = await report(folder);
  assert.equal(pass, true);
  assert.deepEqual(
    findings.map(({ severity, code }) => [severity, code]),
    [["warning", "unused-template"]],
  );
  assert.match(
    findings[0]?.message ?? "",
    /^6 files are not used, .*: layouts\/index\.html; layouts\/partials\/a\.html, b\.html, c\.html and 2 more\. /,
  );
});

const sitemap = (...urls: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc></url>`).join("")}</urlset>`;

test("each address of a sitemap is kept, moved or lost, and what would keep it is told", async () => {
  const folder = await makeFolder(GOOD);
  const old = "https://old.example/sub";
  const file = join(folder, "old.xml");
  await writeFile(
    file,
    sitemap(
      `${old}/posts/one/`,
      `${old}/posts/ti%E1%BA%BFng-vi%E1%BB%87t/`,
      `${old}/old-one/?a=1&amp;b=2`,
      `${old}/blog/two/`,
      `${old}/posts/draft/`,
      `${old}/gone/`,
    ),
  );
  const { pass, urls, findings } = await report(folder, "--against", file);
  assert.equal(pass, false);
  assert.deepEqual(urls.kept, ["/sub/posts/one/", "/sub/posts/ti%E1%BA%BFng-vi%E1%BB%87t/"]);
  assert.deepEqual(urls.moved, [{ from: "/sub/old-one/", to: "/sub/posts/one/" }]);
  assert.deepEqual(urls.lost, ["/sub/blog/two/", "/sub/gone/", "/sub/posts/draft/"]);
  const [renamed, gone, hidden] = findings;
  assert.match(
    renamed?.message ?? "",
    /seems to be \/posts\/two\/ now; add `aliases: \[\/blog\/two\/\]` there/,
  );
  assert.equal(renamed?.path, "content/posts/two/index.md");
  assert.equal(gone?.message, "/sub/gone/");
  assert.match(hidden?.message ?? "", /draft/);
  assert.equal(hidden?.path, "content/posts/draft.md");
});

test("the folder that Hugo built is an answer too, also of a site below a path; what only a theme needs is apart", async () => {
  const built = await makeFolder({
    "index.html": "",
    "index.xml": "",
    "posts/page/1/index.html": "",
    "posts/page/2/index.html": "",
    "posts/two/dot.svg": "",
    "posts/two/dot_hu_1f0e9a7b.webp": "",
    "404.html": "",
    "assets/css/theme.0a1b.css": "",
    "lost.html": "",
    "tags/c#/index.html": "",
  });
  const { urls } = await report(await makeFolder(GOOD), "--against", built);
  assert.deepEqual(urls.kept, ["/sub/", "/sub/index.xml", "/sub/posts/page/2/", "/sub/posts/two/dot.svg"]);
  assert.deepEqual(urls.moved, [{ from: "/sub/posts/page/1/", to: "/sub/posts/" }]);
  assert.deepEqual(urls.lost, ["/sub/lost.html", "/sub/tags/c%23/"]);
  assert.equal(urls.ofTheme.length, 2);
});

test("a site that is up is read by its sitemaps, whatever they are called, and its feeds", async () => {
  const files: { [path: string]: string | Buffer } = {
    "/sub/": '<html><link rel="alternate" type="application/rss+xml" href="feed.rss"></html>',
  };
  const server = createServer((request, answer) => {
    const body = files[request.url ?? ""];
    answer.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => server.close());
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  files["/robots.txt"] = `User-agent: *\nSitemap: ${origin}/index-of-maps.xml\n`;
  files["/index-of-maps.xml"] =
    `<sitemapindex><sitemap><loc>${origin}/one.xml.gz</loc></sitemap><sitemap><loc>${origin}/index-of-maps.xml</loc></sitemap></sitemapindex>`;
  files["/one.xml.gz"] = gzipSync(sitemap(`${origin}/sub/posts/one/`));
  const folder = await makeFolder(GOOD);
  const { urls } = await report(folder, "--against", `${origin}/sub/`);
  assert.deepEqual(urls.kept, ["/sub/", "/sub/posts/one/"]);
  assert.deepEqual(urls.lost, ["/sub/feed.rss"]);

  files["/robots.txt"] = "";
  const without = await check(folder, "--against", `${origin}/sub/`);
  assert.equal(without.code, 1);
  assert.equal(
    without.stderr,
    `${origin}/sub/sitemap.xml answers 404. Name a sitemap, or the folder that Hugo built, with --against.\n`,
  );
  assert.match((await check(folder, "--against", "no-such-file")).stderr, /no such file or folder/);
});

test("damaged text is an error whether or not lost bytes are marked in it, and puts nothing unseen on a terminal", async () => {
  const folder = await makeFolder({
    "hugo.yaml": "title: x\n",
    "content/posts/marked.md": post("Tá»« bá»\ufffd", "CÃ¢u há»\u008fi nÃ\u00a0y Ä‘áº¹p"),
    "content/posts/meant.md": post("Marks", "This \ufffd is meant."),
    "content/posts/old.md": Buffer.from("---\ntitle: x\n---\nB\xe0i vi\xeat\n", "latin1"),
  });
  const { findings, repaired } = await report(folder, "--repair");
  assert.deepEqual(
    findings.map(({ severity, code, path }) => [severity, code, path]),
    [
      ["error", "damaged-text", "content/posts/marked.md"],
      ["error", "damaged-text", "content/posts/old.md"],
      ["warning", "other", "content/posts/meant.md"],
    ].sort(([, , a = ""], [, , b = ""]) => (a < b ? -1 : 1)),
  );
  assert.deepEqual(
    repaired.map(({ copy, written }) => [copy, written]),
    [
      ["content/posts/marked.md.repaired~", true],
      ["content/posts/old.md.repaired~", false],
    ],
  );
  const { stdout } = await check(folder, "--repair");
  assert.match(stdout, /content\/posts\/old\.md: no copy .* Save it as UTF-8/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be printed
  assert.doesNotMatch(stdout + JSON.stringify(findings), /[\u0000-\u0008\u000b-\u001f\u007f]/);
  assert.doesNotMatch(stdout, /[\u0080-\u009f]/);
});

test("--repair writes a mended copy beside the damaged text, marks what is lost, and overwrites nothing", async () => {
  const damaged = post("Tá»« bá»", "CÃ¢u há»i nÃ\u00a0y Ä‘áº¹p, vÃ\u00a0 cÃ¢u há»\u008fi kia");
  const folder = await makeFolder({ "hugo.yaml": "title: x\n", "content/posts/c.md": damaged });
  const first = await report(folder, "--repair");
  assert.deepEqual(
    first.repaired.map(({ copy, lost }) => [copy, lost]),
    [["content/posts/c.md.repaired~", [2, 6]]],
  );
  const copy = join(folder, "content/posts/c.md.repaired~");
  assert.equal(await readFile(copy, "utf8"), post("Từ b\ufffd", "Câu h\ufffdi này đẹp, và câu hỏi kia"));
  assert.equal(await readFile(join(folder, "content/posts/c.md"), "utf8"), damaged);
  assert.equal((await report(folder)).findings.length, 1, "the copy is no page");
  await writeFile(copy, "mine");
  assert.match((await check(folder, "--repair")).stdout, /lies there already, and was not touched/);
  assert.equal(await readFile(copy, "utf8"), "mine");
});
