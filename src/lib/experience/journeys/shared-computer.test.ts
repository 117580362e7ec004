import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../../contract/result.ts';
import type { InteractionAnswer } from '../../contract/schemas.ts';
import { sharedBox } from './shared-computer.ts';

const begun = (sharedComputer?: boolean) => ok({ sharedComputer } as InteractionAnswer);
const notBegun = (sharedComputer?: boolean) => refuse('session.interaction_not_found', { data: { sharedComputer } });

describe('the box for shared computers', () => {
	it.each([
		['begun', begun],
		['not begun', notBegun]
	])('is drawn as it was left, with the interaction %s', (_name, interaction) => {
		expect(sharedBox({ browserMemory: 'Ask' }, interaction(true))).toEqual({ ticked: true });
		expect(sharedBox({ browserMemory: 'Ask' }, interaction())).toEqual({ ticked: false });
		expect(sharedBox({ browserMemory: 'Remember' }, interaction(true))).toBeUndefined();
	});
});
