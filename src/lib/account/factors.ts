// Second factors and passkeys, as far as the settings offer them and let their owner change them.
import type { AccountCenterAnswer } from '../contract/account/center.ts';
import type { MyFactors } from '../contract/account/factors.ts';
import type { MyTrustedDevices } from '../contract/account/trusted-devices.ts';
import type { PublicSettings } from '../contract/settings.ts';

type Facts = {
	center: AccountCenterAnswer;
	list: MyFactors;
	choice?: { skipMfaOnSignIn: boolean };
	trusted?: MyTrustedDevices;
	settings: PublicSettings;
};

/** One that is there is shown, named and taken away even where no new one may be set up. */
export function factorsOf({ center: { fields }, list, choice, trusted, settings: { mfa } }: Facts) {
	const app = list.find(({ type }) => type === 'Totp');
	const codes = list.find(({ type }) => type === 'BackupCode');
	const keys = list.filter(({ type }) => type === 'WebAuthn');
	const isFixed = fields.mfa === 'ReadOnly';
	const offers = (type: MyFactors[number]['type']) => isOffered({ mfa }, type);
	const hasSecond = list.some(({ type }) => type !== 'BackupCode');
	const showsCodes = codes ? true : offers('BackupCode') && hasSecond;
	const areKeysFixed = fields.passkey === 'ReadOnly';
	return {
		app:
			fields.mfa !== 'Off' && (app || offers('Totp'))
				? { isSet: app !== undefined, isFixed, mayAdd: !isFixed && offers('Totp') }
				: undefined,
		codes:
			fields.mfa !== 'Off' && showsCodes
				? { left: codes?.remainCodes, mayAdd: !isFixed && offers('BackupCode') }
				: undefined,
		passkeys:
			fields.passkey !== 'Off' && (keys.length > 0 || offers('WebAuthn'))
				? {
						list: keys.map(({ id, name, createdAt }) => ({ id, name, createdAt: Date.parse(createdAt) })),
						isFixed: areKeysFixed,
						mayAdd: !areKeysFixed && offers('WebAuthn')
					}
				: undefined,
		trusted: trusted && {
			list: trusted.map(({ id, isCurrent, browser, system, createdAt, lastUsedAt }) => ({
				...{ id, isCurrent, browser, system, since: createdAt, lastUsedAt }
			})),
			isFixed: fields.trustedDevice === 'ReadOnly',
			now: Date.now()
		},
		// Where everybody is asked, nobody switches it off.
		choice: choice && hasSecond && !isFixed && isOwnChoice(mfa.policy) ? { isOn: !choice.skipMfaOnSignIn } : undefined
	};
}

/** Pages that set one up are there by address, too. */
export function isOffered({ mfa }: Pick<PublicSettings, 'mfa'>, type: MyFactors[number]['type']): boolean {
	return mfa.factors.includes(type);
}

function isOwnChoice(policy: PublicSettings['mfa']['policy']): boolean {
	return !/mandatory/i.test(policy);
}
