import { startEmbedded } from '#db/embedded.server';

// Started as a process of its own: says when the database is up, stops it when its input ends.
const { port, startedHere, stop } = await startEmbedded({ dataDir: process.argv[2] ?? '', durable: false });
console.log(JSON.stringify({ port, startedHere }));
process.stdin.resume().on('end', () => void stop().then(() => process.exit(0)));
