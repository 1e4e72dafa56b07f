// Sends an exact number of requests over a few keep-alive connections of its own, so that no client's
// cleverness (pools, retries, HTTP/2) stands between two measurements.

import { connect, type Socket } from "node:net";

export interface Load {
  port: number;
  path: string;
  headers?: { [name: string]: string };
  count: number;
}

const CONNECTIONS = 8;
const PATIENCE = 60_000;

/** Resolves with the statuses seen, by count. */
export async function sendLoad({ port, path, headers = {}, count }: Load): Promise<Map<number, number>> {
  const lines = Object.entries({ host: "blog.example", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  const statuses = new Map<number, number>();
  let left = count;
  const worker = async (): Promise<void> => {
    const socket = connect({ host: "127.0.0.1", port }).setNoDelay(true);
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error(`${path}: no answer in ${PATIENCE} ms`)));
    const read = responseReader(socket);
    while (left > 0) {
      left -= 1;
      socket.write(request);
      const status = await read();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: Math.min(CONNECTIONS, count) }, worker));
  return statuses;
}

/** Reads one response at a time off a connection: head, then a body by length or in chunks. */
function responseReader(socket: Socket): () => Promise<number> {
  let buffer = Buffer.alloc(0);
  let wake: (() => void) | null = null;
  let failure: Error | null = null;
  socket.on("data", (data) => {
    buffer = buffer.length === 0 ? data : Buffer.concat([buffer, data]);
    wake?.();
  });
  socket.on("error", (error) => {
    failure = error;
    wake?.();
  });
  socket.on("close", () => {
    failure ??= new Error("the connection closed early");
    wake?.();
  });
  return async () => {
    for (;;) {
      const end = endOfResponse(buffer);
      if (end !== null) {
        buffer = buffer.subarray(end.length);
        return end.status;
      }
      if (failure !== null) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}

function endOfResponse(buffer: Buffer): { status: number; length: number } | null {
  const head = buffer.indexOf("\r\n\r\n");
  if (head < 0) return null;
  const text = buffer.toString("latin1", 0, head);
  const status = Number(text.slice(9, 12));
  const start = head + 4;
  if (status === 304 || status === 204) return { status, length: start };
  const length = /\r\ncontent-length:\s*(\d+)/i.exec(text);
  if (length !== null) {
    const whole = start + Number(length[1]);
    return buffer.length >= whole ? { status, length: whole } : null;
  }
  let at = start;
  for (;;) {
    const line = buffer.indexOf("\r\n", at);
    if (line < 0) return null;
    const size = Number.parseInt(buffer.toString("latin1", at, line), 16);
    const next = line + 2 + size + 2;
    if (buffer.length < next) return null;
    if (size === 0) return { status, length: next };
    at = next;
  }
}
