// Recipients of one test: nobody else meets their messages, limits, faults or time.
import { request } from './sandbox-request.ts';
import { scenarios } from '../sandbox/scenarios.ts';
import type { Fault } from '../sandbox/faults.ts';
import type { Namespace as Claimed } from '../sandbox/namespaces.ts';
import { openInbox, type Inbox } from './inbox.ts';

export type Namespace = {
	name: string;
	/** A number that no test had before, in E.164 with its plus. */
	phone(): string;
	email(): string;
	/** The number with this fixed outcome, for instance `no-balance`; docs/sandbox.md lists them. */
	phoneWith(outcome: string): string;
	emailWith(outcome: string): string;
	inbox: Inbox;
	/** Disturbs the next calls for these recipients alone. */
	fault(fault: Omit<Fault, 'times' | 'namespace'> & { times?: number }): Promise<void>;
	clock: {
		/** Moves Aliyun's limits and late deliveries of these recipients on, in milliseconds. Foyer's own time stays. */
		advance(ms: number): Promise<void>;
	};
	/** Gives the recipients back, with all that was kept for them. */
	release(): Promise<void>;
};

/** Numbers below 100 have a fixed outcome. */
const firstNumber = 100;
const lastNumber = 999;

/** The same name gets the same recipients, also from another process. */
export async function claimNamespace(sandboxUrl: string, wanted?: string): Promise<Namespace> {
	const claimed = await request(sandboxUrl, 'POST', 'namespaces', wanted === undefined ? {} : { name: wanted });
	const { name, phonePrefix, mailDomain } = claimed as Claimed;
	let nextNumber = firstNumber;
	let nextAddress = 1;
	return {
		name,
		phone() {
			if (nextNumber > lastNumber) throw new Error(`the namespace ${name} has no more numbers: claim another one`);
			return `${phonePrefix}${nextNumber++}`;
		},
		email: () => `person-${nextAddress++}@${mailDomain}`,
		phoneWith(outcome) {
			const number = scenarios.find((scenario) => scenario.name === outcome && scenario.sms)?.number;
			if (number === undefined) throw new Error(`no number has the outcome "${outcome}"`);
			return `${phonePrefix}0${number}`;
		},
		emailWith(outcome) {
			if (!scenarios.some((scenario) => scenario.name === outcome && scenario.mail)) {
				throw new Error(`no mail address has the outcome "${outcome}"`);
			}
			return `${outcome}@scenario.${mailDomain}`;
		},
		inbox: openInbox(sandboxUrl, name),
		async fault(fault) {
			await request(sandboxUrl, 'POST', 'faults', { ...fault, namespace: name });
		},
		clock: {
			async advance(advanceMs) {
				await request(sandboxUrl, 'POST', 'clock', { advanceMs, namespace: name });
			}
		},
		async release() {
			await request(sandboxUrl, 'DELETE', `namespaces/${name}`);
		}
	};
}
