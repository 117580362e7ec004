import { expect, it } from 'vitest';
import type { OneTimeToken, Store } from '../../../src/lib/server/usecases/ports.ts';
import { onEachEngine } from './engines.ts';
import { fresh, now, times } from './fixtures.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

async function aToken(store: Store, values: Partial<OneTimeToken> = {}) {
	const token = {
		id: fresh('token'),
		digest: fresh('digest'),
		email: `${fresh('ada')}@example.com`,
		createdAt: now,
		expiresAt: now + 10 * minute,
		...values
	};
	await store.oneTimeTokens.insert(token);
	return token;
}

onEachEngine('a one-time token', (held) => {
	it('is used up by the first who brings it', async () => {
		const { digest, ...token } = await aToken(held.store);
		const use = { digest, email: token.email, at: now + 1 };
		expect(await held.store.oneTimeTokens.consume(use)).toEqual({ ok: true, token: { ...token, consumedAt: now + 1 } });
		expect(await held.store.oneTimeTokens.consume(use)).toEqual({ ok: false, outcome: 'token_consumed' });
	});

	it('stays good when the address, the journey or the token is wrong', async () => {
		const token = await aToken(held.store, { interactionEvent: 'Register' });
		const { oneTimeTokens } = held.store;
		const { digest, email } = token;
		const refused = [
			[{ digest, email: 'eve@example.com', at: now }, 'email_mismatch'],
			[{ digest: 'another', email, at: now }, 'token_not_found'],
			[{ digest, email, event: 'SignIn', at: now }, 'interaction_event_mismatch']
		] as const;
		for (const [use, outcome] of refused) expect(await oneTimeTokens.consume(use)).toEqual({ ok: false, outcome });
		expect(await oneTimeTokens.consume({ digest, email, event: 'Register', at: now })).toMatchObject({ ok: true });
	});

	it('that names no journey is good for each but a recovery', async () => {
		const { oneTimeTokens } = held.store;
		for (const event of ['SignIn', 'Register'] as const) {
			const { digest, email } = await aToken(held.store);
			const recovery = { digest, email, event: 'ForgotPassword', at: now } as const;
			const outcome = 'interaction_event_mismatch';
			expect(await oneTimeTokens.consume(recovery)).toEqual({ ok: false, outcome });
			expect(await oneTimeTokens.consume({ ...recovery, event })).toMatchObject({ ok: true });
		}
	});

	it('ends on time', async () => {
		const { digest, email, expiresAt } = await aToken(held.store);
		const { oneTimeTokens } = held.store;
		const late = { digest, email, at: expiresAt };
		expect(await oneTimeTokens.consume(late)).toEqual({ ok: false, outcome: 'token_expired' });
		expect(await oneTimeTokens.consume({ ...late, at: expiresAt - 1 })).toMatchObject({ ok: true });
		expect(await oneTimeTokens.consume(late)).toEqual({ ok: false, outcome: 'token_consumed' });
	});

	it('can be closed once, while it is active', async () => {
		const { oneTimeTokens } = held.store;
		const { id, digest, email } = await aToken(held.store);
		expect(await oneTimeTokens.close(id, 'revoked', now)).toMatchObject({ ok: true, token: { revokedAt: now } });
		expect(await oneTimeTokens.consume({ digest, email, at: now })).toEqual({ ok: false, outcome: 'token_revoked' });
		expect(await oneTimeTokens.close(id, 'consumed', now)).toEqual({ ok: false, outcome: 'token_revoked' });
		expect(await oneTimeTokens.close('none', 'revoked', now)).toEqual({ ok: false, outcome: 'token_not_found' });
		const old = await aToken(held.store, { expiresAt: now });
		expect(await oneTimeTokens.close(old.id, 'revoked', now)).toEqual({ ok: false, outcome: 'token_expired' });
	});

	it('is found by its address and what became of it, a page at a time', async () => {
		const { oneTimeTokens } = held.store;
		const email = `${fresh('ada')}@example.com`;
		const [active, consumed, revoked, expired] = [
			await aToken(held.store, { email, createdAt: now + 3 }),
			await aToken(held.store, { email, createdAt: now + 2 }),
			await aToken(held.store, { email, createdAt: now + 1 }),
			await aToken(held.store, { email, expiresAt: now })
		];
		await oneTimeTokens.close(consumed.id, 'consumed', now);
		await oneTimeTokens.close(revoked.id, 'revoked', now);
		const list = async (query: object) => {
			const { items, total } = await oneTimeTokens.list({ email, at: now, limit: 20, offset: 0, ...query });
			return { ids: items.map(({ id }) => id), total };
		};
		const all = [active, consumed, revoked, expired].map(({ id }) => id);
		expect(await list({})).toEqual({ ids: all, total: 4 });
		expect(await list({ limit: 2, offset: 1 })).toEqual({ ids: all.slice(1, 3), total: 4 });
		for (const [status, token] of Object.entries({ active, consumed, revoked, expired })) {
			expect(await list({ status }), status).toEqual({ ids: [token.id], total: 1 });
		}
		expect(await list({ email: 'nobody@example.com' })).toEqual({ ids: [], total: 0 });
	});

	it('is gone when removed, and a day after its end', async () => {
		const { store } = held;
		const token = await aToken(store);
		expect(await store.oneTimeTokens.remove(token.id)).toBe(true);
		expect(await store.oneTimeTokens.remove(token.id)).toBe(false);
		expect(await store.oneTimeTokens.find(token.id)).toBeUndefined();
		const old = await aToken(store);
		await store.sweep(old.expiresAt + day - 1);
		expect(await store.oneTimeTokens.find(old.id)).toMatchObject({ id: old.id });
		await store.sweep(old.expiresAt + day);
		expect(await store.oneTimeTokens.find(old.id)).toBeUndefined();
	});
});

onEachEngine('users of one token that race, from two processes', (held) => {
	it('one of 50 is the first', async () => {
		const other = await held.openAnother();
		for (let round = 0; round < 5; round++) {
			const { digest, email } = await aToken(held.store);
			const outcomes = await times(50, (index) =>
				(index % 2 ? other : held.store).oneTimeTokens.consume({ digest, email, at: now })
			);
			expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
			expect(outcomes.filter((used) => !used.ok && used.outcome === 'token_consumed')).toHaveLength(49);
		}
	});

	it('leave it good when the first one’s step is undone', async () => {
		const { digest, email } = await aToken(held.store);
		const undone = held.store.transaction(async (scope) => {
			expect(await scope.oneTimeTokens.consume({ digest, email, at: now })).toMatchObject({ ok: true });
			throw new Error('undone');
		});
		await expect(undone).rejects.toThrow('undone');
		expect(await held.store.oneTimeTokens.consume({ digest, email, at: now })).toMatchObject({ ok: true });
	});

	it('need one statement', async () => {
		const statements: string[] = [];
		const counted = await held.openAnother({ onStatement: (sql) => statements.push(sql) });
		const { digest, email } = await aToken(held.store);
		statements.length = 0;
		await counted.oneTimeTokens.consume({ digest, email, at: now });
		expect(statements).toEqual([expect.stringMatching(/^update "one_time_token" .* returning /)]);
	});
});
