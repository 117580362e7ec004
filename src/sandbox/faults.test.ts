import { describe, expect, it } from 'vitest';
import { createFaults } from './faults.ts';

describe('faults of many tests at once', () => {
	it('never cost another test its own', () => {
		const namespaceOf = (recipient: string) => recipient.split('@')[1];
		const faults = createFaults(namespaceOf);
		const names = Array.from({ length: 999 }, (_, index) => `test-${index}`);
		for (const namespace of names) faults.set({ action: 'SingleSendMail', namespace, times: 1, code: namespace });
		for (const name of names) expect(faults.take('SingleSendMail', [`a@${name}`])).toMatchObject({ code: name });
	});

	it('of one test are a hundred at most: the newest', () => {
		const faults = createFaults(() => 'mine');
		for (let index = 0; index < 101; index++) {
			faults.set({ action: 'SendSms', namespace: 'mine', times: 1, code: `isv.${index}` });
		}
		expect(faults.list()).toHaveLength(100);
		expect(faults.take('SendSms', ['8613490001100'])).toMatchObject({ code: 'isv.1' });
	});
});
