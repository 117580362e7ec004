import { describe, expect, it } from 'vitest';
import { mostRemembered, recent, rememberedMs, withAccount, type RememberedAccount } from './remembered.ts';

const account = (id: string, more: Partial<RememberedAccount> = {}): RememberedAccount => ({
	id,
	userId: `user-${id}`,
	type: 'email',
	value: `${id}@example.com`,
	way: 'code',
	at: 1,
	...more
});
const ids = (accounts: RememberedAccount[]) => accounts.map(({ id }) => id);

describe('the accounts of a browser', () => {
	it('begin with the last one, and end with the fifth', () => {
		const all = ['a', 'b', 'c', 'd', 'e', 'f'].reduce<RememberedAccount[]>(
			(before, id) => withAccount(before, account(id)),
			[]
		);
		expect(ids(all)).toEqual(['f', 'e', 'd', 'c', 'b']);
		expect(all).toHaveLength(mostRemembered);
	});

	it('name an account once, by what it was last signed in with, and under the name that it had', () => {
		const before = withAccount(withAccount([], account('a')), account('b'));
		const again = account('new', { userId: 'user-a', type: 'phone', value: '8613800138000', way: 'password', at: 2 });
		expect(withAccount(before, again)).toEqual([{ ...again, id: 'a' }, account('b')]);
	});

	it('name an address once, whoever has it now', () => {
		const after = withAccount([account('a')], account('b', { value: 'a@example.com' }));
		expect(ids(after)).toEqual(['b']);
	});

	it('are fewer where their addresses are long, so that the cookie stays small', () => {
		const long = (id: string, value: string) => account(id, { value: `${value}${id}` });
		// Each as many bytes as the other.
		for (const value of ['l'.repeat(312), '黛'.repeat(104)]) {
			const all = ['a', 'b', 'c', 'd', 'e'].reduce<RememberedAccount[]>(
				(before, id) => withAccount(before, long(id, value)),
				[]
			);
			expect(ids(all)).toEqual(['e', 'd', 'c']);
		}
	});

	it('are forgotten by themselves when they were not used for long', () => {
		expect(recent([account('a')], rememberedMs)).toHaveLength(1);
		expect(recent([account('a')], rememberedMs + 1)).toEqual([]);
		expect(recent(undefined, 0)).toEqual([]);
	});
});
