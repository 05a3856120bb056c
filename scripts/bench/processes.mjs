import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TICKS = 100;

/** Milliseconds of processor time a process has used; 0 where it cannot be read. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return 0;
  }
}

const parentOf = (pid) => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  } catch {
    return 0;
  }
};

export const cpuOfNode = cpuOf;

/** Processor time of every process of a PostgreSQL that lives now. */
export function cpuOfPostgres(folder) {
  const master = Number(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === master);
  return pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
}

/** Megabytes of memory a process holds now. */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return Number.NaN;
  }
}
