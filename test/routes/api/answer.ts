// Reads the API's JSON for assertions: one place where a test says what shape it expects.

export interface Written {
  path?: string;
  etag: string | null;
  tree: string;
  urls: { added: string[]; changed: string[]; moved: { from: string; to: string }[]; removed: string[] };
  warnings: { message: string; path: string; line?: number }[];
  purge: { done: boolean };
  url?: string;
  markdown?: string;
}

export interface Refused {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  problems: { code: string; message: string; path?: string; line?: number }[];
  etag?: string | null;
  missing?: string[];
}

interface Answer {
  status: number;
  json(): Promise<unknown>;
}

export async function written(answer: Answer): Promise<Written> {
  const body = await answer.json();
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return body as Written;
}

export async function refused(answer: Answer): Promise<Refused> {
  const body = await answer.json();
  if (answer.status < 400) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return body as Refused;
}
