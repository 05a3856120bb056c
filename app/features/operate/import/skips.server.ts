import type { Unit } from '~/sharing/command.server';
import { decidedRows } from './decisions.server';
import { readDelisted } from './delisted.server';
import type { SkipRule } from './plan.server';

/** Every rule by which a row that could be written is skipped, for an import from `source`. */
export async function skipRules(unit: Unit, source: string): Promise<SkipRule[]> {
  const decided = await decidedRows(unit, source);
  const delisted = await readDelisted(unit);
  return [
    (row) => (delisted.has(row) ? { code: 'delisted' } : null),
    ({ sourceId }) => {
      const same = decided.get(sourceId);
      return same ? { code: 'same_as', detail: `"${same.name}"`, of: same.id } : null;
    },
  ];
}
