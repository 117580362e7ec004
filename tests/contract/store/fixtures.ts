// Small things to store, with only what a test cares about spelled out.
import type { Interaction } from '../../../src/lib/server/core/interaction/state.ts';
import type { Application, Store, User } from '../../../src/lib/server/usecases/ports.ts';

export const now = 1_800_000_000_000;
const hour = 3_600_000;

let lastNumber = 0;
/** A name nobody else uses in this run. */
export function fresh(prefix: string): string {
	lastNumber += 1;
	return `${prefix}-${lastNumber}-${crypto.randomUUID().slice(0, 8)}`;
}

export function aUser(values: Partial<User> = {}): User {
	return {
		id: fresh('user'),
		profile: {},
		customData: {},
		isSuspended: false,
		createdAt: now,
		updatedAt: now,
		...values
	};
}

export function anApplication(values: Partial<Application> = {}): Application {
	return {
		id: fresh('application'),
		name: 'Shop',
		type: 'Traditional',
		redirectUris: ['https://shop.example/callback'],
		postLogoutRedirectUris: [],
		secrets: [],
		customClientMetadata: {},
		customData: {},
		isThirdParty: false,
		createdAt: now,
		...values
	};
}

export async function anInteraction(store: Store, payload: Record<string, unknown> = {}): Promise<Interaction> {
	const id = fresh('interaction');
	await store.oidc.upsertInteraction(id, 'client', { params: {}, ...payload }, now + hour);
	const interaction = await store.interactions.find(id);
	if (!interaction) throw new Error('the interaction was not written');
	return interaction;
}

export async function aSecret(
	store: Store,
	values: { digest?: string; maxAttempts?: number; interactionId?: string } = {}
) {
	const secret = {
		id: fresh('secret'),
		interactionId: fresh('interaction'),
		purpose: 'code',
		digest: 'right',
		maxAttempts: 5,
		createdAt: now,
		expiresAt: now + 300_000,
		...values
	};
	await store.secrets.issue(secret);
	return secret;
}

export function times<Value>(count: number, run: (index: number) => Promise<Value>): Promise<Value[]> {
	return Promise.all(Array.from({ length: count }, (_, index) => run(index)));
}
