import type { Transaction } from '#db/client.server';
import { outbox } from '#db/schema';

const listeners = new Set<() => void>();

/** Calls `listener` after mail was put into the outbox by this process. */
export function onEnqueued(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface When {
  /** Not before; at once unless said. */
  runAt?: Date;
  /** It can wait for mail that someone waits for. */
  bulk?: boolean;
}

/**
 * Puts a mail into the outbox, in the transaction of the change it tells about. `about` names rows by their ids: text and
 * addresses are looked up when the mail is rendered. The result is the mail's id.
 */
export async function enqueue(
  tx: Transaction,
  template: string,
  about: Record<string, string>,
  when: When = {},
): Promise<string> {
  const [row] = await tx
    .insert(outbox)
    .values({ template, about, ...when })
    .returning({ id: outbox.id });
  if (!row) throw new Error('The outbox took no row.');
  // The transaction has to end first; if it takes longer, the worker's next round finds the row.
  setTimeout(() => {
    for (const listener of listeners) listener();
  }, 50).unref();
  return row.id;
}
