import { describe, expect, it } from 'vitest';
import { answered, done, notStarted, scriptedApi } from '../../../../tests/support/scripted-api.ts';
import type { Draft } from '../../contract/draft.ts';
import { writer } from '../client.ts';
import { draftIn } from './draft.ts';
import { start } from './start.ts';

const at = (uid: string) => new URL(`http://localhost:3001/sign-in?app_id=shop&uid=${uid}`);

function memory(draft?: Draft) {
	const kept = { draft };
	return { kept, keeper: { read: () => kept.draft, write: (next: Draft) => void (kept.draft = next) } };
}

function openApi() {
	return scriptedApi({
		'GET experience/interaction': notStarted,
		'PUT experience': done,
		'POST experience/verification/verification-code': answered({ verificationId: 'v1' })
	});
}

describe('posting the first screen', () => {
	it('asks for a code in the wire form', async () => {
		const api = openApi();
		const form = { identifier: '138 0013 8000', kind: 'phone', country: 'CN' } as const;
		const outcome = await start(writer(api.fetch), 'sign-in', form, memory().keeper);
		expect(outcome).toEqual({ page: '/sign-in/verification-code' });
		expect(api.calls.at(-1)?.body).toMatchObject({ identifier: { type: 'phone', value: '8613800138000' } });
	});

	it('remembers what was typed on each channel, also when it is refused', async () => {
		const { kept, keeper } = memory({ kind: 'email', typed: { email: 'mia@example.com' } });
		const form = { identifier: '12', kind: 'phone', country: 'HK' } as const;
		const outcome = await start(writer(openApi().fetch), 'sign-in', form, keeper);
		expect(outcome).toMatchObject({ problem: { code: 'user.invalid_phone' } });
		expect(kept.draft).toEqual({ kind: 'phone', typed: { email: 'mia@example.com', phone: '12' }, country: 'HK' });
	});

	it('remembers the country that a pasted number belongs to', async () => {
		const { kept, keeper } = memory();
		const form = { identifier: '+86 138 0013 8000', kind: 'phone', country: 'US' } as const;
		await start(writer(openApi().fetch), 'sign-in', form, keeper);
		expect(kept.draft?.country).toBe('CN');
	});

	it('shows nothing of it in another interaction', () => {
		const { keeper } = memory();
		draftIn(at('aaaaaaaa'), keeper).write({ typed: { phone: '138' } });
		expect(draftIn(at('aaaaaaaa'), keeper).read()?.typed).toEqual({ phone: '138' });
		expect(draftIn(at('bbbbbbbb'), keeper).read()).toBeUndefined();
	});
});
