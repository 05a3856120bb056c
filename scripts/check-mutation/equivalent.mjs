/**
 * Mutants that no test can tell from the original, each with the reason: the file, the line it changes as it stands there,
 * what the change puts in, and why nobody sees a difference.
 * @type {readonly { file: string, line: string, replacement: string, why: string }[]}
 */
export const EQUIVALENT = [
  {
    file: 'app/sharing/compare-policies.ts',
    line: "categories.includes(rule?.name ?? ''),",
    replacement: '"Stryker was here!"',
    why: 'No category has either for its name.',
  },
  {
    file: 'app/sharing/compare-policies.ts',
    line: "const [recipient = '', purpose] = entry.split(' ');",
    replacement: '"Stryker was here!"',
    why: 'A text always has a first part; what stands in for it is for the type.',
  },
  {
    file: 'app/sharing/compare-policies.ts',
    line: '.map((each) => ({ ...each, widens: each.to < each.from }));',
    replacement: 'each.to <= each.from',
    why: 'What is equal was left out on the line before.',
  },
  {
    file: 'app/sharing/consents.ts',
    line: "const fields = (history.at(-1)?.categories ?? []).flatMap((each) => (each.subject === 'group' ? each.fields : []));",
    replacement: '["Stryker was here"]',
    why: 'A text has no subject, so that it is no category of groups.',
  },
  {
    file: 'app/sharing/project.ts',
    line: 'if (name === null || !personExists(policy, person, audience)) return null;',
    replacement: 'false',
    why: 'personExists says no to whoever has no name to go by; the first half is for the type.',
  },
  {
    file: 'app/sharing/project.ts',
    line: 'dead_links: deadAmong([website, ...(links ?? []).map(({ url }) => url)], group.deadLinks),',
    replacement: '["Stryker was here"]',
    why: 'What has no address is known not to answer as little as no link at all.',
  },
];
