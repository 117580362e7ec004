// Faults of the sandbox: the next message to somebody is refused, delayed or lost.
import { expect } from '@playwright/test';
import type { Foyer } from './server.ts';

export async function breakDelivery(foyer: Foyer, fault: Record<string, unknown>): Promise<void> {
	const answer = await fetch(`${foyer.sandbox.url}/_sandbox/faults`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ action: 'SendSms', ...fault })
	});
	expect(answer.status).toBe(201);
}
