// Which recipients SendSms accepts, and whether they are mainland numbers.
import type { Template } from '../catalog.ts';

export type PhoneNumber = { digits: string; region: Template['region'] };

const mainlandForm = /^(?:\+86|0086|86|\+)?(1[3-9]\d{9})$/;
/** Country code and number: no plus, no leading zeros. */
const overseasForm = /^[1-9]\d{6,14}$/;
/** Bare digits that are a possible number of North America as well as of the mainland, as 14155550123. */
const northAmericanForm = /^1[2-9]\d{2}[2-9]\d{6}$/;

/** `digits` has the country code. How Aliyun reads an ambiguous number is not published: the template's region decides. */
export function parsePhoneNumber(text: string, templateRegion: Template['region']): PhoneNumber | undefined {
	const mainland = mainlandForm.exec(text)?.[1];
	if (mainland && !(templateRegion === 'overseas' && northAmericanForm.test(text))) {
		return { digits: `86${mainland}`, region: 'mainland' };
	}
	if (!overseasForm.test(text) || text.startsWith('86')) return undefined;
	return { digits: text, region: 'overseas' };
}
