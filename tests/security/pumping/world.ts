// A town on a clock of its own: the real use cases on a real store, and a provider that only writes down what it costs.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countryOfPhone } from '../../../src/lib/contract/identifier.ts';
import { settings as schema } from '../../../src/lib/contract/settings.ts';
import { migrateStore } from '../../../src/lib/server/store/migrate.ts';
import { openStore } from '../../../src/lib/server/store/open.ts';
import { createHasher } from '../../../src/lib/server/telemetry/hasher.ts';
import { ids } from '../../../src/lib/server/telemetry/ids.ts';
import { createBackground } from '../../../src/lib/server/usecases/background.ts';
import type { CodeIdentifier, Log, Services } from '../../../src/lib/server/usecases/ports.ts';

const secret = 'a secret for tests, long enough to be one';
/** Half past an hour, half through a day: no window begins with the simulation. */
const begin = Date.UTC(2026, 0, 1, 12, 30);

export type World = {
	services: Services;
	now(): number;
	/** Lets `act` happen after `ms`. */
	later(ms: number, act: () => Promise<void>): void;
	/** Lets everything happen, in its order. */
	run(): Promise<void>;
	/** The code that was sent there last, if one was since then. */
	codeOf(to: CodeIdentifier, since: number): string | undefined;
	/** What was spent on numbers that `isTarget` knows, in units of money, and how many messages that were. */
	spent(isTarget: (phone: string) => boolean): { money: number; messages: number };
	register(phone: string, email?: string): Promise<void>;
	close(): Promise<void>;
};

type Message = { to: string; code: string; at: number };

export async function openWorld(changes: Record<string, unknown>): Promise<World> {
	// A simulated day makes more writes than a disk likes to sync.
	const folder = await mkdtemp(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'foyer-pumping-'));
	const url = `file:${path.join(folder, 'foyer.db')}`;
	const silent: Log = { info() {}, warn() {}, error() {} };
	await migrateStore(url);
	const store = await openStore({ url, secret, log: silent });
	const settings = schema.parse(changes);
	const prices = schema.parse({}).sendPolicy.cost.perMessage;
	const messages: Message[] = [];
	const agenda: { at: number; place: number; act: () => Promise<void> }[] = [];
	let now = begin;
	let places = 0;

	const services = {
		store,
		ids,
		clock: { now: () => now },
		// Work costs simulated time, not ours: an answer says itself how many zero bits it came to.
		hasher: { ...createHasher(secret), leadingZeroBits: (token: string) => Number(token.split('.')[1]) },
		settings: async () => settings,
		messenger: {
			whyNot: async () => undefined,
			async send(_carries: string, { to, code }: { to: string; code: string }) {
				messages.push({ to: to.replace('+', ''), code, at: now });
				return { ok: true, vendorId: 'sent' };
			}
		},
		background: createBackground(silent),
		log: silent,
		origin: 'http://localhost:3001',
		demo: false
	} as unknown as Services;

	return {
		services,
		now: () => now,
		later(ms, act) {
			// Whole milliseconds, as of every clock: a counter does not find a taking at a part of one.
			const event = { at: Math.round(now + ms), place: places++, act };
			const index = agenda.findLastIndex(({ at }) => at <= event.at);
			agenda.splice(index + 1, 0, event);
		},
		async run() {
			for (let event = agenda.shift(); event; event = agenda.shift()) {
				now = event.at;
				await event.act();
			}
		},
		codeOf: ({ value }, since) => messages.findLast(({ to, at }) => to === value && at >= since)?.code,
		spent(isTarget) {
			const sent = messages.filter(({ to }) => isTarget(to));
			const priceOf = (phone: string) => prices[countryOfPhone(phone) ?? ''] ?? prices.default ?? 0;
			const money = sent.reduce((sum, { to }) => sum + priceOf(to), 0);
			return { money, messages: sent.length };
		},
		async register(phone, email) {
			await store.users.insert({
				id: ids.userId(),
				primaryPhone: phone,
				primaryEmail: email,
				profile: {},
				customData: {},
				isSuspended: false,
				createdAt: now,
				updatedAt: now
			});
		},
		async close() {
			await store.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
