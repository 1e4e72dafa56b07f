// A change set from end to end: what becomes public, what moves, what is refused whole.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { FEW } from "../../src/publish/step.ts";
import type { UrlChanges } from "../../src/site/change-set.ts";
import { openBlog } from "../harness.ts";

const CONFIG = "title: Blog\nbaseURL: https://blog.example/\nlanguageCode: en\n";

const post = (title: string, more = "", body = "Text.\n") =>
  `---\ntitle: "${title}"\ndate: 2024-05-01\n${more}---\n${body}`;

interface Answer {
  code: string;
  problems: { path: string; line: number }[];
  rendered: number;
  of: number;
  urls: UrlChanges;
}

async function openSite(files: { [path: string]: string } = {}) {
  const blog = await openBlog();
  await blog.publish({ "hugo.yaml": CONFIG, "content/posts/a.md": post("A"), ...files });
  const get = async (url: string) => {
    const answer = await blog.request(url);
    return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") };
  };
  const change = async (body: object) => {
    const answer = await blog.asAuthor("/api/v1/changes", { method: "POST", body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
  return { ...blog, get, change };
}

describe("a page whose address changes", () => {
  test("leaves a redirect behind, at every former address", async () => {
    const { publish, get } = await openSite();
    const first = await publish({ "content/posts/a.md": post("A", "slug: b\n") });
    assert.deepEqual(first.urls.moved, [{ from: "/posts/a/", to: "/posts/b/" }]);
    await publish({ "content/posts/a.md": post("A", "slug: c\n") });
    for (const url of ["/posts/a/", "/posts/b/"]) {
      assert.deepEqual([(await get(url)).status, (await get(url)).location], [301, "/posts/c/"]);
    }
    assert.equal((await get("/posts/c/")).status, 200);
  });

  test("is recognised when only its file is renamed", async () => {
    const { publish, get } = await openSite();
    const { urls } = await publish({ "content/posts/a.md": null, "content/posts/z.md": post("A") });
    assert.deepEqual(urls, {
      added: [],
      changed: [],
      moved: [{ from: "/posts/a/", to: "/posts/z/" }],
      removed: [],
    });
    assert.equal((await get("/posts/a/")).location, "/posts/z/");
  });

  test("keeps every former address through further names of its file, and back", async () => {
    const { publish, get } = await openSite();
    const rename = (from: string, to: string, more = "") =>
      publish({ [`content/posts/${from}`]: null, [`content/posts/${to}`]: post("A", more) });
    await rename("a.md", "y.md");
    await rename("y.md", "z.md");
    for (const url of ["/posts/a/", "/posts/y/"]) assert.equal((await get(url)).location, "/posts/z/");
    await rename("z.md", "a.md");
    for (const url of ["/posts/y/", "/posts/z/"]) assert.equal((await get(url)).location, "/posts/a/");
    assert.equal((await get("/posts/a/")).status, 200);
  });

  test("keeps them when its file has another name and its slug the address", async () => {
    const { publish, get } = await openSite();
    await publish({ "content/posts/a.md": post("A", "slug: b\n") });
    const { urls, warnings } = await publish({
      "content/posts/a.md": null,
      "content/posts/2024-a.md": post("A", "slug: b\n"),
    });
    assert.deepEqual([urls.moved, urls.removed, warnings], [[], [], []]);
    assert.equal((await get("/posts/b/")).status, 200);
    assert.equal((await get("/posts/a/")).location, "/posts/b/");
  });

  test("gives its address up to a page that claims it later", async () => {
    const { publish, get } = await openSite();
    await publish({ "content/posts/a.md": post("A", "slug: b\n") });
    await publish({ "content/posts/other.md": post("Other", "url: /posts/a/\n") });
    assert.match((await get("/posts/a/")).text, /<h1[^>]*>Other/);
  });
});

describe("what a page depends on", () => {
  test("a picture that arrives later takes the place of its note", async () => {
    const { publish, get } = await openSite({ "content/posts/p.md": post("P", "", "![Sea](/sea.svg)\n") });
    assert.match((await get("/posts/p/")).text, /missing-image/);
    await publish({ "static/sea.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>' });
    const { text } = await get("/posts/p/");
    assert.match(text, /<img[^>]*src="\/sea\.svg"[^>]*width="40"[^>]*height="20"/);
    assert.doesNotMatch(text, /missing-image" role/);
    await publish({ "static/sea.svg": null });
    assert.match((await get("/posts/p/")).text, /missing-image/);
  });

  test("a reference finds pages of the same change set, by path, beside it and by name", async () => {
    const ref = (to: string) => `[link]({{< relref "${to}" >}})\n`;
    const { publish, get } = await openSite({
      "content/posts/from/index.md": post(
        "From",
        "",
        ref("/posts/other") + ref("../other.md") + ref("other") + ref("/notes") + ref("only-one"),
      ),
      "content/posts/other.md": post("Other", "slug: elsewhere\n"),
      "content/notes/_index.md": "---\ntitle: Notes\n---\n",
      "content/notes/only-one.md": post("One"),
    });
    const links = async () =>
      Array.from(
        (await get("/posts/from/")).text.matchAll(/<a href="([^"]*)">link<\/a>/g),
        ([, href]) => href,
      );
    const other = "/posts/elsewhere/";
    assert.deepEqual(await links(), [other, other, other, "/notes/", "/notes/only-one/"]);
    await publish({ "content/posts/other.md": post("Other", "slug: third\n") });
    assert.deepEqual((await links()).slice(0, 3), ["/posts/third/", "/posts/third/", "/posts/third/"]);
  });

  test("a bundle's picture is published below its page, and goes with it", async () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>';
    const { publish, get } = await openSite({
      "content/posts/b/index.md": post("B", "", "![](pic.svg)\n"),
      "content/posts/b/pic.svg": picture,
    });
    assert.equal((await get("/posts/b/pic.svg")).text, picture);
    assert.match((await get("/posts/b/")).text, /<img[^>]*width="4" height="2"/);
    await publish({ "content/posts/b/index.md": post("B", "draft: true\n", "![](pic.svg)\n") });
    assert.equal((await get("/posts/b/pic.svg")).status, 404);
    await publish({ "content/posts/b/index.md": null, "content/posts/b/pic.svg": null });
    assert.equal((await get("/posts/b/")).status, 404);
  });

  test("files beside pages are served with the page of their folder's name, or at their own path", async () => {
    const picture = (id: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2" id="${id}"/>`;
    const { publish, get } = await openSite({
      "content/posts/single.md": post("Single", "slug: moved\n", "![](pic.svg)\n"),
      "content/posts/single/pic.svg": picture("single"),
      "content/posts/loose.svg": picture("loose"),
      "content/posts/folder/deep.svg": picture("deep"),
    });
    assert.equal((await get("/posts/moved/pic.svg")).text, picture("single"));
    assert.match((await get("/posts/moved/")).text, /<img[^>]*src="\/posts\/moved\/pic\.svg"[^>]*width="4"/);
    assert.equal((await get("/posts/single/pic.svg")).status, 404);
    assert.equal((await get("/posts/loose.svg")).text, picture("loose"));
    assert.equal((await get("/posts/folder/deep.svg")).text, picture("deep"));
    const { urls } = await publish({
      "content/posts/loose.svg": null,
      "content/posts/single/pic.svg": picture("new"),
    });
    assert.deepEqual(urls.removed, ["/posts/loose.svg"]);
    assert.equal((await get("/posts/loose.svg")).status, 404);
    assert.equal((await get("/posts/moved/pic.svg")).text, picture("new"));
  });

  test("files below a section are served at its address, however its folder is written, and as written", async () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>';
    const { publish, get } = await openSite({
      "content/My Notes/a.md": post("A"),
      "content/My Notes/Deep Dir/Pic.svg": picture,
    });
    for (const url of ["/my-notes/Deep%20Dir/Pic.svg", "/My%20Notes/Deep%20Dir/Pic.svg"])
      assert.equal((await get(url)).text, picture, url);
    assert.equal((await get("/my-notes/deep-dir/pic.svg")).status, 404);
    await publish({ "content/My Notes/Deep Dir/Pic.svg": null });
    assert.equal((await get("/my-notes/Deep%20Dir/Pic.svg")).status, 404);
  });

  test("a section's own text comes and goes with its _index file", async () => {
    const { publish, get } = await openSite();
    assert.match((await get("/posts/")).text, /<h1[^>]*>\s*Posts/);
    await publish({ "content/posts/_index.md": "---\ntitle: Writing\n---\nAll of it.\n" });
    assert.match((await get("/posts/")).text, /Writing/);
    await publish({ "content/posts/_index.md": null });
    assert.match((await get("/posts/")).text, /<h1[^>]*>\s*Posts/);
    assert.match((await get("/posts/")).text, /\/posts\/a\//);
  });

  test("a folder of drafts is a section, and has none of their terms", async () => {
    const { publish, get } = await openSite({
      "content/notes/a.md": post("A", "draft: true\ntags: [quiet]\n"),
    });
    const { status, text } = await get("/notes/");
    assert.equal(status, 200);
    assert.doesNotMatch(text, /<article/);
    assert.equal((await get("/notes/index.xml")).status, 200);
    assert.equal((await get("/tags/quiet/")).status, 404);
    assert.match((await get("/sitemap.xml")).text, /\/notes\/</);

    await publish({ "content/notes/b.md": post("B", "publishDate: 2999-01-01\n") });
    await publish({ "content/notes/a.md": null });
    assert.equal((await get("/notes/")).status, 200);
    await publish({ "content/notes/b.md": null });
    assert.equal((await get("/notes/")).status, 404);
    assert.equal((await get("/notes/index.xml")).status, 404);
    assert.doesNotMatch((await get("/sitemap.xml")).text, /notes/);
    await publish({ "content/notes/_index.md": "---\ntitle: Notes\n---\n", "content/notes/c.txt": "c" });
    assert.equal((await get("/notes/")).status, 200);
    await publish({ "content/notes/_index.md": null });
    assert.equal((await get("/notes/")).status, 404);
  });

  test("a section whose folder is written in two ways goes with the last page of either", async () => {
    const { publish, get } = await openSite({
      "content/Notes/a.md": post("A"),
      "content/notes/b.md": post("B"),
    });
    await publish({ "content/Notes/a.md": null });
    assert.equal((await get("/notes/")).status, 200);
    await publish({ "content/notes/b.md": null });
    assert.equal((await get("/notes/")).status, 404);
  });

  test("a nested section stands after its parent's pages, and is no news in its feed", async () => {
    const { get } = await openSite({
      "content/posts/deep/_index.md": post("Deep", "weight: 1\n"),
      "content/posts/undated.md": "---\ntitle: Undated\n---\n",
    });
    const titles = async (url: string) => (await get(url)).text.match(/(?<=>)(A|Deep|Undated)(?=<)/g);
    assert.deepEqual(await titles("/posts/"), ["A", "Undated", "Deep"]);
    assert.deepEqual(await titles("/posts/index.xml"), ["A", "Undated"]);
  });

  test("a nested section takes over its pages, and gives them back", async () => {
    const { publish, get } = await openSite({ "content/posts/deep/x.md": post("X") });
    assert.match((await get("/posts/")).text, /href="\/posts\/deep\/x\/"/);
    await publish({ "content/posts/deep/_index.md": "---\ntitle: Deep\n---\n" });
    assert.doesNotMatch((await get("/posts/")).text, /href="\/posts\/deep\/x\/"/);
    assert.match((await get("/posts/deep/")).text, /href="\/posts\/deep\/x\/"/);
    await publish({ "content/posts/deep/_index.md": null });
    assert.match((await get("/posts/")).text, /href="\/posts\/deep\/x\/"/);
    assert.equal((await get("/posts/deep/")).status, 404);
  });
});

describe("a cascade", () => {
  test("reaches the pages below when it comes, changes and goes", async () => {
    const { publish, get } = await openSite();
    assert.match((await get("/posts/a/")).text, /<h1/);
    await publish({
      "content/posts/_index.md": "---\ntitle: Posts\ncascade:\n  description: From above\n---\n",
    });
    assert.match((await get("/posts/a/")).text, /From above/);
    await publish({
      "content/posts/_index.md": "---\ntitle: Posts\ncascade:\n  description: Another\n---\n",
    });
    assert.match((await get("/posts/a/")).text, /Another/);
    await publish({ "content/posts/_index.md": null });
    assert.doesNotMatch((await get("/posts/a/")).text, /Another/);
  });
});

describe("the configuration", () => {
  test("shows a new title and menu at once, without rendering a post", async () => {
    const { publish, get } = await openSite();
    const menu = "menu:\n  main:\n    - name: Writing\n      url: /posts/\n      weight: 1\n";
    const { urls } = await publish({ "hugo.yaml": CONFIG.replace("Blog", "Sổ tay") + menu });
    assert.deepEqual(urls.changed, []);
    const { text } = await get("/posts/a/");
    assert.match(text, /Sổ tay/);
    assert.match(text, /<a href="\/posts\/"[^>]*>(<span>)?Writing/);
  });

  test("renders every post again when it changes how they render, in steps if there are many", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `content/posts/p${i}.md`,
        post(`P${i}`, "", `a -- b\n\n${"word ".repeat(500)}\n`),
      ]),
    );
    const { get, change } = await openSite(many);
    assert.match((await get("/posts/p7/")).text, /a &ndash; b|a – b/);
    const plain = `${CONFIG}markup: { goldmark: { extensions: { typographer: { disable: true } } } }\n`;
    const body = { put: [{ path: "hugo.yaml", content: plain }], delete: [] };
    const first = await change(body);
    assert.equal(first.status, 202);
    assert.ok(first.body.rendered > 0 && first.body.rendered < 61, JSON.stringify(first.body));
    assert.equal(first.body.of, 61);
    assert.match((await get("/posts/p7/")).text, /a &ndash; b|a – b/, "nothing shows before all of it does");
    let last = first;
    for (let n = 0; last.status === 202 && n < 60; n++) last = await change(body);
    assert.equal(last.status, 200);
    assert.match((await get("/posts/p7/")).text, /a -- b/);
    assert.match((await get("/page/2/")).text, /href="\/posts\/p/);
  });

  test("that cannot be read is refused with its line, and the site stays", async () => {
    const { change, get } = await openSite();
    const { status, body } = await change({
      put: [{ path: "hugo.yaml", content: "title: A\nparams:\n\tx: 1\n" }],
    });
    assert.equal(status, 422);
    assert.equal(body.problems[0]?.path, "hugo.yaml");
    assert.equal(body.problems[0]?.line, 3, JSON.stringify(body));
    assert.match((await get("/")).text, /Blog/);
  });
});

describe("bad input", () => {
  test("is refused whole, all of it named, and nothing of the site is lost", async () => {
    const { change, get } = await openSite();
    const { status, body } = await change({
      put: [
        { path: "content/posts/good.md", content: post("Good") },
        { path: "content/posts/bad.md", content: "---\ntitle: [\n---\nx\n" },
        { path: "content/posts/worse.md", content: '+++\ntitle = "x\n+++\n' },
      ],
    });
    assert.equal(status, 422);
    assert.deepEqual(
      body.problems.map((problem) => [problem.path, problem.line > 0]),
      [
        ["content/posts/bad.md", true],
        ["content/posts/worse.md", true],
      ],
    );
    assert.equal((await get("/posts/good/")).status, 404);
    assert.equal((await get("/posts/a/")).status, 200);
  });

  test("what cannot be published without a file that cannot be read waits for it", async () => {
    const { change, publish } = await openSite();
    const broken = "---\ntitle: [\n---\nx\n";
    const cases: [string, string, string[], string[]][] = [
      ["a bundle", "b/index.md", ["b/note.md", "b/p.svg"], ["b/index.en.md", "c.md"]],
      ["a post", "b.md", ["b/p.svg"], ["b2/p.svg"]],
      ["a list with a cascade", "_index.md", ["b/index.md", "c.md"], []],
    ];
    for (const [what, owner, waiting, free] of cases) {
      const text = what.endsWith("cascade") ? broken.replace("[", "[\ncascade: { draft: true }") : broken;
      const put = [...waiting, ...free].map((name) => ({
        path: `content/posts/${name}`,
        content: name.endsWith(".md") ? post(name) : "<svg xmlns='http://www.w3.org/2000/svg'/>",
      }));
      const { body } = await change({ put: [...put, { path: `content/posts/${owner}`, content: text }] });
      assert.deepEqual(
        body.problems.map(({ path }) => path),
        [owner, ...waiting].map((name) => `content/posts/${name}`),
        what,
      );
    }
    await publish({ "content/posts/old.md": post("Old") });
    const moved = {
      put: [{ path: "content/posts/old/index.md", content: broken }],
      delete: ["content/posts/old.md"],
    };
    assert.deepEqual(
      (await change(moved)).body.problems.map(({ path }) => path),
      ["content/posts/old/index.md", "content/posts/old.md"],
    );
  });

  test("of a file that stands already is shown to nobody, and stops no change", async () => {
    const hidden = `${CONFIG}ignoreFiles: [_notes]\n`;
    const { publish, get } = await openSite({
      "hugo.yaml": hidden,
      "content/posts/x_notes.md": "---\ntitle: [\n---\nwords of a draft\n",
      "content/x_notes/_index.md": "---\ntitle: [\ncascade: { draft: true }\n---\n",
      "content/x_notes/below.md": "---\ntitle: Below\n---\nwords of a draft\n",
    });
    const { warnings } = await publish({ "hugo.yaml": CONFIG });
    assert.deepEqual(
      warnings.map(({ path, line }) => [path, line]),
      [
        ["content/posts/x_notes.md", 2],
        ["content/x_notes/_index.md", 2],
      ],
    );
    for (const url of ["/posts/x_notes/", "/x_notes/below/"]) assert.equal((await get(url)).status, 404, url);
    for (const url of ["/", "/index.xml", "/sitemap.xml", "/search.json?q=draft"]) {
      assert.doesNotMatch((await get(url)).text, /x_notes|words of a draft/, url);
    }
  });

  test("that can be served is served, with a warning that names file and line", async () => {
    const { publish, get } = await openSite();
    const cases: [string, string, RegExp][] = [
      ["shortcode", post("S", "", "before\n\n{{< nope >}}\n\nafter\n"), /nope/],
      ["unclosed", post("U", "", "before\n\n{{< details >}}\n\nafter\n"), /details/],
      ["date", "---\ntitle: D\ndate: soon\n---\nx\n", /date/],
    ];
    for (const [name, text, expected] of cases) {
      const path = `content/posts/${name}.md`;
      const { warnings } = await publish({ [path]: text });
      const warning = warnings.find((found) => found.path === path && expected.test(found.message));
      assert.ok(warning?.line !== undefined && warning.line > 1, `${name}: ${JSON.stringify(warnings)}`);
      assert.equal((await get(`/posts/${name}/`)).status, 200, name);
    }
    assert.match((await get("/posts/shortcode/")).text, /before.*after/s);
  });

  test("a file that is no UTF-8 is kept to the byte, served as well as it can be, and told", async () => {
    const { publish, get, asAuthor } = await openSite();
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode("---\ntitle: Bytes\n---\nok\nbad "),
      0xff,
      0xfe,
      10,
    ]);
    const { warnings } = await publish({ "content/posts/bytes.md": bytes });
    const warning = warnings.find(({ path }) => path === "content/posts/bytes.md");
    assert.equal(warning?.line, 5, JSON.stringify(warnings));
    const answer = await asAuthor("/api/v1/files/content/posts/bytes.md");
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), bytes);
    assert.equal((await get("/posts/bytes/")).status, 200);
  });

  test("what is no text, or a draft whose first line is missing, is never shown", async () => {
    const { change, get } = await openSite();
    const draft = "title: Draft\ndraft: true\ntags:\n- a\n---\nSecret.\n";
    const utf16 = new TextDecoder().decode(Buffer.from(`\ufeff---\n${draft}`, "utf16le"));
    const bodies = { draft, utf16, binary: "\u0001\0\u0002 PK", swapped: `\ufffd\ufffd${draft}` };
    for (const [name, content] of Object.entries(bodies)) {
      const { body } = await change({ put: [{ path: `content/posts/${name}.md`, content }] });
      assert.equal(body.problems[0]?.line, 1, name);
      assert.equal((await get(`/posts/${name}/`)).status, 404, name);
    }
    const noDraft = "Update: it works\n---\nText.\n";
    await change({ put: [{ path: "content/posts/heading.md", content: noDraft }] });
    assert.match((await get("/posts/heading/")).text, /<h2[^>]*>Update: it works/);
  });

  test("raw HTML that the configuration keeps out is told once a page, with its line", async () => {
    const { publish } = await openSite();
    const body = "Text.\n\n<!-- a note -->\n\nIn <b>a line</b>.\n\n<div>\n</div>\n";
    const { warnings } = await publish({ "content/posts/raw.md": post("Raw", "", body) });
    assert.deepEqual(
      warnings.map(({ path, line }) => [path, line]),
      [["content/posts/raw.md", 9]],
    );
    assert.match(warnings[0]?.message ?? "", /renderer\.unsafe: true/);
    const { warnings: none } = await publish({
      "hugo.yaml": `${CONFIG}markup: { goldmark: { renderer: { unsafe: true } } }\n`,
    });
    assert.deepEqual(none, []);
  });

  test("an empty file is a page without a title", async () => {
    const { publish, get } = await openSite();
    const { warnings } = await publish({ "content/posts/empty.md": "" });
    assert.match(warnings[0]?.message ?? "", /no `title`/);
    assert.equal((await get("/posts/empty/")).status, 200);
  });

  test("two pages with one address: one is shown, both are told, and the other follows when it goes", async () => {
    const { publish, get } = await openSite();
    const { warnings } = await publish({ "content/posts/twin.md": post("Twin", "url: /posts/a/\n") });
    assert.deepEqual(warnings.map(({ path }) => path).sort(), [
      "content/posts/a.md",
      "content/posts/twin.md",
    ]);
    const shown = (await get("/posts/a/")).text.includes(">Twin") ? "twin" : "a";
    await publish({ [`content/posts/${shown}.md`]: null });
    assert.match((await get("/posts/a/")).text, shown === "twin" ? />A</ : />Twin</);
  });

  test("a list's own terms have it among their pages, as long as it is there", async () => {
    const { publish, get } = await openSite({
      "content/posts/_index.md": "---\ntitle: My posts\ntags: [orchard]\n---\n",
    });
    assert.match((await get("/tags/orchard/")).text, /href="\/posts\/"/);
    assert.match((await get("/tags/")).text, />Orchard <sup>/);
    await publish({ "content/posts/_index.md": null });
    assert.equal((await get("/tags/orchard/")).status, 404);
  });

  test("two files of one page are told, few or many at once", async () => {
    const { publish } = await openSite({
      "hugo.yaml": `${CONFIG}defaultContentLanguage: en\nlanguages: { en: {}, vi: {} }\n`,
    });
    const about = { "content/about.md": post("About"), "content/about.en.md": post("About") };
    const many = Object.fromEntries(
      Array.from({ length: FEW }, (_, i) => [`content/posts/p${i}.md`, post(`P ${i}`)]),
    );
    for (const files of [
      about,
      { ...many, "content/us.md": post("Us"), "content/us/index.en.md": post("Us") },
    ]) {
      const { warnings } = await publish(files);
      assert.deepEqual(
        warnings.map(({ code, message }) => [code, /are one page/.test(message)]),
        [
          ["same-url", true],
          ["same-url", true],
        ],
      );
    }
  });

  test("of many files with one address three are named", async () => {
    const { publish } = await openSite();
    const names = ["p", "q", "r", "s", "t"].map((name) => `content/posts/${name}.md`);
    const { warnings } = await publish(
      Object.fromEntries(names.map((name) => [name, post("P", "url: /same/\n")])),
    );
    assert.equal(warnings.length, names.length);
    const told =
      /^content\/posts\/p\.md and content\/posts\/q\.md and content\/posts\/r\.md and 2 more have the same URL/;
    for (const { message } of warnings) assert.match(message, told);
  });

  test("a text of 15 MB is refused with its size", async () => {
    const { asAuthor } = await openSite();
    const answer = await asAuthor("/api/v1/files/content/posts/big.md", {
      method: "PUT",
      headers: { "if-none-match": "*", "content-type": "text/markdown" },
      body: "word ".repeat(3_000_000),
    });
    assert.equal(answer.status, 413);
    assert.match(await answer.text(), /It has 15000000 bytes, and at most 10000000 are taken/);
  });
});

test("a page in a format that is not read is named, because nobody sees it", async () => {
  const { publish } = await openSite();
  const { warnings } = await publish({
    "content/posts/b.org": "#+title: B\n",
    "content/posts/c.RST": "C\n=\n",
    "static/d.org": "served as it is\n",
  });
  assert.deepEqual(
    warnings.map(({ path, message }) => [
      path,
      /(Org mode|reStructuredText) is not read: .*Markdown/.test(message),
    ]),
    [
      ["content/posts/b.org", true],
      ["content/posts/c.RST", true],
    ],
  );
});

test("a post that lies in no language's content folder is named, because nobody sees it", async () => {
  const languages = "languages: { vi: { contentDir: content/vi }, en: { contentDir: content/en } }\n";
  const { publish } = await openSite({ "hugo.yaml": `${CONFIG}${languages}` });
  const { warnings } = await publish({ "content/posts/b.md": post("B"), "content/en/posts/c.md": post("C") });
  assert.deepEqual(
    warnings.map(({ path, message }) => [path, /put it below content\/en\/ or content\/vi\//.test(message)]),
    [["content/posts/b.md", true]],
  );
});

describe("an author's own HTML", () => {
  test("may run exactly the scripts and styles that stand in it", async () => {
    const { publish, request } = await openSite();
    const text =
      '<script>alert(1)</script>\n\n<script src="https://gist.github.com/a/1.js?x=1"></script>\n\n<style>p{color:red}</style>\n';
    const unsafe = "markup: { goldmark: { renderer: { unsafe: true } } }\n";
    await publish({ "hugo.yaml": CONFIG + unsafe, "content/posts/script.md": post("S", "", text) });
    const policy = async (url: string) => (await request(url)).headers.get("content-security-policy") ?? "";
    const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
    const own = await policy("/posts/script/");
    assert.ok(own.includes(` ${hash("alert(1)")} https://gist.github.com/a/1.js;`), own);
    assert.ok(own.includes(hash("p{color:red}")), own);
    assert.doesNotMatch(await policy("/posts/a/"), /script-src [^;]*https:/);
  });
});

describe("two writers", () => {
  test("the second is refused when the tree moved since its base, and repeating what is done changes nothing", async () => {
    const { asAuthor, change } = await openSite();
    const { etag } = (await (await asAuthor("/api/v1/files")).json()) as { etag: string };
    const mine = { base: etag, put: [{ path: "content/posts/mine.md", content: post("Mine") }] };
    const theirs = { base: etag, put: [{ path: "content/posts/theirs.md", content: post("Theirs") }] };
    assert.equal((await change(mine)).status, 200);
    const second = await change(theirs);
    assert.equal(second.status, 409);
    assert.equal(second.body.code, "conflict");
    const again = await change(mine);
    assert.equal(again.status, 200);
    assert.deepEqual(again.body.urls, { added: [], changed: [], moved: [], removed: [] });
  });

  test("a file that is sent again as it stands keeps its page, beside others that change", async () => {
    const { publish, get } = await openSite();
    const { urls } = await publish({
      "content/posts/a.md": post("A"),
      "content/posts/b.md": post("B"),
      "content/posts/c.md": null,
    });
    assert.deepEqual(urls, { added: ["/posts/b/"], changed: [], moved: [], removed: [] });
    for (const url of ["/posts/a/", "/posts/b/"]) assert.equal((await get(url)).status, 200, url);
    const { text } = await get("/");
    for (const title of ["A", "B"]) assert.ok(text.includes(`/">${title}</a></h2>`), title);
  });

  test("a dry run says what would come of it and changes nothing", async () => {
    const { change, get } = await openSite();
    const { status, body } = await change({
      dryRun: true,
      put: [{ path: "content/posts/dry.md", content: post("Dry") }],
    });
    assert.equal(status, 200);
    assert.deepEqual(body.urls.added, ["/posts/dry/"]);
    assert.equal((await get("/posts/dry/")).status, 404);
  });
});

describe("an author's own templates", () => {
  const shortcode = "layouts/shortcodes/note.html";
  const hook = "layouts/_default/_markup/render-link.html";

  test("render again what used them when they come, change and go", async () => {
    const { publish, get } = await openSite({
      "content/posts/n.md": post("N", "", 'x {{< note "hi" >}} y [l](/z)\n'),
    });
    assert.match((await get("/posts/n/")).text, /deckle-problem/);
    await publish({ [shortcode]: "<b>{{ .Get 0 }}</b>" });
    assert.match((await get("/posts/n/")).text, /x <b>hi<\/b> y/);
    await publish({ [shortcode]: "<i>{{ .Get 0 }} {{ site.Title }}</i>" });
    assert.match((await get("/posts/n/")).text, /x <i>hi Blog<\/i> y/);
    await publish({ "hugo.yaml": CONFIG.replace("Blog", "Vở") });
    assert.match((await get("/posts/n/")).text, /x <i>hi Vở<\/i> y/);
    await publish({ [hook]: '<a class="own" href="{{ .Destination }}">{{ .Text }}</a>' });
    assert.match((await get("/posts/n/")).text, /<a class="own" href="\/z">l<\/a>/);
    await publish({ [hook]: null });
    assert.match((await get("/posts/n/")).text, /<a href="\/z">l<\/a>/);
  });

  test("read data that is published with them", async () => {
    const { publish, get } = await openSite({
      "content/posts/d.md": post("D", "", "{{< books >}}\n"),
      "layouts/shortcodes/books.html": "{{ range site.Data.books }}<b>{{ .title }}</b>{{ end }}",
      "data/books.yaml": "- title: Một\n",
    });
    assert.match((await get("/posts/d/")).text, /<b>Một<\/b>/);
    await publish({ "data/books.yaml": "- title: Hai\n" });
    assert.match((await get("/posts/d/")).text, /<b>Hai<\/b>/);
  });
});

test("a term has its address as the first page writes it, its title as the last, and answers to every writing", async () => {
  const { get } = await openSite({
    "hugo.yaml": `${CONFIG}disablePathToLower: true\n`,
    "content/posts/x-y.md": post("XY", "tags: [GOLANG]\n"),
    "content/posts/x.md": post("X", "tags: [goLang]\n"),
  });
  assert.match((await get("/sitemap.xml")).text, /\/tags\/goLang\/</);
  assert.doesNotMatch((await get("/sitemap.xml")).text, /\/tags\/GOLANG\/</);
  for (const url of ["/tags/goLang/", "/tags/GOLANG/"])
    assert.match((await get(url)).text, /<link rel="canonical" href="[^"]*\/tags\/goLang\/"/, url);
  assert.match((await get("/tags/goLang/")).text, /<h1[^>]*>\s*GOLANG/);
});

test("a term that pages write in several ways is one", async () => {
  const { publish, get } = await openSite({
    "content/posts/b.md": post("B", "tags: [HTML, css]\n"),
    "content/posts/c.md": post("C", "tags: [html]\n"),
  });
  const terms = async () =>
    Array.from(
      (await get("/tags/")).text.matchAll(/<a href="\/tags\/([^"]*)\/">([^<]*?) *<sup>.*?(\d+)/g),
      (found) => found.slice(1).join(" "),
    );
  assert.deepEqual(await terms(), ["css Css 1", "html Html 2"]);
  await publish({ "content/posts/d.md": post("D", "tags: [hTML]\n") });
  assert.deepEqual(await terms(), ["css Css 1", "html Html 3"]);
});

test("a page may have any ending that Hugo reads as Markdown or HTML", async () => {
  const { get, asAuthor } = await openSite({
    "content/posts/m.mdown": post("M", "", "Some *text*.\n"),
    "content/posts/h/index.htm": post("H", "", "<p>Some <em>text</em>.</p>\n"),
    "content/posts/h/aside.md": "Of the bundle, and no page.\n",
  });
  for (const url of ["/posts/m/", "/posts/h/"])
    assert.match((await get(url)).text, /Some <em>text<\/em>/, url);
  assert.equal((await get("/posts/h/aside/")).status, 404);
  const { path } = (await (await asAuthor("/api/v1/posts/posts/m")).json()) as { path: string };
  assert.equal(path, "content/posts/m.mdown");
});
