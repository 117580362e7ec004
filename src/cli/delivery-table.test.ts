import { describe, expect, it } from 'vitest';
import type { OutboxSum } from '../lib/server/usecases/ports.ts';
import { deliveryTable, isWithheld } from './delivery-table.ts';

const sent: OutboxSum = { carries: 'sms', state: 'accepted', connectorId: 'one', count: 3 };
const withheld: OutboxSum = { carries: 'sms', state: 'accepted', count: 2 };
const unserved: OutboxSum = { carries: 'sms', state: 'refused', reason: 'country-not-supported', count: 1 };

describe('what became of messages', () => {
	it('leaves out the codes that no connector has seen, and keeps those that none would take', () => {
		const sums = [sent, withheld, unserved];
		expect(sums.filter(isWithheld)).toEqual([withheld]);
		const table = deliveryTable(
			sums.filter((sum) => !isWithheld(sum)),
			(id) => id ?? 'none'
		);
		expect(table).toMatch(/one +3 .*\n.*none +0 .*country-not-supported ×1/);
	});
});
