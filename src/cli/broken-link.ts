// Links of a site's pages and menus that lead nowhere on the site itself: to no page, or to no place of
// that name in one. What lies elsewhere is not asked for.

import { parseFragment } from "parse5";
import type { Staged } from "../site/change-store.ts";
import type { PageId } from "../site/page.ts";
import type { MenuItem, Settings } from "../site/settings.ts";
import { decodeUrlPath, encodeUrlPath, type UrlPath } from "../site/url.ts";
import type { Finding } from "./finding.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { SiteAddresses } from "./site-address.ts";

export interface LinkCheck {
  rehearsal: Rehearsal;
  addresses: SiteAddresses;
  /** Epoch seconds. */
  now: number;
  /** The text of a file of the site. */
  text(path: string): Promise<string>;
}

export async function findBrokenLinks(check: LinkCheck): Promise<Finding[]> {
  const { rehearsal, now } = check;
  const isShown = ({ contribution: { page } }: Staged) => page.visibleFrom <= now && page.visibleUntil > now;
  const shown = rehearsal.pages.filter(isShown).map((staged) => ({ staged, html: readHtml(staged.html) }));
  const anchors = new Map(shown.map(({ staged, html }) => [staged.contribution.page.id, html.anchors]));
  const resolve = linkResolver(check, anchors);
  const findings: Finding[] = [];
  for (const { staged, html } of shown) {
    const { file, url } = staged.contribution.page;
    const broken = [...html.links].flatMap((href) => {
      const reason = resolve(href, url);
      return reason === null ? [] : [{ href, reason }];
    });
    if (file === null || broken.length === 0) continue;
    const text = await check.text(file);
    for (const { href, reason } of broken)
      findings.push({ code: "broken-link", message: reason, path: file, ...lineOf(href, text) });
  }
  return [...findings, ...brokenMenus(rehearsal.flip?.site?.languages ?? [], resolve)];
}

/** Why a link leads nowhere; `null` when it leads somewhere, or away from the site. */
type Resolve = (href: string, from: UrlPath) => string | null;

function linkResolver({ rehearsal, addresses }: LinkCheck, anchors: Map<PageId, Set<string>>): Resolve {
  const configured = rehearsal.flip?.site?.languages[0]?.settings.baseURL ?? "";
  const { host } = URL.canParse(configured) ? new URL(configured) : { host: "site.invalid" };
  const below = addresses.basePath.slice(0, -1);
  return (href, from) => {
    const base = `https://${host}${encodeUrlPath(below + from)}`;
    const url = URL.canParse(href, base) ? new URL(href, base) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || url.host !== host) return null;
    const path = decodeUrlPath(url.pathname);
    if (path === null) return null;
    const answer = addresses.at(path);
    const target = answer.type === "moved" ? addresses.at((below + answer.to) as UrlPath) : answer;
    if (target.type === "missing") {
      // What lies above the base path may be another site's.
      return path.startsWith(addresses.basePath)
        ? `the link to ${href} leads to no page${guess(href)}`
        : null;
    }
    const known =
      target.type === "found" && target.page?.kind === "page" ? anchors.get(target.page.id) : undefined;
    if (url.hash === REFUSED_BY_GO)
      return "a link's scheme is none that pages may use: write a path, https: or mailto:";
    const anchor = decodeFragment(url.hash.slice(1).replace(/:~:.*$/, ""));
    if (known === undefined || anchor === "" || anchor === "top" || known.has(anchor)) return null;
    return `the link to ${href}: there is no place “${anchor}” in that page`;
  };
}

/** What Hugo and Deckle print for `javascript:`, `file:` and the like. */
const REFUSED_BY_GO = "#ZgotmplZ";

/** `www.example.org` without a scheme is a path. */
const guess = (href: string): string =>
  /^(?:www\.|[\w-]+\.(?:com|org|net|io|dev)\b)/i.test(href) ? `: write https://${href}` : "";

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function brokenMenus(languages: { settings: Settings }[], resolve: Resolve): Finding[] {
  return languages.flatMap(({ settings }) =>
    withChildren(settings.menu).flatMap(({ name, url }): Finding[] => {
      const below = url.startsWith("/") ? settings.basePath.slice(0, -1) + url : url;
      const reason = url === "" ? null : resolve(below, settings.homeUrl);
      return reason === null ? [] : [{ code: "broken-link", message: `the menu's “${name}”: ${reason}` }];
    }),
  );
}

const withChildren = (items: MenuItem[]): MenuItem[] =>
  items.flatMap((item) => [item, ...withChildren(item.children)]);

interface Links {
  links: Set<string>;
  /** Names of places that a link may lead to. */
  anchors: Set<string>;
}

function readHtml(html: string): Links {
  const found: Links = { links: new Set(), anchors: new Set() };
  const todo: Node[] = [parseFragment(html)];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    for (const { name, value } of node.attrs ?? []) {
      if (name === "id" || (name === "name" && node.nodeName === "a")) found.anchors.add(value);
      if (name === "href" && node.nodeName === "a") found.links.add(value.trim());
    }
    todo.push(...(node.childNodes ?? []));
  }
  return found;
}

/** As much of parse5's trees as is looked at. */
interface Node {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

function lineOf(href: string, text: string): { line?: number } {
  const spellings = [href, decodeFragment(href), href.replace(/^https?:\/\/[^/]+/, "")].filter(
    (s) => s.length > 1,
  );
  const at = spellings.map((spelling) => text.indexOf(spelling)).find((index) => index !== -1);
  return at === undefined ? {} : { line: text.slice(0, at).split("\n").length };
}
