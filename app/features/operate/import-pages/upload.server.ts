import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { GROUP_FIELDS } from '../import/columns';
import { openTableOf } from '../import/table.server';
import { storeFile } from './files.server';

const LONGEST_NAME = 200;

/** Keeps the file a form sent, if it is a table; a fault of the file is told in one line. */
export async function receiveFile(viewer: SignedIn, request: Request): Promise<{ fileId: string } | { error: string }> {
  const form = await request.formData().catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File) || [...(form?.keys() ?? [])].length !== 1 || file.size === 0)
    return { error: m.import_no_file_chosen() };
  const content = Buffer.from(await file.arrayBuffer());
  try {
    await openTableOf({ ...GROUP_FIELDS, required: null }, content, {});
  } catch (error) {
    if (error instanceof DomainError) return { error: m.import_unreadable({ why: error.message }) };
    throw error;
  }
  const fileName = file.name.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, LONGEST_NAME) || 'import.csv';
  return { fileId: await storeFile(viewer, fileName, content) };
}
