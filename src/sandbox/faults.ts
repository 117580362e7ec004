// Faults that a test sets for the next calls: parsing, keeping and taking them.
import type { Disturbance } from './disturbance.ts';

export type Fault = Disturbance & {
	/** An action of the API, `SendSms` for instance, or `SMTP`. */
	action: string;
	/** Only for this recipient, a number or a mail address; every recipient when absent. */
	phone?: string;
	/** Only for recipients of this namespace. */
	namespace?: string;
	/** For how many calls. */
	times: number;
};

export type Faults = {
	set(fault: Fault): void;
	/** The first fault for this action and recipient, used up once. */
	take(action: string, recipients: string[]): Disturbance | undefined;
	list(): Fault[];
	clear(namespace?: string): void;
};

/** Of each namespace, and of those for everybody: the oldest goes. */
const mostFaults = 100;

export function createFaults(namespaceOf: (recipient: string) => string | undefined = () => undefined): Faults {
	let faults: Fault[] = [];
	return {
		set(fault) {
			const isBeside = ({ namespace }: Fault) => namespace === fault.namespace;
			const dropped = faults.filter(isBeside).length < mostFaults ? undefined : faults.find(isBeside);
			faults = [...faults.filter((kept) => kept !== dropped), { ...fault }];
		},
		take(action, recipients) {
			const theirs = recipients.map(namespaceOf);
			const fault = faults.find(
				(candidate) =>
					candidate.action === action &&
					(!candidate.namespace || theirs.includes(candidate.namespace)) &&
					concerns(candidate, recipients)
			);
			if (!fault) return undefined;
			fault.times -= 1;
			faults = faults.filter((candidate) => candidate.times > 0);
			return fault;
		},
		list: () => faults,
		clear(namespace) {
			faults = namespace === undefined ? [] : faults.filter((fault) => fault.namespace !== namespace);
		}
	};
}

function concerns(fault: Fault, recipients: string[]): boolean {
	if (!fault.phone) return true;
	if (fault.phone.includes('@')) return recipients.includes(fault.phone.toLowerCase());
	const digits = fault.phone.replace(/\D/g, '').replace(/^00/, '');
	return digits.length >= 7 && recipients.some((recipient) => recipient.endsWith(digits));
}

/** What can be disturbed: every action that the gateway plays, and mail over SMTP. */
export const faultActions = [
	'SendSms',
	'SendSmsVerifyCode',
	'SendMessageToGlobe',
	'QuerySendDetails',
	'SingleSendMail',
	'SMTP'
];

const kinds: Record<keyof Fault, 'string' | 'number' | 'boolean'> = {
	action: 'string',
	phone: 'string',
	namespace: 'string',
	times: 'number',
	delayMs: 'number',
	code: 'string',
	message: 'string',
	status: 'number',
	html: 'string',
	reset: 'boolean',
	acceptThenDrop: 'boolean',
	undelivered: 'boolean',
	receipt: 'string',
	deliverAfterMs: 'number',
	dripMs: 'number',
	padBytes: 'number'
};

/** Answers what is wrong as a sentence. */
export function parseFault(input: unknown): Fault | string {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'A fault is a JSON object.';
	for (const [name, value] of Object.entries(input)) {
		const kind = Object.hasOwn(kinds, name) ? kinds[name as keyof Fault] : undefined;
		if (!kind) return `Unknown field: ${name}. Known: ${Object.keys(kinds).join(', ')}.`;
		if (typeof value !== kind) return `${name} must be a ${kind}.`;
		if (typeof value === 'number' && (!Number.isInteger(value) || value < 0 || value > 100_000_000)) {
			return `${name} must be a whole number between 0 and 100000000.`;
		}
	}
	const fault = { times: 1, ...input } as Fault;
	if (!faultActions.includes(fault.action)) return `action must be one of ${faultActions.join(', ')}.`;
	if (fault.times < 1) return 'times must be at least 1.';
	if (fault.status !== undefined && (fault.status < 200 || fault.status > 599)) return 'status must be 200 to 599.';
	return fault;
}
