/** Through whose eyes one may look at one's own page. */
export const EYES = ['visitor', 'member', 'weaver'] as const;
export type Eyes = (typeof EYES)[number];

/** The eyes an address asks for; a visitor's, which see least, unless it names others. */
export const eyesIn = (asked: string | null): Eyes => EYES.find((each) => each === asked) ?? 'visitor';
