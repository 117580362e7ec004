// Rules of the settings for which Logto has no code of its own, by name: `data.flaw` beside `guard.invalid_input` or
// `request.feature_not_supported`. Whoever shows them says each in its own words.

export const settingFlaws = [
	'no_sign_in_method',
	'method_twice',
	'code_to_username',
	'no_sign_up_identifier',
	'no_possible_username',
	'default_country_not_allowed',
	'lockout_order',
	'css_syntax',
	'css_at_rule',
	'css_property',
	'css_function',
	'css_address',
	'css_words',
	'css_attribute',
	'passkeys_without_factor',
	'trust_without_memory',
	'single_sign_on',
	'social_sign_in',
	'sentinel_policy',
	'disposable_addresses',
	'foreign_picture',
	'custom_content'
] as const;
export type SettingFlaw = (typeof settingFlaws)[number];
