// Two posts as the renderer leaves them, with everything that the stylesheet must know: figures, code
// with Chroma's classes, tables, footnotes, tasks, long words, a picture that is not there.

import type { TrustedHtml } from "../../src/site/page.ts";

const token = (name: string, text: string): string => `<span class="${name}">${text}</span>`;

const line = (...tokens: string[]): string =>
  `<span class="line"><span class="cl">${tokens.join("")}\n</span></span>`;

const k = (text: string) => token("k", text);
const nf = (text: string) => token("nf", text);
const n = (text: string) => token("n", text);
const s = (text: string) => token("s2", text);
const c = (text: string) => token("c1", text);
const mi = (text: string) => token("mi", text);
const o = (text: string) => token("o", text);
const p = (text: string) => token("p", text);
const kt = (text: string) => token("kt", text);

const python = `<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-python" data-lang="python">${[
  line(k("from"), " ", n("dataclasses"), " ", k("import"), " ", n("dataclass")),
  line(""),
  line(token("nd", "@dataclass")),
  line(k("class"), " ", token("nc", "GhiChú"), p(":")),
  line("    ", n("trang"), p(":"), " ", token("nb", "int"), " ", o("="), " ", mi("42")),
  line("    ", n("lời"), p(":"), " ", token("nb", "str"), " ", o("="), " ", s("&#34;đọc chậm lại&#34;")),
  line(""),
  line(
    "    ",
    k("def"),
    " ",
    nf("in_ra"),
    p("("),
    n("self"),
    p(")"),
    " ",
    o("-&gt;"),
    " ",
    token("kc", "None"),
    p(":"),
    "  ",
    c("# không có gì đặc biệt, nhưng dòng này đủ dài để phải cuộn ngang trên điện thoại"),
  ),
  line(
    "        ",
    token("nb", "print"),
    p("("),
    token("sa", "f"),
    s("&#34;trang "),
    token("si", "{"),
    n("self"),
    o("."),
    n("trang"),
    token("si", "}"),
    s("&#34;"),
    p(")"),
  ),
].join("")}</code></pre></div>`;

const typescript = `<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-ts" data-lang="ts">${[
  line(token("c1", "// A level whose end tag is missing is not looked for again.")),
  line(
    token("kr", "const"),
    " ",
    token("nx", "unclosed"),
    " ",
    o("="),
    " ",
    k("new"),
    " ",
    token("nx", "Set"),
    p("&lt;"),
    kt("string"),
    p("&gt;();"),
  ),
  line(
    k("for"),
    " ",
    p("("),
    token("kd", "let"),
    " ",
    token("nx", "i"),
    " ",
    o("="),
    " ",
    mi("0"),
    p(";"),
    " ",
    token("nx", "i"),
    " ",
    o("&lt;"),
    " ",
    token("nx", "text"),
    p("."),
    token("nx", "length"),
    p(";"),
    " ",
    token("nx", "i"),
    o("++"),
    p(") {"),
  ),
  line(
    "  ",
    k("if"),
    " ",
    p("("),
    token("nx", "unclosed"),
    p("."),
    nf("has"),
    p("("),
    token("s1", "&#39;h2&#39;"),
    p("))"),
    " ",
    k("continue"),
    p(";"),
  ),
  line(p("}")),
].join("")}</code></pre></div>`;

export const vietnamesePost =
  `<p>Mùa thu năm ngoái tôi đọc lại một cuốn sách cũ, và lần đầu tiên sau nhiều năm tôi đọc với cây bút chì trong tay. Chẳng phải để gạch chân cho đẹp, mà để <em>cãi lại</em>. Bên lề trang giấy có đủ chỗ cho một câu hỏi ngắn, một dấu chấm than, hay một chữ “không” viết vội.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> Tôi nhận ra mình hiểu chậm hơn mình tưởng, và điều đó hoá ra lại dễ chịu.</p>
<blockquote>
<p>Người đọc nhanh thấy được con đường. Người đọc chậm nhớ được hàng cây.</p>
</blockquote>
<h2 id="bút-chì-và-lề-sách">Bút chì và lề sách</h2>
<p>Thói quen này có ba quy tắc, viết ra thì hơi buồn cười:</p>
<ol>
<li>Không tô màu. Tô màu là <del>đọc</del> trang trí.</li>
<li>Mỗi chương chỉ được <strong>một</strong> câu tóm tắt, viết bằng lời của mình.</li>
<li>Nếu không cãi được câu nào thì đọc lại từ đầu:
<ul>
<li>lần đầu để biết tác giả nói gì,</li>
<li>lần sau để biết tác giả <em>không</em> nói gì.</li>
</ul>
</li>
</ol>
<figure class="align-center"><img loading="lazy" src="/img/margin.svg#center" alt="Trang sách với ghi chú bút chì bên lề" width="420" height="300"/>
<figcaption><p>Một trang trong cuốn sổ, với những nét bút không định cho ai xem</p></figcaption></figure>
<p>Dưới đây là tấm ảnh tôi đã làm mất; chú thích thì vẫn còn, như mọi kỷ niệm.</p>
<figure class="align-center"><span class="missing-image" role="img" aria-label="Ảnh không còn: bàn viết cạnh cửa sổ"></span>
<figcaption><p>Bàn viết cạnh cửa sổ, mùa đông</p></figcaption></figure>
<p><span class="missing-image" role="img" aria-label="Ảnh không còn: cây bút chì cụt"></span></p>
<h2 id="từ-trang-giấy-đến-màn-hình">Từ trang giấy đến màn hình</h2>
<p>Viết mã cũng vậy. Một hàm dài giống như một đoạn văn không có dấu chấm: mắt vẫn chạy nhưng đầu thì dừng từ lâu. Tôi bắt đầu ghi chú vào <code>README.md</code> như ghi vào lề sách, bấm <kbd>Ctrl</kbd> + <kbd>S</kbd>, rồi đi pha trà.</p>
${python}
<h3 id="đo-thử-một-tuần">Đo thử một tuần</h3>
<p>Tôi ghi lại số trang và số ghi chú mỗi ngày. Không nhiều, nhưng đều:</p>
<table tabindex="0">
<thead>
<tr><th>Ngày</th><th style="text-align: right">Số trang</th><th style="text-align: right">Ghi chú</th><th>Nơi đọc</th></tr>
</thead>
<tbody>
<tr><td>Thứ Hai</td><td style="text-align: right">12</td><td style="text-align: right">5</td><td>Quán cà phê trên phố Nguyễn Hữu Huân</td></tr>
<tr><td>Thứ Ba</td><td style="text-align: right">31</td><td style="text-align: right">2</td><td>Xe buýt số 32</td></tr>
<tr><td>Thứ Tư</td><td style="text-align: right">8</td><td style="text-align: right">11</td><td>Ở nhà, trời mưa, không có điện đến tận khuya</td></tr>
</tbody>
</table>
<details>
  <summary>Những cuốn đã đọc trong tuần</summary>
  <p>Hai tập truyện ngắn, một cuốn về lịch sử giấy dó, và nửa cuốn sách dạy nấu ăn.</p>
</details>
<p>Việc cho tuần sau:</p>
<ul>
<li><input checked="" disabled="" type="checkbox" aria-label="Gọt lại bút chì"> Gọt lại bút chì</li>
<li><input disabled="" type="checkbox" aria-label="Đọc hết chương bảy, xem "> Đọc hết chương bảy, xem <a href="https://example.com/mot-dia-chi-rat-dai/khong-co-khoang-trang/de-thu-xem-co-tran-ra-ngoai-man-hinh-dien-thoai-hay-khong.html">https://example.com/mot-dia-chi-rat-dai/khong-co-khoang-trang/de-thu-xem-co-tran-ra-ngoai-man-hinh-dien-thoai-hay-khong.html</a></li>
<li><input disabled="" type="checkbox" aria-label="Trả sách cho "> Trả sách cho <mark>thư viện</mark></li>
</ul>
<hr>
<p>Rốt cuộc thì đọc chậm không phải là một phương pháp. Nó giống như đi bộ về nhà bằng con đường dài hơn, vì con đường ấy có hàng cây.</p>
<div class="footnotes" role="doc-endnotes">
<hr>
<ol>
<li id="fn:1">
<p>Chữ “không” ở trang 42 đến giờ tôi vẫn thấy đúng.&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p>
</li>
</ol>
</div>
` as TrustedHtml;

export const englishPost =
  `<p>A parser is a promise about time. It reads what strangers wrote, and it must come back soon whatever they wrote. Regular expressions make that promise easy to break: a pattern that is quick on a thousand honest files can take a minute on one dishonest line, and nobody notices until a reader does. What follows are three habits that I keep, and the small piece of code in which I first needed all of them at once.</p>
<h2 id="look-at-each-character-once">Look at each character once</h2>
<p>The cheapest way to be linear is to have <em>no way back</em>. Keep an index; let it only grow; when something is not there, remember that it is not there, so that you do not look for it again.</p>
${typescript}
<h2 id="give-up-early-and-say-where">Give up early, and say where</h2>
<p>“Unexpected token” helps nobody. A message owes its reader the file, the line, and what to do about it:</p>
<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-text" data-lang="text"><span class="line"><span class="cl">content/posts/hello.md:3: “tags” wants a list: write tags: [a, b], or one “- a” a line.
</span></span></code></pre></div>
<dl>
<dt>Absent</dt>
<dd>is an answer, not an error.</dd>
<dt>Refused</dt>
<dd>is a value that the caller must look at.</dd>
</dl>
<h3 id="a-table-that-is-too-wide">A table that is too wide</h3>
<table tabindex="0">
<thead><tr><th>construct</th><th>regular expression</th><th>worst case</th><th>hand-written</th><th>worst case</th><th>remark</th></tr></thead>
<tbody>
<tr><td>heading</td><td><code>&lt;h2.*?&gt;.*?&lt;/h2&gt;</code></td><td>quadratic</td><td>index and search</td><td>linear</td><td>remembers-what-is-missing</td></tr>
<tr><td>emphasis</td><td><code>(\\*+)(.+?)\\1</code></td><td>exponential</td><td>delimiter stack</td><td>linear</td><td>as the specification has it</td></tr>
</tbody>
</table>
<div class="highlight"><div class="chroma">
<table class="lntable"><tr><td class="lntd">
<pre tabindex="0" class="chroma"><code><span class="lnt">1
</span><span class="hl"><span class="lnt">2
</span></span><span class="lnt">3
</span></code></pre></td>
<td class="lntd">
<pre tabindex="0" class="chroma"><code class="language-go" data-lang="go"><span class="line"><span class="cl"><span class="kd">func</span> <span class="nf">main</span><span class="p">()</span> <span class="p">{</span>
</span></span><span class="line hl"><span class="cl">	<span class="nb">println</span><span class="p">(</span><span class="s">&#34;a highlighted line, with its number in a column of its own&#34;</span><span class="p">)</span>
</span></span><span class="line"><span class="cl"><span class="p">}</span>
</span></span></code></pre></td></tr></table>
</div>
</div>
<div class="highlight"><pre tabindex="0" style="color:#f8f8f2;background-color:#272822;-moz-tab-size:4;-o-tab-size:4;tab-size:4;"><code class="language-sh" data-lang="sh"><span style="display:flex;"><span><span style="color:#66d9ef">echo</span> <span style="color:#e6db74">&#34;colours of the author&#39;s own choice&#34;</span>
</span></span></code></pre></div>
<h2 id="measure-with-the-worst-file-you-have">Measure with the worst file you have</h2>
<p>A word on words: <code>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</code> must not push the page sideways, and neither must Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft outside of code.</p>
<p><img alt="A ragged line that grows" loading="lazy" src="/img/margin.svg" title="Time against size"></p>
` as TrustedHtml;
