// Tells webhooks what has happened: written down at once, delivered later and as often as it takes.
import type { HookEvent } from '../../../contract/hooks.ts';
import type { InteractionEvent } from '../../../contract/schemas.ts';
import type { Application, Caller, Hook, HookDelivery, Services, User } from '../ports.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'log'>;

export type Happening = {
	event: HookEvent;
	userId: string;
	/** Of one that is gone by now. */
	user?: User;
	interactionEvent?: InteractionEvent;
	sessionId?: string;
	applicationId?: string;
};

/** Never fails: what has happened, has happened. Without a webhook for it nothing is read. */
export async function announce(services: Needs, caller: Caller, happening: Happening): Promise<void> {
	const { store, log } = services;
	try {
		const wanted = (await store.hooks.enabled()).filter(({ events }) => events.includes(happening.event));
		if (wanted.length === 0) return;
		const { userId, applicationId } = happening;
		const [user, application] = await Promise.all([
			happening.user ?? store.users.find(userId),
			applicationId === undefined ? undefined : store.applications.find(applicationId)
		]);
		await store.hooks.enqueue(wanted.map((hook) => describe(services, caller, { hook, happening, user, application })));
	} catch (error) {
		log.error('webhooks not told', { event: happening.event, error });
	}
}

type Told = { hook: Hook; happening: Happening; user?: User; application?: Application };

function describe({ clock, ids }: Needs, caller: Caller, { hook, happening, user, application }: Told): HookDelivery {
	const at = clock.now();
	const { event, userId, interactionEvent, sessionId, applicationId } = happening;
	const body = {
		hookId: hook.id,
		event,
		createdAt: new Date(at).toISOString(),
		interactionEvent,
		sessionId,
		applicationId,
		userAgent: caller.userAgent,
		userIp: caller.ip,
		userId,
		user: user && describeUser(user),
		application: application && describeApplication(application)
	};
	return {
		id: ids.id(),
		hookId: hook.id,
		event,
		body: JSON.stringify(body),
		status: 'pending',
		attempts: 0,
		nextAt: at,
		createdAt: at
	};
}

function describeUser(user: User) {
	const { id, name, username, primaryEmail, primaryPhone, avatar, customData, isSuspended } = user;
	const texts = { username, primaryEmail, primaryPhone, name, avatar };
	return {
		id,
		...Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, value ?? null])),
		customData,
		identities: {},
		lastSignInAt: user.lastSignInAt ?? null,
		createdAt: user.createdAt,
		applicationId: user.applicationId ?? null,
		isSuspended
	};
}

function describeApplication({ id, type, name, description }: Application) {
	return { id, type, name, description: description ?? null };
}
