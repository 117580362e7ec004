import { describe, expect, it } from 'vitest';
import type { OidcSave } from '../usecases/ports.ts';
import { createSaves } from './saves.ts';

function openSaves() {
	const writes: OidcSave[][] = [];
	const finds: string[] = [];
	let isThere = true;
	const grant = { id: 'g', record: { payload: { jti: 'g' }, consumedAt: undefined } };
	const saves = createSaves({
		async upsertAll(records) {
			writes.push(records);
			return isThere;
		},
		async find(model, id) {
			finds.push(`${model}/${id}`);
			return undefined;
		},
		async findWithGrant(model, id) {
			finds.push(`${model}/${id}`);
			return { record: { payload: { jti: id, grantId: 'g' }, consumedAt: undefined }, grant };
		}
	});
	const loseRace = () => void (isThere = false);
	const save = (model: string, id: string, n = 0) => saves.save({ model, id, payload: { n }, expiresAt: undefined });
	return { writes, finds, loseRace, save, saves };
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

describe('what one request finds', () => {
	it('is asked for once where a grant comes along with its token', async () => {
		const { finds, saves } = openSaves();
		await saves.gather(async () => {
			await saves.find('AccessToken', 't');
			expect((await saves.find('Grant', 'g'))?.payload.jti).toBe('g');
		});
		expect(finds).toEqual(['AccessToken/t']);
	});

	it('is asked for again after that, and by another request', async () => {
		const { finds, saves } = openSaves();
		await saves.gather(async () => {
			await saves.find('AccessToken', 't');
			await saves.find('Grant', 'g');
			await saves.find('Grant', 'g');
		});
		await saves.gather(async () => void (await saves.find('Grant', 'g')));
		expect(finds).toEqual(['AccessToken/t', 'Grant/g', 'Grant/g']);
	});
});

describe('a code that one request uses up', () => {
	const lost = () => Promise.reject(new Error('somebody was faster'));

	it('is used up with the tokens that it brings', async () => {
		const { writes, save, saves } = openSaves();
		await saves.gather(async () => {
			await saves.find('AuthorizationCode', 'c');
			expect(saves.consume('AuthorizationCode', 'c', lost)).toBe(true);
			await save('AccessToken', 't');
			expect(writes).toEqual([]);
		});
		expect(ids(writes)).toEqual([['t']]);
	});

	it('brings nothing where somebody else was faster', async () => {
		const { loseRace, save, saves } = openSaves();
		loseRace();
		const answered = saves.gather(async () => {
			await saves.find('AuthorizationCode', 'c');
			saves.consume('AuthorizationCode', 'c', lost);
			await save('AccessToken', 't');
		});
		await expect(answered).rejects.toThrow('somebody was faster');
	});

	it('must be used up at once where this request has not found it', async () => {
		const { saves } = openSaves();
		await saves.gather(async () => expect(saves.consume('AuthorizationCode', 'c', lost)).toBe(false));
	});
});
