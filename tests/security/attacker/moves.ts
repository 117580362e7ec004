// What the attacker may try, as data that fast-check makes up and shrinks.
import fc from 'fast-check';
import { policies } from './model.ts';

export const doors = 3;
export const contacts = 6;
/** Choices of an administrator; those from `withFactors` on know second factors. */
export const settings = 8;
const withFactors = 5;

const door = fc.nat(doors - 1);
const contact = fc.nat(contacts - 1);
const event = fc.constantFrom('SignIn' as const, 'Register' as const, 'ForgotPassword' as const);
/** Whose record: the one that this door was given last, an older one, another door's, none, one that never was. */
const record = fc.constantFrom(
	'own' as const,
	'own' as const,
	'own' as const,
	'older' as const,
	'foreign' as const,
	'none' as const,
	'junk' as const
);
const code = fc.constantFrom('right' as const, 'right' as const, 'right' as const, 'wrong' as const);
const password = fc.constantFrom('own' as const, 'own' as const, 'foreign' as const, 'wrong' as const);
/** Of an app or of saved codes: somebody's own, one that was used before, another person's, a made-up one. */
const shown = fc.constantFrom(
	'own' as const,
	'own' as const,
	'own' as const,
	'used' as const,
	'foreign' as const,
	'wrong' as const
);
/** A passkey of one's own; one on another site, with a counter that went back, somebody else's, to a challenge of before or of another door. */
const passkey = fc.constantFrom(
	'own' as const,
	'own' as const,
	'own' as const,
	'own' as const,
	'own' as const,
	'other-origin' as const,
	'counter-back' as const,
	'foreign' as const,
	'used' as const,
	'other-door' as const,
	'made-up' as const
);
const made = fc.constantFrom('own' as const, 'own' as const, 'other-origin' as const);
const choice = fc.constantFrom('skipped' as const, 'skipped' as const, 'enabled' as const);
/** A link of one's own, one that was put by earlier, somebody else's, one that was used before, and one that was never made. */
const link = fc.constantFrom(
	'own' as const,
	'own' as const,
	'earlier' as const,
	'foreign' as const,
	'used' as const,
	'junk' as const
);
const madeFor = fc.constantFrom(undefined, 'SignIn' as const, 'Register' as const, 'ForgotPassword' as const);
const type = fc.constantFrom('phone' as const, 'email' as const);
/** After a recovery nobody has the old password; nor after the first sign-in to an address that nobody had proven. */
const endsOfPassword = ['ForgotPassword', 'SignIn'] as const;

export const move = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('start' as const), door, event }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), door }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('change-event' as const), door, event }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('send-code' as const), door, contact }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('check-code' as const), door, contact, record, code }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('prove' as const), door, event, contact }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('check-password' as const), door, contact, password }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('follow-link' as const), door, contact, link, madeFor }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('put-by-link' as const), contact, madeFor }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('offer-identity' as const), door }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('identify' as const), door, record }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('add-username' as const), door }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('add-password' as const), door }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('add-contact' as const), door, type, record }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('choose-password' as const), door }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('set-up-app' as const), door }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('make-backup-codes' as const), door }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('show-app' as const), door, code: shown }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('show-backup-code' as const), door, code: shown }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('send-factor-code' as const), door }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('check-factor-code' as const), door, record, code }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('add-passkey' as const), door, passkey: made }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('show-passkey' as const), door, passkey }) },
	{
		weight: 3,
		arbitrary: fc.record({ do: fc.constant('sign-in-passkey' as const), door, person: fc.nat(1), passkey })
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('trust-device' as const), door }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('choose-factors' as const), door, choice }) },
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('submit' as const), door }) },
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('suspend' as const), person: fc.nat(1), isSuspended: fc.boolean() })
	},
	{ weight: 1, arbitrary: switched(fc.nat(settings - 1)) },
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 31, 61, 301, 700) })
	}
);
export type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

/** Without a policy: the one that goes with them. */
function switched(which: fc.Arbitrary<number>) {
	const policy = fc.constantFrom(...policies);
	return fc.record({ do: fc.constant('settings' as const), which, policy }, { requiredKeys: ['do', 'which'] });
}

function seldom<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
	return fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

/** What an administrator may do while somebody is on the way. */
const meanwhile = fc.oneof(
	fc.record({ do: fc.constant('suspend' as const), person: fc.nat(1), isSuspended: fc.constant(true) }),
	switched(fc.nat(settings - 1))
);

/** What an honest person does, with at most one step left out: whoever only stumbles never comes near a door. */
const journey = fc
	.record({
		door,
		event,
		contact,
		by: fc.constantFrom('code' as const, 'code' as const, 'password' as const),
		changedMind: seldom(contact),
		meanwhile: seldom(meanwhile)
	})
	.chain(({ door, event, contact, by, changedMind, meanwhile }) => {
		const proof: Move[] =
			by === 'password' && event === 'SignIn'
				? [
						{ do: 'start', door, event },
						{ do: 'check-password', door, contact, password: 'own' }
					]
				: [{ do: 'prove', door, event, contact }];
		const steps: Move[] = [
			...proof,
			...(changedMind === null ? [] : [{ do: 'send-code', door, contact: changedMind } satisfies Move]),
			{ do: 'identify', door, record: 'own' },
			...(event === 'ForgotPassword' ? [{ do: 'choose-password', door } satisfies Move] : []),
			...(meanwhile ? [meanwhile] : []),
			{ do: 'submit', door }
		];
		return fc.subarray(steps, { minLength: steps.length - 1 });
	});

/** One code, guessed at again and again. */
const guessing = fc
	.record({ door, event, contact, times: fc.integer({ min: 3, max: 8 }) })
	.map(({ door, event, contact, times }): Move[] => [
		{ do: 'start', door, event },
		{ do: 'send-code', door, contact },
		...Array.from({ length: times }, (): Move => ({ do: 'check-code', door, contact, record: 'own', code: 'wrong' }))
	]);

/** Somebody who proves one address, and takes along another that a code was only sent to. */
const linking = fc.record({ door, contact, other: contact, type }).map(({ door, contact, other, type }): Move[] => [
	{ do: 'prove', door, event: 'Register', contact },
	{ do: 'send-code', door, contact: other },
	{ do: 'add-contact', door, type, record: 'own' },
	{ do: 'identify', door, record: 'older' },
	{ do: 'submit', door }
]);

/** Somebody who comes by a link, perhaps one for another journey, and perhaps changes the journey after it. */
const invited = fc
	.record({ door, contact: fc.nat(contacts / 2 - 1), event, link, madeFor, changed: seldom(event) })
	.map(({ door, contact, event, link, madeFor, changed }): Move[] => [
		{ do: 'start', door, event },
		// Every second contact is an address.
		{ do: 'follow-link', door, contact: 2 * contact + 1, link, madeFor },
		...(changed ? [{ do: 'change-event', door, event: changed } satisfies Move] : []),
		{ do: 'identify', door, record: 'own' },
		...(event === 'ForgotPassword' ? [{ do: 'choose-password', door } satisfies Move] : []),
		{ do: 'submit', door }
	]);

/** A link that was put by, followed only after the owner has chosen another password, or has come without the first. */
const belated = fc
	.record({ door, person: fc.nat(1), by: fc.nat(1), madeFor, event, last: fc.constantFrom(...endsOfPassword) })
	.map(({ door, person, by, madeFor, event, last }): Move[] => {
		const [address, owners] = [2 * person + 1, (door + 1) % doors];
		return [
			{ do: 'settings', which: 0 },
			{ do: 'put-by-link', contact: address, madeFor: madeFor ?? 'ForgotPassword' },
			{ do: 'prove', door: owners, event: last, contact: 2 * person + by },
			{ do: 'identify', door: owners, record: 'own' },
			...(last === 'ForgotPassword' ? [{ do: 'choose-password', door: owners } satisfies Move] : []),
			{ do: 'submit', door: owners },
			{ do: 'start', door, event: madeFor ? event : 'ForgotPassword' },
			{ do: 'follow-link', door, contact: address, link: 'earlier', madeFor },
			{ do: 'identify', door, record: 'own' },
			{ do: 'choose-password', door },
			{ do: 'submit', door }
		];
	});

/** Two recoveries of one account: the one that ends later began before the other had ended. */
const overtaking = fc.record({ door, contact }).map(({ door, contact }): Move[] => {
	const ends: Move[] = [door, (door + 1) % doors].flatMap((one): Move[] => [
		{ do: 'choose-password', door: one },
		{ do: 'submit', door: one }
	]);
	const begins: Move[] = [door, (door + 1) % doors].flatMap((one): Move[] => [
		{ do: 'prove', door: one, event: 'ForgotPassword', contact },
		{ do: 'identify', door: one, record: 'own' },
		{ do: 'wait', seconds: 61 }
	]);
	return [...begins, ...ends];
});

const waysToShow = ['app', 'backup-code', 'message', 'new', 'passkey', 'passkey'] as const;
/** Somebody sets a factor up, comes back, and shows it, or sets up another instead, with at most one step left out. */
const secondStep = fc
	.record({
		door,
		last: switched(fc.integer({ min: withFactors, max: settings - 1 })),
		contact: fc.nat(3),
		by: fc.constantFrom(...waysToShow),
		alone: fc.constantFrom(true, true, false),
		passkey,
		code: shown,
		meanwhile: seldom(meanwhile),
		more: seldom(fc.constantFrom('again' as const, 'same-channel' as const, 'trusted' as const, 'trusted' as const)),
		forgets: fc.boolean()
	})
	.chain(({ door, last, contact, by, alone, passkey, code, meanwhile, more, forgets }) => {
		const first: Move[] = [
			{ do: 'reopen', door },
			{ do: 'start', door, event: 'SignIn' },
			{ do: 'check-password', door, contact, password: 'own' },
			{ do: 'identify', door, record: 'own' }
		];
		const byMessage: Move[] = [
			{ do: 'send-factor-code', door },
			{ do: 'check-factor-code', door, record: 'own', code: 'right' }
		];
		// Every two contacts are one person's.
		const byPasskeyAlone: Move[] = [
			{ do: 'settings', which: withFactors, policy: last.policy },
			{ do: 'reopen', door },
			{ do: 'start', door, event: 'SignIn' },
			{ do: 'sign-in-passkey', door, person: Math.floor(contact / 2), passkey },
			{ do: 'identify', door, record: 'own' }
		];
		const anew: Move[] = [
			{ do: 'make-backup-codes', door },
			{ do: 'set-up-app', door }
		];
		const ways: Record<typeof by, Move[]> = {
			app: [{ do: 'show-app', door, code }],
			'backup-code': [{ do: 'show-backup-code', door, code }],
			message: byMessage,
			new: anew,
			passkey: [{ do: 'show-passkey', door, passkey }]
		};
		const enrolment: Move[] = [
			{ do: 'settings', which: 0 },
			...first,
			{ do: 'settings', which: withFactors },
			...byMessage,
			by === 'passkey' ? { do: 'add-passkey', door, passkey: 'own' } : { do: 'set-up-app', door },
			{ do: 'make-backup-codes', door },
			{ do: 'submit', door }
		];
		// What was shown once more, and a code to where the first one went.
		const again: Move[] = [
			...first,
			{ do: 'show-backup-code', door, code: 'own' },
			{ do: 'submit', door },
			...first,
			{ do: 'show-backup-code', door, code: 'used' },
			{ do: 'submit', door }
		];
		const sameChannel: Move[] = [
			{ do: 'settings', which: 0 },
			{ do: 'wait', seconds: 61 },
			...first.slice(0, 2),
			{ do: 'prove', door, event: 'SignIn', contact },
			...first.slice(2),
			{ do: 'settings', which: withFactors },
			...byMessage,
			{ do: 'submit', door }
		];
		// A browser that is trusted, or only known; and a new password, after which it is neither.
		const recovery: Move[] = [
			{ do: 'prove', door: (door + 1) % doors, event: 'ForgotPassword', contact },
			{ do: 'identify', door: (door + 1) % doors, record: 'own' },
			{ do: 'choose-password', door: (door + 1) % doors },
			{ do: 'submit', door: (door + 1) % doors }
		];
		const trusted: Move[] = [
			{ ...last, which: withFactors },
			{ do: 'wait', seconds: 61 },
			...first,
			by === 'passkey' ? { do: 'show-passkey', door, passkey: 'own' } : { do: 'show-app', door, code: 'own' },
			{ do: 'trust-device', door },
			{ do: 'submit', door },
			...(forgets ? recovery : []),
			...first,
			{ do: 'submit', door }
		];
		const endings = { again, 'same-channel': sameChannel, trusted };
		if (more) return fc.constant([...enrolment, ...endings[more]]);
		const steps: Move[] = [
			last,
			{ do: 'wait', seconds: 31 },
			...(by === 'passkey' && alone ? byPasskeyAlone : [...first, ...ways[by]]),
			...(meanwhile ? [meanwhile] : []),
			{ do: 'submit', door }
		];
		return fc.subarray(steps, { minLength: steps.length - 1 }).map((left) => [...enrolment, ...left]);
	});

/** `parts`: how many moves and ways there are at most in one attack. */
export const movesUpTo = (parts: number) =>
	fc
		.array(
			fc.oneof(
				{ weight: 3, arbitrary: move.map((one) => [one]) },
				{ weight: 2, arbitrary: journey },
				{ weight: 1, arbitrary: guessing },
				{ weight: 1, arbitrary: fc.oneof(linking, overtaking, invited, belated) },
				{ weight: 2, arbitrary: secondStep }
			),
			{
				minLength: 1,
				maxLength: parts,
				size: 'max'
			}
		)
		.map((parts) => parts.flat());

export const moves = movesUpTo(16);
