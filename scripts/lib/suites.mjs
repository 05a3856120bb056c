import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runNode } from './processes.mjs';
import { at } from './root.mjs';

/** Reads a report; undefined when the tool did not live to write it. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A tool that failed without a failed test to show for it counts as one failure. */
const counted = (code, passed, failed) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

function reportFile(name) {
  mkdirSync(at('.cache/reports'), { recursive: true });
  const file = at('.cache/reports', `${name}-${process.pid}.json`);
  rmSync(file, { force: true });
  return file;
}

/** Runs Vitest on the named projects, or all; answers { passed, failed }. */
export async function runVitest(projects, env) {
  const file = reportFile('vitest');
  const options = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const script = at('node_modules/vitest/vitest.mjs');
  const { code } = await runNode(script, ['run', ...options, ...reporters], { show: true, stopSignal: 'SIGINT', env });
  const report = readReport(file);
  rmSync(file, { force: true });
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return counted(code, report.numPassedTests, report.numFailedTests + brokenFiles.length);
}

/** Runs Playwright; answers { passed, failed }. A test that passed only when tried again counts as passed, and is named by Playwright. */
export async function runPlaywright(env) {
  const file = reportFile('playwright');
  const { code } = await runNode(at('node_modules/@playwright/test/cli.js'), ['test', '--reporter=list,json'], {
    show: true,
    stopSignal: 'SIGINT',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = readReport(file);
  rmSync(file, { force: true });
  if (!report) return { passed: 0, failed: 1 };
  return counted(code, report.stats.expected + report.stats.flaky, report.stats.unexpected);
}
