// HTML in an attribute: its text without tags and comments, references left as they are (Go's
// html/template stripTags).

export function stripTags(html: string): string {
  if (!html.includes("<")) return html;
  let out = "";
  let text = 0;
  const tag = /<(?:!--|\/?[A-Za-z])/g;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    out += html.slice(text, found.index);
    text = endOf(html, found.index, found[0]);
    tag.lastIndex = text;
  }
  return out + html.slice(text);
}

function endOf(html: string, start: number, mark: string): number {
  if (mark === "<!--") {
    const end = html.indexOf("-->", start + 4);
    return end < 0 ? html.length : end + 3;
  }
  const tag = /"[^"]*"|'[^']*'|>/g;
  tag.lastIndex = start;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    if (found[0] === ">") return found.index + 1;
  }
  return html.length;
}
