import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
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

/** The first line that says anything, without colours, so that the last page of a long run tells why it failed. */
const firstLine = (text = '') =>
  (
    text
      .replaceAll(/\u001b\[[0-9;]*m/g, '')
      .split('\n')
      .find((line) => line.trim()) ?? ''
  )
    .trim()
    .slice(0, 300);

/** A tool that failed without a failed test to show for it counts as one failure. */
const counted = (tool, code, passed, names) => {
  const failures = code !== 0 && names.length === 0 ? [`${tool} ended with ${code}`] : names;
  return { passed, failed: failures.length, failures };
};

function reportFile(name) {
  mkdirSync(at('.cache/reports'), { recursive: true });
  const file = at('.cache/reports', `${name}-${process.pid}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * Runs Vitest on the named projects, or all; answers { passed, failed, failures }, the last by name.
 * @param more arguments of its own: folders to keep to, further options
 */
export async function runVitest(projects, env, more = []) {
  const file = reportFile('vitest');
  const options = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const script = at('node_modules/vitest/vitest.mjs');
  const { code } = await runNode(script, ['run', ...more, ...options, ...reporters], {
    show: true,
    stopSignal: 'SIGINT',
    env,
  });
  const report = readReport(file);
  rmSync(file, { force: true });
  if (!report) return counted('Vitest', 1, 0, ['Vitest wrote no report']);
  const names = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${test.fullName}: ${firstLine(test.failureMessages[0])}`);
    const found = status === 'failed' && failed.length === 0 ? [`(the file itself): ${firstLine(message)}`] : failed;
    return found.map((title) => `${path.relative(at(), name)} › ${title}`);
  });
  return counted('Vitest', code, report.numPassedTests, names);
}

/** The titles of a suite's tests that failed, those of its suites included. */
function unexpected({ file, specs = [], suites = [] }) {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ title, line, tests }) => {
      const results = tests.flatMap((test) => test.results);
      return `tests/e2e/${file}:${line} › ${title}: ${firstLine(results.findLast(({ error }) => error)?.error.message)}`;
    });
  return [...failed, ...suites.flatMap(unexpected)];
}

/** Runs Playwright; answers { passed, failed, failures }. A test that passed only when tried again counts as passed, and is named by Playwright. */
export async function runPlaywright(env) {
  const file = reportFile('playwright');
  const { code } = await runNode(at('node_modules/@playwright/test/cli.js'), ['test', '--reporter=list,json'], {
    show: true,
    stopSignal: 'SIGINT',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = readReport(file);
  rmSync(file, { force: true });
  if (!report) return counted('Playwright', 1, 0, ['Playwright wrote no report']);
  return counted('Playwright', code, report.stats.expected + report.stats.flaky, report.suites.flatMap(unexpected));
}
