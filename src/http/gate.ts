// Lets the API see nothing of the site before its caller is known, and looks for the caller's token no
// earlier than it must: a write finds it in the batch that it begins with, and spares a round trip.

import type { Publisher } from "../site/publisher.ts";
import type { TokenStore } from "../site/token.ts";
import { findAuthor, presentedHash } from "./auth.ts";

/** Bytes of a body that may be read before its sender is known. */
const SHORT = 256 * 1024;

/** What a guarded port throws. */
export class NotAdmitted extends Error {}

export interface Gate<Ports> {
  /** The ports, each of which finds out first who is asking. */
  ports: Ports;
  /** Whether an author is asking: looked up unless a port did. */
  admits(): Promise<boolean>;
}

export async function openGate<Ports extends { publisher: Publisher; tokens: TokenStore }>(
  request: Request,
  ports: Ports,
): Promise<Gate<Ports>> {
  let known: Promise<boolean> | null = null;
  const admits = (): Promise<boolean> => {
    known ??= findAuthor(request.headers, ports.tokens).then((author) => author !== null);
    return known;
  };
  const admit = async (): Promise<void> => {
    if (!(await admits())) throw new NotAdmitted();
  };
  const publisher: Publisher = {
    async publish(change) {
      if (known !== null) {
        await admit();
        return ports.publisher.publish(change);
      }
      const token = await presentedHash(request.headers);
      const outcome = await ports.publisher.publish({ ...change, token });
      const [refusal] = outcome.status === "refused" ? outcome.problems : [];
      known = Promise.resolve(refusal?.code !== "unauthorised");
      await admit();
      return outcome;
    },
  };
  if (!hasShortBody(request)) await admits();
  const guarded = Object.entries(ports).map(([name, port]) => [
    name,
    isPort(port) ? guard(port, admit) : port,
  ]);
  return { ports: { ...Object.fromEntries(guarded), publisher }, admits };
}

const isPort = (port: unknown): port is object => typeof port === "object" && port !== null;

/** A port's methods answer when they can: each may as well wait for `admit`. */
const guard = <Port extends object>(port: Port, admit: () => Promise<void>): Port =>
  new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return async (...given: unknown[]) => {
        await admit();
        return method.apply(target, given);
      };
    },
  });

function hasShortBody({ body, headers }: Request): boolean {
  const announced = headers.get("content-length");
  return body === null || (announced !== null && Number(announced) <= SHORT);
}
