import type { Transaction } from '#db/client.server';
import { writer } from '#db/writer.server';
import { answerAlone } from '~/lib/http/request-store.server';
import { logError } from '~/lib/log.server';
import { appendConsents, type ConsentEntry } from './ledger/append.server';
import { type PolicyInForce, policyForUpdate } from './policies.server';
import { writeProjections } from './projection-writer.server';
import { forgetRevision } from './revision.server';

/** One change of stored data: its transaction, the policy it runs under, and whom it touches. */
export interface Unit {
  db: Transaction;
  policy: PolicyInForce;
  personChanged(id: string): void;
  groupChanged(id: string): void;
  /** Enters what became of a consent into the ledger, in this transaction and in the order it is told. */
  consentChanged(entry: ConsentEntry): void;
  /** Runs once the change is committed, and never if it is not; what it throws is logged and undoes nothing. */
  afterCommit(work: Afterwards): void;
}

type Afterwards = () => void | Promise<void>;

class Undo extends Error {
  constructor(readonly result: unknown) {
    super('undone on purpose');
  }
}

/** Runs `work` in a transaction that is always rolled back, and gives its result: for checks and dry runs. */
export async function undone<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
  try {
    return await command(async (unit) => {
      throw new Undo(await work(unit));
    });
  } catch (error) {
    if (error instanceof Undo) return error.result as T;
    throw error;
  }
}

const ATTEMPTS = 4;
const RETRYABLE = new Set(['40001', '40P01']);

const sqlState = (error: unknown): string | undefined => {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code ?? (cause ? sqlState(cause) : undefined);
};

async function runAll(afterwards: readonly Afterwards[]): Promise<void> {
  for (const each of afterwards) {
    try {
      await each();
    } catch (error) {
      logError('After a change', error);
    }
  }
}

/**
 * Runs a change in one transaction under the policy in force and writes the projections of everyone it touched before
 * it commits. A deadlock is tried again, so `work` must have no effect outside its transaction.
 */
export async function command<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
  answerAlone();
  for (let attempt = 1; ; attempt += 1) {
    const afterwards: Afterwards[] = [];
    try {
      const result = await writer().transaction(async (db) => {
        const people = new Set<string>();
        const groups = new Set<string>();
        const consents: ConsentEntry[] = [];
        const policy = await policyForUpdate(db);
        const result = await work({
          db,
          policy,
          personChanged: (id) => void people.add(id),
          groupChanged: (id) => void groups.add(id),
          consentChanged: (entry) => void consents.push(entry),
          afterCommit: (each) => void afterwards.push(each),
        });
        await writeProjections(db, policy, { people, groups });
        // Last, as others wait for the end of the chain.
        await appendConsents(db, consents);
        return result;
      });
      forgetRevision();
      await runAll(afterwards);
      return result;
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
    }
  }
}
