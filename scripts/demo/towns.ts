/** Towns of the demo network by region: GeoNames ids, as in the gazetteer. */
const TOWNS = {
  illinois: {
    peoria: 4905687,
    carbondale: 4235193,
    rockford: 4907959,
    champaign: 4887158,
    galesburg: 4893392,
    quincy: 4247703,
    joliet: 4898015,
    kankakee: 4898182,
    decatur: 4236895,
    chicago: 4887398,
    ottawa: 4905006,
    streator: 4912698,
    moline: 4902476,
    macomb: 4900817,
    alton: 4232679,
  },
  iowa: {
    decorah: 4853608,
    ames: 4846834,
    'des-moines': 4853828,
    davenport: 4853423,
    'cedar-rapids': 4850751,
    dubuque: 4854529,
    muscatine: 4868404,
    'storm-lake': 4877655,
    marshalltown: 4866371,
    waterloo: 4880889,
    grinnell: 4859343,
    postville: 4871875,
  },
  wisconsin: {
    viroqua: 5277276,
    'la-crosse': 5258957,
    milwaukee: 5263045,
    madison: 5261457,
    'eau-claire': 5251436,
    ashland: 5244247,
    'green-bay': 5254962,
    'stevens-point': 5274644,
    superior: 5275191,
    baraboo: 5244638,
  },
  ohio: {
    athens: 4505542,
    youngstown: 5177568,
    toledo: 5174035,
    cleveland: 5150529,
    dayton: 4509884,
    marietta: 4517586,
    steubenville: 5173048,
    zanesville: 4528923,
    columbus: 4509177,
  },
  minnesota: {
    duluth: 5024719,
    bemidji: 5017822,
    winona: 5053156,
    'saint-paul': 5045360,
    minneapolis: 5037649,
    rochester: 5043473,
    mankato: 5036420,
    willmar: 5052916,
  },
  michigan: {
    flint: 4992982,
    detroit: 4990729,
    'traverse-city': 5012495,
    marquette: 5000947,
    kalamazoo: 4997787,
    ypsilanti: 5015688,
    saginaw: 5007989,
    'grand-rapids': 4994358,
  },
  indiana: { gary: 4920607, 'south-bend': 4926563, goshen: 4920808, 'terre-haute': 4265737 },
  'northern-rivers': {
    lismore: 2160063,
    casino: 2172153,
    ballina: 2177069,
    'byron-bay': 2172880,
    kyogle: 2160880,
    coraki: 2170375,
    mullumbimby: 2156307,
    nimbin: 2155321,
    murwillumbah: 2156049,
    grafton: 2164771,
    'evans-head': 2167050,
    alstonville: 2177999,
    bangalow: 2176973,
    tenterfield: 2147085,
    yamba: 2142648,
  },
  mexico: { oaxaca: 3522507, juchitan: 3526357, tehuacan: 3516109, xalapa: 3526617, tuxtepec: 3518723 },
  colombia: { barrancabermeja: 3689169, buenaventura: 3688451, medellin: 3674962, quibdo: 3671116 },
  ghana: { tarkwa: 2294768, keta: 2299645, accra: 2306104, elmina: 2301190 },
  kenya: { lamu: 189741, kisumu: 191245, nairobi: 184745, lodwar: 189280 },
  india: { thoothukudi: 8629640, nagpur: 1262180, pune: 1259229, chennai: 1264527 },
  lebanon: { sidon: 268064, beirut: 276781, tripoli: 266826, tyre: 267008 },
  japan: { minamata: 1857208, kyoto: 1857910, fukushima: 2112923 },
  france: { nantes: 2990969, bayonne: 3034475, marseille: 2995469 },
  brazil: { santarem: 3389353, maraba: 3395503, belem: 3405870 },
} satisfies Record<string, Record<string, number>>;

export type Region = keyof typeof TOWNS;

export const REGIONS = Object.keys(TOWNS) as Region[];

export const townsOf = (region: Region): number[] => Object.values(TOWNS[region]);

/** The GeoNames id of a town named as in the table above. */
export function townId(region: Region, town: string): number {
  const id = (TOWNS[region] as Record<string, number>)[town];
  if (id === undefined) throw new Error(`The demo network knows no town ${town} in ${region}.`);
  return id;
}
