import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Conditions,
  decideRead,
  decideWrite,
  matchesStrongly,
  matchesWeakly,
} from "../../src/http/conditional.ts";

const NONE: Conditions = { ifMatch: null, ifNoneMatch: null, ifRange: null, range: null };
const ETAG = '"abc"';

test("If-None-Match compares weakly: lists, W/ and * count", () => {
  const cases: [string, boolean][] = [
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", W/"abc" , "y"', true],
    ["*", true],
    [" * ", true],
    ['"ab"', false],
    ["abc", false],
    ["", false],
    ['"a,b"', false],
  ];
  for (const [header, expected] of cases) assert.equal(matchesWeakly(header, ETAG), expected, header);
  assert.equal(matchesWeakly('"abc"', 'W/"abc"'), true);
});

test("If-Match compares strongly: a weak tag on either side never matches", () => {
  const cases: [string, boolean][] = [
    ['"abc"', true],
    ['W/"abc"', false],
    ['"x","abc"', true],
    ["*", true],
    ['"x"', false],
  ];
  for (const [header, expected] of cases) assert.equal(matchesStrongly(header, ETAG), expected, header);
  assert.equal(matchesStrongly('"abc"', 'W/"abc"'), false);
});

test("a tag with a comma in it is one tag", () => {
  assert.equal(matchesWeakly('"a,b", "c"', '"a,b"'), true);
});

test("a read is decided in the order of RFC 9110: If-Match, If-None-Match, If-Range, Range", () => {
  const cases: [Partial<Conditions>, ReturnType<typeof decideRead>][] = [
    [{}, { status: 200 }],
    [{ ifNoneMatch: ETAG }, { status: 304 }],
    [{ ifNoneMatch: ETAG, range: "bytes=0-1" }, { status: 304 }],
    [{ ifMatch: '"other"', ifNoneMatch: ETAG }, { status: 412 }],
    [{ ifMatch: ETAG }, { status: 200 }],
    [{ range: "bytes=0-1" }, { status: 206, range: { offset: 0, length: 2 } }],
    [
      { range: "bytes=0-1", ifRange: ETAG },
      { status: 206, range: { offset: 0, length: 2 } },
    ],
    [{ range: "bytes=0-1", ifRange: '"other"' }, { status: 200 }],
    [{ range: "bytes=0-1", ifRange: 'W/"abc"' }, { status: 200 }],
    [{ range: "bytes=0-1", ifRange: "Sat, 09 Mar 2024 10:11:33 GMT" }, { status: 200 }],
  ];
  for (const [conditions, expected] of cases)
    assert.deepEqual(decideRead({ ...NONE, ...conditions }, ETAG, 100), expected, JSON.stringify(conditions));
});

test("one range is cut to the file; what is no range of bytes is passed over", () => {
  const part = (offset: number, length: number) => ({ status: 206, range: { offset, length } });
  const cases: [string, unknown][] = [
    ["bytes=0-99", part(0, 100)],
    ["bytes=0-", part(0, 100)],
    ["bytes=99-", part(99, 1)],
    ["bytes=50-1000", part(50, 50)],
    ["bytes=-10", part(90, 10)],
    ["bytes=-1000", part(0, 100)],
    ["BYTES = 1 - 2", part(1, 2)],
    ["bytes=100-", { status: 416 }],
    ["bytes=100-200", { status: 416 }],
    ["bytes=-0", { status: 416 }],
    ["bytes=5-2", { status: 200 }],
    ["bytes=0-1,5-6", { status: 200 }],
    ["bytes=-", { status: 200 }],
    ["bytes=a-b", { status: 200 }],
    ["lines=0-1", { status: 200 }],
    [`bytes=0-${"9".repeat(400)}`, { status: 200 }],
  ];
  for (const [range, expected] of cases)
    assert.deepEqual(decideRead({ ...NONE, range }, ETAG, 100), expected, range);
});

test("no range of an empty file can be satisfied", () => {
  assert.deepEqual(decideRead({ ...NONE, range: "bytes=0-" }, ETAG, 0), { status: 416 });
  assert.deepEqual(decideRead({ ...NONE, range: "bytes=-5" }, ETAG, 0), { status: 416 });
});

test("what exists is changed only by who names its version", () => {
  const cases: [Partial<Conditions>, string | null, ReturnType<typeof decideWrite>][] = [
    [{}, null, { go: true }],
    [{}, ETAG, { go: false, because: "unconditional" }],
    [{ ifMatch: ETAG }, ETAG, { go: true }],
    [{ ifMatch: "*" }, ETAG, { go: true }],
    [{ ifMatch: '"old"' }, ETAG, { go: false, because: "changed" }],
    [{ ifMatch: ETAG }, null, { go: false, because: "absent" }],
    [{ ifMatch: "*" }, null, { go: false, because: "absent" }],
    [{ ifNoneMatch: "*" }, null, { go: true }],
    [{ ifNoneMatch: "*" }, ETAG, { go: false, because: "exists" }],
    [{ ifNoneMatch: '"other"' }, ETAG, { go: false, because: "unconditional" }],
  ];
  for (const [conditions, current, expected] of cases)
    assert.deepEqual(
      decideWrite({ ...NONE, ...conditions }, current),
      expected,
      JSON.stringify([conditions, current]),
    );
});
