/** A line of the answer. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A line beside the answer: progress, faults. */
export const aside = (line: string): void => void process.stderr.write(`${line}\n`);
