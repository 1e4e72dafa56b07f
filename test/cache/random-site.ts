// A small site that can be written in every way there is, as plain values that fast-check can shrink:
// the site's state, the changes to it, and the files that it is made of.

import fc from "fast-check";

/** 2026-03-01T12:00:00+07:00: where each run of the clock begins. */
export const BEGINNING = Date.UTC(2026, 2, 1, 5) / 1000;

interface Post {
  exists: boolean;
  title: number;
  body: number;
  /** Days from the beginning. */
  date: number;
  tags: number;
  draft: boolean;
  /** Hours from the beginning; `null`: none. */
  publish: number | null;
  expiry: number | null;
  /** `a.md`, `a/index.md`, `other/a.md`, `b-a.md`. */
  place: number;
  slug: number;
  url: number;
  alias: number;
  weight: number;
  build: number;
  /** What its text shows or refers to. */
  shows: number;
  picture: number;
}

interface Site {
  posts: Post[];
  /** Of `content/_index.md`, the sections', a tag's, the archive page, files of every other kind: 0 is absent. */
  extra: { [name: string]: number };
  config: { [name: string]: number };
}

const POSTS = 5;
const EXTRAS = [
  "home",
  "posts",
  "nested",
  "nested-draft",
  "tags",
  "tag-x",
  "archives",
  "picture",
  "asset",
  "logo",
  "favicon",
  "shadow",
  "translation",
  "words",
  "data",
  "shortcode",
  "hook",
  "styles",
  "beside",
  "loose",
  "bundled",
  "headless",
  "partial",
  "notes",
  "search",
  "words-of-all",
  "bundle-vi",
  "home-cascade",
  "in-menu",
  "typed",
  "newest",
];
const SETTINGS = [
  "title",
  "menu",
  "param",
  "pager",
  "markup",
  "feed",
  "base",
  "permalink",
  "languages",
  "unsafe",
  "sitemap",
  "sections",
  "taxonomies",
  "kinds",
  "ugly",
  "summary",
  "cascade",
  "cascade-to",
  "subdir",
  "page-ref",
];

export type Change =
  | { type: "post"; post: number; set: Partial<Post> }
  | { type: "extra"; name: string; value: number }
  | { type: "config"; name: string; value: number }
  /** Back to how it was so many steps ago. */
  | { type: "revert"; steps: number };

export interface Turn {
  changes: Change[];
  /** Minutes that pass before it. */
  later: number;
  cron: boolean;
  /** A post's page whose rendering is under way meanwhile. */
  inFlight: boolean;
}

const small = (max: number) => fc.nat({ max });
const maybe = (arbitrary: fc.Arbitrary<number>) => fc.option(arbitrary, { freq: 2 });

const fields: { [K in keyof Post]: fc.Arbitrary<Post[K]> } = {
  exists: fc.boolean(),
  title: small(3),
  body: small(9),
  date: fc.integer({ min: -6, max: 2 }),
  tags: small(7),
  draft: fc.boolean(),
  publish: maybe(fc.integer({ min: -48, max: 72 })),
  expiry: maybe(fc.integer({ min: -48, max: 96 })),
  place: small(3),
  slug: small(2),
  url: small(2),
  alias: small(2),
  weight: small(2),
  build: small(5),
  shows: small(7),
  picture: small(2),
};

/** A few fields at once, and above all those on which it depends who sees a post, and where. */
const set: fc.Arbitrary<Partial<Post>> = fc.oneof(
  { weight: 2, arbitrary: fc.record(fields, { requiredKeys: [] }) },
  ...(
    [
      "exists",
      "title",
      "body",
      "date",
      "tags",
      "draft",
      "publish",
      "expiry",
      "slug",
      "place",
      "picture",
    ] as const
  ).map((name) => ({
    weight: 1,
    arbitrary: fields[name].map((value): Partial<Post> => ({ [name]: value })),
  })),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ type: fc.constant("post" as const), post: small(POSTS - 1), set }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("extra" as const),
      name: fc.constantFrom(...EXTRAS),
      value: small(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("config" as const),
      name: fc.constantFrom(...SETTINGS),
      value: small(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("revert" as const), steps: small(3) }) },
);

const later = fc.oneof(fc.constant(0), small(5), small(600), fc.integer({ min: 600, max: 30 * 1440 }));

const turns = fc.array(
  fc.record({
    changes: fc.array(change, { maxLength: 3 }),
    later,
    cron: fc.boolean(),
    inFlight: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

export interface Life {
  bilingual: boolean;
  turns: Turn[];
}

export const lives: fc.Arbitrary<Life> = fc.record({ bilingual: fc.boolean(), turns });

export function firstSite({ bilingual = false } = {}): Site {
  const posts = Array.from(
    { length: POSTS },
    (_, i): Post => ({
      exists: i < 4,
      title: 0,
      body: 0,
      date: -1 - i,
      tags: i % 4,
      draft: false,
      // One is to come, one will go, with others on both sides.
      publish: i === 2 ? 24 : null,
      expiry: i === 1 ? 48 : null,
      place: i === 3 ? 1 : 0,
      slug: 0,
      url: 0,
      alias: i === 1 ? 1 : 0,
      weight: 0,
      build: 0,
      shows: i,
      picture: 1,
    }),
  );
  const extra = Object.fromEntries(EXTRAS.map((name) => [name, 0]));
  return {
    posts,
    extra: { ...extra, archives: 1, picture: 1, shortcode: 1, newest: 1, data: 1 },
    config: { ...Object.fromEntries(SETTINGS.map((name) => [name, 0])), languages: Number(bilingual) },
  };
}

/** `history` is what the site was, oldest first. */
export function applyChanges(site: Site, changes: Change[], history: Site[]): Site {
  return changes.reduce((current, one) => applyChange(current, one, history), site);
}

function applyChange(site: Site, change: Change, history: Site[]): Site {
  switch (change.type) {
    case "post":
      return {
        ...site,
        posts: site.posts.map((post, i) => (i === change.post ? { ...post, ...change.set } : post)),
      };
    case "extra":
      return { ...site, extra: { ...site.extra, [change.name]: change.value } };
    case "config":
      return { ...site, config: { ...site.config, [change.name]: change.value } };
    case "revert":
      return history.at(-1 - change.steps) ?? site;
  }
}

/** What differs between two trees, as the API takes it; `null`: nothing. */
export function changeSet(before: Map<string, string>, after: Map<string, string>): object | null {
  const put = [...after].filter(([path, text]) => before.get(path) !== text);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  if (put.length + gone.length === 0) return null;
  return { put: put.map(([path, content]) => ({ path, content })), delete: gone };
}

export function filesOf(site: Site): Map<string, string> {
  const files = new Map<string, string>([["hugo.yaml", configText(site.config)]]);
  for (const [i, post] of site.posts.entries()) {
    if (!post.exists) continue;
    const place = [`posts/p${i}.md`, `posts/p${i}/index.md`, `notes/p${i}.md`, `posts/deep/p${i}.md`][
      post.place
    ];
    files.set(`content/${place}`, postText(post, i));
    if (post.place === 1 && post.picture > 0) files.set(`content/posts/p${i}/pic.svg`, picture(post.picture));
  }
  const { extra } = site;
  const index = (value: number, more = "") => `---\ntitle: "Index ${value}"\n${more}---\nText ${value}.\n`;
  const at = (name: string, path: string, text: (value: number) => string) => {
    const value = extra[name] ?? 0;
    if (value > 0) files.set(path, text(value));
  };
  at("home", "content/_index.md", (v) =>
    index(v, (extra["home-cascade"] ?? 0) > 0 ? `cascade:\n  tags: [all ${extra["home-cascade"]}]\n` : ""),
  );
  at("posts", "content/posts/_index.md", (v) => index(1, v === 2 ? "build:\n  list: never\n" : ""));
  at("nested", "content/posts/deep/_index.md", (v) =>
    index(
      v,
      `${v === 2 ? "cascade:\n  description: cascaded\n" : ""}${(extra["nested-draft"] ?? 0) > 0 ? "draft: true\n" : ""}`,
    ),
  );
  at("tags", "content/tags/_index.md", index);
  at("tag-x", "content/tags/x/_index.md", index);
  at("archives", "content/archives.md", (v) => index(v, "layout: archives\n"));
  at("translation", "content/posts/p0.vi.md", index);
  at("picture", "static/sea.svg", picture);
  at("asset", "assets/lake.svg", picture);
  at("logo", "assets/logo.svg", picture);
  at("favicon", "static/favicon.svg", picture);
  at("words", "i18n/en.yaml", (v) => `prev_page: Back ${v}\nhome: Start ${v}\n`);
  at("data", "data/sea.yaml", (v) => `depth: ${v} fathoms\n`);
  at(
    "shortcode",
    "layouts/shortcodes/sea.html",
    (v) =>
      `<i>Sea ${v}: {{ site.Data.sea.depth }} {{ if fileExists "layouts/partials/depth.html" }}{{ partial "depth.html" site.Data.sea }}{{ end }}</i>`,
  );
  at(
    "newest",
    "layouts/shortcodes/newest.html",
    (v) =>
      `{{ range first ${v + 1} site.RegularPages }}[{{ .Title }}]{{ end }} {{ with site.GetPage "posts" }}{{ range .RegularPages }}({{ .RelPermalink }}){{ end }}{{ end }} {{ range $term, $pages := site.Taxonomies.tags }}{{ $term }} {{ $pages.Page.Title }} {{ len $pages }}; {{ end }}{{ range .Page.GetTerms "tags" }}{{ .RelPermalink }} {{ end }}{{ range site.MainSections }}{{ . }} {{ end }}{{ range site.Sections }}{{ .Title }} {{ end }}`,
  );
  at(
    "hook",
    "layouts/_default/_markup/render-link.html",
    (v) => `<a class="h${v}" href="{{ .Destination }}">{{ .Text }}</a>`,
  );
  at("beside", "content/posts/p2/beside.svg", picture);
  at("loose", "content/posts/Deep/loose.svg", picture);
  at("bundled", "content/posts/p3/more.md", index);
  at("headless", "content/posts/box/index.md", (v) => index(v, v === 2 ? "headless: true\n" : ""));
  at("partial", "layouts/partials/depth.html", (v) => `{{ .depth }} or ${v}`);
  at("notes", "content/notes/_index.md", (v) => index(v, v === 2 ? "draft: true\n" : ""));
  at("search", "content/search.md", (v) => index(v, "layout: search\n"));
  at("words-of-all", "i18n/vi.yaml", (v) => `home: Nhà ${v}\n`);
  at("bundle-vi", "content/posts/p3/index.vi.md", (v) => `${index(v)}![Pic](pic.svg)\n`);
  at("in-menu", "content/posts/q.md", (v) =>
    index(v, v === 2 ? "menus: main\nweight: 3\n" : "menus: [footer]\n"),
  );
  at("typed", "content/notes/typed.md", (v) =>
    index(v, `type: ${v === 2 ? "posts" : "other"}\nurl: /typed/\n`),
  );
  at("styles", "assets/css/extended/own.css", (v) => `a { margin: ${v}px }\n`);
  at("shadow", v2(extra.shadow) ? "static/posts/p0/index.html" : "static/old/p1", (v) => `<p>${v}</p>`);
  return files;
}

const v2 = (value: number | undefined): boolean => value === 2;

const picture = (size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}0" height="20"/>`;

const instant = (hours: number): string => new Date((BEGINNING + hours * 3600) * 1000).toISOString();

const TAGS = ["x", "y", "Tự do"];

function postText(post: Post, i: number): string {
  const tags = TAGS.filter((_, bit) => post.tags & (1 << bit));
  const lines = [
    `title: "Post ${i}.${post.title}"`,
    `date: ${instant(post.date * 24)}`,
    `tags: ${JSON.stringify(tags)}`,
    ...(post.draft ? ["draft: true"] : []),
    ...(post.publish === null ? [] : [`publishDate: ${instant(post.publish)}`]),
    ...(post.expiry === null ? [] : [`expiryDate: ${instant(post.expiry)}`]),
    ...(post.slug > 0 ? [`slug: s${post.slug}-${i}`] : []),
    // Two posts may well want the same address.
    ...(post.url > 0 ? [`url: /posts/u${post.url}/`] : []),
    ...(post.alias > 0 ? [`aliases: [/old/p${post.alias}/]`] : []),
    ...(post.weight > 0 ? [`weight: ${post.weight}`] : []),
    ...[
      "",
      "build:\n  list: never",
      "build:\n  render: never",
      "build:\n  render: link",
      "hiddenInHomeList: true",
      'hiddenInHomeList: "true"',
    ]
      .slice(post.build, post.build + 1)
      .filter((line) => line !== ""),
    ...(post.shows === 5 ? ["cover:\n  image: /sea.svg"] : []),
    ...(post.shows === 7 ? ["cover:\n  image: lake.svg"] : []),
  ];
  const shown = [
    "{{< newest >}}",
    "![Sea](/sea.svg)",
    '[other]({{< ref "p0" >}})',
    "![Pic](pic.svg)",
    '{{< ref "p1.md" >}}',
    "",
    "{{< sea >}}",
    "![Lake](lake.svg)",
  ];
  return `---\n${lines.join("\n")}\n---\nSummary ${post.body % 3}.\n\n<!--more-->\n\nBody “${post.body}”... ${shown[post.shows] ?? ""}\n\n<b>raw</b>\n`;
}

function configText(config: Site["config"]): string {
  const value = (name: string) => config[name] ?? 0;
  return [
    `baseURL: https://blog.example${["/", "/blog/", "/"][value("base")]}`,
    `title: Site ${value("title")}`,
    "timeZone: Asia/Ho_Chi_Minh",
    `pagination:\n  pagerSize: ${[2, 3, 10][value("pager")]}`,
    "outputs:\n  home: [HTML, RSS, JSON]",
    `params:\n  label: { icon: logo.svg }\n  description: About ${value("param")}\n  ShowFullTextinRSS: ${value("feed") === 1}\n  ShowPostNavLinks: true\n  ShowBreadCrumbs: true`,
    ...(value("sitemap") > 0 ? [`  sitemapSize: ${[0, 2, 5][value("sitemap")]}`] : []),
    ...(value("feed") === 2 ? ["services:\n  rss:\n    limit: 2"] : []),
    ...(value("menu") + value("page-ref") > 0 ? ["menus:\n  main:"] : []),
    ...(value("menu") > 0 ? [`    - name: Entry ${value("menu")}\n      url: /posts/`] : []),
    ...(value("page-ref") > 0 ? [`    - pageRef: ${["", "/notes", "/posts/p1"][value("page-ref")]}`] : []),
    ...(value("markup") + value("unsafe") > 0
      ? [
          "markup:\n  goldmark:",
          ...(value("unsafe") > 0 ? ["    renderer:\n      unsafe: true"] : []),
          ...(value("markup") > 0 ? ["    extensions:\n      typographer:\n        disable: true"] : []),
        ]
      : []),
    ...(value("languages") === 1
      ? ["languages:\n  en:\n    weight: 1\n  vi:\n    weight: 2\n    title: Trang"]
      : []),
    ...(value("sections") > 0 ? [`mainSections: [${["", "notes", "posts, notes"][value("sections")]}]`] : []),
    ...(value("taxonomies") > 0
      ? [`taxonomies:\n  tag: tags${value("taxonomies") === 2 ? "\n  author: authors" : ""}`]
      : []),
    ...(value("kinds") > 0 ? [`disableKinds: [${["", "taxonomy", "section, RSS"][value("kinds")]}]`] : []),
    ...(value("ugly") === 1 ? ["uglyURLs: true"] : []),
    ...(value("summary") > 0 ? [`summaryLength: ${value("summary")}`] : []),
    ...(value("cascade") + value("cascade-to") > 0 ? ["cascade:"] : []),
    ...(value("cascade") > 0 ? [`  - params:\n      author: Author ${value("cascade")}`] : []),
    ...(value("cascade-to") === 1
      ? ['  - _target: { path: "/posts/p1**" }\n    build: { list: never }\n    tags: [told]']
      : []),
    ...(value("cascade-to") === 2
      ? [
          "  - _target: { kind: section }\n    description: A section",
          "  - _target: { kind: term }\n    title: A term",
        ]
      : []),
    ...(value("subdir") === 1 ? ["defaultContentLanguageInSubdir: true"] : []),
    ...(value("permalink") > 0 ? ["permalinks:\n  posts: /:year/:slug/"] : []),
    "",
  ].join("\n");
}
