import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const running = new Map();
let stopping = false;

/**
 * Runs a program to its end, in a process group of its own, so that Ctrl-C reaches it through us and only once.
 * `show` passes its output on; otherwise it is collected. `stopSignal` is what it gets when we are told to stop.
 * Answers { code, output }; a signal or a failed start gives code 1 or more, never an exception.
 */
export function run(command, args, { env = {}, show = false, stopSignal = 'SIGTERM', onStart = () => {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-2_000_000);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    running.set(child, stopSignal);
    child.once('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (!stopping) resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
    if (child.pid) onStart(child.pid);
  });
}

/** Runs a script of an installed package with this Node; `nodeOptions` are for Node itself. */
export function runNode(script, args, { nodeOptions = [], ...options } = {}) {
  return run(process.execPath, [...nodeOptions, script, ...args], options);
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

async function stop(signal, cleanUp) {
  if (stopping) return;
  stopping = true;
  const children = [...running.keys()];
  const ended = children.map((child) => new Promise((done) => child.once('close', done)));
  for (const [child, stopSignal] of running) child.kill(stopSignal);
  const killAll = () => {
    for (const child of children) killGroup(child, 'SIGKILL');
  };
  const late = setTimeout(killAll, 8000);
  await Promise.all(ended);
  clearTimeout(late);
  killAll();
  await cleanUp();
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/**
 * Makes SIGTERM, SIGINT and SIGHUP end the running programs, then `cleanUp`, then this process.
 * Answers the function that gives the signals back to whoever handles them next.
 */
export function handleSignals(cleanUp = () => {}) {
  const handlers = ['SIGTERM', 'SIGINT', 'SIGHUP'].map((signal) => [signal, () => void stop(signal, cleanUp)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
