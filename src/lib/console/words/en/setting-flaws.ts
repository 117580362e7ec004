// What is wrong with a setting: by the name of its rule, or by what belongs into its field.
import type { SettingFlaw } from '../../../contract/setting-flaws.ts';

export const settingFlaws = {
	/** What belongs into a field that refused what it was given. */
	values: {
		picture: 'A picture begins with /, as /logo.png, or is uploaded.',
		colour: 'A colour is # and three or six digits or letters from a to f.',
		link: 'A whole address, as https://shop.example/terms.',
		email: 'An email address, as help@shop.example.',
		css: 'Too long: 65,536 characters are the most.',
		number: 'A whole number within its bounds.',
		other: 'This cannot be kept as it is.'
	},
	flawAt: (line: number, column: number, flaw: string) => `Line ${line}, column ${column}: ${flaw}`,
	flaws: {
		no_sign_in_method: 'Name one way at least, or nobody can sign in.',
		method_twice: 'Each identifier is named once.',
		code_to_username: 'No code can be sent to a username.',
		no_sign_up_identifier: 'Name an identifier while sign-up is open, or nobody can sign up.',
		no_possible_username:
			'No name would be possible: the shortest is no longer than the longest, and begins with a letter or an underscore.',
		default_country_not_allowed: 'The default country is one of the countries that get codes.',
		lockout_order: 'Waits begin before everything stops, and the first is no longer than the longest.',
		css_syntax: 'this cannot be read as CSS.',
		css_at_rule: 'of the rules that begin with @, only media, supports, layer, container and keyframes are taken.',
		css_property: 'this property does more than looks, or is no --foyer- variable.',
		css_function: 'this function is none for colours, lengths, shapes and times.',
		css_address: 'pictures stand in the sheet itself (PNG, JPEG, WebP or GIF): pages load nothing from elsewhere.',
		css_words: 'quotes are for names of fonts: texts are said under Texts.',
		css_attribute: 'a selector of this attribute could read what people type.',
		passkeys_without_factor: 'People set passkeys up as a second factor: turn passkeys on among those, too.',
		trust_without_memory:
			'A browser that remembers nothing cannot be trusted: have it remember, or turn trusted browsers off.',
		single_sign_on: 'Single sign-on is not offered yet.',
		social_sign_in: 'Social sign-in is not offered yet.',
		sentinel_policy: 'Failures are slowed down by lockoutPolicy instead: set its thresholds and waits.',
		disposable_addresses: 'No list of disposable domains is built in: name them among the blocked addresses.',
		foreign_picture: 'Pages load nothing from other hosts: upload the picture.',
		custom_content: 'Pages hold no content of others.'
	} satisfies Record<SettingFlaw, string> as Record<SettingFlaw, string>
};

export type SettingFlawWords = typeof settingFlaws;
