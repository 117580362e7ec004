import { expect, it } from 'vitest';
import { aSecret, fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

onEachEngine('guessing a secret that can be used once', (held) => {
	it('accepts the right guess once', async () => {
		const secret = await aSecret(held.store);
		const guess = { ...secret, at: now + 1 };
		expect(await held.store.secrets.guess(guess)).toEqual({ outcome: 'accepted', attemptsLeft: 4 });
		expect(await held.store.secrets.guess(guess)).toEqual({ outcome: 'consumed', attemptsLeft: 4 });
	});

	it('counts a wrong guess, and stops listening after five', async () => {
		const secret = await aSecret(held.store);
		const wrong = { ...secret, digest: 'wrong', at: now };
		for (const attemptsLeft of [4, 3, 2, 1, 0]) {
			expect(await held.store.secrets.guess(wrong)).toEqual({ outcome: 'mismatch', attemptsLeft });
		}
		expect(await held.store.secrets.guess({ ...wrong, digest: 'right' })).toEqual({
			outcome: 'exhausted',
			attemptsLeft: 0
		});
	});

	it('refuses the right guess from its expiry on, without counting it', async () => {
		const secret = await aSecret(held.store);
		expect(await held.store.secrets.guess({ ...secret, at: secret.expiresAt })).toMatchObject({ outcome: 'expired' });
		expect(await held.store.secrets.guess({ ...secret, at: secret.expiresAt - 1 })).toEqual({
			outcome: 'accepted',
			attemptsLeft: 4
		});
	});

	it('does not know it in another interaction', async () => {
		const secret = await aSecret(held.store);
		const elsewhere = { ...secret, interactionId: fresh('interaction'), at: now };
		expect(await held.store.secrets.guess(elsewhere)).toEqual({ outcome: 'missing', attemptsLeft: 0 });
		expect(await held.store.secrets.guess({ ...elsewhere, id: 'none' })).toMatchObject({ outcome: 'missing' });
	});

	it('forgets the older secret of the same purpose, and no other', async () => {
		const interactionId = fresh('interaction');
		const older = await aSecret(held.store, { interactionId });
		const proof = { ...older, id: fresh('secret'), purpose: 'proof' };
		await held.store.secrets.issue(proof);
		const stranger = await aSecret(held.store);
		const newer = await aSecret(held.store, { interactionId });
		expect(await held.store.secrets.guess({ ...older, at: now })).toMatchObject({ outcome: 'missing' });
		for (const secret of [proof, stranger, newer]) {
			expect(await held.store.secrets.guess({ ...secret, at: now })).toMatchObject({ outcome: 'accepted' });
		}
	});

	it('counts from the beginning for a newer secret, whatever became of the older one', async () => {
		const interactionId = fresh('interaction');
		const used = await aSecret(held.store, { interactionId });
		await held.store.secrets.guess({ ...used, at: now });
		const newer = await aSecret(held.store, { interactionId });
		expect(await held.store.secrets.guess({ ...used, at: now })).toMatchObject({ outcome: 'missing' });
		expect(await held.store.secrets.guess({ ...newer, at: now })).toEqual({ outcome: 'accepted', attemptsLeft: 4 });
	});

	it('takes one statement when the guess counts', async () => {
		const statements: string[] = [];
		const counted = await held.openAnother({ onStatement: (sql) => statements.push(sql) });
		const secret = await aSecret(held.store);
		statements.length = 0;
		await counted.secrets.guess({ ...secret, at: now });
		expect(statements).toEqual([expect.stringMatching(/^update "secret" .* returning /)]);
	});
});

onEachEngine('guesses that race, from two processes', (held) => {
	it('accepts one of 50 right guesses', async () => {
		const other = await held.openAnother();
		for (let round = 0; round < 5; round++) {
			const secret = await aSecret(held.store, { maxAttempts: 100 });
			const answers = await times(50, (index) =>
				(index % 2 ? other : held.store).secrets.guess({ ...secret, at: now })
			);
			expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
			expect(answers.filter(({ outcome }) => outcome === 'consumed')).toHaveLength(49);
		}
	});

	it('evaluates at most five of 200 guesses', async () => {
		const other = await held.openAnother();
		const secret = await aSecret(held.store);
		const answers = await times(200, (index) =>
			(index % 2 ? other : held.store).secrets.guess({ ...secret, digest: index < 100 ? 'wrong' : 'right', at: now })
		);
		const evaluated = answers.filter(({ outcome }) => outcome === 'mismatch' || outcome === 'accepted');
		expect(evaluated.length).toBeLessThanOrEqual(5);
		expect(evaluated.filter(({ outcome }) => outcome === 'accepted').length).toBeLessThanOrEqual(1);
		expect(answers.filter(({ outcome }) => outcome === 'exhausted' || outcome === 'consumed')).toHaveLength(
			200 - evaluated.length
		);
	});

	it('accepts a right guess at most once when it races a wrong one in a transaction that is undone', async () => {
		const secret = await aSecret(held.store, { maxAttempts: 1 });
		const undone = held.store.transaction(async (scope) => {
			await scope.secrets.guess({ ...secret, at: now });
			throw new Error('undone');
		});
		await expect(undone).rejects.toThrow('undone');
		expect(await held.store.secrets.guess({ ...secret, at: now })).toMatchObject({ outcome: 'accepted' });
	});
});
