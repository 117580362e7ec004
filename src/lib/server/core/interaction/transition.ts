// The state machine of a sign-in attempt: (state, event, policy) → what to keep, what to do, what to refuse.
import { checkCode, requestCode } from '../rules/codes.ts';
import { identify } from '../rules/identify.ts';
import { changeEvent, start } from '../rules/start.ts';
import { submit } from '../rules/submit.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Decision } from './decision.ts';
import type { Event } from './event.ts';
import { refused } from './decision.ts';
import type { Interaction } from './state.ts';

export function transition(state: Interaction, event: Event, policy: Settings): Decision {
	if (event.type === 'submitted' && state.finished) return { state, effects: [] };
	if (state.finished) return refused(state, 'session.not_found');
	if (event.type === 'started') return start(state, event, policy);
	if (!state.event) return refused(state, 'session.interaction_not_found');

	const started = { ...state, event: state.event };
	switch (event.type) {
		case 'event-changed':
			return changeEvent(started, event, policy);
		case 'code-requested':
			return requestCode(started, event, policy);
		case 'code-checked':
			return checkCode(started, event);
		case 'identified':
			return identify(started, event, policy);
		case 'submitted':
			return submit(started, event, policy);
	}
}
