import { randomInt } from 'node:crypto';

const QUALITIES =
  'amber autumn brave bright calm candid cedar clear clever coastal copper coral crisp daring dawn early ember fair fern fleet gentle glad golden green hazel honest humble indigo ivory jade keen kind lively lucky lunar maple marsh mellow merry mild misty mossy noble north olive open patient pearl plain prairie proud quick quiet rain ready river robin rosy rowan rustic sandy silver simple sky slate soft solar south spring steady still stone summer sunny swift tender tidal timber tranquil true upland valiant velvet violet vivid warm west wild willow windy winter wise woven young'.split(
    ' ',
  );
const CREATURES =
  'alder aster badger basin beaver birch bittern bluff brook canyon cicada clover condor cove crane creek cricket curlew cypress delta dipper dolphin dove dune egret elder elm falcon fen finch firefly fjord gannet garnet glade grove gull harbor hawk heath heron hill ibis island juniper kestrel kite lagoon lantern larch lark lichen linden loon lotus lynx magpie mallow marten meadow mesa mint moth nettle newt oak orchard osprey otter owl pebble pelican pine plover pond poplar quail quartz raven reed ridge rook sage salmon sedge sparrow spruce starling stork summit swallow swan tamarack tern thicket thistle thrush trout vale warbler wren yarrow'.split(
    ' ',
  );

/**
 * A handle of random words, which says nothing of the person.
 * @param pick gives a whole number from 0 up to but not including its argument
 */
export function randomHandle(pick: (below: number) => number = (below) => randomInt(below)): string {
  const number = 100 + pick(9900);
  return `${QUALITIES[pick(QUALITIES.length)]}-${CREATURES[pick(CREATURES.length)]}-${number}`;
}

/** The last part of an address of someone's page, or what was typed as it is. */
export const handleIn = (typed: string): string =>
  typed
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1) ?? '';
