// The end of a recovery: the new password is chosen and put in force.
import type { Writer } from '../client.ts';
import { passwordChanged, submit } from './finish.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal } from './progress.ts';

export async function resetPassword(api: Writer, newPassword: string): Promise<Outcome> {
	const chosen = await api.choosePassword(newPassword);
	const outcome = chosen.ok
		? await submit(api, 'forgot-password')
		: await afterRefusal(api, 'forgot-password', chosen.problem);
	// Only a recovery that is over leaves nothing open behind this page: the other half of a double click did it.
	const isOver = 'page' in outcome && outcome.page === '/forgot-password';
	return isOver ? passwordChanged : outcome;
}
