// Where numbers lie: honest people and attackers are in the same prefixes.
import type { Chance } from './chance.ts';

/** Three hundred prefixes at home, of eight carriers' blocks. */
const homePrefixes = ['135', '136', '137', '138', '139', '150', '158', '186'].flatMap((block, place) =>
	Array.from({ length: 38 }, (_, index) => `86${block}${String(1_000 + place * 7 + index * 211)}`)
);
const britishPrefixes = Array.from({ length: 60 }, (_, index) => `447${40_010 + index * 37}`);
/** The prefix abroad that one attack is all about. */
const [firstBritish = ''] = britishPrefixes;

export const homeNumber = (chance: Chance) => chance.pick(homePrefixes) + chance.digits(4);

/** The `index`-th of a row that begins at the start of a prefix. */
export const rowNumber = (index: number) => `86138${20_000_000 + index}`;

/** Every third of them in the prefix that is attacked most. */
export const britishNumber = (chance: Chance) =>
	chance.happens(1 / 3) ? attackedBritish(chance) : spreadBritish(chance);
export const spreadBritish = (chance: Chance) => chance.pick(britishPrefixes) + chance.digits(4);
export const attackedBritish = (chance: Chance) => firstBritish + chance.digits(4);
