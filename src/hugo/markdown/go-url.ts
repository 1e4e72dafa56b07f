// An address as Go's net/url takes it apart and writes it again: the scheme in small letters, and what may not
// stand in it encoded.

export interface GoUrl {
  /** In small letters; empty of a relative address. */
  scheme: string;
  /** `mailto:a@b.example`: what follows the scheme is no path. */
  isOpaque: boolean;
  /** With the user's name and the port; `null` of one without `//`. */
  authority: string | null;
  /** Encoded, as it is written. */
  path: string;
  /** Without its `?`; `null` of one without. */
  query: string | null;
  fragment: string;
}

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;

export function splitUrl(address: string): GoUrl {
  const [, scheme = "", authority = null, path = "", query = null, fragment = ""] = PARTS.exec(address) ?? [];
  const isOpaque = scheme !== "" && authority === null && !path.startsWith("/");
  return {
    ...{ scheme: scheme.toLowerCase(), isOpaque, authority, query },
    path: isOpaque ? path : escaped(path, /[^\w\-.~$&+,/:;=@]+/gu),
    fragment: escaped(fragment, /[^\w\-.~$&+,/:;=?@!()*]+/gu),
  };
}

/** Go's `(*url.URL).String`. */
export function goUrl(address: string): string {
  const { scheme, authority, path, query, fragment } = splitUrl(address);
  const before = `${scheme === "" ? "" : `${scheme}:`}${authority === null ? "" : `//${authority}`}`;
  return `${before}${path}${query === null ? "" : `?${query}`}${fragment === "" ? "" : `#${fragment}`}`;
}

/** As it is if all of it may stand there; else what is `foreign` in it is encoded anew. */
function escaped(text: string, foreign: RegExp): string {
  if (/^(?:[\w\-.~!$&'()*+,;=:@[\]/?]|%[0-9A-Fa-f]{2})*$/.test(text)) return text;
  return decoded(text).replace(foreign, (part) =>
    encodeURIComponent(part.toWellFormed()).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  );
}

/** The text itself where it is not encoded well. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
