// Bugs that peers have shipped, as edits of our own source: each must be found by the attacker.

export type Bug = {
	/** After the advisory that has this shape. */
	name: string;
	edits: { file: string; find: string; replace: string }[];
};

const core = 'src/lib/server/core/rules';
const store = 'src/lib/server/store';

export const bugs: Bug[] = [
	{
		name: 'a step is skipped: an unverified record identifies (authentik CVE-2026-54730)',
		edits: [
			{
				file: `${core}/verifications.ts`,
				find: "return record.type !== 'NewPasswordIdentity' && record.verified;",
				replace: 'return true;'
			}
		]
	},
	{
		name: 'a code is consumed without a condition (better-auth GHSA-7w99-5wm4-3g79)',
		edits: [
			{
				file: `${store}/secrets.ts`,
				find: ".where('consumed_at', 'is', null)",
				replace: ".where('attempts', '>=', 0)"
			}
		]
	},
	{
		name: 'guesses are not bounded (Zitadel CVE-2025-64102)',
		edits: [{ file: `${store}/secrets.ts`, find: ".whereRef('attempts', '<', 'max_attempts')", replace: '' }]
	},
	{
		name: 'a proof survives a change of the address (Pocket ID GHSA-hp74-gm6m-2qm5)',
		edits: [
			{
				file: `${core}/codes.ts`,
				find: 'verified: false,',
				replace:
					'verified: state.verifications.some((other) => other.type === type && isCode(other) && other.verified),'
			}
		]
	},
	{
		name: 'reset reaches “choose a password” without its own proof (Keycloak CVE-2026-18963)',
		edits: [
			{
				file: `${core}/start.ts`,
				find: '...nobody, event, verifications: [], profile: undefined',
				replace: 'event, newUserId: undefined, profile: undefined'
			},
			{ file: `${core}/profile.ts`, find: 'if (closed)', replace: 'if (false)' },
			{ file: `${core}/submit.ts`, find: 'if (closed)', replace: 'if (false)' }
		]
	},
	{
		name: 'the account is looked at when the flow starts, not when it ends (Keycloak CVE-2026-9798)',
		edits: [
			{
				file: `${core}/submit.ts`,
				find: "if (user.isSuspended) return refused(state, 'user.suspended');\n\tconst proofs",
				replace: 'const proofs'
			},
			// The write looks once more.
			{ file: `${store}/user-sign-ins.ts`, find: ".where('is_suspended', '=', 0)", replace: '' }
		]
	},
	{
		name: 'the settings bind the pages only (Zitadel CVE-2026-29193)',
		edits: [
			{
				file: `${core}/submit.ts`,
				find: 'if (!proofs.some((record) => opensSignIn(record, policy)))',
				replace: 'if (false)'
			},
			{
				file: `${core}/identify.ts`,
				find: "state.event === 'SignIn' && !opensSignIn(record, policy)",
				replace: 'false'
			}
		]
	},
	{
		name: 'an address is linked without proof (better-auth GHSA-g38m-r43w-p2q7)',
		edits: [
			{
				file: `${core}/profile.ts`,
				find: "if (!record.verified) return refused(state, 'session.verification_failed');",
				replace: ''
			}
		]
	},
	{
		name: 'the person is exchanged half-way (Casdoor CVE-2026-9091)',
		edits: [
			{
				file: `${core}/identify.ts`,
				find: "if (state.userId && state.userId !== user.id) return refused(state, 'session.identity_conflict');",
				replace: ''
			}
		]
	},
	{
		name: 'whoever has a second factor gets in without it (Zitadel CVE-2025-64103)',
		edits: [{ file: `${core}/submit.ts`, find: 'if (unproven) return', replace: 'if (false) return' }]
	},
	{
		name: 'what is only being set up counts as shown (Kratos CVE-2024-45042)',
		edits: [
			{
				file: `${core}/factors/required.ts`,
				find: 'return record.digests === undefined;',
				replace: 'return true;'
			},
			{
				file: `${core}/factors/records.ts`,
				find: 'return whyPending(state, facts, owner, settings);',
				replace: 'return undefined;'
			}
		]
	},
	{
		name: 'a second factor that everybody must have is only offered (Casdoor CVE-2026-9091)',
		edits: [{ file: `${core}/submit.ts`, find: 'if (unbound) return', replace: 'if (false) return' }]
	},
	{
		name: 'a code of an app is good as long as it is shown (Logto #9109)',
		edits: [{ file: `${store}/factors.ts`, find: ".where('last_step', '<', step)", replace: '' }]
	},
	{
		name: 'a backup code is good again and again (security R17)',
		edits: [
			{
				file: `${store}/factors.ts`,
				find: ".where('digest', '=', digest)\n\t\t\t\t.where('consumed_at', 'is', null)",
				replace: ".where('digest', '=', digest)"
			}
		]
	},
	{
		name: 'the channel of the first proof is the second one, too (security R18)',
		edits: [
			{
				file: `${core}/factors/required.ts`,
				find: 'return held === value && !wasFirst;',
				replace: 'return true;'
			}
		]
	},
	{
		name: 'a challenge is answered again and again (WebAuthn §13.4.3)',
		edits: [{ file: `${core}/factors/passkeys.ts`, find: ' && !record.verified', replace: '' }]
	},
	{
		name: 'the counter of a passkey goes back (WebAuthn §6.1.1)',
		edits: [
			{ file: `${store}/factors.ts`, find: "row('counter', '<', counter)", replace: "row('counter', '>=', 0)" },
			{ file: 'src/lib/server/factors/passkeys.ts', find: 'counter: passkey.counter,', replace: 'counter: 0,' }
		]
	},
	{
		name: 'a passkey is used on another site (WebAuthn §13.4.9)',
		edits: [
			{
				file: 'src/lib/server/factors/passkeys.ts',
				find: 'expectedOrigin: [origin,',
				replace: "expectedOrigin: [origin, 'https://foyer.example.net',"
			}
		]
	},
	{
		name: 'a browser stays trusted after a new password (security R7)',
		edits: [
			{
				file: `${store}/user-rows.ts`,
				find: 'devices_forgotten_at: at',
				replace: 'devices_forgotten_at: 0'
			}
		]
	},
	{
		name: 'a browser that is only known is trusted (security R18)',
		edits: [
			{
				file: `${core}/factors/excused.ts`,
				find: '|| device.trustedAt === undefined) return 0;',
				replace: ') return 0; if (device.trustedAt === undefined) return Infinity;'
			}
		]
	},
	{
		name: 'an old proof outlives the change of the password (security R15)',
		edits: [
			{
				file: `${core}/verifications.ts`,
				find: 'const since = password?.updatedAt ?? passwordRemovedAt ?? 0;',
				replace: 'const since = 0;'
			}
		]
	},
	{
		name: 'a link is as new as the moment it is followed (security R15)',
		edits: [
			{
				file: 'src/lib/server/usecases/check-token.ts',
				find: 'const token = consumed.ok ? consumed.token :',
				replace: 'const token = consumed.ok ? { ...consumed.token, createdAt: at } :'
			}
		]
	},
	{
		name: 'to be rid of a password is no change of it (security R20)',
		edits: [
			{
				file: `${store}/user-rows.ts`,
				find: 'password_algorithm: null,\n\t\tpassword_updated_at: at',
				replace: 'password_algorithm: null,\n\t\tpassword_updated_at: null'
			}
		]
	}
];
