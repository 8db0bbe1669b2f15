import assert from 'node:assert/strict';

/**
 * What went over the wire. The SDKs hide retries, paging and headers, so a day looks here for them.
 * Give `wire.fetch` to a client.
 */
export class Wire {
  exchanges = [];

  fetch = async (url, init = {}) => {
    if (String(url).startsWith('data:')) {
      return fetch(url, init); // the SDK asks what this fetch can do
    }
    const request = new Request(url, init);
    const { pathname, search } = new URL(request.url);
    const response = await fetch(url, init);
    this.exchanges.push({
      method: request.method,
      path: decodeURIComponent(pathname),
      query: search,
      retry: request.headers.get('x-stainless-retry-count'),
      status: response.status,
      version: response.headers.get('x-beeper-desktop-version'),
      diagnosis: response.headers.get('x-fake-beeper-diagnosis'),
    });
    return response;
  };

  /** The exchanges of some steps, beside their result. */
  async during(steps) {
    const from = this.exchanges.length;
    const result = await steps();
    return { result, exchanges: this.exchanges.slice(from) };
  }

  /** Holds for every single answer of a day, whatever the step was about. */
  assertEveryAnswerIsInOrder(version) {
    assert.notEqual(this.exchanges.length, 0);
    for (const exchange of this.exchanges) {
      const text = JSON.stringify(exchange);
      assert.equal(exchange.version, version, `the version header of ${text}`);
      assert.ok(exchange.status < 500 || exchange.path === '/v1/assets/serve', `no failure of the server: ${text}`);
    }
  }
}

/** Collects an iterable of any kind. */
export async function all(items) {
  const list = [];
  for await (const item of items) {
    list.push(item);
  }
  return list;
}

/** Asks again until a condition holds, as clients do that wait for a send; fails after a while. */
export async function until(ask, holds, what) {
  const end = Date.now() + 30_000;
  let last;
  do {
    last = await ask();
    if (holds(last)) {
      return last;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  assert.fail(`${what}; the last answer was ${JSON.stringify(last)}`);
}

/** Each thing once. */
export function assertNoRepeats(items) {
  assert.deepEqual(items.filter((item, at) => items.indexOf(item) !== at), [], 'repeated');
}

/** Newest first; what never had activity comes last. */
export function assertNewestFirst(times) {
  const moments = times.map((time) => (time === undefined ? -Infinity : Date.parse(time)));
  moments.forEach((moment, at) => {
    assert.ok(at === 0 || moments[at - 1] >= moment, `${times[at]} stands behind ${times[at - 1]}`);
  });
}
