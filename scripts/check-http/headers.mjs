import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { grade } from './observatory.mjs';

const PAGES = [
  '/',
  '/people',
  '/groups',
  '/privacy',
  '/sign-in',
  '/no-such-page',
  '/healthz',
  '/robots.txt',
  '/theme.css',
];

/**
 * `'self'` for scripts is doubted only where a site serves scripts that its visitors made, or answers in JSONP: this hub
 * serves none but its build's.
 */
const BUILD_ONLY = ({ severity, directive, value }) =>
  severity === Severity.MEDIUM_MAYBE && directive === 'script-src' && value === "'self'";

/** What csp_evaluator holds against a policy, but for what {@link BUILD_ONLY} explains. */
export const policyFindings = (policy) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity <= Severity.MEDIUM_MAYBE && severity !== Severity.INFO)
    .filter((finding) => !BUILD_ONLY(finding))
    .map(({ directive, value, description }) => `${directive} ${value ?? ''}: ${description}`);

/** Grades what pages, errors and files are answered with. */
export async function headerFindings({ at, origin }, say) {
  for (const page of PAGES) {
    const response = await fetch(at + page, { redirect: 'manual', headers: { 'X-Forwarded-Proto': 'https' } });
    const found = grade({ origin, headers: response.headers, body: await response.text() });
    say(
      `${page}: ${found.grade} (${found.score})${found.wanting.map((why) => `; ${why}`).join('')}`,
      found.grade === 'A+',
    );
    const policy = policyFindings(response.headers.get('content-security-policy') ?? '');
    say(
      `${page}: ${policy.length} findings in its policy${policy.map((why) => `; ${why}`).join('')}`,
      policy.length === 0,
    );
  }
}
