// Imported first and alone, in syntax that an old Node reads: it must live to say this.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Commonweave needs Node 20.19 or newer, this is ${process.versions.node}: see https://nodejs.org`);
  process.exit(1);
}
