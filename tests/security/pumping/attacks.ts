// How messages are pumped: whom, and from where. Every one of them knows the limits.
import type { Chance } from './chance.ts';
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

const british = (chance: Chance, prefix: string) => `447${prefix}${chance.digits(4)}`;
const many = (count: number, first: number) => Array.from({ length: count }, (_, index) => String(first + index * 37));
const britishPrefixes = many(60, 40_010);

export const attacks: Attack[] = [
	{
		name: 'numbers in a row',
		next: (chance, index) => ({ phone: `86138${String(20_000_000 + index).slice(-8)}`, ip: botnet(chance) })
	},
	{
		name: 'one prefix abroad, rotating addresses',
		next: (chance) => ({ phone: british(chance, '40012'), ip: freshNetwork(chance) })
	},
	{
		name: 'sixty prefixes of one country',
		next: (chance) => ({ phone: british(chance, chance.pick(britishPrefixes)), ip: freshNetwork(chance) })
	},
	{
		name: 'a dozen countries, three of them served',
		next: (chance) => ({ phone: chance.pick(countries)(chance), ip: freshNetwork(chance) })
	},
	{
		name: 'everywhere at home',
		next: (chance) => ({ phone: `86139${chance.digits(8)}`, ip: freshNetwork(chance) })
	},
	{
		name: 'everywhere at home, from among honest people',
		next: (chance) => ({ phone: `86139${chance.digits(8)}`, ip: carrierAddress(chance) })
	}
];

const countries: ((chance: Chance) => string)[] = [
	(chance) => british(chance, chance.pick(britishPrefixes)),
	(chance) => `6591${chance.digits(6)}`,
	(chance) => `852510${chance.digits(5)}`,
	...['33612', '4915112', '39331', '34612', '31612', '46701', '4791', '35840', '62812'].map(
		(stem) => (chance: Chance) => stem + chance.digits(6)
	)
];
