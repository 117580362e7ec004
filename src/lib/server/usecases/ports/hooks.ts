// Webhooks: what use cases need of their store, and of who delivers.
import type { HookEvent } from '../../../contract/hooks.ts';

export type Hook = {
	id: string;
	name: string;
	events: HookEvent[];
	config: { url: string; headers?: Record<string, string>; retries?: number };
	/** Clear: deliveries are signed with it (encrypted at rest). */
	signingKey: string;
	enabled: boolean;
	createdAt: number;
};

export type HookChanges = Partial<Omit<Hook, 'id' | 'createdAt'>>;

export type HookDelivery = {
	id: string;
	hookId: string;
	event: string;
	/** JSON as it is sent and signed; empty once the delivery is settled. */
	body: string;
	status: 'pending' | 'delivered' | 'failed';
	attempts: number;
	/** When it is tried next. */
	nextAt: number;
	responseStatus?: number;
	error?: DeliveryError;
	createdAt: number;
};

export type DeliveryError = 'not-allowed' | 'timeout' | 'unreachable' | 'answered' | 'hook-gone';

export type HookStore = {
	/** Newest first. */
	list(): Promise<Hook[]>;
	/** The enabled ones of a second ago at the oldest. */
	enabled(): Promise<Hook[]>;
	find(id: string): Promise<Hook | undefined>;
	insert(hook: Hook): Promise<void>;
	/** Only what is named: somebody else may replace the key meanwhile. Undefined where there is none. */
	update(id: string, changes: HookChanges): Promise<Hook | undefined>;
	/** With its deliveries. */
	remove(id: string): Promise<boolean>;
	enqueue(deliveries: HookDelivery[]): Promise<void>;
	/** Deliveries that are due, for whoever claims them, until `until`: nobody else gets them before that. */
	claim(claim: { at: number; until: number; limit: number }): Promise<HookDelivery[]>;
	/** What became of an attempt. */
	settle(delivery: HookDelivery): Promise<void>;
	/** Newest first. */
	recent(hookId: string, page: { limit: number; offset: number }): Promise<HookDelivery[]>;
	countRecent(hookId: string): Promise<number>;
};

/** `status` is the answer's, where there was one. */
export type Posted = { ok: true; status: number } | { ok: false; status?: number; error: DeliveryError };

export type Webhooks = {
	/** Whether an address may be called at all, as far as its text tells. */
	mayCall(url: string): boolean;
	/** Signs and sends; never throws, follows no redirect, reads no answer. */
	post(hook: Pick<Hook, 'config' | 'signingKey'>, body: string): Promise<Posted>;
};
