// The parts of the bench by name, in the order in which they are measured.
import { measureFirstFlight } from './first-flight.ts';
import { measurePageRate } from './page-rate.ts';
import { measurePasswords } from './password-cpu.ts';
import type { Group, Row } from './row.ts';
import { measureScreens } from './screens.ts';
import { measureSignInCpu } from './sign-in-cpu.ts';
import { measureSlowProvider } from './slow-provider.ts';
import type { Stand } from './stand.ts';
import { measureStatements } from './statements.ts';

export type Amount = { rounds: number; warmUp: number; flows: number };
export type Measured = { groups: Group[]; requests?: unknown };
type Part = (stand: () => Promise<Stand>, amount: Amount) => Promise<Measured>;

const oneGroup = async (title: string, rows: Promise<Row[]>): Promise<Measured> => ({
	groups: [{ title, rows: await rows }]
});

export const parts: Record<string, Part> = {
	'first-screen': async (stand) => oneGroup('The first screen', measureFirstFlight(await stand())),
	screens: async (stand) =>
		oneGroup('Every screen in its heaviest state, at 150 ms and 1.6 Mbit/s', measureScreens(await stand())),
	async statements(stand) {
		const { rows, endpoints, requests } = await measureStatements(await stand());
		const groups = [
			{ title: 'SQL statements of one sign-in, nothing remembered', rows },
			{ title: 'Statements of each endpoint', rows: endpoints }
		];
		return { groups, requests };
	},
	'sign-in-cpu': async (stand, amount) =>
		oneGroup('Server CPU of one sign-in with a code', measureSignInCpu(await stand(), amount)),
	'page-rate': async (stand, amount) =>
		oneGroup('Giving out the sign-in page', measurePageRate(await stand(), { ...amount, requests: amount.flows * 5 })),
	passwords: async (stand, amount) => oneGroup('Passwords', measurePasswords(await stand(), amount)),
	'slow-provider': async (_stand, { rounds, flows }) =>
		oneGroup('While the provider of text messages hangs', measureSlowProvider({ rounds, sends: flows }))
};
