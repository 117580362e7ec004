// One passkey of the account.
import { error } from '@sveltejs/kit';
import { myFactors } from '../contract/account/factors.ts';
import type { AccountApi } from './api.ts';

export async function findPasskey(api: AccountApi, id: string) {
	const factors = await api.get('my-account/mfa-verifications', myFactors);
	return factors.find((factor) => factor.id === id && factor.type === 'WebAuthn') ?? error(404);
}
