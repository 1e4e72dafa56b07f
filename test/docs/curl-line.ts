// Reads one line of documentation as a shell and curl would: words, quotes, variables, and the few
// options that our examples use. Anything else throws, so that a line that is not understood fails.

export interface CurlCall {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | null;
  /** What the comment behind it promises: `# 200`. */
  status: number;
  /** `# 202 until 200`: it is repeated while it answers the first. */
  until: boolean;
  /** The file that is to have the answer's ETag. */
  etagFile: string | null;
}

export interface Surroundings {
  variables: { [name: string]: string };
  /** Of `@name`. */
  files: { [name: string]: Uint8Array<ArrayBuffer> };
}

export async function parseCurlLine(line: string, { variables, files }: Surroundings): Promise<CurlCall> {
  const { words, comment } = splitWords(line, variables);
  const [, until, status] = /^\s*(202 until )?(\d{3})\s*$/.exec(comment) ?? fail(`no status behind: ${line}`);
  if (words.shift() !== "curl") fail(`no curl line: ${line}`);
  let method: string | null = null;
  let url: string | null = null;
  let body: Uint8Array<ArrayBuffer> | null = null;
  let form: FormData | null = null;
  let etagFile: string | null = null;
  const headers: Record<string, string> = {};
  const contentOf = (value: string) => {
    if (!value.startsWith("@")) return new TextEncoder().encode(value);
    return files[value.slice(1)] ?? fail(`${value} is no file of this test`);
  };
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith("-")) {
      url = url === null ? word : fail(`two addresses: ${line}`);
      continue;
    }
    const value = words.shift() ?? fail(`${word} has no value: ${line}`);
    switch (word) {
      case "-X":
        method = value;
        break;
      case "-H": {
        const [, name = "", content = ""] = /^([\w-]+): (.+)$/.exec(value) ?? fail(`no header: ${value}`);
        headers[name.toLowerCase()] = content;
        break;
      }
      case "--oauth2-bearer":
        headers.authorization = `Bearer ${value}`;
        break;
      case "-d":
      case "--data-binary":
        body = contentOf(value);
        headers["content-type"] ??= "application/x-www-form-urlencoded";
        break;
      case "--etag-save":
        etagFile = value;
        break;
      case "-F": {
        const [, name = "", content = ""] = /^(\w+)=(.*)$/.exec(value) ?? fail(`no field: ${value}`);
        form ??= new FormData();
        if (content.startsWith("@")) form.set(name, new File([contentOf(content)], content.slice(1)));
        else form.set(name, content);
        break;
      }
      default:
        fail(`the test does not know ${word}: ${line}`);
    }
  }
  if (form !== null) {
    const encoded = new Response(form);
    headers["content-type"] = encoded.headers.get("content-type") ?? "";
    body = new Uint8Array(await encoded.arrayBuffer());
  }
  return {
    url: url ?? fail(`no address: ${line}`),
    method: method ?? (body === null ? "GET" : "POST"),
    headers,
    body,
    status: Number(status),
    until: until !== undefined,
    etagFile,
  };
}

function splitWords(line: string, variables: Surroundings["variables"]) {
  const words: string[] = [];
  let rest = line.trimStart();
  while (rest !== "" && !rest.startsWith("#")) {
    let word = "";
    while (rest !== "" && !/^\s/.test(rest)) {
      const [part = "", single, double, bare] =
        /^(?:'([^']*)'|"([^"]*)"|([^\s'"]+))/.exec(rest) ?? fail(`a quote is open: ${line}`);
      word += single ?? expand(double ?? bare ?? "", variables);
      rest = rest.slice(part.length);
    }
    words.push(word);
    rest = rest.trimStart();
  }
  return { words, comment: rest.slice(1) };
}

function expand(text: string, variables: Surroundings["variables"]): string {
  return text.replace(/\$(\w+)/g, (_, name: string) => variables[name] ?? fail(`$${name} is not set`));
}

function fail(message: string): never {
  throw new Error(message);
}
