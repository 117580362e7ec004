// Rules about second factors.
import type { Settings } from '../../../../contract/settings.ts';
import { maySignInByCode } from '../policy.ts';
import { namedRule, rule, type Facts, type Rule } from './rule.ts';

/** Asks every time and cannot be skipped: made for adaptive MFA, which decides when to ask. */
const unskippable = ['PromptAtSignInAndSignUpMandatory', 'PromptOnlyAtSignInMandatory'];
const isUnskippable = ({ mfa }: Settings) => unskippable.includes(mfa.policy);

/** A code by the same channel cannot prove anything new. Logto names whichever side the change was on. */
function notTwice(type: 'email' | 'phone', change: 'sign_in' | 'mfa'): Rule {
	const factor = type === 'email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
	const isOnThatSide = ({ changed }: Facts) => changed.has('mfa') === (change === 'mfa');
	return rule(
		`sign_in_experiences.${type}_verification_code_cannot_be_used_for_${change}`,
		change === 'mfa' ? 'mfa.factors' : 'signIn.methods',
		`codes by ${type} are the first factor or the second, not both`,
		(settings, facts) => isOnThatSide(facts) && settings.mfa.factors.includes(factor) && maySignInByCode(type, settings)
	);
}

export const secondFactorRules: Rule[] = [
	notTwice('email', 'sign_in'),
	notTwice('email', 'mfa'),
	notTwice('phone', 'sign_in'),
	notTwice('phone', 'mfa'),
	rule(
		'sign_in_experiences.duplicated_mfa_factors',
		'mfa.factors',
		'each factor is named once',
		({ mfa }) => new Set(mfa.factors).size < mfa.factors.length
	),
	rule(
		'sign_in_experiences.backup_code_cannot_be_enabled_alone',
		'mfa.factors',
		'backup codes need another factor that they stand in for',
		({ mfa }) => mfa.factors.length > 0 && mfa.factors.every((factor) => factor === 'BackupCode')
	),
	rule(
		'sign_in_experiences.adaptive_mfa_requires_mfa',
		'adaptiveMfa.enabled',
		'adaptive MFA needs a factor in mfa.factors',
		({ adaptiveMfa, mfa }) => adaptiveMfa.enabled === true && mfa.factors.length === 0
	),
	rule(
		'sign_in_experiences.adaptive_mfa_requires_non_skippable_policy',
		'mfa.policy',
		'adaptive MFA needs a policy that prompts and cannot be skipped',
		(settings) => settings.adaptiveMfa.enabled === true && settings.mfa.factors.length > 0 && !isUnskippable(settings)
	),
	rule(
		'sign_in_experiences.non_adaptive_mfa_requires_skippable_policy',
		'mfa.policy',
		'this policy is for adaptive MFA only',
		(settings) => settings.adaptiveMfa.enabled !== true && isUnskippable(settings)
	),
	namedRule(
		'trust_without_memory',
		'browserMemory',
		'a browser that remembers nothing cannot be trusted: turn trustedDevice off',
		({ trustedDevice, browserMemory }) => trustedDevice.enabled === true && browserMemory === 'Never'
	)
];
