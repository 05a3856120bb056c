import http from 'node:http';

/** Asks once; the answer's body is read to its end. Throws for anything but 200. */
export function ask(agent, origin, path, cookie) {
  return new Promise((resolve, reject) => {
    const request = http.get(origin + path, { agent, headers: { cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    });
    request.on('error', reject);
  });
}

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Closed loop: so many connections, each asks again as soon as it has its answer. Gives answers per second and the time each took. */
export async function closedLoop({ origin, paths, cookie, seconds, connections = 4 }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const began = performance.now();
  const end = began + seconds * 1000;
  let done = 0;
  const worker = async () => {
    while (performance.now() < end) {
      await ask(agent, origin, paths[done % paths.length], cookie);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  return { done, perSecond: done / took };
}

/**
 * Open loop: requests arrive at a constant rate whether or not earlier ones are answered, and each is timed from the
 * moment it was meant to be sent, so that a stall counts for everyone who had to wait behind it. Milliseconds.
 */
export async function openLoop({ origin, paths, cookie, seconds, rate }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 128 });
  const total = Math.max(20, Math.round(rate * seconds));
  const began = performance.now();
  const times = [];
  const all = [];
  for (let sent = 0; sent < total; sent += 1) {
    const due = began + (sent * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(ask(agent, origin, paths[sent % paths.length], cookie).then(() => times.push(performance.now() - due)));
  }
  await Promise.all(all);
  agent.destroy();
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99), rate };
}
