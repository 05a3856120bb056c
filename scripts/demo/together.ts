const AT_ONCE = 40;

/**
 * Does the same for each item, some forty at a time, so that a transaction's statements follow each other down the wire
 * without waiting. The results stand in the items' order. After a failure nothing is still under way when it is thrown.
 */
export async function together<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const settled = await Promise.allSettled(
      items.slice(start, start + AT_ONCE).map((item, at) => work(item, start + at)),
    );
    for (const each of settled) {
      if (each.status === 'rejected') throw each.reason;
      results.push(each.value);
    }
  }
  return results;
}
