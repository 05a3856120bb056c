import http from 'node:http';
import postgres from 'postgres';

/**
 * The least that could answer: node:http, postgres.js, the same rows from the same tables and a string for HTML.
 * Arguments: the database's address and the projection to read. The port is told to the parent.
 */
const [, , url, schema] = process.argv;
const sql = postgres(url, { max: 6, onnotice: () => undefined, connection: { search_path: `${schema}, ref, public` } });
const terms = new Map((await sql`select slug, id from ref.interests`).map((row) => [row.slug, row.id]));
const towns = new Map();

async function townOf(name) {
  if (!towns.has(name)) {
    const [row] = await sql`select lat, lng from ref.place where name = ${name} order by population desc limit 1`;
    towns.set(name, row);
  }
  return towns.get(name);
}

async function where(params) {
  const parts = [sql`true`];
  const interest = params.get('interest');
  if (interest) parts.push(sql`interest_ids @> ${[terms.get(interest) ?? 0]}::int[]`);
  if (params.get('q')) parts.push(sql`tsv @@ to_tsquery('simple', ${`'${params.get('q')}':*`})`);
  if (params.get('place')) {
    const { lat, lng } = await townOf(params.get('place'));
    const high = 0.9;
    const wide = high / Math.cos((lat * Math.PI) / 180);
    parts.push(
      sql`geo <@ box(point(${lng - wide}::float8, ${lat - high}::float8), point(${lng + wide}::float8, ${lat + high}::float8))`,
    );
  }
  const [, name, id] = params.get('after') ? JSON.parse(Buffer.from(params.get('after'), 'base64url')) : [];
  return {
    all: parts.reduce((whole, part) => sql`${whole} and ${part}`),
    after: name === undefined ? sql`` : sql`and (sort_name, handle) > (${name}, ${id})`,
  };
}

async function page(params) {
  const { all, after } = await where(params);
  const rows = sql`select handle, name, headline from people where ${all} ${after} order by sort_name, handle limit 21`;
  const counts = sql`with hits as materialized (select interest_ids from people where ${all} limit 1001)
    select key, count(*)::int as n from hits, unnest(interest_ids) as key group by key`;
  const plain = !params.has('q') && !params.has('interest') && !params.has('place');
  const [found, counted] = await Promise.all([rows, plain ? [] : counts]);
  return `<!doctype html><ul>${found.map((row) => `<li><a href="/people/${row.handle}">${row.name}</a> ${row.headline ?? ''}`).join('')}</ul><ul>${counted.map((row) => `<li>${row.key} ${row.n}`).join('')}</ul>`;
}

const server = http.createServer(async (req, res) => {
  try {
    const html = await page(new URL(req.url, 'http://hub').searchParams);
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  } catch (error) {
    res.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => process.send({ bare: server.address().port }));
