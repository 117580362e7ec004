// A tenant's style sheet says how things look, and nothing else.
import { readCustomCss, type CssFlaw } from '../../../../contract/custom-css/read.ts';
import type { SettingFlaw } from '../../../../contract/setting-flaws.ts';
import type { Rule } from './rule.ts';

const why: Record<CssFlaw['why'], string> = {
	syntax: 'this is no CSS',
	'at-rule': 'of the rules that begin with @, only media, supports, layer, container and keyframes are allowed',
	property: 'this property does more than looks, or is no --foyer- variable',
	function: 'this function is not among those for colours, lengths, shapes and times',
	address: 'pictures are data:image/png, jpeg, webp or gif in base64: pages load nothing else',
	words: 'texts are not looks: quotes are for the names of fonts only',
	attribute: 'selectors may not look at this attribute: what people type could be read through it'
};

const nameOf: Record<CssFlaw['why'], SettingFlaw> = {
	syntax: 'css_syntax',
	'at-rule': 'css_at_rule',
	property: 'css_property',
	function: 'css_function',
	address: 'css_address',
	words: 'css_words',
	attribute: 'css_attribute'
};

export const customCssRule: Rule = {
	code: 'guard.invalid_input',
	promise: 'the style sheet holds looks only; data says where it does not',
	breach({ customCss }) {
		const [flaw] = customCss ? readCustomCss(customCss).flaws : [];
		if (!flaw) return undefined;
		const { line, column, found } = flaw;
		return {
			field: 'customCss',
			data: {
				flaw: nameOf[flaw.why],
				detail: `line ${line}, column ${column}: ${why[flaw.why]}`,
				line,
				column,
				found
			}
		};
	}
};
