// Contract §8.5: whose yes counts, by policy and by what the person came for.
import { describe, expect, it } from 'vitest';
import { ada, interactionWith, now } from '../../../../../tests/support/interaction-states.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Started } from '../interaction/decision.ts';
import type { Terms, User } from '../user.ts';
import { newlyAgreed } from './terms.ts';

const terms = { termsOfUseUrl: 'https://shop.example/terms', privacyPolicyUrl: 'https://shop.example/privacy' };

type Asked = {
	event?: Started['event'];
	policy?: Settings['agreeToTermsPolicy'];
	shown?: Terms;
	user?: User;
};
function agreed({ event = 'SignIn', policy = 'Automatic', user, ...asked }: Asked) {
	const shown = 'shown' in asked ? asked.shown : terms;
	const state = { ...interactionWith({}), event };
	const submitted = { type: 'submitted' as const, user, factors: [], redirectTo: '/next', terms: shown, at: now };
	return newlyAgreed(state, submitted, { agreeToTermsPolicy: policy });
}

describe('somebody who goes on agrees', () => {
	it.each([
		['Automatic', 'SignIn'],
		['Automatic', 'Register'],
		['Manual', 'SignIn'],
		['Manual', 'Register'],
		['ManualRegistrationOnly', 'Register']
	] as const)('under %s with %s', (policy, event) => {
		expect(agreed({ policy, event })).toEqual({ ...terms, at: now });
	});

	it('to a new document, whatever was agreed to before', () => {
		const before = { ...terms, termsOfUseUrl: 'https://shop.example/terms/2024', at: 1 };
		expect(agreed({ user: { ...ada, terms: before } })).toEqual({ ...terms, at: now });
	});
});

describe('nothing is agreed to', () => {
	it.each([
		['by members, where newcomers alone are asked', { policy: 'ManualRegistrationOnly' }],
		['in a recovery', { event: 'ForgotPassword' }],
		['where nobody says that the terms were shown', { shown: undefined }],
		['where there are none', { shown: {} }],
		['twice', { user: { ...ada, terms: { ...terms, at: 1 } } }]
	] satisfies [string, Asked][])('%s', (_, asked) => {
		expect(agreed(asked)).toBeUndefined();
	});
});
