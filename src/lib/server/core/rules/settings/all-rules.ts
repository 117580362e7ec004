// Everything that the settings as a whole must keep (contract §4.2). The first breach is what an operator hears.
import { customCssRule } from './custom-css.ts';
import { notOfferedRules } from './not-offered.ts';
import { policyRules } from './policies.ts';
import { profileFieldRules } from './profile-fields.ts';
import type { Rule } from './rule.ts';
import { secondFactorRules } from './second-factors.ts';
import { signInRules } from './sign-in.ts';
import { signUpRules } from './sign-up.ts';
import { waysInRules } from './ways-in.ts';

export const settingsRules: readonly Rule[] = [
	...signUpRules,
	...signInRules,
	...secondFactorRules,
	...policyRules,
	...profileFieldRules,
	...waysInRules,
	customCssRule,
	...notOfferedRules
];
