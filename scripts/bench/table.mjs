const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;
const spread = (values, digits = 2) => {
  const list = sorted(values);
  return `${median(list).toFixed(digits)} (${list[0]?.toFixed(digits)}–${list.at(-1)?.toFixed(digits)})`;
};

/** Ratios of one search over its rounds, each round against itself. */
function line({ viewer, kind, rounds }) {
  const each = (of) => rounds.map(of).filter((value) => Number.isFinite(value));
  return [
    viewer,
    kind,
    spread(each((round) => round.real.perSecond / round.memory.perSecond)),
    spread(each((round) => round.real.p95 / round.memory.p95)),
    spread(each((round) => round.real.perSecond / round.bare.perSecond)),
    median(each((round) => round.real.perSecond)).toFixed(0),
    `${median(each((round) => round.real.p50)).toFixed(0)} / ${median(each((round) => round.real.p95)).toFixed(0)} / ${median(each((round) => round.real.p99)).toFixed(0)}`,
    median(each((round) => round.real.nodeMs)).toFixed(1),
    spread(
      each((round) => round.real.nodeMs - round.empty.nodeMs),
      1,
    ),
    median(each((round) => round.real.postgresMs)).toFixed(1),
    rounds[0].kept
      ? spread(
          each((round) => round.kept.perSecond / round.real.perSecond),
          1,
        )
      : '',
  ];
}

const HEAD = [
  'viewer',
  'search',
  'throughput ÷ in memory (goal ≥ 0.7)',
  'p95 ÷ in memory (goal ≤ 1.5)',
  'throughput ÷ bare',
  'pages/s',
  'p50 / p95 / p99 ms',
  'node ms',
  'node ms above the empty page (goal ≤ 3)',
  'postgres ms',
  'kept ÷ rendered',
];
const row = (cells) => `| ${cells.join(' | ')} |`;

/** The results as a table in Markdown, a section for each size. */
export function asTable(results, machine) {
  const parts = [
    `Measured on ${machine.cores} × ${machine.cpu}, Node ${machine.node}, load ${machine.load.toFixed(1)}: medians, with the least and the most of the rounds.`,
  ];
  for (const { people, results: lines, memoryMb, plans } of results) {
    parts.push(
      `## ${people} people`,
      [row(HEAD), row(HEAD.map(() => '---')), ...lines.map((each) => row(line(each)))].join('\n'),
    );
    parts.push(`Memory of the Node process after the load: ${memoryMb.toFixed(0)} MB (goal < 350).`);
    parts.push(
      plans.without.length === 0
        ? `None of ${plans.statements} statements read a table of more than 10,000 rows without an index.`
        : `Without an index:\n${plans.without.map((each) => `- ${each}`).join('\n')}`,
    );
    if (plans.shown.length > 0)
      parts.push(`### Plans\n\n${plans.shown.map((each) => `\`\`\`\n${each}\n\`\`\``).join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}
