// What no single field can tell: a rule over the whole of the settings, and which of them a change would break.
import type { Problem, ProblemCode } from '../../../../contract/problems.ts';
import type { SettingFlaw } from '../../../../contract/setting-flaws.ts';
import type { Settings } from '../../../../contract/settings.ts';
import type { Channels } from '../policy.ts';

export type Facts = {
	/** What has a connector. */
	channels: Channels;
	/** Names of the settings that are about to change. */
	changed: ReadonlySet<string>;
	/** Usernames that differ in case only, where that is about to stop making a difference. */
	usernameConflicts?: { totalConflicts: number; samples: string[] };
};

export type Rule = {
	/** What must hold, in words for operators. */
	promise: string;
	code: ProblemCode;
	/** Where it does not hold. */
	breach(settings: Settings, facts: Facts): Breach | undefined;
};

/** `field` is the exact path of a setting; `data` joins that of the problem. */
export type Breach = { field: string; data?: Record<string, unknown> & { flaw?: SettingFlaw } };

/** A rule that most often speaks of one field. */
export function rule(
	code: ProblemCode,
	field: string,
	promise: string,
	isBroken: (settings: Settings, facts: Facts) => boolean
): Rule {
	return {
		promise,
		code,
		breach: (settings, facts) => (isBroken(settings, facts) ? { field } : undefined)
	};
}

/** A rule for which Logto has no code: `flaw` says which. */
export function namedRule(
	flaw: SettingFlaw,
	field: string,
	promise: string,
	isBroken: (settings: Settings, facts: Facts) => boolean,
	code: ProblemCode = 'guard.invalid_input'
): Rule {
	return {
		promise,
		code,
		breach: (settings, facts) => (isBroken(settings, facts) ? { field, data: { flaw } } : undefined)
	};
}

export type Flaw = Problem & { data: { field: string; detail: string; flaw?: SettingFlaw } };

export function findFlaws(rules: readonly Rule[], settings: Settings, facts: Facts): Flaw[] {
	return rules.flatMap(({ promise, code, breach }) => {
		const found = breach(settings, facts);
		return found ? [{ code, data: { field: found.field, detail: promise, ...found.data } }] : [];
	});
}

/**
 * Flaws that a change brings or leaves in what it touches. An older one elsewhere must not keep an operator from
 * changing a colour: a fresh installation has no connector yet, and everything is repaired step by step.
 */
export function newFlaws(before: Flaw[], after: Flaw[], changed: ReadonlySet<string>): Flaw[] {
	const wasThere = (flaw: Flaw) =>
		before.some(
			({ code, data }) => code === flaw.code && data.field === flaw.data.field && data.type === flaw.data.type
		);
	return after.filter((flaw) => changed.has(flaw.data.field.split('.')[0] ?? '') || !wasThere(flaw));
}
