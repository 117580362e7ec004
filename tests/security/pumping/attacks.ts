// How messages are pumped: whom, and from where. Every one of them knows the limits, and goes where honest people are.
import type { Chance } from './chance.ts';
import { attackedBritish, homeNumber, rowNumber, spreadBritish } from './numbers.ts';
import { carrierAddress } from './people.ts';

export type Attack = {
	name: string;
	/** The next number and the address that asks for it. */
	next(chance: Chance, index: number): { phone: string; ip: string };
};

/** A botnet of 250 machines, and a host that hands out IPv6 networks as fast as they are asked for. */
const botnet = (chance: Chance) => `203.0.${chance.below(2)}.${chance.below(125)}`;
const freshNetwork = (chance: Chance) =>
	`2001:db8:${chance.below(65_536).toString(16)}:${chance.below(65_536).toString(16)}::1`;

export const attacks: Attack[] = [
	{
		name: 'numbers in a row',
		next: (chance, index) => ({ phone: rowNumber(index), ip: botnet(chance) })
	},
	{
		name: 'one prefix abroad, rotating addresses',
		next: (chance) => ({ phone: attackedBritish(chance), ip: freshNetwork(chance) })
	},
	{
		name: 'sixty prefixes of one country',
		next: (chance) => ({ phone: spreadBritish(chance), ip: freshNetwork(chance) })
	},
	{
		name: 'a dozen countries, three of them served',
		next: (chance) => ({ phone: chance.pick(countries)(chance), ip: freshNetwork(chance) })
	},
	{
		name: 'everywhere at home',
		next: (chance) => ({ phone: homeNumber(chance), ip: freshNetwork(chance) })
	},
	{
		name: 'everywhere at home, from among honest people',
		next: (chance) => ({ phone: homeNumber(chance), ip: carrierAddress(chance) })
	}
];

const countries: ((chance: Chance) => string)[] = [
	spreadBritish,
	(chance) => `6591${chance.digits(6)}`,
	(chance) => `852510${chance.digits(5)}`,
	...['33612', '4915112', '39331', '34612', '31612', '46701', '4791', '35840', '62812'].map(
		(stem) => (chance: Chance) => stem + chance.digits(6)
	)
];
