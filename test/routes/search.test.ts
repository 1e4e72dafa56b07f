// Searching as a reader does: what is found, in which order, and how it is answered. The posts are
// made so that each has a stranger beside it that looks like it.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { openBlog } from "../harness.ts";

const blog = await openBlog();

let day = 0;

/** Each is older than the one before. */
const post = (title: string, body: string, more = ""): string => {
  const date = new Date(Date.UTC(2026, 0, 1) - 86_400_000 * day++).toISOString().slice(0, 10);
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n${more}---\n\n${body}\n`;
};

const POSTS: { [name: string]: string } = {
  "tieng-viet": post("Ngữ pháp", "Học tiếng Việt mỗi ngày một câu."),
  "viet-tieng": post("Lớp học", "Cách viết bằng tiếng Anh cho người mới."),
  "pho-duong": post("Món ngon", "Bát phở, thêm chút đường vào nước dùng."),
  "mat-troi": post("Ánh sáng", "Thái dương và dương liễu."),
  "duong-pho": post("Dạo chơi", "Đường phố buổi sáng còn vắng."),
  "dien-thoai": post("Máy mới", "Chiếc điện thoại cũ vẫn dùng tốt."),
  "thoai-dien": post("Nói chuyện", "Cuộc đối thoại bên bàn điện."),
  "ha-noi": post("Thành phố", "Mùa thu Hà Nội rất đẹp."),
  "noi-ha": post("Sở thú", "Người ta nói con hà mã ăn cỏ."),
  dong: post("Con sông", "Cánh đồng và dòng nước."),
  dongle: post("Thiết bị", "Một cái dongle nhỏ."),
  "huong-dan": post("Bắt đầu", "Hướng dẫn cài máy."),
  "dan-huong": post("Chuyện kể", "Người dân theo hướng mặt trời mọc."),
  "tu-bo": post("Từ bỏ deep learning", "Tôi rẽ sang lối khác."),
  "bo-tu": post("Ghi chú", "Bỏ ra một giờ, bắt đầu từ trang đầu."),

  kikai: post("機械学習入門", "統計の本を読んだ。"),
  kata: post("パーティー", "ケーキを食べた。ばらの花。"),
  beijing: post("北京的秋天", "我在京东买书。"),
  tokyo: post("城市", "东京和南京。"),
  hangul: post("봄", "한국어를 배우고 있습니다."),
  thai: post("บันทึก", "ภาษาไทยเป็นภาษาที่สวยงาม"),
  strasse: post("Spaziergang", "Die Straße war schön, Müller auch."),
  turkce: post("Işık", "İstanbul'da ılık bir akşam, ISPARTA yolunda."),
  hindi: post("हिन्दी", "की किताब"),

  deploying: post("Ship it", "Deploying takes a second.\n\n```cpp\nstd::vector<int> zebra_count;\n```"),
  cpp: post("Languages", "C++ is older than C#, and `snake_case` is a style."),
  quoted: post("Quotes", "The quick brown fox."),
  unquoted: post("Words", "Brown is quick to a fox."),
  ecole: post("École", "L'école est finie."),
};

before(async () => {
  const files = Object.entries(POSTS).map(([name, text]) => [`content/posts/${name}.md`, text]);
  const ranked = {
    "content/posts/rank-body.md": post("Newest", "Here is a walrus, by name."),
    "content/posts/rank-tag.md": post("Tagged", "Nothing here.", 'tags: ["walrus"]\n'),
    "content/posts/rank-title.md": post("The walrus", "Nothing here either."),
    "content/posts/rank-body-older.md": post("Older", "Also a walrus."),
    "content/posts/mark-folded.md": post("Ảnh", "Sân chơi."),
    "content/posts/mark-exact.md": post("Ảnh", "Sẵn sàng."),
  };
  const hidden = {
    "content/posts/draft.md": post("Xylophone draft", "xylophone", "draft: true\n"),
    "content/posts/due.md": post("Xylophone due", "xylophone", "publishDate: 2026-06-01\n"),
    "content/posts/over.md": post("Xylophone over", "xylophone", "expiryDate: 2026-06-01\n"),
    "content/posts/secret.md": post("Xylophone secret", "xylophone", "searchHidden: true\n"),
    "content/posts/unlisted.md": post("Xylophone unlisted", "xylophone", "build: { list: never }\n"),
    "content/archives.md": post("Xylophone archive", "xylophone", "layout: archives\n"),
  };
  await blog.clock("2026-03-01T00:00:00Z");
  await blog.publish({
    "hugo.yaml":
      "title: Blog & Co\nlanguageCode: vi\noutputs: { home: [HTML, RSS, JSON] }\npagination: { pagerSize: 3 }\n",
    ...Object.fromEntries(files),
    ...ranked,
    ...hidden,
    ...Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`content/posts/many-${n}.md`, post(`Many ${n}`, "Ostrich.")]),
    ),
  });
});

interface Results {
  query: string;
  page: number;
  next: string | null;
  results: {
    title: string;
    url: string;
    date: string | null;
    tags: string[];
    excerpt: { text: string; hit: boolean }[];
  }[];
}

async function search(query: string, number = 1): Promise<Results> {
  const params = new URLSearchParams({ q: query, ...(number > 1 ? { page: String(number) } : {}) });
  const answer = await blog.request(`/search.json?${params}`);
  assert.equal(answer.status, 200, query);
  return answer.json<Results>();
}

async function found(query: string, number = 1): Promise<string> {
  const { results } = await search(query, number);
  return results.map(({ url }) => new URL(url).pathname.split("/").at(-2)).join(" ");
}

/** Newest first among equals: what stands first in POSTS. */
const CASES: { [of: string]: { [query: string]: string } } = {
  "Vietnamese with marks and without": {
    "tieng viet": "tieng-viet",
    "tiếng việt": "tieng-viet",
    duong: "pho-duong mat-troi duong-pho",
    đường: "pho-duong duong-pho mat-troi",
    "duong pho": "duong-pho",
    "đường phố": "duong-pho",
    "dien thoai": "dien-thoai",
    "ha noi": "ha-noi",
    "hà nội": "ha-noi",
    "ha\u0300 no\u0302\u0323i": "ha-noi",
    dong: "dong",
    "huong dan": "huong-dan",
    "TỪ BỎ": "tu-bo",
    "tu bo deep": "tu-bo",
  },
  "Japanese, Chinese, Korean and Thai": {
    機械学習: "kikai",
    学習: "kikai",
    門: "kikai",
    習機: "",
    ﾊﾟｰﾃｨｰ: "kata",
    ばら: "kata",
    はら: "",
    京: "beijing tokyo",
    北京: "beijing",
    京北: "",
    한국: "hangul",
    국어: "hangul",
    ภาษาไทย: "thai",
    สวยงาม: "thai",
  },
  "German, Turkish, French, Hindi": {
    strasse: "strasse",
    STRASSE: "strasse",
    Straße: "strasse",
    muller: "strasse",
    isik: "turkce",
    IŞIK: "turkce",
    istanbul: "turkce",
    ısparta: "turkce",
    ecole: "ecole",
    "l'ecole": "ecole",
    की: "hindi",
    का: "",
  },
  "beginnings of words, phrases, code": {
    deplo: "deploying",
    zebra_count: "deploying",
    "c++": "cpp",
    "c#": "cpp",
    snake_case: "cpp",
    '"quick brown"': "quoted",
    "“quick brown”": "quoted",
    "quick brown fox": "quoted unquoted",
    '"brown quick"': "",
  },
  "what is asked for word by word, when it stands nowhere as it was meant": {
    "hoc cau": "tieng-viet",
    飛機械: "",
    "習入 統計": "kikai",
  },
};

for (const [of, cases] of Object.entries(CASES)) {
  test(`search finds ${of}`, async () => {
    for (const [query, names] of Object.entries(cases)) assert.equal(await found(query), names, query);
  });
}

describe("the order of what is found", () => {
  test("is title, tags, text; and in each the newest first", async () => {
    assert.equal(await found("walrus"), "rank-title rank-tag rank-body rank-body-older");
  });

  test("has marks as they were written before the same letters with others", async () => {
    assert.equal(await found("sẵn"), "mark-exact mark-folded");
    assert.equal(await found("san"), "mark-folded mark-exact");
  });

  test("goes on over pages of eight, and ends", async () => {
    const first = await search("ostrich");
    assert.equal(first.results.length, 8);
    assert.equal(first.next, "https://blog.example/search.json?q=ostrich&page=2");
    const last = await search("ostrich", 4);
    assert.deepEqual([last.results.map(({ title }) => title), last.next], [["Many 24"], null]);
    assert.equal((await search("ostrich", 9999)).page, 10);
  });
});

test("what may not be seen is not found, whatever the time", async () => {
  assert.equal(await found("xylophone"), "over");
  await blog.clock("2026-06-01T00:00:00Z");
  assert.equal(await found("xylophone"), "due");
  await blog.clock("2026-03-01T00:00:00Z");
});

test("any text at all is a query", async () => {
  const hostile = [
    '"',
    '""" NEAR(a b, 2) AND NOT title:x OR *',
    "a* ^b -c {title}: x",
    "'; drop table search; --",
    "<script>alert(1)</script>",
    "%00\u0000\u202e\ud800",
    "a ".repeat(5000),
    "漢".repeat(500),
    "\u0301".repeat(3000),
    `"${"tiếng ".repeat(300)}"`,
    "😀 👩‍👩‍👧 ﷽ ️",
    "ภ".repeat(90),
  ];
  for (const query of hostile) {
    for (const address of ["/search/", "/search.json"]) {
      const answer = await blog.request(`${address}?${new URLSearchParams({ q: query })}`);
      // What was not the one spelling of it has come by way of that.
      assert.equal(answer.status, 200, query.slice(0, 40));
    }
  }
});

describe("the page of the search", () => {
  test("marks what was found and escapes everything", async () => {
    await blog.publish({
      "content/posts/attack.md": post(
        "<b>Okapi</b> & co",
        "About `<img onerror=okapi>` and okapi.",
        "tags: ['<okapi>']\n",
      ),
    });
    const body = await (await blog.request("/search/?q=%3Cokapi%3E")).text();
    assert.match(body, /value="&lt;okapi&gt;"/);
    assert.match(body, /href="\/posts\/attack\/">&lt;b&gt;<mark>Okapi<\/mark>&lt;\/b&gt; &amp; co</);
    assert.match(body, /&lt;img onerror=<mark>okapi<\/mark>&gt; and <mark>okapi<\/mark>/);
    assert.match(body, />&lt;<mark>Okapi<\/mark>&gt;<\/a>/);
    assert.doesNotMatch(body, /<img|<b>|<okapi/i);
    assert.match(body, /<meta name="robots" content="noindex\b/);
  });

  test("is one for what is not written alike, and keeps what does not count from the database", async () => {
    const answer = await blog.request(
      "/search/?utm_source=x&page=1&q=%20%20Ha%CC%80%20%20%20no%CC%A3%CC%82i%20",
    );
    assert.equal(answer.headers.get("cloudflare-cdn-cache-control"), "no-store");
    assert.match(await answer.text(), /<mark>Hà Nội<\/mark>/);
    const canonical = await blog.request("/search/?q=H%C3%A0+n%E1%BB%99i");
    assert.match(canonical.headers.get("cloudflare-cdn-cache-control") ?? "", /^max-age=300,/);
    assert.match(canonical.headers.get("cache-tag") ?? "", /(^|,)q(,|$)/);
    const elsewhere = await blog.request("/posts/dong/?q=x");
    assert.equal(elsewhere.status, 200);
    assert.equal(elsewhere.headers.get("cloudflare-cdn-cache-control"), "no-store");
    assert.equal((await blog.request("/search?q=x")).headers.get("location"), "/search/?q=x");
  });

  test("answers 304 to who has it, and something new after a write", async () => {
    const path = "/search/?q=tapir";
    const etag = (await blog.request(path)).headers.get("etag") ?? "";
    const again = () => blog.request(path, { headers: { "if-none-match": etag } });
    assert.equal((await again()).status, 304);
    await blog.publish({ "content/posts/tapir.md": post("Tapir", "A tapir.") });
    const answer = await again();
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /posts\/tapir/);
    await blog.publish({ "content/posts/tapir.md": null });
    assert.equal(await found("tapir"), "");
  });

  test("is the author's own where there is one, and comes back when that goes", async () => {
    const author = {
      "content/search.md": '---\ntitle: "Lục lọi"\nlayout: search\nplaceholder: "Gõ vào đây"\n---\n',
    };
    await blog.publish({ ...author, "content/tim.md": "---\ntitle: Elsewhere\nlayout: search\n---\n" });
    const body = await (await blog.request("/search/")).text();
    assert.match(body, /<h1>Lục lọi<\/h1>/);
    assert.match(body, /placeholder="Gõ vào đây"/);
    const other = await (await blog.request("/tim/?q=phố")).text();
    assert.match(other, /<form id="searchbox"[^>]* action="\/tim\/"/);
    assert.match(other, /<mark>phố<\/mark>/);
    await blog.publish({ "content/search.md": null, "content/tim.md": null });
    assert.match(await (await blog.request("/search/")).text(), /<h1>Tìm kiếm<\/h1>/);
  });
});

test("GET /opensearch.xml tells a browser where to search", async () => {
  const answer = await blog.request("/opensearch.xml");
  assert.match(answer.headers.get("content-type") ?? "", /^application\/opensearchdescription\+xml/);
  const body = await answer.text();
  assert.match(body, /<ShortName>Blog &amp; Co<\/ShortName>/);
  assert.match(
    body,
    /template="https:\/\/blog\.example\/search\/\?q=\{searchTerms\}&amp;page=\{startPage\?\}"/,
  );
  assert.match(await (await blog.request("/")).text(), /<link rel="search"[^>]* href="\/opensearch\.xml"/);
});

test("GET /index.json is what PaperMod writes: every post that may be found", async () => {
  const answer = await blog.request("/index.json");
  const text = await answer.text();
  const entries: { [key: string]: string }[] = JSON.parse(text);
  const quoted = entries.find(({ title }) => title === "Quotes");
  assert.deepEqual(quoted, {
    content: "The quick brown fox.\n",
    permalink: "https://blog.example/posts/quoted/",
    summary: "<p>The quick brown fox.</p>",
    title: "Quotes",
  });
  assert.match(text, /"summary":"\\u003cp\\u003eThe quick/);
  const titles = entries.map(({ title }) => title);
  assert.ok(titles.includes("Many 24") && titles.includes("Xylophone over"));
  assert.deepEqual(
    titles.filter((title) => /secret|archive|draft|due|unlisted/.test(title ?? "")),
    [],
  );
  const etag = answer.headers.get("etag") ?? "";
  assert.equal((await blog.request("/index.json", { headers: { "if-none-match": etag } })).status, 304);
});

test("the index is thrown away and made again, by who asks or by the cron, and finds the same", async () => {
  const index = (method: string) => blog.asAuthor("/api/v1/search-index", { method });
  const before = await found("walrus");
  assert.equal((await index("DELETE")).status, 204);
  assert.equal(await found("walrus"), "");
  assert.equal((await (await blog.request("/index.json")).json<unknown[]>()).length, 0);
  await blog.clock("2026-03-01T00:00:00Z", { runCron: true });
  const step = (await (await blog.request("/index.json")).json<unknown[]>()).length;
  assert.ok(step > 0 && step <= 10, `${step} in a minute`);
  const answers = [];
  do answers.push((await index("POST")).status);
  while (answers.at(-1) === 202);
  assert.ok(answers.length > 2 && answers.at(-1) === 200, answers.join(" "));
  assert.equal(await found("walrus"), before);
});
