// Stands before the local Worker on the port that the author knows: passes everything on, and adds to
// pages a script that loads them again after a save. In local runs only; nothing of it is deployed.

import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { CommandFailure, errorCode } from "./failure.ts";

export interface ReloadProxy {
  port: number;
  /** From now on the Worker that listens there answers. */
  passTo(worker: URL): void;
  /** Tells every open page to load again. */
  reload(): void;
}

export type OnAnswer = (incoming: IncomingMessage, response: IncomingMessage) => void;

const EVENTS = "/__deckle/events";

// Loads again when told, and when another run of the server answers after this one.
const SCRIPT = `{const e=new EventSource("${EVENTS}");let r;e.addEventListener("run",m=>{if(r&&r!==m.data)location.reload();r=m.data});e.addEventListener("reload",()=>location.reload())}`;
const SCRIPT_SOURCE = `'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}'`;

/** Takes the port at once, so that a taken one is told before anything is built. 0 is any that is free. */
export async function openReloadProxy(port: number, onAnswer: OnAnswer = () => {}): Promise<ReloadProxy> {
  const pages = new Set<ServerResponse>();
  const run = randomUUID();
  let worker: URL | null = null;
  const server = createServer((incoming, answer) => {
    if (incoming.url === EVENTS) {
      answer.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      answer.write(`event: run\ndata: ${run}\n\n`);
      pages.add(answer);
      answer.on("close", () => pages.delete(answer));
    } else if (worker === null) {
      answer.writeHead(503, {
        "content-type": "text/plain; charset=utf-8",
        "retry-after": "1",
        refresh: "1",
      });
      answer.end("Deckle is starting.\n");
    } else {
      forward(worker, incoming, answer, onAnswer);
    }
  });
  await listen(server, port);
  const bound = server.address();
  return {
    port: bound !== null && typeof bound === "object" ? bound.port : port,
    passTo: (url) => {
      worker = url;
    },
    reload: () => {
      for (const page of pages) page.write("event: reload\ndata:\n\n");
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on("error", (error) => {
      const taken = errorCode(error) === "EADDRINUSE";
      const message = `Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port ${port + 1}`;
      const denied = `Port ${port} may not be used. Choose one above 1023 with --port.`;
      if (taken) reject(new CommandFailure(message));
      else if (errorCode(error) === "EACCES") reject(new CommandFailure(denied));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

function forward(worker: URL, incoming: IncomingMessage, answer: ServerResponse, onAnswer: OnAnswer): void {
  const hasBody = incoming.headers["content-length"] !== undefined || "transfer-encoding" in incoming.headers;
  const passed = request(
    {
      host: worker.hostname,
      port: worker.port,
      method: incoming.method,
      path: incoming.url,
      // Uncompressed, because a page is added to. The Host header stays the author's own.
      headers: {
        ...incoming.headers,
        "accept-encoding": "identity",
        connection: "close",
        // The Worker may refuse a body unread and close the line, and what it said of it would be lost.
        ...(hasBody ? { expect: "100-continue" } : {}),
      },
    },
    (response) => {
      onAnswer(incoming, response);
      const headers = { ...response.headers };
      delete headers.connection;
      if (!isPage(incoming, response)) {
        answer.writeHead(response.statusCode ?? 502, headers);
        response.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const page = addScript(Buffer.concat(parts).toString("utf8"));
        const policy = headers["content-security-policy"];
        if (typeof policy === "string") headers["content-security-policy"] = allowScript(policy);
        delete headers["transfer-encoding"];
        headers["content-length"] = String(Buffer.byteLength(page));
        answer.writeHead(response.statusCode ?? 502, headers);
        answer.end(page);
      });
    },
  );
  passed.on("error", () => {
    if (!answer.headersSent) answer.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
    answer.end("The local Worker did not answer.\n");
  });
  answer.on("close", () => passed.destroy());
  if (hasBody) passed.on("continue", () => incoming.pipe(passed)).flushHeaders();
  else passed.end();
}

/** A page with a body of its own; files of the author's that are HTML run in a sandbox and stay as they are. */
function isPage(incoming: IncomingMessage, response: IncomingMessage): boolean {
  const policy = String(response.headers["content-security-policy"] ?? "");
  return (
    incoming.method === "GET" &&
    response.statusCode !== 304 &&
    /^text\/html\b/.test(response.headers["content-type"] ?? "") &&
    !/\bsandbox\b/.test(policy)
  );
}

export function addScript(page: string): string {
  const script = `<script>${SCRIPT}</script>`;
  const end = page.lastIndexOf("</body>");
  return end === -1 ? page + script : page.slice(0, end) + script + page.slice(end);
}

/** The same policy with this one script allowed, and its event stream. */
export function allowScript(policy: string): string {
  const directives = policy.split(";").map((directive) => directive.trim());
  for (const [name, source] of [
    ["script-src", SCRIPT_SOURCE],
    ["connect-src", "'self'"],
  ] as const) {
    const at = directives.findIndex((directive) => directive.startsWith(`${name} `));
    const sources = at === -1 ? [] : (directives[at] ?? "").split(" ").slice(1);
    const wider = [name, ...sources.filter((s) => s !== "'none'" && s !== source), source].join(" ");
    directives.splice(at === -1 ? directives.length : at, at === -1 ? 0 : 1, wider);
  }
  return directives.filter((directive) => directive !== "").join("; ");
}
