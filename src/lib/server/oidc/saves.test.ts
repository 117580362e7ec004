import { describe, expect, it } from 'vitest';
import type { OidcSave } from '../usecases/ports.ts';
import { createSaves } from './saves.ts';

function openSaves() {
	const writes: OidcSave[][] = [];
	const saves = createSaves({ upsertAll: async (records) => void writes.push(records) });
	const save = (model: string, id: string, n = 0) => saves.save({ model, id, payload: { n }, expiresAt: undefined });
	return { writes, save, saves };
}
const ids = (writes: OidcSave[][]) => writes.map((records) => records.map(({ id }) => id));

describe('what one request saves', () => {
	it('is written once, when it is answered', async () => {
		const { writes, save, saves } = openSaves();
		await saves.gather(async () => {
			await save('Grant', 'g');
			await save('Session', 's');
			expect(writes).toEqual([]);
		});
		expect(ids(writes)).toEqual([['g', 's']]);
	});

	it('is written before anything is asked of the store, so that nobody misses it', async () => {
		const { writes, save, saves } = openSaves();
		await saves.gather(async () => {
			await save('Grant', 'g');
			await saves.flush();
			await save('Session', 's');
		});
		expect(ids(writes)).toEqual([['g'], ['s']]);
	});

	it('counts as saved in its last version', async () => {
		const { writes, save, saves } = openSaves();
		await saves.gather(async () => {
			await save('Session', 's', 1);
			await save('Session', 's', 2);
		});
		expect(writes.flat().map(({ payload }) => payload.n)).toEqual([2]);
	});

	it('stays apart from what another request saves meanwhile', async () => {
		const { writes, save, saves } = openSaves();
		const { promise: both, resolve: go } = Promise.withResolvers<void>();
		const first = saves.gather(async () => {
			await save('Grant', 'first');
			await both;
		});
		await saves.gather(() => save('Grant', 'second'));
		go();
		await first;
		expect(ids(writes)).toEqual([['second'], ['first']]);
	});

	it('is not written when the request fails, and no request means at once', async () => {
		const { writes, save, saves } = openSaves();
		const failing = saves.gather(async () => {
			await save('Grant', 'lost');
			throw new Error('refused');
		});
		await expect(failing).rejects.toThrow('refused');
		await save('Grant', 'alone');
		expect(ids(writes)).toEqual([['alone']]);
	});
});
