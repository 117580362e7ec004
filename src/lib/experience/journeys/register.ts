// Signing up with a name: the name first, then what the settings want besides it.
import type { Writer } from '../client.ts';
import { begin } from './begin.ts';
import { finish } from './finish.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';

export async function takeUsername(api: Writer, value: string): Promise<Outcome> {
	const state = await api.interaction();
	if (state.ok && state.value.redirectTo) return { page: '/go' };
	const begun = await begin(api, 'register', state);
	const taken = begun.ok ? await api.addToProfile({ type: 'username', value }) : begun;
	if (!taken.ok) return afterRefusal(api, 'register', taken.problem);
	const outcome = await finish(api, 'register', { interactionEvent: 'Register' });
	// Nothing is proven yet, so this is still the beginning (contract §3.11).
	const isPasswordNext = 'page' in outcome && outcome.page === '/continue/password';
	return isPasswordNext ? { page: '/register/password' } : outcome;
}
