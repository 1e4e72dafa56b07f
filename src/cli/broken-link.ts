// Links of a site's pages and menus that lead nowhere on the site itself: to no page, or to no place of
// that name in one. What lies elsewhere is not asked for.

import { parseFragment } from "parse5";
import { isConfigFile } from "../hugo/config/read-config.ts";
import { decoded } from "../hugo/markdown/go-url.ts";
import { isSafeAddress } from "../hugo/template/escape/address.ts";
import { lineOf } from "../publish/enrich/concern.ts";
import type { Staged } from "../site/change-store.ts";
import type { PageId } from "../site/page.ts";
import type { MenuItem } from "../site/settings.ts";
import { decodeUrlPath, encodeUrlPath, readableAddress, type UrlPath } from "../site/url.ts";
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
      for (const told of reason === REFUSED ? refusedIn(text) : [{ reason, ...lineOf(href, text) }])
        findings.push(brokenLink(told, file));
  }
  return [...findings, ...(await brokenMenus(check, resolve))];
}

function brokenLink({ reason, line }: { reason: string; line?: number }, path: string): Finding {
  return { code: "broken-link", message: reason, path, ...(line === undefined ? {} : { line }) };
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
        ? `the link to ${readableAddress(href)} leads to no page${guess(href)}`
        : null;
    }
    const known =
      target.type === "found" && target.page?.kind === "page" ? anchors.get(target.page.id) : undefined;
    if (url.hash === REFUSED_BY_GO) return REFUSED;
    const anchor = decoded(url.hash.slice(1).replace(/:~:.*$/, ""));
    if (known === undefined || anchor === "" || anchor === "top" || known.has(anchor)) return null;
    return `the link to ${readableAddress(href)}: there is no place “${anchor}” in that page`;
  };
}

/** What Hugo and Deckle print for `javascript:`, `file:` and the like. */
const REFUSED_BY_GO = "#ZgotmplZ";

const REFUSED = "its scheme is none that pages may use: write a path, https: or mailto:";

/** The page does not say which address stood there: those of its source that could have been refused. */
function refusedIn(text: string): { reason: string; line?: number }[] {
  const found = Array.from(text.matchAll(DESTINATION)).filter(([, address = ""]) => !isSafeAddress(address));
  if (found.length === 0) return [{ reason: `of a link that a template makes: ${REFUSED}` }];
  return found.map(({ 1: address, index }) => ({
    reason: `the link to ${address}: ${REFUSED}`,
    line: text.slice(0, index).split("\n").length,
  }));
}

/** Of a Markdown link, its reference, and a parameter or attribute. */
const DESTINATION =
  /(?:\]\(<?|\]:\s{1,9}<?|(?:link|href|url)\s{0,9}=\s{0,9}["'`]?)([a-z][a-z\d+.-]{0,30}:[^\s)>"'`]*)/gi;

/** `www.example.org` without a scheme is a path. */
const guess = (href: string): string =>
  /^(?:www\.|[\w-]+\.(?:com|org|net|io|dev)\b)/i.test(href) ? `: write https://${href}` : "";

async function brokenMenus({ rehearsal, text }: LinkCheck, resolve: Resolve): Promise<Finding[]> {
  const paths = (rehearsal.flip?.put ?? []).map(({ path }) => path).filter(isConfigFile);
  const sources = await Promise.all(paths.map(async (path) => ({ path, text: await text(path) })));
  return (rehearsal.flip?.site?.languages ?? []).flatMap(({ settings }) =>
    withChildren(settings.menu).flatMap(({ name, url }): Finding[] => {
      const below = url.startsWith("/") ? settings.basePath.slice(0, -1) + url : url;
      const reason = url === "" ? null : resolve(below, settings.homeUrl);
      if (reason === null) return [];
      return [
        { code: "broken-link", message: `the menu's “${name}”: ${reason}`, ...placeOf([url, name], sources) },
      ];
    }),
  );
}

/** The first that is written in the configuration; nothing for what other files make. */
function placeOf(words: string[], sources: { path: string; text: string }[]): Pick<Finding, "path" | "line"> {
  const places = words.flatMap((word) => sources.map(({ path, text }) => ({ path, ...lineOf(word, text) })));
  return places.find(({ line }) => line !== undefined) ?? {};
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
