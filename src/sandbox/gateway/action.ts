// What an action of the API is to the gateway: rules first, then a send that can still be disturbed.
import type { Fields, Product } from './answer.ts';
import type { Problem } from './problem.ts';

export type Delivery = {
	/** False when the message is accepted but never arrives. */
	arrives: boolean;
	/** What its receipt then says. */
	receipt?: string;
	afterMs: number;
};

/** A call that passed the action's rules. */
export type Prepared = {
	/** Numbers in digits with country code, or mail addresses in lower case; what faults and scenarios look at. */
	recipients: string[];
	/** Does it. Only here anything is counted or kept. */
	run(delivery: Delivery): Fields | Problem;
};

export type Action = {
	product: Product;
	version: string;
	name: string;
	/** Sends follow the scenario recipients, queries do not. */
	isSend: boolean;
	/** Parameters that must be present and not empty. */
	required: string[];
	prepare(parameters: ReadonlyMap<string, string>): Prepared | Problem;
};

export function isProblem(value: Prepared | Fields | Problem | object): value is Problem {
	return 'kind' in value;
}
