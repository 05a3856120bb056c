import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './root.server';

const url = z.url({ error: 'must be an address such as https://hub.example.org' });
const database = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://');
const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1');
const blankIsAbsent = (raw: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ''));

/** Fewest characters of a passphrase that encrypts backups. */
export const PASSPHRASE_LENGTH = 10;

const schema = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce
      .number({ error: 'must be a port number' })
      .int()
      .min(0)
      .max(65535, 'must be a port number below 65536')
      .default(3000),
    HUB_ORIGIN: url.transform((value) => new URL(value).origin).optional(),
    TRUST_PROXY: flag.default(false),
    HUB_DATA_DIR: z.string().default('.data'),
    HUB_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
    DATABASE_URL: database.optional(),
    DATABASE_URL_WRITER: database.optional(),
    DATABASE_URL_SELF: database.optional(),
    DATABASE_URL_READER_PUBLIC: database.optional(),
    DATABASE_URL_READER_MEMBER: database.optional(),
    DATABASE_URL_READER_WEAVER: database.optional(),
    DATABASE_URL_READER_STEWARD: database.optional(),
    HUB_DEMO: flag.default(true),
    HUB_LINK_CHECKS: flag.default(true),
    HUB_BACKUPS: flag.default(true),
    HUB_BACKUP_PASSPHRASE: z
      .string()
      .min(PASSPHRASE_LENGTH, `must have at least ${PASSPHRASE_LENGTH} characters`)
      .optional(),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: url.optional(),
    RESEND_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/, 'must be the signing secret that the mail service shows: whsec_…')
      .optional(),
    MAIL_FROM: z.string().regex(/@/, 'must hold an e-mail address').optional(),
    MAPBOX_ACCESS_TOKEN: z.string().optional(),
  })
  .refine((env) => !env.DATABASE_URL || env.HUB_SECRET, {
    path: ['HUB_SECRET'],
    message: 'is required with DATABASE_URL (32 characters or more, kept secret)',
  })
  .refine((env) => !env.RESEND_API_KEY || env.MAIL_FROM, {
    path: ['MAIL_FROM'],
    message: 'is required with RESEND_API_KEY, such as "Our Network <hub@example.org>"',
  });

export type Env = z.output<typeof schema> & { origin: string; dataDir: string; secret: string };

/** A start-up fault that its owner can mend: shown as one line, without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

let current: Env | undefined;

/** The environment of this process; {@link loadEnv} has to be called before. */
export function env(): Env {
  if (!current) throw new StartError('The environment has not been read yet.');
  return current;
}

/**
 * Reads and checks the environment once.
 * @throws StartError naming the variable at fault in one line.
 */
export function loadEnv(raw: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(blankIsAbsent(raw));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartError(`${issue?.path.join('.') || 'Environment'} ${issue?.message}.`);
  }
  const dataDir = resolve(projectRoot(), parsed.data.HUB_DATA_DIR);
  const origin = parsed.data.HUB_ORIGIN ?? `http://localhost:${parsed.data.PORT}`;
  current = { ...parsed.data, dataDir, origin, secret: parsed.data.HUB_SECRET ?? keptSecret(dataDir) };
  return current;
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new StartError(
        `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}). Set HUB_DATA_DIR to one that can.`,
      );
  }
  return readFileSync(file, 'utf8').trim();
}

/** Keyed hash under a purpose of its own, hex. */
export const keyedHash = (purpose: string, value: string, secret = env().secret): string =>
  createHmac('sha256', createHash('sha256').update(`${purpose}:${secret}`).digest())
    .update(value)
    .digest('hex');
