// The state machine of a sign-in attempt: (state, event, policy) → what to keep, what to do, what to refuse.
import type { Settings } from '../../../contract/settings.ts';
import { shareComputer } from '../rules/browser-memory.ts';
import { checkCode, requestCode } from '../rules/codes.ts';
import { decideFactor } from '../rules/factors/decide.ts';
import { identify } from '../rules/identify.ts';
import { wantProof } from '../rules/proof-of-work.ts';
import { checkPassword, offerNewIdentity } from '../rules/passwords.ts';
import { choosePassword, offerProfile } from '../rules/profile.ts';
import { askSignInPasskey, checkSignInPasskey } from '../rules/sign-in-passkey.ts';
import { changeEvent, start } from '../rules/start.ts';
import { submit } from '../rules/submit.ts';
import { checkToken } from '../rules/tokens.ts';
import { refused, type Decision, type Started } from './decision.ts';
import type { AuditKey } from './effect.ts';
import type { Event } from './event.ts';
import type { Interaction } from './state.ts';

export function transition(state: Interaction, event: Event, policy: Settings): Decision {
	if (event.type === 'submitted' && state.finished) return { state, effects: [] };
	if (state.finished) return refused(state, 'session.not_found');
	if (event.type === 'started') return start(state, event, policy);
	if (event.type === 'sign-in-passkey-asked') return askSignInPasskey(state, event, policy);
	if (event.type === 'computer-shared') return shareComputer(state, event);
	if (!isStarted(state)) return refused(state, 'session.interaction_not_found');
	return recorded(state, event, decide(state, event, policy));
}

/** The same object: a state that no decision has changed need not be saved. */
function isStarted(state: Interaction): state is Started {
	return state.event !== undefined;
}

type Begun = Exclude<Event, { type: 'started' | 'sign-in-passkey-asked' | 'computer-shared' }>;

function decide(state: Started, event: Begun, policy: Settings): Decision {
	switch (event.type) {
		case 'event-changed':
			return changeEvent(state, event, policy);
		case 'code-requested':
			return requestCode(state, event, policy);
		case 'proof-wanted':
			return wantProof(state, event);
		case 'code-checked':
			return checkCode(state, event);
		case 'password-checked':
			return checkPassword(state, event, policy);
		case 'new-identity-offered':
			return offerNewIdentity(state, event, policy);
		case 'sign-in-passkey-checked':
			return checkSignInPasskey(state, event, policy);
		case 'token-checked':
			return checkToken(state, event, policy);
		case 'identified':
			return identify(state, event, policy);
		case 'profile-offered':
			return offerProfile(state, event, policy);
		case 'password-chosen':
			return choosePassword(state, event, policy);
		case 'submitted':
			return submit(state, event, policy);
		default:
			return decideFactor(state, event, policy);
	}
}

/** Every refusal leaves a trace in the audit log, whether or not its rule has thought of it. */
function recorded({ event }: Started, { type, ...facts }: Event, decision: Decision): Decision {
	if (!decision.problem || decision.effects.some((effect) => effect.type === 'record')) return decision;
	const key: AuditKey = `Interaction.${event}.${subjectOf[type] ?? 'Update'}`;
	const userId = 'user' in facts ? facts.user?.id : 'facts' in facts ? facts.facts.user?.id : undefined;
	const { code } = decision.problem;
	return { ...decision, effects: [...decision.effects, { type: 'record', key, error: code, userId }] };
}

const subjectOf: Partial<Record<Event['type'], 'Identification' | 'Profile' | 'Submit'>> = {
	identified: 'Identification',
	'profile-offered': 'Profile',
	'password-chosen': 'Profile',
	submitted: 'Submit'
};
