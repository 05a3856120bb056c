import postgres from 'postgres';

/** What visitors and members read; the others stay as they were written. */
const SCHEMAS = ['proj_public', 'proj_member'];

const names = (rows) => rows.map(({ name }) => `"${name}"`).join(', ');

/**
 * Makes of every person in what visitors and members read so many, under random ids and addresses of their own: the same
 * shares of words, topics and places among many more rows. It takes minutes where writing them through the hub takes
 * hours, and lists and searches read nothing else. Kept counts are multiplied too.
 */
export async function multiply(url, times, say) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { maintenance_work_mem: '512MB' } });
  try {
    for (const schema of SCHEMAS) {
      say(`Making ${times} of every person in ${schema} …`);
      await sql.begin((tx) => multiplySchema(tx, schema, times));
      await sql.unsafe(`analyze ${schema}.people, ${schema}.positions, ${schema}.words, ${schema}.counts`);
    }
  } finally {
    await sql.end();
  }
}

/**
 * Whether visitors read about as many people as were made: a later version of the hub may have made its projections anew,
 * from those that were written.
 */
export async function isWhole(url, people) {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql`
    select rows from proj_public.counts where subject = 'people' and given_facet = 'total' and facet = 'total'`.finally(
    () => sql.end(),
  );
  return Number(row?.rows ?? 0) > people / 2;
}

async function multiplySchema(tx, schema, times) {
  const columns = await tx`
    select column_name as name from information_schema.columns
    where table_schema = ${schema} and table_name = 'people' and column_name not in ('person_id', 'handle')`;
  const indexes = await tx`
    select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${`${schema}.people`}::regclass and not i.indisunique`;
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  const other = 'md5(person_id::text || n)::uuid';
  const many = `cross join generate_series(2, ${Number(times)}) as n`;
  await tx.unsafe(`
    insert into ${schema}.people (person_id, handle, ${names(columns)})
    select ${other}, handle || '-' || n, ${names(columns)} from ${schema}.people ${many}`);
  await tx.unsafe(`
    insert into ${schema}.positions (person_id, group_id, title, leads)
    select ${other}, group_id, title, leads from ${schema}.positions ${many}`);
  for (const table of ['words', 'counts'])
    await tx.unsafe(`update ${schema}.${table} set rows = rows * ${Number(times)} where subject = 'people'`);
  for (const { definition } of indexes) await tx.unsafe(definition);
}
